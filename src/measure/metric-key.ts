import { createHash } from 'node:crypto';
import { wordsOf, type CompiledFacts, type CompiledMetric } from './compile.ts';
import type { Demand } from './statement.ts';
import type { AnyTables } from '../store/bulk.ts';
import type { Kysely } from 'kysely';
import type { Agreement } from '../values/agreement.ts';

/** Raised when the same queries come to be counted in another way: what was computed before then is computed anew. */
const version = 2;

/** What a metric's numbers follow from, beside its own definition. */
export interface KeyGround {
  readonly agreement: Pick<Agreement, 'company' | 'calendars' | 'currencies'>;
  /** The keys of the metrics whose results it names. */
  readonly results: readonly string[];
}

/**
 * The same for a metric that comes to the same on the same records: a hash of its queries (and so of all terms, figures, orders and kinds that
 * they follow from), its definition, the instants that it is counted at, and what calendars and rates are made of.
 */
export function metricKey(db: Kysely<AnyTables>, compiled: CompiledMetric, ground: KeyGround): string {
  const { metric, asOf, asOfIsKnown, ends, stretches, todays, basis } = compiled;
  return keyOf([
    version,
    metric,
    asOf,
    asOfIsKnown,
    todays,
    ends.map(({ asOf, judged, counted, inForceOn, serves }) => [asOf, judged, counted, inForceOn, serves]),
    stretches.map(({ grain, running, earlier, asOf, among }) => [grain, running, earlier, asOf, among]),
    queriesOf(db, basis.facts),
    askedOf(basis.demand),
    ground.agreement.company,
    ground.agreement.calendars,
    ground.agreement.currencies,
    ground.results,
  ]);
}

/** A hash of data; where it stands in its file and how it was worded there is not in it. */
export function keyOf(data: unknown): string {
  const text = JSON.stringify(data, (name, value: unknown) => {
    if (name === 'at' || name === 'said') return undefined;
    if (value instanceof Map) return [...value];
    return value instanceof Set ? [...value] : value;
  });
  return createHash('sha256').update(text).digest('hex');
}

function queriesOf(db: Kysely<AnyTables>, { facts, touches, ways }: CompiledFacts): unknown {
  const selects = [...facts, ...touches.values(), ...(ways?.facts ?? [])];
  const words = selects.map((select) => {
    const { sql, parameters } = wordsOf(db, select);
    return [sql, parameters];
  });
  return [words, [...touches.keys()], ways?.fillings];
}

/** What queries ask of the calendar, by name. */
export function askedOf({ clocks, moments, workingDays, openings, workingQuarters }: Demand): unknown {
  const days = [...clocks].map(([name, { anchors, days }]) => [name, [...anchors.keys()], days]);
  return [days, [...moments.keys()], workingDays, openings, workingQuarters];
}
