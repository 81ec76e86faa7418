/** A second way to a company's numbers: plain SQL over the raw files, written by hand beside the agreement and not after it. */
import type Database from 'better-sqlite3';
import type { MetricValue } from '../../../src/values/value.ts';

/** What is counted, from which rows, in which parts. Everything is an SQL expression; a yes or no is 1 or 0. */
interface Rows {
  readonly from: string;
  readonly where?: string;
  /** By dimension; an empty text is 'Not recorded'. */
  readonly by?: Readonly<Record<string, string>>;
  /** By dimension, where several share what a row is worth: a row for each of them, and its part. */
  readonly credit?: Readonly<Record<string, { readonly from: string; readonly member: string; readonly sum: string }>>;
  /** Of what is undecided. */
  readonly waits?: string;
  /** The day as of which it is known last, where it is not that of the others. */
  readonly asOf?: string;
  /** The finest grain; `month`, if not said. */
  readonly finest?: 'day' | 'month';
}

/**
 * By which day a row lies in a period: `YYYY-MM-DD`, or null or '' where it has no date. Or since when it stood, and before when no longer ('': it
 * still does); then `ends.last` is the day as of which the others speak. Frozen, it is the day before the period, whose own last one is `ends.over`.
 * Or it is counted once, whenever it was.
 */
type Dated =
  | { readonly once: true }
  | { readonly day: string }
  | { readonly since: string; readonly until: string; readonly frozen?: true };

/** What the rows come to. Amounts are cents; a share may be weighed. */
type Measured =
  | { readonly count: true }
  | { readonly sum: string }
  | { readonly average: string }
  | { readonly median: string }
  | { readonly kept: string; readonly weight?: string };

/** A metric in SQL; or one that is made of two others; or one over a target. */
export type PlainQuery = (Rows & Dated & Measured) | MadeOfTwo | OverTarget;

/** One over or less another, of the whole and by these dimensions. */
type MadeOfTwo = { readonly of: string; readonly by?: readonly string[] } & (
  { readonly per: string } | { readonly less: string }
);

/** By metric's slug. */
export type PlainQueries = Readonly<Record<string, PlainQuery>>;

/** Where, and what: value, numerator, denominator, waiting, records. */
type Answer = readonly [
  place: string,
  value: number | null,
  numerator: number | null,
  denominator: number | null,
  waiting: number,
  records: number,
];

/** What a query says, in every period and of every part, of what was known by the end of a day. */
export function askedOf(db: Database.Database, queries: PlainQueries, slug: string, asOf: string): Answer[] {
  const query = queries[slug]!;
  if ('target' in query) return overTarget(db, queries, query, asOf);
  if ('of' in query) return madeOfTwo(db, queries, query, asOf);
  const parts = Object.entries({ '': `''`, ...query.by });
  const known = query.asOf ?? asOf;
  const credits = Object.entries(query.credit ?? {});
  return [
    ...parts.flatMap(([dimension, member]) => askedOfPart(db, query, dimension, member, known)),
    ...credits.flatMap(([dimension, { member, ...part }]) => {
      return askedOfPart(db, { ...query, ...part }, dimension, member, known);
    }),
  ].sort(byPlace);
}

interface Row {
  readonly period: string;
  readonly member: string;
  readonly records: number;
  readonly known: number;
  readonly value: number | null;
  readonly kept: number | null;
  readonly decided: number | null;
  readonly waiting: number;
}

function askedOfPart(
  db: Database.Database,
  query: Rows & Dated & Measured,
  dimension: string,
  member: string,
  asOf: string,
): Answer[] {
  const value = 'average' in query ? 'avg(amount)' : 'median' in query ? reached : 'total(amount)';
  const named = `case when coalesce(${member}, '') = '' then 'Not recorded' else ${member} end`;
  const rows = db
    .prepare(
      `with placed as (${inPeriods(query, dimension === '' ? member : named, asOf)})
       select period, member, count(*) as records, count(amount) as known, ${value} as value, sum(waits) as waiting,
              total(case when not waits then kept * weight end) as kept,
              total(case when not waits then weight end) as decided
         from placed group by period, member`,
    )
    .all() as Row[];
  return rows.map((row): Answer => {
    const place = `${row.period} | ${dimension} | ${row.member}`;
    if ('kept' in query)
      return [place, row.decided ? row.kept! / row.decided : null, row.kept, row.decided, row.waiting, row.records];
    return [place, row.known === 0 && !('sum' in query) ? null : row.value, null, null, 0, row.records];
  });
}

