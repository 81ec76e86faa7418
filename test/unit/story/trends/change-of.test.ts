import { expect, test } from 'vitest';
import type { Metric } from '../../../../src/values/agreement.ts';
import type { PublishedValue } from '../../../../src/values/value.ts';
import { closed, delivered, feedback, monthly, row } from '../made-up.ts';
import { trend, turns } from './rows.ts';

const says = (metric: Metric, values: readonly PublishedValue[]) => {
  const { kind, better, says: words, why } = trend(metric, values).change;
  return [kind, better, words, why];
};

// Of 18 and 22 in turn the mean is 20 and each move 4, so that 9.36 to 30.64 is usual.
test('a number outside its usual range really changed, for the better or the worse', () => {
  const months = (last: number) => monthly(delivered, [...turns(18, 22, 24), last]);
  expect(says(delivered, months(31))).toEqual(['real', true, 'Real change for the better', 'above its usual range']);
  expect(says(delivered, months(9))).toEqual(['real', false, 'Real change for the worse', 'below its usual range']);
  const neither: Metric = {
    ...delivered,
    wordings: [{ ...delivered.wordings[0], from: null, target: null, broken: null }],
  };
  expect(says(neither, months(31))).toEqual(['real', null, 'Real change', 'above its usual range']);
});

test('so did one that stays on one side of its middle for eight months, and the first of them is named', () => {
  const months = monthly(delivered, [...turns(22, 18, 24), ...Array<number>(8).fill(23)]);
  expect(says(delivered, months)).toEqual(['real', true, 'Real change for the better', 'above its middle since March']);
});

test('all else is the usual wobble', () => {
  expect(says(delivered, monthly(delivered, turns(18, 22, 24)))).toEqual(['usual', null, 'Usual wobble', '']);
});

test('where records of the newest month still wait, the month that is meant is named', () => {
  const shares = turns<[number, number, number?]>([80, 100], [84, 100], 24);
  const waiting = monthly(feedback, [...shares, [80, 90, 10]]);
  expect(says(feedback, waiting)).toEqual(['usual', null, 'Usual wobble in September', '']);
});

test('it may be too early, or there are too few records', () => {
  expect(says(delivered, monthly(delivered, turns(18, 22, 10)))).toEqual([
    'early', null, 'Too early to say', '10 of 12 months',
  ]); // prettier-ignore
  const few = turns<[number, number]>([3, 4], [4, 5], 14);
  expect(says(feedback, monthly(feedback, few))).toEqual([
    'early', null, 'Too few records to say', '0 of 12 months',
  ]); // prettier-ignore
  const lastFew = turns<[number, number]>([80, 100], [84, 100], 24);
  expect(says(feedback, monthly(feedback, [...lastFew, [3, 4]]))).toEqual([
    'early', null, 'Too few records to say', '',
  ]); // prettier-ignore
});

test('what carries over has no usual range', () => {
  const balance: Metric = { ...closed, asOf: 'period end', adds: { periods: false, members: true } };
  expect(says(balance, monthly(balance, turns(18, 22, 24)))).toEqual([
    'none', null, 'No usual range', 'one month carries over to the next',
  ]); // prettier-ignore
});

test('what is counted of all time has no trend, and what no source maps has no number', () => {
  const ever: Metric = { ...feedback, by: null, finest: 'all' };
  const today = row(ever, '2026-11', [28, 72], { grain: 'all', period: 'all', status: 'so far' });
  expect(says(ever, [today])).toEqual(['none', null, 'No trend', 'there is today’s number only']);
  const missing: Metric = { ...feedback, missing: ['handover’s accepted', 'lead’s score', 'lead’s region'] };
  expect(says(missing, [])).toEqual([
    'missing', null, '', 'no source maps ‘handover’s accepted’, ‘lead’s score’ and ‘lead’s region’',
  ]); // prettier-ignore
});
