import { expect, test } from 'vitest';
import { keyNumbers } from '../../../src/publish/key-numbers.ts';
import { numbersParted } from '../../../src/publish/topic-numbers.ts';
import { rowsOf } from '../../../src/publish/trend-rows.ts';
import type { Bridge } from '../../../src/values/bridge.ts';
import { edition, metric, value } from './small-edition.ts';

const money = { unit: { unit: 'money', currency: 'EUR' } } as const;
const atEnd = { ...money, asOf: 'period end', by: null } as const;
const counted = { measure: { measure: 'count' }, term: 'open deal', target: null, broken: null } as const;
const ratio = { measure: 'ratio', of: 'open', per: 'plan', perIs: 'target' } as const;
const open = metric('open', atEnd, counted);
const factored = metric('factored', atEnd, counted);
const dueSoon = metric('due-soon', atEnd, { ...counted, term: 'deal due' });
const coverage = metric('coverage', {}, { ...counted, measure: ratio });
const agreedCoverage = metric('agreed-coverage', {}, { measure: ratio });
const moves = metric('moves', { ...money, moves: 'open' });
const metrics = [coverage, dueSoon, factored, moves, agreedCoverage, open];
const bridge = { balance: 'open', metric: 'moves' } as Bridge;

test('a page about a balance tells it first, then the same records counted otherwise, then how far that covers what was agreed', () => {
  const made = edition(metrics, [
    value('open', { value: 120_00, period: '2026-10' }),
    value('open', { value: 80_00, period: '2026-09', from: '2026-09-01', to: '2026-09-30' }),
  ]);
  const keys = keyNumbers(made, made.metrics, [bridge]);
  expect(keys.map(({ one }) => one.metric.slug)).toEqual(['open', 'factored', 'agreed-coverage', 'coverage']);
  expect(keys[0]).toMatchObject({ period: 'October\u00a02026', before: '€80 in September\u00a02026' });
  expect(keyNumbers(made, made.metrics, [])).toEqual([]);
});

test('what is off or really changed stands open, the rest is folded', () => {
  const off = metric('off');
  const made = edition([off, open], [value('off', { value: 0.5, numerator: 10, denominator: 20, records: 20 })]);
  const { open: first, folded } = numbersParted(rowsOf(made, made.metrics));
  expect([first, folded].map((rows) => rows.map(({ one }) => one.metric.slug))).toEqual([['off'], ['open']]);
});
