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