/** Each row once for every period that it counts in, all time among them. */
function inPeriods(query: Rows & Dated & Measured, member: string, asOf: string): string {
  const { from, where = '1', waits = '0', finest = 'month' } = query;
  const [kept, weight] = 'kept' in query ? [query.kept, query.weight ?? '1'] : ['1', '1'];
  const columns = `${member} as member, ${amountOf(query)} as amount, ${weight} as weight, ${waits} as waits, ${kept} as kept`;
  const grains = `(${finest === 'day' ? `'day', 'week', ` : ''}'month', 'quarter', 'year')`;
  if ('once' in query) return `select 'all' as period, ${columns} from ${from} where ${where}`;
  if ('day' in query) {
    return `select period, ${columns} from ${from} join calendar on calendar.day = ${query.day} and grain in ${grains} where ${where}
      union all select 'all', ${columns} from ${from} where ${where}
      union all select 'undated', ${columns} from ${from} where ${where} and coalesce(${query.day}, '') = ''`;
  }
  const { since, until, frozen } = query;
  const begun = `from period where grain in ${grains} and first <= '${asOf}'`;
  const ends = frozen
    ? `select period, date(first, '-1 day') as last, last as over ${begun}`
    : `select period, min(last, '${asOf}') as last ${begun} union all select 'all', '${asOf}'`;
  return `select ends.period, ${columns} from ${from} join (${ends}) as ends
      on ${since} <> '' and ${since} <= ends.last and (${until} = '' or ${until} > ends.last) where ${where}`;
}

function amountOf(query: Measured): string {
  if ('sum' in query) return query.sum;
  if ('average' in query) return query.average;
  return 'median' in query ? query.median : '1';
}

/** What is not over counts as this long; the median is not reached where such lie in the middle. */
export const notOver = '1e12';
const reached = 'case when median(amount) < 1e9 then median(amount) end';

/** One over a target, or over what another still has to reach of it. */
interface OverTarget {
  readonly of: string;
  /** By period's name; null: none was agreed. */
  readonly target: (period: string) => number | null;
  readonly less?: string;
}

/** Where no target is or nothing of it is still to come, nothing is known. */
function overTarget(
  db: Database.Database,
  queries: PlainQueries,
  { of, target, less }: OverTarget,
  asOf: string,
): Answer[] {
  const come = new Map(less ? askedOf(db, queries, less, asOf).map(([place, value]) => [place, value]) : []);
  const wholes = askedOf(db, queries, of, asOf).filter(([place]) => place.endsWith(' |  | '));
  return wholes.map(([place, value, , , , records]): Answer => {
    const agreed = target(place.split(' |')[0]!);
    const below = agreed === null ? null : agreed - (come.get(place) ?? 0);
    return [place, below !== null && below > 0 ? value! / below : null, value, below, 0, records];
  });
}

/** So much a month. */
export function eachMonth(amount: number): (period: string) => number | null {
  return (period) =>
    period === 'all' ? null : amount * (/^FY\d+$/.test(period) ? 12 : period.startsWith('FY') ? 3 : 1);
}

/** Wherever either is something; what the other lacks is nothing. */
function madeOfTwo(db: Database.Database, queries: PlainQueries, query: MadeOfTwo, asOf: string): Answer[] {
  const isAsked = ([place]: Answer): boolean => ['', ...(query.by ?? [])].includes(place.split(' | ')[1]!);
  const valuesOf = (slug: string) =>
    new Map(
      askedOf(db, queries, slug, asOf)
        .filter(isAsked)
        .map((answer) => [answer[0], answer]),
    );
  const [tops, bottoms] = [valuesOf(query.of), valuesOf('per' in query ? query.per : query.less)];
  return [...new Set([...tops.keys(), ...bottoms.keys()])]
    .map((place): Answer => {
      const [top, bottom] = [tops.get(place)?.[1] ?? 0, bottoms.get(place)?.[1] ?? 0];
      const records = tops.get(place)?.[5] ?? 0;
      if ('less' in query) return [place, top - bottom, null, null, 0, records + (bottoms.get(place)?.[5] ?? 0)];
      return [place, bottom === 0 ? null : top / bottom, top, bottom, 0, records];
    })
    .sort(byPlace);
}

/** What the run says at the same places. */
export function saidOf(values: readonly MetricValue[], metric: string): Answer[] {
  return values
    .filter((one) => one.metric === metric)
    .filter((one) => one.records > 0 || one.numerator || one.denominator)
    .map((one): Answer => [
      `${one.period} | ${one.dimension} | ${one.member}`,
      one.value,
      one.numerator,
      one.denominator,
      one.waiting,
      one.records,
    ])
    .sort(byPlace);
}

/** Without the last digits, in which sums of the same numbers differ by their order. */
export function rounded(answers: readonly Answer[]): Answer[] {
  const round = (number: number | null): number | null => (number === null ? null : Number(number.toPrecision(12)));
  return answers.map(([place, value, above, below, waiting, records]) => {
    return [place, round(value), round(above), round(below), waiting, records];
  });
}

function byPlace(a: Answer, b: Answer): number {
  return a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0;
}
