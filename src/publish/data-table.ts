/** The tables below the charts: what was measured, in words and exact numbers. */
import { capital } from '../story/locale/en/forms.ts';
import { fullPeriodWords, memberWords, notKnown } from '../story/locale/en/charts.ts';
import { hasSomething } from '../story/figures/compared-period.ts';
import { partLabels } from '../story/outcome-sense.ts';
import { placeAmong } from '../story/member-order.ts';
import { numbersOf, type NumberWords } from '../story/numbers.ts';
import { underLineWords } from './counted-words.ts';
import { sayParts } from './say-parts.ts';
import { usualColumns } from './usual-column.ts';
import { isShare } from '../story/traits.ts';
import { levelOn } from '../story/wording-on.ts';
import type { Agreement, Measure, Metric } from '../values/agreement.ts';
import { isMade } from '../values/made-of.ts';
import type { Grain } from '../values/period.ts';
import type { Mark, MetricValue, PublishedValue } from '../values/value.ts';

export interface DataRow {
  /** A period in words, or a member of a breakdown. */
  readonly head: string;
  /** In the order of the table's columns. */
  readonly cells: readonly string[];
  readonly mark: Mark;
  /** The period that the page's finding speaks of. */
  readonly now: boolean;
  /** Counted by an earlier wording. */
  readonly old: boolean;
}

export interface DataTable {
  /** Names of the cells' columns; a head and a mark stand around them. */
  readonly columns: readonly string[];
  readonly rows: readonly DataRow[];
}

/** What the table is made from. */
export interface Tabled {
  readonly agreement: Agreement;
  readonly metric: Metric;
  readonly values: readonly PublishedValue[];
  /** Every period by today's wording, where there was another before. */
  readonly restated?: readonly MetricValue[];
  /** The name of the period that the page speaks of. */
  readonly now: string | null;
}

interface Column {
  readonly name: string;
  say(value: PublishedValue): string;
}

/** The whole, period by period, newest first, and last the records without a date; what lies ahead is left out. */
export function periodsTable(tabled: Tabled, grain: Grain): DataTable {
  const rows = tabled.values.filter((one) => one.grain === grain && one.dimension === '' && one.status !== 'ahead');
  const undated = tabled.values.filter((one) => one.grain === 'undated' && one.dimension === '');
  const columns = [...columnsOf(tabled), ...usualColumns(tabled, grain)];
  return tableOf(tabled, columns, [...rows.toReversed(), ...undated], (value) => {
    if (value.grain === 'undated') return 'No date';
    const period = capital(fullPeriodWords({ grain, name: value.period, from: value.from, to: value.to }));
    return value.status === 'so far' ? `${period}, so far` : period;
  });
}

/**
 * The members of a breakdown in one period, in the order of their chart; those that it does not draw follow by name, last what is
 * not recorded. What was
 * agreed is left out, for it is the same in every row; so is waiting where nothing waits.
 */
export function membersTable(
  tabled: Tabled,
  { dimension, grain, period, order }: { dimension: string; grain: Grain; period: string; order: readonly string[] },
): DataTable {
  const rows = tabled.values.filter(
    (one) => one.dimension === dimension && one.grain === grain && one.period === period && hasSomething(one),
  );
  const place = placeAmong(order);
  const sorted = rows.toSorted(
    (one, other) => place(one.member) - place(other.member) || one.member.localeCompare(other.member, 'en'),
  );
  const waits = sorted.some((one) => one.waiting > 0);
  const columns = columnsOf(tabled).filter(({ name }) => !wholeOnly.includes(name) && (name !== 'Waiting' || waits));
  return tableOf({ ...tabled, now: null }, columns, sorted, (value) => memberWords(value.member));
}

/** Columns that say the same for every member, or nothing. */
const wholeOnly: readonly string[] = ['Agreed', 'Could be', 'When it closed'];

