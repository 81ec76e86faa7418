/** A company in memory: its records as plain rows, what was agreed, and from when one looks at it. */
import { dayOf, plainClock, type PlainClock } from './plain-clock.ts';
import type { Agreement, Term } from '../../src/values/agreement.ts';
import type { Catalogue, Field, RecordKind } from '../../src/values/catalogue.ts';
import type { Day, Period } from '../../src/values/period.ts';
import type { Known, Verdict } from '../../src/values/plain.ts';
import type { Condition, Moment, ValueType } from '../../src/values/tree.ts';

/** A field as the store keeps it: see `FieldType`. */
export type Cell = string | number | null;

export interface PlainRow {
  readonly key: string;
  /** Its place in the order of files and rows. */
  readonly place: number;
  /** By column. */
  readonly cells: Readonly<Record<string, Cell>>;
}

export interface World {
  readonly catalogue: Catalogue;
  readonly agreement: Agreement;
  /** By kind. */
  readonly rows: Readonly<Record<string, readonly PlainRow[]>>;
  /** What a metric came to in a fiscal year; absent where nobody asks. */
  readonly resultOf?: (metric: string, year: string) => number | null;
}

/** What a record answers when it is asked for a value. */
export interface Answer {
  /** Null: empty. Instants are seconds since 1970, days `YYYY-MM-DD`. */
  readonly known: Known | null;
  readonly waits: boolean;
  /** An amount that no rate changes into the reporting currency has gone into it. */
  readonly unpriced?: boolean;
  readonly type: ValueType;
}

/** How conditions, terms and moments of a record are read. Each of these speaks of the others. */
export interface Reader {
  /** Whether conditions hold. Together they wait as soon as one of them does. */
  allHold(at: Standing, conditions: readonly Condition[]): Verdict;
  isOfTerm(at: Standing, term: string): Verdict;
  moment(at: Standing, moment: Moment): Answer;
}

/** How a world is looked at. */
export interface Sight {
  readonly world: World;
  readonly reader: Reader;
  /** The company's zone, with the calendar that business time runs by. */
  readonly clock: PlainClock;
  readonly asOf: number;
  readonly asOfDay: Day;
  /** `until then`: what happened later than `asOf` has not happened, and what has a history is as it was. */
  readonly knows: 'all' | 'until then';
  /** The period that is counted, where things are counted as they stood. */
  readonly counted: Period | null;
  /** How one looks when it is judged what is kept; null: in the same way. */
  readonly judged: Sight | null;
  /** The local date whose rates change amounts into the reporting currency. */
  readonly rateDay: Day | null;
  /** In a conversion: what happened later than this does not count. */
  readonly horizon: Horizon | null;
}

/** The last instant and the last local date of a window; only the date where it starts with a date. Null: it has none. */
export interface Horizon {
  readonly instant: number | null;
  readonly day: Day | null;
  readonly byDay: boolean;
}

/** A record that is looked at. Without a row it is one that a link does not find: everything of it is empty. */
export interface Standing {
  readonly sight: Sight;
  readonly kind: RecordKind;
  readonly row: PlainRow | null;
}

export function sightOf(
  world: World,
  reader: Reader,
  calendar: string,
  asOf: number,
  knows: Sight['knows'] = 'all',
): Sight {
  const found = world.agreement.calendars.find(({ slug }) => slug === calendar);
  const clock = plainClock(world.agreement.company.timeZone, found ?? { slug: calendar, openings: [], holidays: [] });
  return {
    world,
    reader,
    clock,
    asOf,
    asOfDay: dayOf(clock, asOf),
    knows,
    counted: null,
    judged: null,
    rateDay: null,
    horizon: null,
  };
}

export function kindOf(world: World, name: string): RecordKind {
  const kind = world.catalogue.kinds.find((one) => one.name === name);
  if (!kind) throw new Error(`There is no kind "${name}"`);
  return kind;
}

export function fieldOf(kind: RecordKind, name: string): Field {
  const field = kind.fields.find((one) => one.name === name);
  if (!field) throw new Error(`${kind.name} has no field "${name}"`);
  return field;
}

export function termOf(world: World, name: string): Term {
  const term = world.agreement.terms.find((one) => one.name === name);
  if (!term) throw new Error(`There is no term "${name}"`);
  return term;
}

/** All records of a kind, as they are looked at. */
export function recordsOf(sight: Sight, kindName: string): Standing[] {
  const kind = kindOf(sight.world, kindName);
  return (sight.world.rows[kindName] ?? []).map((row) => ({ sight, kind, row }));
}

export const cellOf = ({ row }: Standing, column: string): Cell =>
  row === null ? null : column === 'key' ? row.key : (row.cells[column] ?? null);

const byColumn = new WeakMap<readonly PlainRow[], Map<string, Map<Cell, PlainRow[]>>>();

/** The rows that hold a value in a column, in their order; kept, so that a whole company can be read in reasonable time. */
function rowsWith(rows: readonly PlainRow[], column: string, value: Cell): readonly PlainRow[] {
  const columns = byColumn.get(rows) ?? new Map<string, Map<Cell, PlainRow[]>>();
  byColumn.set(rows, columns);
  const values =
    columns.get(column) ?? Map.groupBy(rows, (row) => (column === 'key' ? row.key : (row.cells[column] ?? null)));
  columns.set(column, values);
  return values.get(value) ?? [];
}

/** The records of a kind that hold one of the values in its column, in their order. */
export function recordsWith(
  sight: Sight,
  kindName: string,
  wanted: readonly (readonly [column: string, value: Cell])[],
): Standing[] {
  const kind = kindOf(sight.world, kindName);
  const all = sight.world.rows[kindName] ?? [];
  const found = wanted.map(([column, value]) => (value === null ? [] : rowsWith(all, column, value)));
  const rows =
    found.length === 1
      ? (found[0] ?? [])
      : [...new Set(found.flat())].toSorted((one, other) => one.place - other.place);
  return rows.map((row) => ({ sight, kind, row }));
}

/** The record that a link leads to; none where the link is empty or names no record. */
function linked(at: Standing, link: string): Standing {
  const { column, type } = fieldOf(at.kind, link);
  if (type.is !== 'link') throw new Error(`${at.kind.name}'s ${link} is no link`);
  const key = cellOf(at, column);
  const kind = kindOf(at.sight.world, type.to);
  const [row] = key === null ? [] : rowsWith(at.sight.world.rows[kind.name] ?? [], 'key', key);
  return { sight: at.sight, kind, row: row ?? null };
}

export const follow = (at: Standing, links: readonly string[]): Standing => links.reduce(linked, at);
