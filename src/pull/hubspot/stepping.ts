/**
 * How a table is gone through, a step a call or so. Everything is listed by id. Changes are searched by the instant of the last one, without paging:
 * each search begins at the last instant that was seen, so that neither the limit of 10,000 results counts, nor do records slip past that change
 * meanwhile and so leave their page.
 */
import { PullFault } from '../pull-fault.ts';
import type { CrmRecord } from './answers.ts';
import type { Stand, StandAt } from './mark.ts';
import { found, listed, type Filter, type Found, type Reading } from './records.ts';
import { millisecondsOf } from './values.ts';

/** How far the table is gone through, and what the next step is. */
export interface Stepped {
  readonly records: readonly CrmRecord[];
  readonly next: Stand;
  /** Records that the steps from this one on give, where HubSpot says. */
  readonly total: number | null;
}

/** What a table's steps are to find. */
export interface Steps {
  readonly reading: Reading;
  /** Seconds since 1970; null: everything. */
  readonly since: number | null;
  /** Whether deleted records are asked for, too: they have no history. */
  readonly withDeleted: boolean;
}

/** Search shows changes late, and may tell a newer instant than the one that it sorted by: within so many milliseconds it is not relied upon. */
const unsettled = 300_000;

export function firstStand({ since }: Steps): Stand {
  return since === null
    ? { step: 'listed', archived: false, after: null }
    : { step: 'changed', from: since * 1000, seen: [] };
}

export function takeStep(steps: Steps, stand: Exclude<Stand, { step: 'end' }>): Promise<Stepped> {
  if (stand.step === 'listed') return listedStep(steps, stand);
  return stand.step === 'changed' ? changedStep(steps, stand) : instantStep(steps, stand);
}

async function listedStep(steps: Steps, { archived, after }: StandAt<'listed'>): Promise<Stepped> {
  const page = await listed(steps.reading, archived, after);
  const { since } = steps;
  const records =
    archived && since !== null ? page.records.filter((record) => wasArchivedSince(record, since)) : page.records;
  if (page.after !== null) return { records, next: { step: 'listed', archived, after: page.after }, total: null };
  return { records, next: archived ? { step: 'end' } : behindLive(steps), total: null };
}

/** Where HubSpot does not say when a record was deleted, it counts as deleted just now. */
function wasArchivedSince({ archivedAt }: CrmRecord, since: number): boolean {
  const at = millisecondsOf(archivedAt ?? '');
  return at === null || at >= since * 1000;
}

function behindLive({ withDeleted }: Steps): Stand {
  return withDeleted ? { step: 'listed', archived: true, after: null } : { step: 'end' };
}

async function changedStep(steps: Steps, { from, seen }: StandAt<'changed'>): Promise<Stepped> {
  const { reading } = steps;
  const { modified } = reading.object;
  const page = await found(reading, [filterOf(modified, 'GTE', from)], modified);
  const { total } = page;
  const records = without(page.records, seen);
  if (page.isLast) return { records, next: behindLive(steps), total };
  someIn(page, reading);
  const last = lastSettled(page.records, reading);
  // A whole page of one instant: its records are told apart by their ids.
  if (last <= from) return { records: [], next: { step: 'instant', from, after: '0', seen }, total };
  const again = page.records.filter((record) => modifiedOf(record, reading) >= last).map(({ id }) => id);
  return { records, next: { step: 'changed', from: last, seen: again }, total };
}

async function instantStep({ reading }: Steps, { from, after, seen }: StandAt<'instant'>): Promise<Stepped> {
  const { modified } = reading.object;
  const filters: readonly Filter[] = [
    filterOf(modified, 'GTE', from),
    filterOf(modified, 'LTE', from),
    { propertyName: 'hs_object_id', operator: 'GT', value: after },
  ];
  const page = await found(reading, filters, 'hs_object_id');
  const records = without(page.records, seen);
  if (page.isLast) return { records, next: { step: 'changed', from: from + 1, seen: [] }, total: null };
  const last = someIn(page, reading);
  if (Number(last.id) <= Number(after)) throw outOfOrder(reading);
  return { records, next: { step: 'instant', from, after: last.id, seen }, total: null };
}

function filterOf(propertyName: string, operator: Filter['operator'], milliseconds: number): Filter {
  return { propertyName, operator, value: String(milliseconds) };
}

function without(records: readonly CrmRecord[], seen: readonly string[]): readonly CrmRecord[] {
  const came = new Set(seen);
  return records.filter(({ id }) => !came.has(id));
}

/** The instant up to which the search surely told everything: the last one that is settled, else the last of all. */
function lastSettled(records: readonly CrmRecord[], reading: Reading): number {
  const settledAt = reading.wire.clock() * 1000 - unsettled;
  const instants = records.map((record) => modifiedOf(record, reading));
  const settled = instants.filter((instant) => instant <= settledAt);
  return Math.max(...(settled.length > 0 ? settled : instants));
}

function modifiedOf(record: CrmRecord, { object }: Reading): number {
  const said = record.properties[object.modified] ?? record.updatedAt ?? '';
  return millisecondsOf(said) ?? Number.NEGATIVE_INFINITY;
}

/** The last record of a page behind which there are more; so it has one. */
function someIn({ records }: Found, reading: Reading): CrmRecord {
  const last = records.at(-1);
  if (!last) throw outOfOrder(reading);
  return last;
}

function outOfOrder({ object, at }: Reading): PullFault {
  const says = `HubSpot's search of ${object.name} says that there are more records, and does not come to them`;
  return new PullFault('machine', says, 'start the pull again', at);
}
