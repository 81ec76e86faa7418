import { daySeconds, numberOfDay } from '../../calendar/local-date.ts';
import type { LocalTime } from '../../calendar/local-time.ts';
import type { StoredValue } from '../../store/database.ts';
import type { NewStore } from '../../store/open.ts';
import { recordWriter } from '../../store/record-writer.ts';
import { placeOf } from '../load/place.ts';
import type { Source } from '../source.ts';
import { inFileOrder, presence } from './observed-line.ts';
import type { ObservedLine } from './observed-line.ts';
import { calledInHistory } from './with-observed.ts';

/** Where what was observed goes. */
export interface ObservedLoading {
  readonly store: NewStore;
  readonly sources: readonly Source[];
  readonly clock: LocalTime;
  /** The number of a file that no other has: rows need places. */
  readonly file: number;
}

/**
 * The lines of records that are there today and of which no file gives any history, by key; also of those that are gone because they were merged into
 * such a record.
 */
function linesByKey(
  { sqlite }: NewStore,
  kind: string,
  history: string,
  link: string,
  lines: readonly ObservedLine[],
): ReadonlyMap<string, ObservedLine[]> {
  const isThere = sqlite.prepare(`select 1 from "${kind}" where key = ?`);
  const told = new Set(
    sqlite
      .prepare(`select distinct "${link}" as key from "${history}"`)
      .all()
      .map((row) => (row as { key: string }).key),
  );
  const mergedInto = sqlite.prepare('select into_key from merged_name where kind = ? and key = ?').pluck();
  const counts = (key: string): boolean => {
    if (isThere.get(key)) return !told.has(key);
    const into = mergedInto.get(kind, key);
    return typeof into === 'string' && !told.has(into) && !told.has(key);
  };
  const byKey = new Map<string, ObservedLine[]>();
  for (const line of lines.filter((each) => each.kind === kind && each.key !== '').toSorted(inFileOrder)) {
    const known = byKey.get(line.key);
    if (known) known.push(line);
    else if (counts(line.key)) byKey.set(line.key, [line]);
  }
  return byKey;
}

/** Makes the stage changes and field changes that were observed, of the kinds that the sources say are. */
export function loadObserved(loading: ObservedLoading, lines: readonly ObservedLine[]): void {
  const given = loading.sources.flatMap((source) =>
    source.is === 'file' && source.observed === true ? source.gives : [],
  );
  if (given.some(({ record }) => record === 'stage change')) loadStageChanges(loading, lines);
  if (given.some(({ record }) => record === 'field change')) loadFieldChanges(loading, lines);
}

const stageColumns = [
  'place',
  'key',
  'opportunity',
  'from',
  'to',
  'amount',
  'currency',
  'probability',
  'close_date',
  'forecast_category',
  'at',
  'observed',
  'seen_before',
];

/** A row for each time at which anything of the deal was seen changed, with all that held from then on. */
function loadStageChanges({ store, clock, file }: ObservedLoading, lines: readonly ObservedLine[]): void {
  const writer = recordWriter(store.sqlite, 'stage_change', stageColumns);
  const created = store.sqlite.prepare('select created from opportunity where key = ?');
  let row = 0;
  for (const [key, ofDeal] of linesByKey(store, 'opportunity', 'stage_change', 'opportunity', lines)) {
    const since = instantOf((created.get(key) as { created: StoredValue } | undefined)?.created ?? null, clock);
    const held = new Map<string, string>();
    let first = true;
    for (const group of groupedByTime(ofDeal)) {
      const from = held.get('stage') ?? '';
      for (const { field, to } of group) held.set(field, to);
      const at = group[0]?.at ?? 0;
      const before = group.find(({ seenBefore }) => seenBefore !== null)?.seenBefore ?? null;
      // What a deal was first seen with it is taken to have had from the beginning: nobody saw it otherwise.
      const happened = first && since !== null && since < at ? since : at;
      row += 1;
      writer.insert([
        placeOf(file, row),
        `${key}-${at}`,
        key,
        orNull(from),
        orNull(held.get('stage')),
        ...worthOf(held),
        happened,
        1,
        before,
      ]);
      first = false;
    }
  }
}

/** amount, currency, probability, close date, forecast category */
function worthOf(held: ReadonlyMap<string, string>): StoredValue[] {
  const [amount = '', currency = ''] = (held.get('amount') ?? '').split(' ');
  const [chance, day, category] = ['probability', 'closed', 'forecast category'].map((field) =>
    orNull(held.get(field)),
  );
  return [
    amount === '' ? null : Number(amount),
    orNull(currency),
    chance === null ? null : Number(chance),
    day ?? null,
    category ?? null,
  ];
}

/** A deal's lines of each time; that it was there or not is no row of its history. */
function groupedByTime(lines: readonly ObservedLine[]): ObservedLine[][] {
  const groups: ObservedLine[][] = [];
  for (const line of lines.filter(({ field }) => field !== presence)) {
    const last = groups.at(-1);
    if (last?.[0]?.at === line.at) last.push(line);
    else groups.push([line]);
  }
  return groups;
}

const changeColumns = ['place', 'key', 'lead', 'field', 'from', 'to', 'at', 'observed', 'seen_before'];

/** A row for each change. What a lead was first seen with is none: a history of leads has no such rows. */
function loadFieldChanges({ store, sources, file }: ObservedLoading, lines: readonly ObservedLine[]): void {
  const writer = recordWriter(store.sqlite, 'field_change', changeColumns);
  const names = new Map(['status', 'owner'].map((field) => [field, calledInHistory(sources, field)]));
  let row = 0;
  for (const [key, ofLead] of linesByKey(store, 'lead', 'field_change', 'lead', lines)) {
    for (const { field, from, to, at, seenBefore } of ofLead) {
      const name = names.get(field);
      if (name === undefined || seenBefore === null) continue;
      row += 1;
      writer.insert([
        placeOf(file, row),
        `${key}-${field}-${at}`,
        key,
        name,
        orNull(from),
        orNull(to),
        at,
        1,
        seenBefore,
      ]);
    }
  }
}

function orNull(text: string | undefined): string | null {
  return text === undefined || text === '' ? null : text;
}

/** A moment as an instant; a day begins with its start. */
function instantOf(moment: StoredValue, clock: LocalTime): number | null {
  return typeof moment === 'string' ? clock.instant(numberOfDay(moment) * daySeconds) : moment;
}
