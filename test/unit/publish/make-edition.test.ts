import { expect, test } from 'vitest';
import { asOf, edition, file, metric, value } from './small-edition.ts';

test('metrics stand in the order of the headline page, then by title', () => {
  const metrics = [metric('z'), metric('b', { headline: 2 }), metric('a', { headline: 1 }), metric('c')];
  expect(edition(metrics, []).metrics.map((one) => one.metric.slug)).toEqual(['a', 'b', 'c', 'z']);
});

test('values go to their metric, in order of grain, dimension, member, period, with mark and target', () => {
  const values = [
    value('a', { grain: 'quarter', period: 'FY2026-Q3', from: '2026-07-01', to: '2026-09-30' }),
    value('a', { dimension: 'source', member: 'Website' }),
    value('a', { dimension: 'source', member: 'Event' }),
    value('a'),
    value('a', { period: '2026-09', from: '2026-09-01', to: '2026-09-30' }),
    value('other'),
  ];
  const [a] = edition([metric('a')], values).metrics;
  expect(a?.values.map((one) => [one.period, one.member, one.mark.mark, one.target])).toEqual([
    ['2026-09', '', 'broken', 0.9],
    ['2026-10', '', 'broken', 0.9],
    ['2026-10', 'Event', 'broken', 0.9],
    ['2026-10', 'Website', 'broken', 0.9],
    ['FY2026-Q3', '', 'broken', 0.9],
  ]);
});

test('members stand in the agreed order of their bands, what is in none after them, what is not recorded last', () => {
  const path = { from: 'handover', links: [], field: 'size', type: { is: 'number' }, figure: false } as const;
  const bands = ['below 20', 'at least 20'].map((name) => ({ name, from: null, to: null }));
  const sized = metric('a', {
    breakdowns: [{ dimension: 'size', cut: { cut: 'bands', path, bands }, credit: null, clauseOf: null }],
  });
  const names = ['Not recorded', 'at least 20', 'In no band', 'below 20'];
  const [a] = edition(
    [sized],
    names.map((member) => value('a', { dimension: 'size', member })),
  ).metrics;
  expect(a?.values.map(({ member }) => member)).toEqual(['below 20', 'at least 20', 'In no band', 'Not recorded']);
});

test('the edition is as old as its oldest headline metric, and survives being written as JSON', () => {
  const made = edition([metric('a', { headline: 1 })], [value('a')]);
  expect(made.asOf).toBe(asOf);
  expect(JSON.parse(JSON.stringify(made))).toEqual(made);
});

test('a metric whose files lag a week behind the newest file is stale and has no mark', () => {
  const newer = file('Task.csv', { asOf: asOf + 8 * 86_400 });
  const [stale] = edition([metric('a')], [value('a')], [file('Lead.csv'), newer]).metrics;
  expect(stale?.finding.mark).toEqual({ mark: 'none', why: 'stale' });
});
