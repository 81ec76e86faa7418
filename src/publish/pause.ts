/** Whom a promise says to pause: a list that lead routing can read as a file. It ranks nobody and judges nobody by few records. */
import { compareText } from '../agreement/compare-text.ts';
import { withArticle } from '../agreement/plural.ts';
import { capital, tie } from '../story/locale/en/forms.ts';
import { fullPeriodWords, notKnown, ofWords } from '../story/locale/en/charts.ts';
import { fewest, judgedFrom } from '../story/mark-of.ts';
import { numbersOf } from '../story/numbers.ts';
import { periodOf } from '../story/subject.ts';
import { isOfRecords } from '../story/traits.ts';
import type { Agreement, Metric } from '../values/agreement.ts';
import type { PauseRule } from '../values/parties.ts';
import { notRecorded } from '../values/breakdown.ts';
import type { Edition, MetricEdition } from '../values/edition.ts';
import type { Day } from '../values/period.ts';
import type { PublishedValue } from '../values/value.ts';
import { apiRow, apiUnits, type ApiRow } from './api-row.ts';
import { csvOf } from './csv.ts';

/** A member below the agreed level for so many periods in a row. */
export interface Paused {
  readonly member: string;
  /** The first day of the first of all the periods in a row. */
  readonly since: Day;
  /** All of them, the newest last. */
  readonly periods: readonly PublishedValue[];
}

/** Who is to be paused by the newest complete periods, by name; null where the promise says nothing of it. */
export function pausedOf({ metric, values }: Pick<MetricEdition, 'metric' | 'values'>): readonly Paused[] | null {
  const rule = metric.promise?.pause;
  if (!rule) return null;
  const ofGrain = values.filter(({ grain, status }) => grain === rule.grain && status === 'complete');
  const complete = ofGrain
    .filter(({ dimension }) => dimension === '')
    .toSorted((one, other) => compareText(other.from, one.from))
    .map(({ period }) => period);
  const members = Map.groupBy(
    ofGrain.filter(({ dimension, member }) => dimension === rule.dimension && member !== notRecorded),
    ({ member }) => member,
  );
  return [...members]
    .flatMap(([member, rows]) => pause(metric, rule, member, inARow(rows, complete)))
    .toSorted((one, other) => compareText(one.member, other.member));
}

/** A member's rows of the newest complete periods, newest first, up to the first period in which it has none. */
function inARow(rows: readonly PublishedValue[], newestFirst: readonly string[]): PublishedValue[] {
  const byPeriod = new Map(rows.map((row) => [row.period, row]));
  const gap = newestFirst.findIndex((period) => !byPeriod.has(period));
  const there = gap === -1 ? newestFirst : newestFirst.slice(0, gap);
  return there.flatMap((period) => byPeriod.get(period) ?? []);
}

function pause(metric: Metric, rule: PauseRule, member: string, newestFirst: readonly PublishedValue[]): Paused[] {
  const isBelow = (row: PublishedValue) =>
    row.value !== null && row.value < rule.below && (judgedFrom(metric, row) ?? row.records) >= fewest;
  const firstOther = newestFirst.findIndex((row) => !isBelow(row));
  const below = firstOther === -1 ? newestFirst : newestFirst.slice(0, firstOther);
  const first = below.at(-1);
  return first && below.length >= rule.periods ? [{ member, since: first.from, periods: below.toReversed() }] : [];
}

/** What was agreed, for the page: whom it pauses, and what ends the pause. */
export function pauseSentences({ grain, said }: PauseRule, counted: string): string[] {
  return [
    `Agreed: ${withArticle(said)} gets no new ${counted}.`,
    `A complete ${grain} that is not below, or has fewer than ten records to judge by, ends the pause.`,
  ];
}

/** How a member did in one period, with the counts that a share is made of: `2024: 9.1%, 1 of 11`. */
export function pausedPeriod(row: PublishedValue, metric: Metric, agreement: Agreement): string {
  const { value, numerator, denominator } = row;
  const counts = isOfRecords(metric) && numerator !== null && denominator !== null;
  const said = value === null ? notKnown : numbersOf(metric, agreement).exact(value);
  return `${capital(fullPeriodWords(periodOf(row)))}: ${said}${counts ? `, ${tie(ofWords(numerator, denominator))}` : ''}`;
}

/** `api/paused/SLUG.json`. */
export function pauseFile({ agreement }: Pick<Edition, 'agreement'>, one: MetricEdition) {
  const rule = one.metric.promise?.pause;
  const units = apiUnits(one.metric, agreement);
  return {
    slug: one.metric.slug,
    title: one.metric.title,
    rule: rule?.said ?? '',
    dimension: rule?.dimension ?? '',
    paused: (pausedOf(one) ?? []).map(({ member, since, periods }) => ({
      member,
      since,
      periods: periods.map((row) => partsOf(apiRow(row, units))),
    })),
  };
}

const partsOf = ({ period, from, to, value, numerator, denominator, records }: ApiRow) => ({
  period, from, to, value, numerator, denominator, records,
}); // prettier-ignore

/** The columns of `SLUG.csv`: one line for each who is to be paused; what has several periods holds them in order, with blanks between. */
const pauseColumns = ['member', 'since', 'periods', 'values', 'numerators', 'denominators', 'records'] as const;

/** `api/paused/SLUG.csv`. */
export function pauseTable(edition: Pick<Edition, 'agreement'>, one: MetricEdition): string {
  return csvOf(
    pauseColumns,
    pauseFile(edition, one).paused.map(({ member, since, periods }) => {
      const all = (part: keyof (typeof periods)[number]) => periods.map((row) => row[part] ?? '').join(' ');
      return [member, since, all('period'), all('value'), all('numerator'), all('denominator'), all('records')];
    }),
  );
}
