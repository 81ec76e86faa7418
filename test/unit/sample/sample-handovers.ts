import { instantOf, localDayOf } from '../../../scripts/sample/berlin-time.ts';
import { isWorkday } from '../../../scripts/sample/office.ts';
import { exportedAt, grouped, liveRowsOf, type Row } from './sample-rows.ts';

export const leads = liveRowsOf('Lead');
export const users = new Map(liveRowsOf('User').map((user) => [user['Id']!, user]));
const history = grouped(liveRowsOf('LeadHistory'), 'LeadId');
export const historyOf = (lead: Row): Row[] => history.get(lead['Id']!) ?? [];
export const ownersOf = (lead: Row): Row[] => historyOf(lead).filter((row) => row['DataType'] === 'EntityId');

/** One time that a lead was passed to sales, told simply: lead by lead, whoever the person is. */
export interface Handover {
  readonly lead: Row;
  readonly qualified: string;
  readonly assigned: string | null;
  readonly owner: string | null;
  readonly accepted: string | null;
  readonly rejected: string | null;
  readonly abandoned: string | null;
  /** Calls, e-mails and meetings of ours, until the lead was converted. */
  readonly touches: readonly string[];
  readonly isLast: boolean;
}

const isPerson = (owner: string): boolean => users.get(owner)?.['Robot__c'] === 'false';

function touchesByWho(): Map<string, string[]> {
  const touches = new Map<string, string[]>();
  const add = (row: Row, at: string): void => {
    if (at && at <= exportedAt) touches.set(row['WhoId']!, [...(touches.get(row['WhoId']!) ?? []), at]);
  };
  for (const task of liveRowsOf('Task')) {
    const isOurs =
      task['Direction__c'] === 'Outbound' && task['Automated__c'] === 'false' && isPerson(task['OwnerId']!);
    if (isOurs && /^(Call|Email)$/.test(task['TaskSubtype']!)) add(task, task['CompletedDateTime']!);
  }
  for (const event of liveRowsOf('Event')) add(event, event['EndDateTime']!);
  return touches;
}
const touches = touchesByWho();

function assignedFrom(lead: Row, qualified: string): { assigned: string | null; owner: string | null } {
  const changes = ownersOf(lead);
  const then =
    changes.findLast((row) => row['CreatedDate']! <= qualified)?.['NewValue'] ??
    changes[0]?.['OldValue'] ??
    lead['OwnerId']!;
  if (isPerson(then)) return { assigned: qualified, owner: then };
  const next = changes.find((row) => row['CreatedDate']! > qualified && isPerson(row['NewValue']!));
  return { assigned: next?.['CreatedDate'] ?? null, owner: next?.['NewValue'] ?? null };
}

function handoversOfLead(lead: Row): Handover[] {
  const statuses = historyOf(lead).filter((row) => row['Field'] === 'Status');
  const starts: string[] = statuses[0]?.['OldValue'] === 'Qualified' ? [lead['CreatedDate']!] : [];
  for (const row of statuses) {
    const isLater = !starts.length || Date.parse(row['CreatedDate']!) - Date.parse(starts.at(-1)!) > 90 * 86_400_000;
    if (row['NewValue'] === 'Qualified' && isLater) starts.push(row['CreatedDate']!);
  }
  const converted = statuses.find((row) => row['NewValue'] === 'Converted')?.['CreatedDate'] ?? exportedAt;
  const own = [lead['Id']!, lead['ConvertedContactId']!].flatMap((who) => touches.get(who) ?? []);
  return starts.map((qualified, place) => {
    const until = starts[place + 1] ?? '9';
    const first = (...names: string[]): string | null =>
      statuses.find(
        (row) => names.includes(row['NewValue']!) && row['CreatedDate']! >= qualified && row['CreatedDate']! < until,
      )?.['CreatedDate'] ?? null;
    return {
      lead,
      qualified,
      ...assignedFrom(lead, qualified),
      accepted: first('Accepted', 'Converted'),
      rejected: first('Rejected'),
      abandoned: first('Abandoned'),
      touches: own.filter((at) => at <= converted),
      isLast: place === starts.length - 1,
    };
  });
}

export const handovers = leads.flatMap(handoversOfLead);

/** Hours between two instants in which the office was open, from 9 to 17. */
export function openHours(from: string, to: string): number {
  const [start, end] = [Date.parse(from) / 1000, Date.parse(to) / 1000];
  let open = 0;
  for (let day = localDayOf(start); day <= localDayOf(end); day++) {
    if (!isWorkday(day)) continue;
    open += Math.max(0, Math.min(end, instantOf(day, 17 * 3600)) - Math.max(start, instantOf(day, 9 * 3600)));
  }
  return open / 3600;
}