function tableOf(
  tabled: Tabled,
  columns: readonly Column[],
  values: readonly PublishedValue[],
  head: (value: PublishedValue) => string,
): DataTable {
  const [today] = tabled.metric.wordings;
  return {
    columns: columns.map((column) => column.name),
    rows: values.map((value) => ({
      head: head(value),
      cells: columns.map((column) => column.say(value)),
      mark: value.mark,
      now: value.period === tabled.now,
      old: value.wording !== (today.from ?? 'the beginning'),
    })),
  };
}

const count = new Intl.NumberFormat('en-GB');
const orDash = (amount: number | null, say: (amount: number) => string) => (amount === null ? '–' : say(amount));

function columnsOf({ agreement, metric, values }: Tabled): Column[] {
  const numbers = numbersOf(metric, agreement);
  const value = {
    name: valueName(metric),
    say: (one: PublishedValue) => (one.value === null ? notKnown : numbers.bare.exact(one.value)),
  };
  const agreed = {
    name: 'Agreed',
    say: (one: PublishedValue) => orDash(levelOn(metric, one.to, one.target), (target) => numbers.bare.exact(target)),
  };
  const known = values.filter(({ dimension }) => dimension === '');
  const couldBe = { name: 'Could be', say: (one: PublishedValue) => boundsIn(one, numbers) };
  const whenClosed = {
    name: 'When it closed',
    say: (one: PublishedValue) => orDash(closedValue(one), (then) => numbers.bare.exact(then)),
  };
  return [
    ...partsOf(agreement, metric),
    value,
    ...(known.some(({ low, high }) => low !== high) ? [couldBe] : []),
    ...(known.some((one) => closedValue(one) !== null) ? [whenClosed] : []),
    ...(known.some(({ target }) => target !== null) ? [agreed] : []),
  ];
}

/** The value that the period had when it closed, where it is another today. */
function closedValue({ fixed, value }: PublishedValue): number | null {
  const then = fixed?.value ?? null;
  return then === null || value === null || Math.abs(then - value) <= 1e-9 * Math.max(1, Math.abs(then)) ? null : then;
}

function boundsIn({ low, high }: PublishedValue, numbers: NumberWords): string {
  return low === null || high === null || low === high
    ? '–'
    : `${numbers.bare.exact(low)} to ${numbers.bare.exact(high)}`;
}

const valueNames: Readonly<Record<Measure['measure'], string>> = {
  count: 'Number', 'count different': 'Number', sum: 'Sum', average: 'Average', median: 'Median', percentile: 'Value', smallest: 'Smallest',
  largest: 'Largest', earliest: 'Earliest', latest: 'Latest', share: 'Share', conversion: 'Share', ratio: 'Ratio', difference: 'Difference',
}; // prettier-ignore

function valueName(metric: Metric): string {
  return valueNames[metric.wordings[0].measure.measure];
}

/** What a value is made of: a share's records or amounts, a ratio's two sums, the number of records that a sum adds up. */
function partsOf(agreement: Agreement, metric: Metric): Column[] {
  const { measure } = metric.wordings[0];
  const say = sayParts(metric, agreement);
  const records: Column = { name: 'Records', say: (one) => count.format(one.records) };
  if (isShare(metric) && measure.measure !== 'ratio') {
    const labels = partLabels(metric);
    return [
      records,
      { name: capital(labels.numerator), say: (one) => orDash(one.numerator, say.numerator) },
      { name: capital(labels.rest), say: (one) => orDash(notKept(one), say.denominator) },
      { name: 'Waiting', say: (one) => count.format(one.waiting) },
    ];
  }
  if (measure.measure === 'ratio') {
    const titleOf = (slug: string) => agreement.metrics.find((one) => one.slug === slug)?.title ?? slug;
    return [
      { name: titleOf(measure.of), say: (one) => orDash(one.numerator, say.numerator) },
      {
        name: capital(underLineWords(measure.perIs, titleOf(measure.per))),
        say: (one) => orDash(one.denominator, say.denominator),
      },
    ];
  }
  return measure.measure === 'count' || isMade(measure) ? [] : [records];
}

function notKept({ numerator, denominator }: PublishedValue): number | null {
  return numerator === null || denominator === null ? null : denominator - numerator;
}
