import { expect, test } from 'vitest';
import { headingOf, stripOf, troubleFirstOf } from '../../../src/publish/headline.ts';
import { agreement, edition, metric, value } from './small-edition.ts';

const { teams } = agreement([]);
const promise = (by: string[]) => ({ by, to: ['marketing'], ifBroken: [], pause: null });

test.each([
  [metric('a', { promise: promise(['sales']) }), 'Sales promised'],
  [metric('a', { promise: promise(['sales', 'marketing']) }), 'Promised together'],
  [metric('a', { answeredBy: ['marketing'] }), 'Marketing answers for'],
  [metric('a', { answeredBy: ['sales', 'marketing'] }), 'Sales and Marketing answer for'],
  [metric('a', { answeredBy: [] }), 'We watch'],
])('the heading says who promised or answers', (of, heading) => {
  expect(headingOf(of, teams)).toBe(heading);
});

test('the strip keeps the agreed order and groups neighbours only', () => {
  const metrics = [
    metric('c', { headline: 3 }),
    metric('a', { headline: 1 }),
    metric('b', { headline: 2, answeredBy: ['marketing'] }),
    metric('hidden'),
  ];
  const groups = stripOf(edition(metrics, []));
  expect(groups.map((group) => [group.heading, group.metrics.map((one) => one.metric.slug)])).toEqual([
    ['Sales answers for', ['a']],
    ['Marketing answers for', ['b']],
    ['Sales answers for', ['c']],
  ]);
});

test('findings come broken first, then slipping, kept, and those without a mark', () => {
  const shares = { none: null, kept: 0.95, broken: 0.5, slipping: 0.85 };
  const metrics = Object.keys(shares).map((slug, index) => metric(slug, { headline: index + 1 }));
  const values = Object.entries(shares).map(([slug, share]) => value(slug, { value: share }));
  const order = troubleFirstOf(edition(metrics, values).metrics).map((one) => one.metric.slug);
  expect(order).toEqual(['broken', 'slipping', 'kept', 'none']);
});
