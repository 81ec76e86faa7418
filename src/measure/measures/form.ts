import { sql, type RawBuilder } from 'kysely';
import type { Dialect } from '../../store/dialect.ts';
import type { Measure } from '../../values/agreement.ts';
import type { MetricValue } from '../../values/value.ts';

/** What a group of facts comes to. */
export type Result = Pick<MetricValue, 'value' | 'numerator' | 'denominator'>;

/** What the engine answers for a group, by the names that `aggregates` gave; a group without facts has none. */
export type Aggregated = Readonly<Record<string, number | null | undefined>>;

/** A measure that is computed from facts. See `facts.ts` for their columns. */
export interface FactMeasure {
  /** What is asked of the engine for each group of facts. A local date that it answers becomes the number of days since 1970-01-01. */
  aggregates(dialect: Dialect, how: Measure): Readonly<Record<string, RawBuilder<number | null>>>;
  /** The same of facts that were split among touches, by the same names; `credit` is what one got. Absent: it can't be split. */
  readonly credited?: (credit: RawBuilder<unknown>) => Readonly<Record<string, RawBuilder<number | null>>>;
  /** How the answers for two groups make that for both; null where they can't: the facts of each group are asked for anew. */
  readonly combine: ((one: number, other: number) => number) | null;
  /** The value of a group, that without facts included. */
  result(group: Aggregated): Result;
  /** Whether what waits is a window of the measure's own, so that periods mature. */
  readonly matures: boolean;
}

export const kept = sql.ref('fact.kept');
export const amount = sql.ref('fact.amount');

/** A value of the facts that are decided; null for those that wait. */
export const ofDecided = (value: RawBuilder<unknown>): RawBuilder<number | null> =>
  sql<number | null>`case when ${sql.ref('fact.waits')} = 0 then ${value} end`;

export const sum = (value: RawBuilder<unknown>): RawBuilder<number | null> => sql<number | null>`sum(${value})`;

export const add = (one: number, other: number): number => one + other;

/** A plain value, without parts. */
export const plain = (value: number | null | undefined): Result => ({
  value: value ?? null,
  numerator: null,
  denominator: null,
});
