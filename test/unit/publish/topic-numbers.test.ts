import { expect, test } from 'vitest';
import { drawnInFull, listsParted, ownNumbers, troubleFirst } from '../../../src/publish/topic-numbers.ts';
import { topicPage } from '../../../src/publish/topic-pages.ts';
import { rowsOf, type TrendRow } from '../../../src/publish/trend-rows.ts';
import { edition, metric, value } from './small-edition.ts';

const kept = { value: 0.95, numerator: 19 };
const slipping = { value: 0.85, numerator: 17 };
const broken = { value: 0.5, numerator: 10 };
const slugs = (rows: readonly TrendRow[]) => rows.map(({ one }) => one.metric.slug);

test('what is broken comes before what is slipping, and that before the rest', () => {
  const metrics = ['a', 'b', 'c'].map((slug) => metric(slug, { topic: 'records' }));
  const made = edition(metrics, [value('a', kept), value('b', slipping), value('c', broken)]);
  expect(slugs(troubleFirst(rowsOf(made, made.metrics)))).toEqual(['c', 'b', 'a']);
  expect(topicPage(made, 'records').lead?.metric.slug).toBe('c');
});

test('a page is about the numbers of its own topic; where it has none, about those that it borrows', () => {
  const own = metric('own', { topic: 'records' });
  const borrowed = metric('borrowed', { topic: 'funnel', alsoOn: ['records', 'feedback'] });
  const made = edition([own, borrowed], [value('own', kept), value('borrowed', broken)]);
  const rows = rowsOf(made, made.metrics);
  expect(slugs(ownNumbers(rows, 'records'))).toEqual(['own']);
  expect(slugs(ownNumbers(rows, 'feedback'))).toEqual(['borrowed', 'own']);
  const page = topicPage(made, 'records');
  expect(slugs(page.rows).toSorted()).toEqual(['borrowed', 'own']);
  expect([page.says.off, page.says.title.words]).toEqual([null, 'This number shows no real change.']);
});

test('the number of the title is drawn first, then what else is off, and what is as agreed only there', () => {
  const metrics = ['a', 'b', 'c', 'd'].map((slug) => metric(slug, { topic: 'records' }));
  const made = edition(metrics, [value('a', kept), value('b', slipping), value('c', broken), value('d', kept)]);
  const page = topicPage(made, 'records');
  expect(slugs(drawnInFull(page))).toEqual(['c', 'b']);
  const first = made.metrics.find((one) => one.metric.slug === 'a') ?? null;
  expect(slugs(drawnInFull({ ...page, lead: first }))).toEqual(['a', 'c', 'b']);
  expect(slugs(drawnInFull({ ...page, lead: first }, 2))).toEqual(['a', 'c']);
});

test('where nothing is off the first lists stand open, so that their heading is never alone', () => {
  expect(listsParted([], [])).toEqual({ open: [], folded: [] });
  const metrics = ['a', 'b', 'c'].map((slug) => metric(slug, { topic: 'records' }));
  const made = edition(metrics, metrics.map(({ slug }) => value(slug, kept))); // prettier-ignore
  const breakdown = {
    dimension: 'source',
    credit: null,
    clauseOf: null,
    cut: {
      cut: 'value',
      path: { from: 'lead', links: [], field: 'source', type: { is: 'text' }, figure: false },
    },
  } as const;
  const lists = made.metrics.map((one) => ({ one, breakdown }));
  const { open, folded } = listsParted(lists, rowsOf(made, made.metrics));
  expect([open.length, folded.length]).toEqual([2, 1]);
});
