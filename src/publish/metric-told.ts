/** One metric on a screen: its numbers with what they are made of, so that a person can check them against the CRM. */
import { sayCondition } from '../agreement/words.ts';
import { measureWords, periodSentences } from './counted-words.ts';
import { membersTable, periodsTable, type DataTable } from './data-table.ts';
import { textTable, withPlainBlanks } from './text-table.ts';
import { capital, listed, sentence } from '../story/locale/en/forms.ts';
import { fullPeriodWords } from '../story/locale/en/charts.ts';
import { agreedOrder } from '../story/member-order.ts';
import { markWord } from '../story/mark-words.ts';
import { numbersOf } from '../story/numbers.ts';
import type { Edition, MetricEdition } from '../values/edition.ts';
import type { Grain } from '../values/period.ts';
import type { PublishedValue } from '../values/value.ts';

/** How many periods are shown, by the grain that is shown: the first of these that the metric is counted by. */
const shownOf: readonly (readonly [grain: Grain, periods: number])[] = [
  ['month', 13],
  ['quarter', 8],
  ['year', 5],
  ['day', 1],
  ['all', 1],
];

/** The most members of a breakdown that a screen shows. */
const mostMembers = 20;

/** A metric's words, its newest periods, and the members of its latest complete one, in lines of plain text. Null: the edition has no such metric. */
export function tellMetric(edition: Edition, slug: string): string | null {
  const { agreement, catalogue, metrics } = edition;
  const one = metrics.find(({ metric }) => metric.slug === slug);
  if (!one) return null;
  const { metric, reading, values, finding } = one;
  const { words } = metric;
  const { keptWhen } = metric.wordings[0];
  const counted = measureWords(metric.wordings[0], { agreement, catalogue });
  const head = [
    metric.title,
    ...(words.measured ? [sentence(words.measured)] : []),
    `How it is counted: ${[counted, ...periodSentences(metric, { agreement, catalogue })].join(' ')}`,
    ...keptWhen.map((condition) => `Kept when: ${sayCondition(condition)}`),
  ].map(withPlainBlanks);
  if (reading.missing.length > 0) return [...head, `No source maps ${listed(reading.missing)}.`].join('\n');
  const [grain, most] = shownOf.find(([of]) => values.some((value) => value.grain === of)) ?? ['month', 13];
  const tabled = { agreement, metric, values, now: null };
  const table = periodsTable(tabled, grain);
  const { leftOut } = numbersOf(metric, agreement);
  const periods = withMarks(capital(leftOut === '' ? 'period' : `in ${leftOut}`), table, most);
  return [...head, withPlainBlanks(finding.title.words), '', ...periods, ...membersOf(one, grain, edition)].join('\n');
}

/** Each breakdown in the latest period that is over and complete; else in the newest that has a value. */
function membersOf({ metric, values }: MetricEdition, grain: Grain, { agreement, catalogue }: Edition): string[] {
  const whole = values.filter((value) => value.grain === grain && value.dimension === '' && value.status !== 'ahead');
  const period = whole.findLast(({ status }) => status === 'complete') ?? whole.at(-1);
  if (!period) return [];
  return metric.breakdowns.flatMap((breakdown) => {
    const { dimension } = breakdown;
    const order = agreedOrder(breakdown, agreement, catalogue);
    const tabled = { agreement, metric, values, now: null };
    const table = membersTable(tabled, { dimension, grain, period: period.period, order });
    if (table.rows.length === 0) return [];
    const more = table.rows.length - mostMembers;
    return [
      '',
      `${inWords(period)}, by ${dimension}`,
      ...withMarks(capital(dimension), table, mostMembers),
      ...(more > 0 ? [`and ${more} more`] : []),
    ];
  });
}

const inWords = ({ grain, period, from, to }: PublishedValue): string =>
  withPlainBlanks(capital(fullPeriodWords({ grain, name: period, from, to })));

/** The columns of the site's own table, with the mark in words. */
function withMarks(head: string, { columns, rows }: DataTable, most: number): string[] {
  return textTable([
    [head, ...columns, 'Mark'],
    ...rows.slice(0, most).map((row) => [row.head, ...row.cells, markWord(row.mark)]),
  ]);
}
