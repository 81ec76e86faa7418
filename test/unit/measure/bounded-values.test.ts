import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as c from './company.ts';
import type { Measure, Metric, Term } from '../../../src/values/agreement.ts';
import type { Condition } from '../../../src/values/tree.ts';
import type { MetricValue } from '../../../src/values/value.ts';

const asOf = '2026-11-09T05:40:00Z';
const source = c.path('lead', 'source');
const score = c.path('lead', 'score');

const inbound: Term = c.term('inbound lead', 'lead', {
  where: [c.test('is one of', { value: { value: 'field', path: source }, list: ['Event', 'Website'].map(c.text) })],
});
const isGood: Condition = c.test('is at least', { value: { value: 'field', path: score }, least: c.number(60) });
const hasTouch = (within: number): Condition =>
  c.has(
    c.records('activity', {
      when: { when: 'window', window: c.within(within, 'days', 'after', c.moment('lead', 'created')) },
    }),
  );

const metric = (measure: Measure, more: Partial<Metric['wordings'][0]> = {}, of: Partial<Metric> = {}): Metric =>
  c.metric('m', [c.wording('lead', { measure, term: 'inbound lead', ...more })], {
    by: c.path('lead', 'created'),
    needs: [source],
    ...of,
  });

const lead = (key: string, day: string, more: c.Row = {}): c.Row => ({
  key,
  created: c.instant(`${day}T08:00:00Z`),
  source: 'Event',
  score: 70,
  ...more,
});

const valuesOf = (of: Metric, leads: readonly c.Row[], activity: readonly c.Row[] = []) =>
  c.valuesOf(c.agreementOf({ metrics: [of], terms: [inbound] }), { lead: leads, activity }, asOf);

const bounds = (values: readonly MetricValue[], grain = 'month') =>
  values.filter((one) => one.grain === grain).map(({ period, value, low, high }) => [period, value, low, high]);

const leads = [
  lead('a', '2026-09-01'),
  lead('b', '2026-10-01'),
  lead('c', '2026-10-02', { source: null }),
  lead('d', '2026-10-03', { source: 'Other' }),
  lead('e', '2026-10-04', { source: null, score: 10 }),
];

describe('what has no source', () => {
  test('is not among inbound leads, and could be', async () => {
    const values = await valuesOf(metric({ measure: 'count' }), leads);
    expect(bounds(values)).toEqual([
      ['2026-09', 1, null, null],
      ['2026-10', 1, 1, 3],
      ['2026-11', 0, null, null],
    ]);
    expect(bounds(values, 'all')).toEqual([['all', 2, 2, 4]]);
  });
  test('could change a share to either side', async () => {
    const share = metric({ measure: 'share', countedIn: null }, { keptWhen: [isGood] });
    expect(bounds(await valuesOf(share, leads))).toContainEqual(['2026-10', 1, 0.5, 1]);
  });
  test('could count in each running period that takes it in, and among the undated', async () => {
    const some = [...leads, lead('f', '2026-10-05', { source: null, created: null })];
    const values = await valuesOf(metric({ measure: 'count' }, {}, { running: 'year' }), some);
    expect(bounds(values)).toEqual([
      ['2026-09', 1, null, null],
      ['2026-10', 2, 2, 4],
      ['2026-11', 2, 2, 4],
    ]);
    expect(bounds(values, 'undated')).toEqual([]);
    expect(bounds(values, 'all')).toEqual([['all', 2, 2, 5]]);
  });
  test('leaves members without bounds', async () => {
    const of = metric({ measure: 'count' }, {}, { breakdowns: [c.breakdown('score', score)] });
    const members = (await valuesOf(of, leads)).filter(({ dimension }) => dimension === 'score');
    expect(members.every(({ low, high }) => low === null && high === null)).toBe(true);
  });
  test('makes no difference while its deadline is ahead', async () => {
    const share = metric({ measure: 'share', countedIn: null }, { keptWhen: [hasTouch(90)] });
    expect(bounds(await valuesOf(share, leads))).toContainEqual(['2026-10', null, null, null]);
  });
});

test('an amount that is summed is as it is; a metric as things stood has bounds of each end', async () => {
  const total = metric({ measure: 'sum', of: score });
  expect(bounds(await valuesOf(total, leads))).toContainEqual(['2026-10', 70, 70, 150]);
  const stood = metric({ measure: 'count' }, {}, { by: null, asOf: 'period end' });
  expect(bounds(await valuesOf(stood, leads))).toEqual([
    ['2026-09', 1, null, null],
    ['2026-10', 2, 2, 4],
    ['2026-11', 2, 2, 4],
  ]);
});

test('bounds are the least and greatest of what comes out if the fields are filled', async () => {
  const text = fc.constantFrom('Event', 'Other', null);
  const number = fc.constantFrom(10, 60, null);
  const some = fc.array(fc.record({ source: text, score: number, hasTouch: fc.boolean() }), { maxLength: 4 });
  const measure = fc.constantFrom<Measure>({ measure: 'count' }, { measure: 'share', countedIn: null });
  await fc.assert(
    fc.asyncProperty(some, measure, async (of, how) => {
      const m = metric(how, { keptWhen: [{ is: 'any', of: [isGood, hasTouch(2)] }] }, { needs: [source, score] });
      const touches = of.flatMap(({ hasTouch }, index) =>
        hasTouch ? [{ lead: `${index}`, completed: c.instant('2026-10-02T08:00:00Z') }] : [],
      );
      const filled = of.reduce<c.Row[][]>(
        (so, one, index) =>
          so.flatMap((rows) =>
            (one.source === null ? ['Event', 'Website', 'else'] : [one.source]).flatMap((source) =>
              (one.score === null ? [59, 60, 61] : [one.score]).map((score) => [
                ...rows,
                lead(`${index}`, '2026-10-01', { source, score }),
              ]),
            ),
          ),
        [[]],
      );
      const asItIs = of.map(({ source, score }, index) => lead(`${index}`, '2026-10-01', { source, score }));
      const october = async (rows: readonly c.Row[]) =>
        (await valuesOf(m, rows, touches)).find(({ period }) => period === '2026-10');
      const now = await october(asItIs);
      fc.pre(now !== undefined && now.low !== null && filled.length <= 9);
      const ways = [];
      for (const rows of filled) ways.push((await october(rows))?.value ?? (how.measure === 'count' ? 0 : null));
      const known = ways.filter((value) => value !== null);
      expect([now?.low, now?.high]).toEqual([Math.min(...known), Math.max(...known)]);
      if (now?.value !== null) {
        expect(now?.low).toBeLessThanOrEqual(now?.value ?? Number.NaN);
        expect(now?.high).toBeGreaterThanOrEqual(now?.value ?? Number.NaN);
      }
    }),
    { numRuns: 5 },
  );
}, 60_000);
