import { expect, test } from 'vitest';
import { agreedWords } from '../../../src/publish/agreed-words.ts';
import { closingWords } from '../../../src/publish/closing-words.ts';
import { level, agreement, edition, metric } from './small-edition.ts';

const promise = (by: string[], to: string[]) => ({ by, to, ifBroken: [], pause: null });

test.each([
  [metric('a', { promise: promise(['sales'], ['marketing']) }), 'Sales promised marketing: title of a, at least 90%.'],
  [
    metric('a', { promise: promise(['sales', 'marketing'], ['sales', 'marketing']) }),
    'Sales and marketing promised each other: title of a, at least 90%.',
  ],
  [metric('a', {}, { target: null }), 'Sales answers for it: title of a, with no level agreed yet.'],
  [metric('a', { answeredBy: ['sales', 'marketing'] }), 'Sales and marketing answer for it: title of a, at least 90%.'],
  [metric('a', { answeredBy: [] }), 'Title of a, at least 90%.'],
])('what was agreed stands in one sentence', (of, words) => {
  expect(agreedWords(of, agreement([of]))).toBe(words);
});

test('a ratio of two sums of money is written as a bare number and said in money', () => {
  const euros = { unit: { unit: 'money', currency: 'EUR' } } as const;
  const [won, spent] = [metric('won', euros), metric('spent', euros)];
  const ratio = metric(
    'a',
    { unit: { unit: 'times' } },
    {
      measure: { measure: 'ratio', of: 'won', per: 'spent', perIs: 'value' },
      target: { way: 'at least', level: level(3), said: 'at least 3' },
    },
  );
  expect(agreedWords(ratio, agreement([ratio, won, spent]))).toBe(
    'Sales answers for it: title of a, at least 3 euros.',
  );
});

test('an agreed amount reads as people say it', () => {
  const target = { way: 'at least', level: level(6_000_000), said: 'at least 60,000 EUR a month' } as const;
  const won = metric('won', { unit: { unit: 'money', currency: 'EUR' } }, { target });
  expect(agreedWords(won, agreement([won]))).toBe('Sales answers for it: title of won, at least €60,000 a month.');
});

test('which months can still change is said with their days', () => {
  expect(closingWords(edition([], []))).toBe('October closed on 6\u00a0November. November closes on 7\u00a0December.');
});

test('a level that follows from other numbers names them by their titles', () => {
  const level = {
    level: 'derived',
    plan: 'bookings',
    dividedBy: ['size', 'rate'],
    times: [],
    earlierBy: { amount: 1, unit: 'months' },
  } as const;
  const derived = metric('a', {}, { target: { way: 'at least', level, said: '' } });
  expect(agreedWords(derived, agreement([derived, metric('bookings'), metric('size'), metric('rate')]))).toBe(
    'Sales answers for it: title of a. At least what is planned for title of bookings, divided by title of size and title of rate, 1\u00a0month earlier.',
  );
});
