import { expect, test } from 'vitest';
import { metricFile, metricsFile, metricTable } from '../../../src/publish/api.ts';
import { level, edition, metric, value } from './small-edition.ts';

const money = { unit: 'money', currency: 'EUR' } as const;
const one = <T>(list: readonly T[]): T => {
  const [first] = list;
  if (first === undefined) throw new Error('The list is empty.');
  return first;
};

test('a table file has the agreed columns in the agreed order', () => {
  const all = edition([metric('kept')], [value('kept')]);
  const [header, row] = metricTable(all, one(all.metrics)).split('\r\n');
  expect(header).toBe(
    'grain,period,from,to,value,numerator,denominator,waiting,records,low,high,mark,why,target,dimension,member,wording,status,unit',
  );
  expect(row).toBe('month,2026-10,2026-10-01,2026-10-31,0.75,15,20,0,20,,,broken,,0.9,,,the beginning,complete,share');
});

test('money stands in major units, its target too', () => {
  const target = { way: 'at least', level: level(6_000_000), said: 'at least 60,000 EUR a month' } as const;
  const won = metric(
    'won',
    { unit: money },
    { measure: { measure: 'sum', of: metric('x').by! }, target, broken: null },
  );
  const all = edition(
    [won],
    [value('won', { value: 6_123_456, numerator: null, denominator: null, target: 6_000_000, broken: null })],
  );
  const [row] = metricFile(all, one(all.metrics)).values;
  expect(row).toMatchObject({ value: 61_234.56, target: 60_000, unit: 'EUR', mark: 'kept' });
});

test('the sums of a ratio stand in the units of the metrics that it divides', () => {
  const ratio = metric(
    'effect',
    { unit: { unit: 'times' } },
    { measure: { measure: 'ratio', of: 'won', per: 'spent', perIs: 'value' }, target: null },
  );
  const parts = ['won', 'spent'].map((slug) => metric(slug, { unit: money }));
  const all = edition([ratio, ...parts], [value('effect', { value: 3, numerator: 300_000, denominator: 100_000 })]);
  const effect = all.metrics.find((each) => each.metric.slug === 'effect')!;
  expect(metricFile(all, effect).values[0]).toMatchObject({
    value: 3,
    numerator: 3000,
    denominator: 1000,
    unit: 'times',
  });
});

test('what is not known is empty in the table and null in JSON', () => {
  const all = edition([metric('kept')], [value('kept', { value: null, numerator: 0, denominator: 0, records: 0 })]);
  expect(metricTable(all, one(all.metrics))).toContain('2026-10-31,,0,0,0,0,,,none,not known,');
  expect(metricFile(all, one(all.metrics)).values[0]).toMatchObject({ value: null, why: 'not known' });
});

test('a member that looks like a formula is neutralised in the table', () => {
  const all = edition([metric('kept')], [value('kept', { dimension: 'source', member: '=cmd' })]);
  expect(metricTable(all, one(all.metrics))).toContain(",source,'=cmd,");
});

test('the list of metrics has for each its definition, its latest value and its mark', () => {
  const all = edition(
    [metric('kept', { headline: 1 })],
    [value('kept'), value('kept', { period: '2026-09', from: '2026-09-01', to: '2026-09-30' })],
  );
  expect(one(metricsFile(all).metrics)).toMatchObject({
    slug: 'kept',
    title: 'Title of kept',
    headline: 1,
    mark: 'broken',
    why: null,
    latest: { period: '2026-10', value: 0.75 },
    wordings: [{ target: 'at least 90%', broken: 'below 80%' }],
  });
});

test('a metric that cannot be counted yet has no latest value, and says so', () => {
  const all = edition([metric('kept', { missing: ["lead's score"] })], []);
  expect(one(metricsFile(all).metrics)).toMatchObject({
    latest: null,
    mark: 'none',
    why: 'not countable',
    missing: ["lead's score"],
  });
});

/** Months up to October 2026, of money in minor units. */
const months = (amounts: readonly number[]) =>
  amounts.map((amount, index) => {
    const month = 2026 * 12 + 9 - (amounts.length - 1 - index);
    const name = `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
    return value('won', { value: amount, numerator: null, denominator: null, period: name, from: `${name}-01`, to: `${name}-28`, target: null }); // prettier-ignore
  });

test('a metric has its usual range at each grain, in major units, and the periods that left it', () => {
  const won = metric('won', { unit: money, better: 'higher' }, { measure: { measure: 'sum', of: metric('x').by! }, target: null }); // prettier-ignore
  const turns = Array.from({ length: 24 }, (_, index) => (index % 2 === 0 ? 1000 : 1200));
  const quarter = value('won', { grain: 'quarter', period: 'FY2026-Q3', from: '2026-07-01', to: '2026-09-30' });
  const all = edition([won], [...months([...turns, 1700]), quarter]);
  const file = metricFile(all, one(all.metrics));
  // In cents: mean 1100, each move 200.
  expect(file.limits).toEqual({
    month: { centre: 11, lower: 5.68, upper: 16.32, scale: 'linear', from: '2024-10', to: '2026-09', periods: 24, why: null },
    quarter: { centre: null, lower: null, upper: null, scale: null, from: null, to: null, periods: 1, why: 'too early' },
  }); // prettier-ignore
  expect(file.signals).toEqual([
    { grain: 'month', period: '2026-10', rules: ['outside'], side: 'above', run: 2, since: '2026-09', better: true },
  ]);
});

test('a metric that tells how long something usually takes has how its records lie, another has none', () => {
  const all = edition([metric('time')], [value('time')]);
  const time = one(all.metrics);
  const october = { grain: 'month', period: '2026-10', from: '2026-10-01', to: '2026-10-31' } as const;
  const lie = { ...october, bins: [{ from: 0, to: 2, records: 7 }], beyond: 1, open: 3 };
  expect(metricFile(all, { ...time, distribution: { metric: 'time', ...lie } }).distribution).toEqual(lie);
  expect(metricFile(all, time).distribution).toBeNull();
});
