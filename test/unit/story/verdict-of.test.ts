import { expect, test } from 'vitest';
import { verdictOf } from '../../../src/story/verdict-of.ts';
import type { Metric } from '../../../src/values/agreement.ts';
import type { MetricValue } from '../../../src/values/value.ts';
import {
  accepted,
  agreement,
  closed,
  delivered,
  effectiveness,
  feedback,
  followedUp,
  monthly,
  pipeline,
  published,
  reading,
  row,
  wins,
} from './made-up.ts';

const about = (metric: Metric, values: readonly MetricValue[]) => ({
  metric,
  agreement,
  values: published(metric, values),
  reading: reading(metric),
});
const one = (followed: readonly [number, number, number?], won: number, given: readonly [number, number] = [90, 100]) =>
  verdictOf([
    about(followedUp, monthly(followedUp, [followed])),
    about(delivered, monthly(delivered, [25])),
    about(feedback, monthly(feedback, [given])),
    about(pipeline, monthly(pipeline, [20_000_000])),
    about(closed, monthly(closed, [won])),
    about(wins, monthly(wins, [1])),
  ]);

test('the verdict counts the headline promises', () => {
  expect(one([83, 100], 7_000_000).title.words).toBe('We kept four of our five promises in October.');
  expect(one([95, 100], 7_000_000).title.words).toBe('We kept all five of our promises in October.');
  expect(one([5, 6], 7_000_000).title.words).toBe('We kept all four promises that can be judged in October.');
  expect(one([5, 6], 1_000_000).title.words).toBe('We kept three of the four promises that can be judged in October.');
  expect(verdictOf([about(followedUp, monthly(followedUp, [[1, 100]]))]).title.words).toBe(
    'We did not keep our promise in October.',
  );
  expect(verdictOf([about(followedUp, monthly(followedUp, [[1, 2]]))]).title.words).toBe(
    'Our promise cannot be judged yet.',
  );
  expect(verdictOf([about(wins, monthly(wins, [1]))]).title.words).toBe(
    'We have not promised each other anything yet.',
  );
  const both = [about(followedUp, monthly(followedUp, [[95, 100]])), about(delivered, monthly(delivered, [25]))];
  expect(verdictOf(both).title.words).toBe('We kept both of our promises in October.');
});

test('none kept is said plainly', () => {
  const two = [about(followedUp, monthly(followedUp, [[5, 100]])), about(delivered, monthly(delivered, [2]))];
  expect(verdictOf(two).title.words).toBe('We kept none of our two promises in October.');
});

test('what is off is named, and each with both names where two promised', () => {
  const { off, offs } = one([83, 100], 4_120_000);
  expect(off?.words).toBe('‘Closed business from inbound leads’ is broken; ‘Leads followed up in time’ is slipping.');
  expect(offs.map(({ words }) => words)).toEqual([
    'Leads followed up in time: slipping at 83%, 7 points under what sales promised.',
    'Closed business from inbound leads: broken at 41,200 euros, 18,800 euros less than sales and marketing promised.',
  ]);
  expect(one([95, 100], 7_000_000).off).toBeNull();
});

test('a move is an imperative with a count and a day, by the team that promised', () => {
  const waiting = verdictOf([about(followedUp, monthly(followedUp, [[83, 100]], [4, 5, 3]))]);
  expect(waiting.moves).toMatchObject([
    { team: 'sales', say: { words: 'Contact 3 waiting leads by 10\u00a0November.' } },
  ]);
  const single = verdictOf([about(followedUp, monthly(followedUp, [[95, 100]], [4, 5, 1]))]);
  expect(single.moves[0]?.say.words).toBe('Contact 1 waiting lead by 10\u00a0November.');
  const longer = verdictOf([about(feedback, monthly(feedback, [[83, 100]], [4, 5, 3]))]);
  expect(longer.moves[0]?.say.words).toBe('Accept or reject 3 waiting leads, the last by 16\u00a0November.');
});

test('with nothing waiting the move is what was agreed for a break, else to look at the misses', () => {
  expect(one([83, 100], 4_120_000).moves).toMatchObject([
    { teams: ['sales'], say: { words: 'Look at October’s 17 misses in ‘Leads followed up in time’.' } },
    {
      teams: ['sales', 'marketing'],
      say: {
        words:
          'As agreed for ‘Closed business from inbound leads’: both teams walk through the lost deals of the month together.',
      },
    },
  ]);
  const twice = {
    ...delivered,
    promise: {
      by: ['marketing'],
      to: ['sales'],
      ifBroken: ['two months in a row', 'the heads of both teams meet within a week'],
      pause: null,
    },
  };
  const moves = (counts: number[]) =>
    verdictOf([about(twice, monthly(twice, counts))]).moves.map(({ say }) => say.words);
  expect(moves([30, 10])).toEqual(['Look at ‘Qualified leads delivered’: 12 short in October.']);
  expect(moves([12, 10])).toEqual([
    'As agreed for ‘Qualified leads delivered’: the heads of both teams meet within a week.',
  ]);
});

test('what is due soonest comes first, what has no day last', () => {
  const { moves } = verdictOf([
    about(closed, monthly(closed, [4_000_000])),
    about(feedback, monthly(feedback, [[83, 100]], [4, 5, 3])),
    about(followedUp, monthly(followedUp, [[95, 100]], [4, 5, 3])),
  ]);
  expect(moves.map(({ metric, say }) => [metric, say.facts['by'] ?? null])).toEqual([
    ['followed-up-in-time', '2026-11-10'],
    ['feedback-given', '2026-11-16'],
    ['closed-from-inbound', null],
  ]);
});

test('a team whose yes is missing is asked for it', () => {
  const [sales] = accepted.signatures;
  if (!sales) throw new Error('The made-up promise is signed.');
  const unsigned = { ...followedUp, signatures: [sales] };
  expect(verdictOf([about(unsigned, monthly(unsigned, [[95, 100]]))]).moves).toMatchObject([
    { team: 'marketing', say: { words: 'Agree to ‘Leads followed up in time’, or change it.' } },
  ]);
});

test('a number of the first page that is short of its target is a move of who answers for it; a missing yes is one wherever the promise stands', () => {
  const { moves } = verdictOf([
    about(effectiveness, [row(effectiveness, 'FY2026-Q3', 2.15)]),
    about({ ...accepted, signatures: accepted.signatures.filter(({ team }) => team === 'sales') }, []),
  ]);
  expect(moves.map(({ teams, say }) => [teams, say.words])).toEqual([
    [['marketing'], 'Look at ‘Campaign effectiveness’: 0.85 euros short in the third quarter.'],
    [['marketing'], 'Agree to ‘Leads accepted’, or change it.'],
  ]);
});
