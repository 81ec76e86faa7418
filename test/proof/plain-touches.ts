import { instantOf, isYes, type Row } from './plain-rows.ts';
import { soundRows } from './plain-sound.ts';
import { addDays, instantAt } from './plain-time.ts';

/**
 * When a person of ours got in touch with each lead: done, outbound, not automated, not by a robot.
 * Conversion moved a lead's activities to its contact; those up to the conversion are still the lead's.
 */
export function touchesOf(
  exports: string,
  leads: readonly Row[],
  users: ReadonlyMap<string, Row>,
): ReadonlyMap<string, readonly number[]> {
  const conversions = new Map<string, { lead: string; at: number }[]>();
  const converted = conversionsOf(exports);
  for (const lead of leads) {
    if (!lead.ConvertedContactId || !lead.ConvertedDate) continue;
    const at = converted.get(lead.Id!) ?? instantAt(addDays(lead.ConvertedDate, 1), 0) - 1;
    const known = conversions.get(lead.ConvertedContactId) ?? [];
    conversions.set(lead.ConvertedContactId, [...known, { lead: lead.Id!, at }]);
  }
  const touches = new Map<string, number[]>();
  const add = (lead: string, at: number): void => void touches.set(lead, [...(touches.get(lead) ?? []), at]);
  for (const { who, at, owner } of doneByUs(exports)) {
    if (isYes(users.get(owner)?.Robot__c)) continue;
    if (who.startsWith('00Q')) add(who, at);
    for (const conversion of conversions.get(who) ?? []) if (at <= conversion.at) add(conversion.lead, at);
  }
  return touches;
}

/** The instants of the conversions, from the history; where that has none, the end of the day that the lead names stands for it. */
function conversionsOf(exports: string): Map<string, number> {
  const rows = soundRows(exports, 'LeadHistory.csv').filter((row) => row.Field === 'leadConverted');
  return new Map(rows.map((row) => [row.LeadId!, instantOf(row.CreatedDate)!]));
}

interface Done {
  readonly who: string;
  readonly at: number;
  readonly owner: string;
}

function doneByUs(exports: string): Done[] {
  const tasks = soundRows(exports, 'Task.csv')
    .filter((row) => ['Call', 'Email', 'Cadence'].includes(row.TaskSubtype!) && row.Direction__c === 'Outbound')
    .filter((row) => !isYes(row.Automated__c) && row.CompletedDateTime)
    .map((row) => ({ who: row.WhoId!, at: instantOf(row.CompletedDateTime)!, owner: row.OwnerId! }));
  const meetings = soundRows(exports, 'Event.csv').map((row) => ({
    who: row.WhoId!,
    at: instantOf(row.EndDateTime)!,
    owner: row.OwnerId!,
  }));
  return [...tasks, ...meetings];
}
