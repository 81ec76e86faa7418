/** Leads, the people behind them, and the handovers that their history tells, from the raw rows. */
import { addDays, clockOf, dayOf, instantAt } from './plain-time.ts';
import { instantOf, isYes, type Row } from './plain-rows.ts';

export interface Change {
  readonly lead: string;
  readonly field: 'Status' | 'Owner';
  readonly from: string;
  readonly to: string;
  readonly at: number;
}

export interface Handover {
  readonly lead: Row;
  /** 1, 2, ...: a person who comes back after the agreed window is handed over again. */
  readonly time: number;
  readonly qualified: number;
  readonly assigned: number | null;
  readonly owner: string | null;
  readonly accepted: number | null;
  readonly rejected: number | null;
  readonly reason: string;
}

/** The lead that a lead was merged into, and so on to the one that is left. */
export function survivorOf(id: string, rows: ReadonlyMap<string, Row>): string {
  let here = id;
  for (let steps = 0; steps < 10; steps += 1) {
    const master = rows.get(here)?.MasterRecordId;
    if (!master) return here;
    here = master;
  }
  throw new Error(`merged in a circle: ${id}`);
}

/** The status and owner changes of LeadHistory in order of time, owners by id. */
export function changesOf(history: readonly Row[]): Change[] {
  const changes: Change[] = [];
  for (const row of history) {
    if (!row.Id || !row.LeadId || isYes(row.IsDeleted)) continue;
    const owner = row.Field === 'Owner' && row.DataType === 'EntityId';
    if (row.Field !== 'Status' && !owner) continue;
    const at = instantOf(row.CreatedDate);
    if (at === null) continue;
    changes.push({ lead: row.LeadId, field: owner ? 'Owner' : 'Status', from: row.OldValue!, to: row.NewValue!, at });
  }
  return changes.sort((a, b) => a.at - b.at);
}

/** The end of the time in which coming back is no new handover: 90 days later at the same clock time. */
function windowEnd(qualified: number): number {
  return instantAt(addDays(dayOf(qualified), 90), clockOf(qualified));
}

/** When a lead came into a status: at creation if its first change left that status, or if it has no change and holds it. */
function entriesInto(status: string, lead: Row, changes: readonly Change[]): number[] {
  const own = changes.filter((change) => change.field === 'Status');
  const atCreation = own.length > 0 ? own[0]!.from : lead.Status;
  const entries = own.filter((change) => change.to === status && change.from !== status).map((change) => change.at);
  return atCreation === status ? [instantOf(lead.CreatedDate)!, ...entries] : entries;
}

/** Who owned a lead, from when: at creation, then by each change. */
function ownersOf(lead: Row, changes: readonly Change[]): { owner: string; from: number }[] {
  const own = changes.filter((change) => change.field === 'Owner');
  const first = own.length > 0 ? own[0]!.from : lead.OwnerId!;
  return [
    { owner: first, from: instantOf(lead.CreatedDate)! },
    ...own.map((change) => ({ owner: change.to, from: change.at })),
  ];
}

/** The first human owner from an instant on, and since when: from the instant itself if the owner then was one. */
function firstHuman(
  owners: readonly { owner: string; from: number }[],
  instant: number,
  isHuman: (user: string) => boolean,
): { owner: string; at: number } | null {
  const then = owners.findLast((entry) => entry.from <= instant) ?? owners[0]!;
  if (isHuman(then.owner)) return { owner: then.owner, at: instant };
  const later = owners.find((entry) => entry.from > instant && isHuman(entry.owner));
  return later ? { owner: later.owner, at: later.from } : null;
}

interface Person {
  readonly leads: Row[];
}

/** Leads of one e-mail address, and those merged into them, are one person. */
function peopleOf(leads: readonly Row[], survivor: (id: string) => string): Person[] {
  const group = new Map<string, string>();
  const find = (name: string): string => {
    const up = group.get(name);
    return up === undefined || up === name ? name : find(up);
  };
  for (const lead of leads) {
    const id = `id ${survivor(lead.Id!)}`;
    const mail = lead.Email?.trim() ? `mail ${lead.Email.trim().toLowerCase()}` : id;
    group.set(find(id), find(mail));
    group.set(find(`lead ${lead.Id}`), find(id));
  }
  const people = new Map<string, Person>();
  for (const lead of leads) {
    const name = find(`lead ${lead.Id}`);
    if (!people.has(name)) people.set(name, { leads: [] });
    people.get(name)!.leads.push(lead);
  }
  return [...people.values()];
}

/** The handovers of all people. `leads` are the rows that are left, and those that were merged into one of them. */
export function handoversOf(
  leads: readonly Row[],
  changes: readonly Change[],
  isHuman: (user: string) => boolean,
): Handover[] {
  const rows = new Map(leads.map((lead) => [lead.Id!, lead]));
  const survivor = (id: string): string => survivorOf(id, rows);
  const ofLead = Map.groupBy(changes, (change) => change.lead);
  const handovers: Handover[] = [];
  for (const person of peopleOf(leads, survivor)) {
    const entries = person.leads
      .flatMap((lead) => entriesInto('Qualified', lead, ofLead.get(lead.Id!) ?? []).map((at) => ({ lead, at })))
      .sort((a, b) => a.at - b.at);
    const starts: typeof entries = [];
    for (const entry of entries) {
      const last = starts.at(-1);
      if (!last || entry.at > windowEnd(last.at)) starts.push(entry);
    }
    const statuses = (status: string): number[] =>
      person.leads.flatMap((lead) => entriesInto(status, lead, ofLead.get(lead.Id!) ?? [])).sort((a, b) => a - b);
    starts.forEach(({ lead, at }, index) => {
      const until = starts[index + 1]?.at ?? Infinity;
      const firstIn = (status: string): number | null =>
        statuses(status).find((entered) => entered >= at && entered < until) ?? null;
      const human = firstHuman(ownersOf(lead, ofLead.get(lead.Id!) ?? []), at, isHuman);
      const left = rows.get(survivor(lead.Id!))!;
      const isLast = !starts.slice(index + 1).some((later) => survivor(later.lead.Id!) === left.Id);
      handovers.push({
        lead: left,
        time: index + 1,
        qualified: at,
        assigned: human?.at ?? null,
        owner: human?.owner ?? null,
        accepted: firstIn('Accepted'),
        rejected: firstIn('Rejected'),
        reason: isLast ? left.Rejection_Reason__c! : '',
      });
    });
  }
  return handovers;
}
