import { expect, test } from 'vitest';
import { brokenLevelOf, targetOf } from '../../../src/story/target-of.ts';
import { delivered, effectiveness, feedback, followedUp, row, target, wording } from './made-up.ts';

const year = { grain: 'year', period: 'FY2025', from: '2025-01-01', to: '2025-12-31' } as const;

test("a month's count is held against the target in force on its last day", () => {
  expect(targetOf(delivered, row(delivered, '2024-12', 20))).toBe(18);
  expect(targetOf(delivered, row(delivered, '2025-01', 20))).toBe(22);
});

test('a quarter and a year of a count add their months up, each with its own target', () => {
  expect(targetOf(delivered, row(delivered, 'FY2025-Q1', 60))).toBe(66);
  expect(brokenLevelOf(delivered, row(delivered, 'FY2025-Q1', 60))).toBe(54);
  const spanning = { ...row(delivered, '2024-12', 200), ...year, from: '2024-11-01', to: '2025-10-31' };
  expect(targetOf(delivered, spanning)).toBe(2 * 18 + 10 * 22);
});

test('a quarter has none where one of its months has none', () => {
  const since = { ...wording, ...delivered.wordings[0], from: '2025-02-01' };
  const untold = {
    ...delivered,
    wordings: [since, { ...since, from: null, until: '2025-01-31', target: null }],
  } as const;
  expect(targetOf(untold, row(untold, 'FY2025-Q1', 60))).toBeNull();
  expect(targetOf(untold, row(untold, 'FY2025-Q2', 60))).toBe(66);
});

test('a count has none for a week or a day', () => {
  const week = {
    ...row(delivered, '2026-10', 5),
    grain: 'week',
    period: 'week-2026-10-05',
    from: '2026-10-05',
    to: '2026-10-11',
  } as const;
  expect(targetOf(delivered, week)).toBeNull();
});

test('a share and a ratio have the same target at every grain', () => {
  expect(targetOf(followedUp, { ...row(followedUp, '2026-10', [9, 10]), grain: 'week' })).toBe(0.9);
  expect(targetOf(followedUp, { ...row(followedUp, '2026-10', [9, 10]), ...year })).toBe(0.8);
  expect(targetOf(effectiveness, row(effectiveness, 'FY2026-Q3', 2.5))).toBe(3);
  const monthly = { ...feedback, wordings: [{ ...feedback.wordings[0], target: target(0.85, 'month') }] } as const;
  expect(targetOf(monthly, row(monthly, 'FY2026-Q3', [9, 10]))).toBe(0.85);
});

test('a member of a breakdown has a target for a share, none for what adds up', () => {
  const member = { dimension: 'source', member: 'Website' };
  expect(targetOf(followedUp, row(followedUp, '2026-10', [9, 10], member))).toBe(0.9);
  expect(targetOf(delivered, row(delivered, '2026-10', 9, member))).toBeNull();
});
