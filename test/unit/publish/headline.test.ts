import { expect, test } from 'vitest';
import {
  headingOf,
  movesOf,
  overdueDecisions,
  placeOf,
  stripOf,
  troubleFirstOf,
  winOf,
} from '../../../src/publish/headline.ts';
import type { Edition } from '../../../src/values/edition.ts';
import type { Note } from '../../../src/values/note.ts';
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

const signed = (team: string) => ({
  team, by: 'VP', on: '2025-12-15', how: 'minutes', recordedBy: 'RevOps', seal: '3f9c21aa', holds: true, heldUntil: null,
}); // prettier-ignore

test('what is to be done stands apart from what is to be decided', () => {
  const both = { ...promise(['sales']), ifBroken: ['the teams meet'] };
  const metrics = [
    metric('broken', { headline: 1, promise: both, signatures: [signed('sales'), signed('marketing')] }),
    metric('unsigned', { headline: 2, promise: promise(['sales']), signatures: [signed('marketing')] }),
    metric('old', { reviewBy: '2026-10-31' }),
    metric('short', { headline: 3 }),
  ];
  const values = metrics.map(({ slug }) => value(slug, { value: 0.5, numerator: 10, denominator: 20 }));
  const { next, decide } = movesOf(edition(metrics, values).verdict);
  expect(next.map(({ say }) => say.words)).toEqual(['Look at October’s 10 misses in ‘Title of short’.']);
  expect(decide.map(({ say, teams }) => [teams.join(), say.words.replaceAll('\u00a0', ' ')])).toEqual([
    ['sales', 'As agreed for ‘Title of broken’: the teams meet.'],
    ['sales', 'Agree to ‘Title of unsigned’, or change it.'],
    ['sales', 'Look again at what ‘Title of old’ asks: that was due by 31 October.'],
  ]);
});

test('decisions past their day come with the oldest first; those that are done or still ahead do not', () => {
  const decision = (slug: string, due: string, done: string | null): Note => ({
    slug, on: '2026-09-01', title: slug, metrics: [], decision: { owner: 'sales', due, done, expects: null }, review: false, text: '',
    at: { file: 'n.md', line: 1, column: 1 },
  }); // prettier-ignore
  const notes = [
    decision('later', '2026-11-02', null), decision('oldest', '2026-10-01', null), decision('done', '2026-10-01', '2026-10-20'),
    decision('today', '2026-11-09', null),
  ]; // prettier-ignore
  const made = edition([metric('a')], []);
  const withNotes: Edition = { ...made, agreement: { ...made.agreement, notes } };
  expect(overdueDecisions(withNotes).map(({ slug }) => slug)).toEqual(['oldest', 'later']);
});

test('a number is told of at its finding here, or on its own page; a win comes with what was found', () => {
  const months = [
    value('kept', { period: '2026-09', from: '2026-09-01', to: '2026-09-30', value: 0.5, numerator: 10 }),
    value('kept', { value: 0.95, numerator: 19 }),
  ];
  const made = edition([metric('kept', { headline: 1 }), metric('other')], months);
  expect([placeOf(made, 'kept', (path) => path), placeOf(made, 'other', (path) => `/base${path}`)]).toEqual([
    '#kept',
    '/base/metrics/other/',
  ]);
  expect(winOf(made)?.says.map(({ words }) => words)).toEqual([
    'Kept was 95% in October, 5 points over the target.',
    '‘Title of kept’ is kept for October, after one month that was not.',
  ]);
});
