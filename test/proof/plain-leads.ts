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
  /** Whoever held the lead, from when on, in order. */
  readonly owners: readonly { readonly owner: string; readonly from: number }[];
  readonly accepted: number | null;
  readonly rejected: number | null;
  readonly abandoned: number | null;
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
function entriesInto(statuses: readonly string[], lead: Row, changes: readonly Change[]): number[] {
  const own = changes.filter((change) => change.field === 'Status');
  const atCreation = own.length > 0 ? own[0]!.from : lead.Status;
  const entries = own
    .filter((change) => statuses.includes(change.to) && change.from !== change.to)
    .map((change) => change.at);
  return statuses.includes(atCreation!) ? [instantOf(lead.CreatedDate)!, ...entries] : entries;
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

/** Leads of one e-mail address, and those merged into them, are one person: the leads that are left of each. */
function peopleOf(leads: readonly Row[], survivor: (id: string) => string): Row[][] {
  const group = new Map<string, string>();
  const find = (name: string): string => {
    const up = group.get(name);
    return up === undefined || up === name ? name : find(up);
  };
  for (const lead of leads) {
    const id = `id ${survivor(lead.Id!)}`;
    const mail = lead.Email?.trim() ? `mail ${lead.Email.trim().toLowerCase()}` : id;
    group.set(find(id), find(mail));
  }
  const left = leads.filter((lead) => !lead.MasterRecordId);
  return [...Map.groupBy(left, (lead) => find(`id ${lead.Id}`)).values()];
}

/** The handovers of all people. `leads` are the rows that are left, and those that were merged into one of them. */
export function handoversOf(
  leads: readonly Row[],
  changes: readonly Change[],
  isHuman: (user: string) => boolean,
): Handover[] {
  const rows = new Map(leads.map((lead) => [lead.Id!, lead]));
  const survivor = (id: string): string => survivorOf(id, rows);
  // What happened to a lead that was merged happened to the one that is left.
  const ofLead = Map.groupBy(changes, (change) => survivor(change.lead));
  return peopleOf(leads, survivor).flatMap((own) =>
    handoversOfPerson(own, (lead) => ofLead.get(lead.Id!) ?? [], isHuman),
  );
}

function handoversOfPerson(
  leads: readonly Row[],
  changesIn: (lead: Row) => readonly Change[],
  isHuman: (user: string) => boolean,
): Handover[] {
  const entries = (...statuses: string[]): { lead: Row; at: number }[] =>
    leads
      .flatMap((lead) => entriesInto(statuses, lead, changesIn(lead)).map((at) => ({ lead, at })))
      .sort((a, b) => a.at - b.at);
  const starts: { lead: Row; at: number }[] = [];
  for (const entry of entries('Qualified')) {
    const last = starts.at(-1);
    if (!last || entry.at > windowEnd(last.at)) starts.push(entry);
  }
  return starts.map(({ lead, at }, index) => {
    const until = starts[index + 1]?.at ?? Infinity;
    const firstIn = (...statuses: string[]): { lead: Row; at: number } | undefined =>
      entries(...statuses).find((entry) => entry.at >= at && entry.at < until);
    const rejection = firstIn('Rejected');
    const owners = ownersOf(lead, changesIn(lead));
    const human = firstHuman(owners, at, isHuman);
    // What a lead says of its rejection is what holds today, so it is that of the lead's last handover.
    const rejectedLead = rejection?.lead ?? lead;
    const isItsLast = !starts.slice(index + 1).some((later) => later.lead === rejectedLead);
    return {
      lead,
      time: index + 1,
      qualified: at,
      assigned: human?.at ?? null,
      owner: human?.owner ?? null,
      owners,
      // Whoever converts a lead has taken it.
      accepted: firstIn('Accepted', 'Converted')?.at ?? null,
      rejected: rejection?.at ?? null,
      abandoned: firstIn('Abandoned')?.at ?? null,
      reason: isItsLast ? rejectedLead.Rejection_Reason__c! : '',
    };
  });
}
