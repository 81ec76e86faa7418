import type { Expression, RawBuilder } from 'kysely';
import { clockName, type Clock } from '../calendar/clock.ts';
import type { RecordIndex } from '../store/indexes.ts';
import type { Agreement } from '../values/agreement.ts';
import type { Catalogue, RecordKind } from '../values/catalogue.ts';
import type { Day, Period } from '../values/period.ts';
import type { Condition, FieldPath, Value } from '../values/tree.ts';
import type { AsOf } from './series.ts';
import type { MomentSource } from './moment-source.ts';
import type { SqlMoment } from './moments.ts';
import type { Operand, Place } from './place.ts';
import type { Stood } from './stood.ts';
import type { Truth } from './truth.ts';

export interface ClockUse {
  readonly clock: Clock;
  readonly number: number;
  /** Where it starts, by name. */
  readonly anchors: Map<string, MomentSource>;
  days: boolean;
}

/** What compiling an agreement asks of the calendar: filled while metrics are compiled, read when the tables are. */
export interface Demand {
  readonly clocks: Map<string, ClockUse>;
  /** The moments that queries read, by name. */
  readonly moments: Map<string, MomentSource>;
  /** By slug, the calendars whose working days are asked for, whose opening time is, and the hours of whose working days are. */
  readonly workingDays: Set<string>;
  readonly openings: Set<string>;
  readonly workingQuarters: Set<string>;
  /** What records are looked up by, by name: see `indexes-asked.ts`. */
  readonly indexes: Map<string, RecordIndex>;
  /** Which records could be counted at instants, by what is asked of them: see `stood.ts`. */
  readonly stood: Map<string, Stood>;
}

export const noDemand = (): Demand => ({
  clocks: new Map(),
  moments: new Map(),
  workingDays: new Set(),
  openings: new Set(),
  workingQuarters: new Set(),
  indexes: new Map(),
  stood: new Map(),
});

/** The number of a clock in the calendar tables. */
export function useClock(demand: Demand, clock: Clock): ClockUse {
  const name = clockName(clock);
  const known = demand.clocks.get(name);
  if (known) return known;
  const use: ClockUse = { clock, number: demand.clocks.size, anchors: new Map(), days: false };
  demand.clocks.set(name, use);
  return use;
}

/** How sentences are read in a statement; related records read theirs by it again. */
export interface Reader {
  /** A condition of the agreement about the record at a place. */
  truthOf(condition: Condition, place: Place): Truth;
  /** Whether the record at a place is of a term. */
  termTruth(name: string, place: Place): Truth;
  /** A value of the record at a place. */
  valueAt(place: Place, value: Value): Operand;
  /** A value that is a moment. */
  momentOf(place: Place, value: Value): SqlMoment;
}

/** A stretch of time by local dates and by instants (seconds since 1970), both ends inside. */
export interface DaysAndInstants {
  readonly day: { readonly from: Day; readonly to: Day };
  readonly instant: { readonly from: number; readonly to: number };
}

/** All that the parts of one statement share while it is compiled. */
export interface Statement {
  readonly agreement: Pick<Agreement, 'company' | 'terms' | 'figures' | 'orders'>;
  readonly catalogue: Catalogue;
  readonly reader: Reader;
  readonly demand: Demand;
  /** The slug of the calendar that business time runs by. */
  readonly calendar: string;
  /** Seconds since 1970, and the company's local date then. */
  readonly asOf: number;
  readonly asOfDay: Day;
  /** `all`: whatever the records say. `until then`: what happened after the as-of instant has not happened. */
  readonly knows: 'all' | 'until then';
  /** The time as of which it is judged what is kept, where that is later; null: as of the same. */
  readonly judged: AsOf | null;
  /** The period that is counted, by its local dates: of what is counted as things stood; null elsewhere. */
  readonly counted: Pick<Period, 'from' | 'to'> | null;
  /** Only records whose `by` moment lies in here; null: all. */
  readonly among: DaysAndInstants | null;
  /** The local date at which money is changed into the reporting currency; null where the record has none. */
  day: (() => Expression<string>) | null;
  /** What happened after this has not happened: a conversion's window. Null: no such bound. */
  horizon: ((precision: 'day' | 'instant') => SqlMoment) | null;
  /** Fields that are read in each of the ways in which they could be filled, where a record lacks them. None: all is read as it is. */
  readonly needs: readonly FieldPath[];
  /** By column, what stands in such a field where it is empty. */
  readonly filled: Map<string, RawBuilder<unknown>>;
  /** Names of tables and joins in use. */
  readonly aliases: Set<string>;
  /** Names of the record kinds that it reads. */
  readonly kinds: Set<string>;
  /** Fields that hold today's value in the world of then, as no history tells of them: `opportunity's owner`. */
  readonly todays: Set<string>;
}

/** PostgreSQL cuts names after 63 bytes; a number may follow. */
const longestAlias = 58;

/** A name that nothing in the statement has yet. */
export function freshAlias(statement: Statement, wanted: string): string {
  const base = wanted.replaceAll(/[^a-z0-9]+/gi, '_').slice(0, longestAlias);
  let alias = base;
  for (let number = 2; statement.aliases.has(alias); number += 1) alias = `${base}_${number}`;
  statement.aliases.add(alias);
  return alias;
}

/** @throws where the catalogue has no such kind, which the agreement's reader has ruled out. */
export function kindNamed(statement: Statement, name: string): RecordKind {
  const kind = statement.catalogue.kinds.find((one) => one.name === name);
  if (!kind) throw new Error(`no record kind is named "${name}"`);
  statement.kinds.add(name);
  return kind;
}
