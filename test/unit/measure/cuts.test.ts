import { describe, expect, test } from 'vitest';
import * as c from './company.ts';
import { measure } from '../../../src/measure/measure.ts';
import { recordsBehind } from '../../../src/measure/records-behind.ts';
import type { Metric } from '../../../src/values/agreement.ts';
import type { Band, Breakdown } from '../../../src/values/breakdown.ts';
import type { FieldPath } from '../../../src/values/tree.ts';

const asOf = '2026-11-09T05:40:00Z';

const leads = (...breakdowns: readonly Breakdown[]): Metric =>
  c.metric('leads', [c.wording('lead')], { by: c.path('lead', 'created'), breakdowns });

const bands: readonly Band[] = [
  { name: 'below 20', from: null, to: { at: 20, inside: false } },
  { name: 'from 20 to below 200', from: { at: 20, inside: true }, to: { at: 200, inside: false } },
  { name: 'above 500', from: { at: 500, inside: false }, to: null },
];
const inBands = (path: FieldPath, of = bands): Breakdown => ({
  dimension: 'size',
  cut: { cut: 'bands', path, bands: of },
  credit: null,
  clauseOf: null,
});

const lead = (size: number | null, more: c.Row = {}): c.Row => ({
  created: c.instant('2026-10-05T08:00:00Z'),
  company_size: size,
  ...more,
});

async function members(of: Metric, rows: Readonly<Record<string, readonly c.Row[]>>): Promise<string[]> {
  const [{ dimension }] = of.breakdowns as [Breakdown];
  return c.series(await c.valuesOf(c.agreementOf({ metrics: [of] }), rows, asOf), 'year', dimension);
}

describe('bands', () => {
  test('part by the ends that are inside; members stand in the order of the bands', async () => {
    const sizes = [19.99, 20, 199, 200, 500, 501, null, -3];
    const rows = { lead: sizes.map((size) => lead(size)) };
    expect(await members(leads(inBands(c.path('lead', 'company size'))), rows)).toEqual([
      'FY2026 below 20 2',
      'FY2026 from 20 to below 200 2',
      'FY2026 above 500 1',
      'FY2026 In no band 2',
      'FY2026 Not recorded 1',
    ]);
  });

  test('of amounts are in minor units', async () => {
    const small: Band = { name: 'at most 1', from: null, to: { at: 100, inside: true } };
    const deals = c.metric('deals', [c.wording('opportunity')], {
      by: c.path('opportunity', 'closed'),
      breakdowns: [inBands(c.path('opportunity', 'amount'), [small])],
    });
    const deal = (amount: number): c.Row => ({ closed: '2026-10-05', amount, currency: 'EUR' });
    expect(await members(deals, { opportunity: [deal(100), deal(101)] })).toEqual([
      'FY2026 at most 1 1',
      'FY2026 In no band 1',
    ]);
  });
});

const isWeb = c.test('is', { value: c.field('lead', 'source'), other: c.literal(c.text('Website')) });
const byTest: Breakdown = {
  dimension: 'web',
  cut: { cut: 'test', test: isWeb, holds: 'from the web', others: 'others' },
  credit: null,
  clauseOf: null,
};

test('a test parts into those of which it holds and the others, empty ones among them', async () => {
  const rows = { lead: [lead(1, { source: 'Website' }), lead(1, { source: null }), lead(1, { source: 'Event' })] };
  expect(await members(leads(byTest), rows)).toEqual(['FY2026 from the web 1', 'FY2026 others 2']);
});

test('a moment parts by its local date', async () => {
  const rows = {
    lead: [lead(1, { converted: c.instant('2026-10-05T22:30:00Z') }), lead(1, { converted: null })], // 00:30 in Berlin
  };
  expect(await members(leads(c.breakdown('converted', c.path('lead', 'converted'))), rows)).toEqual([
    'FY2026 2026-10-06 1',
    'FY2026 Not recorded 1',
  ]);
});

test('what a source itself calls not recorded is not recorded', async () => {
  const rows = { lead: [lead(1, { source: 'Not recorded' }), lead(1, { source: null }), lead(1, { source: 'Event' })] };
  expect(await members(leads(c.breakdown('source', c.path('lead', 'source'))), rows)).toEqual([
    'FY2026 Event 1',
    'FY2026 Not recorded 2',
  ]);
});

test('every member has its value, however many there are', async () => {
  const rows = { lead: Array.from({ length: 60 }, (_, index) => lead(1, { source: `source ${index}` })) };
  expect(await members(leads(c.breakdown('source', c.path('lead', 'source'))), rows)).toHaveLength(60);
});

test('the parts add up, and so do the records behind each', async () => {
  const db = await c.storeWith({ lead: [1, 20, 300, null].map((size) => lead(size, { source: 'Website' })) }, asOf);
  const metric = leads(inBands(c.path('lead', 'company size')), byTest);
  const task = { db, agreement: c.agreementOf({ metrics: [metric] }), catalogue: c.catalogue };
  const { values } = await measure(task);
  const october = values.filter(({ period }) => period === '2026-10');
  const sum = (dimension: string): number =>
    october.reduce((total, value) => total + (value.dimension === dimension ? Number(value.value) : 0), 0);
  expect([sum(''), sum('size'), sum('web')]).toEqual([4, 4, 4]);
  for (const { dimension, member, value } of october.filter((one) => one.dimension !== '')) {
    const behind = await recordsBehind({
      ...task,
      metric: 'leads',
      period: '2026-10',
      member: { dimension, name: member },
    });
    expect([member, behind.length]).toEqual([member, value]);
  }
  await db.destroy();
});
