/** The marks of any values of any metrics, and those of the values that a company comes to. */
import { inAnyCase, type AnyCase } from './any-case.ts';
import type { Chance } from './chance.ts';
import { plainMark } from './plain-marks.ts';
import { testProperty } from './property.ts';
import { measured } from './two-readings.ts';
import { markOf } from '../../src/story/mark-of.ts';
import type { Metric } from '../../src/values/agreement.ts';
import type { MetricValue } from '../../src/values/value.ts';

testProperty(
  'the marks of what a company comes to are those of a plain reading',
  inAnyCase(async ({ chance, agreement, records, company: { asOf } }) => {
    const { values } = await measured(agreement, records, asOf);
    const metrics = agreement.metrics.map((metric) => signed(chance, metric));
    return values.flatMap((value) => {
      const metric = metrics.find(({ slug }) => slug === value.metric);
      return metric ? unlike(metric, value) : [];
    });
  }),
  25,
);

/** A company has few records: with more of them more is judged. */
testProperty(
  'marks of any values',
  inAnyCase(async ({ chance, agreement }: AnyCase) =>
    agreement.metrics.flatMap((bare) => {
      const metric = signed(chance, bare);
      return Array.from({ length: 60 }, () => anyValue(chance, metric)).flatMap((value) => unlike(metric, value));
    }),
  ),
  60,
);

function unlike(metric: Metric, value: MetricValue): string[] {
  const [told, plain] = [markOf(metric, value), plainMark(metric, value)];
  return told.mark === plain.mark && told.why === plain.why
    ? []
    : [
        `${JSON.stringify(told)}, and plainly ${JSON.stringify(plain)}: ${JSON.stringify(value)} ${JSON.stringify(metric.signatures)}`,
      ];
}

/** The metric as it is, or as a promise with signatures that hold or not; sometimes with a field that nobody keeps. */
function signed(chance: Chance, metric: Metric): Metric {
  const missing = chance.often(1) ? ["lead's score"] : [];
  if (chance.often(5)) return { ...metric, missing };
  const teams = ['sales', 'marketing'] as const;
  const parties = { by: [chance.one(teams)], to: [chance.one([...teams, 'partners'])], ifBroken: [], pause: null };
  const signatures = chance.some([...teams, ...teams, ...teams]).map((team) => ({
    team,
    by: 'A',
    on: '2025-01-01',
    how: 'meeting',
    recordedBy: 'B',
    seal: metric.seal,
    holds: chance.often(8),
    heldUntil: chance.often(2) ? '2026-03-31' : null,
  }));
  return { ...metric, missing, promise: parties, signatures };
}

function anyValue(chance: Chance, metric: Metric): MetricValue {
  const { measure } = metric.wordings[0];
  const isShare = measure.measure === 'share' || measure.measure === 'conversion';
  const waiting = chance.often(5) ? 0 : chance.whole(1, 6);
  const decided = chance.often(7) ? chance.whole(8, 30) : chance.whole(0, 9);
  const kept = Math.min(decided, chance.whole(0, 30));
  const number = measure.measure === 'count' ? decided : chance.often(1) ? null : chance.whole(0, 30);
  const level = (): number => (isShare ? chance.whole(0, 20) / 20 : chance.whole(0, 30));
  return {
    metric: metric.slug,
    grain: 'day',
    period: '2025-03-30',
    from: '2025-03-30',
    to: '2025-03-30',
    dimension: '',
    member: '',
    value: !isShare ? number : decided === 0 ? null : kept / decided,
    numerator: isShare ? kept : null,
    denominator: isShare ? decided : null,
    waiting,
    records: decided + waiting,
    low: null,
    high: null,
    target: chance.often(1) ? null : level(),
    broken: chance.often(5) ? null : level(),
    wording: chance.often(1) ? null : 'the beginning',
    status: chance.often(8) ? (waiting === 0 ? 'complete' : 'waiting') : chance.one(['so far', 'maturing', 'ahead']),
  };
}
