/** The records behind any number add up to it. */
import { inAnyCase } from './any-case.ts';
import type { Chance } from './chance.ts';
import { testProperty } from './property.ts';
import { catalogue } from './readable.ts';
import { inStore } from './two-readings.ts';
import { measure } from '../../src/measure/measure.ts';
import { recordsBehind, type RecordBehind } from '../../src/measure/records-behind.ts';
import type { Agreement, Metric } from '../../src/values/agreement.ts';
import type { MetricValue } from '../../src/values/value.ts';

/** So many numbers of a company are looked behind. */
const most = 12;

testProperty(
  'the records behind a number add up to it',
  inAnyCase(({ chance, agreement, records, company: { asOf } }) =>
    inStore(records, asOf, async (db) => {
      const { values } = await measure({ db, agreement, catalogue });
      const found: string[] = [];
      for (const { metric, value } of someOf(chance, agreement, values)) {
        const member = value.dimension === '' ? {} : { member: { dimension: value.dimension, name: value.member } };
        const period = value.period;
        const behind = await recordsBehind({ db, agreement, catalogue, metric: metric.slug, period, ...member });
        found.push(...unlike(metric, value, behind));
      }
      return found;
    }),
  ),
);

/** Values of what adds up over records: parts of one as often as wholes. */
function someOf(
  chance: Chance,
  { metrics }: Agreement,
  values: readonly MetricValue[],
): { metric: Metric; value: MetricValue }[] {
  const found = metrics.filter(({ wordings: [{ measure }] }) =>
    ['count', 'sum', 'share', 'conversion'].includes(measure.measure),
  );
  const all = found.flatMap((metric) =>
    values.flatMap((value) => (value.metric === metric.slug && value.records > 0 ? [{ metric, value }] : [])),
  );
  const first = chance.whole(0, Math.max(0, all.length - 1));
  const step = Math.max(1, Math.floor(all.length / most));
  return Array.from(
    { length: Math.min(most, all.length) },
    (_, index) => all[(first + index * step) % all.length],
  ).filter((one) => one !== undefined);
}

/** Where the records come to something else than the value, a line each. */
function unlike(metric: Metric, value: MetricValue, behind: readonly RecordBehind[]): string[] {
  const { measure } = metric.wordings[0];
  const isCredited = metric.breakdowns.some(
    ({ dimension, credit }) => credit && value.dimension !== '' && value.dimension.startsWith(dimension),
  );
  const inAmounts = isCredited || measure.measure === 'sum' || ('countedIn' in measure && measure.countedIn !== null);
  const come = (...states: RecordBehind['state'][]): number =>
    behind
      .filter(({ state }) => states.includes(state))
      .reduce((sum, { amount }) => sum + (inAmounts ? Number(amount ?? 0) : 1), 0);
  const isShare = measure.measure === 'share' || measure.measure === 'conversion';
  const pairs: [string, number | null, number][] = [
    ['records', value.records, behind.length],
    ['different records', value.records, new Set(behind.map(({ key }) => key)).size],
    ['waiting', value.waiting, behind.filter(({ state }) => state === 'waiting').length],
    ...(isShare
      ? ([
          ['in time', value.numerator, come('in time')],
          ['in time and late', value.denominator, come('in time', 'late')],
        ] as [string, number | null, number][])
      : ([['value', value.value, come('counted')]] as [string, number | null, number][])),
  ];
  const where = [value.metric, value.grain, value.period, value.dimension, value.member].join(' ');
  return pairs.flatMap(([what, told, sum]) =>
    told === null || Math.abs(told - sum) <= 1e-6 * Math.max(1, Math.abs(told))
      ? []
      : [`${where}: ${what} ${told}, and behind it ${sum}: ${JSON.stringify(behind)}`],
  );
}
