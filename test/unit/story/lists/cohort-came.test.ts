import { expect, test } from 'vitest';
import { checkListStatement } from '../../../../src/story/check/check-list.ts';
import { cohortCame } from '../../../../src/story/lists/cohort-came.ts';
import { stateOf, type Listing } from '../../../../src/story/lists/list-kind.ts';
import { cameWords } from '../../../../src/story/locale/en/cohorts.ts';
import { stages } from '../cohort-company.ts';
import { agreement } from '../made-up.ts';

const listing = (all = stages()): Listing => ({
  subject: 'funnel',
  whose: 'these',
  team: '',
  numbers: [],
  stages: all,
});
const facts = { grain: 'quarter', period: 'FY2026-Q1', cohort: 100, 'came: Good lead': 60, 'came: Customer': 12 };

test('how far the newest cohort came of which all is known', () => {
  const statement = stateOf(cohortCame, listing());
  expect(statement).toMatchObject({
    facts,
    words: 'The 100 leads of the first quarter brought 60 good leads and 12 customers.',
    brief: 'the first quarter: 12 customers of 100 leads',
  });
  expect(statement && checkListStatement(statement, listing(), agreement)).toEqual([]);
});

test('what the whole cohort is called is not said again of each stage', () => {
  const noun = { one: 'inbound lead', many: 'inbound leads' };
  const came = [
    { count: 4, noun: { one: 'qualified lead', many: 'qualified leads' } },
    { count: 1, noun: { one: 'inbound deal', many: 'inbound deals' } },
  ];
  expect(cameWords({ cohort: 9, noun, period: 'the first quarter', came })).toBe(
    'The 9 inbound leads of the first quarter brought 4 qualified leads and 1 deal.',
  );
});

test('nothing is said without two stages, or while no cohort is ripe', () => {
  expect(stateOf(cohortCame, listing(stages().slice(0, 1)))).toBeNull();
  expect(stateOf(cohortCame, listing(stages(100, [60, 61])))).toBeNull();
  expect(stateOf(cohortCame, { ...listing(), stages: [] })).toBeNull();
});

test.each([
  ['another count', { cohort: 99 }],
  ['another count at a stage', { 'came: Good lead': 61 }],
  ['more than at the stage before', { 'came: Customer': 61 }],
  ['a cohort that still matures', { period: 'FY2026-Q2', cohort: 90, 'came: Good lead': 50, 'came: Customer': 4 }],
  ['a period without values', { period: 'FY2025-Q1' }],
])('it does not hold with %s', (_, changed) => {
  expect(cohortCame.holds(facts, listing())).toBe(true);
  expect(cohortCame.holds({ ...facts, ...changed }, listing())).toBe(false);
});

test('an older cohort is not said to be the newest', () => {
  const later = stages().map((stage) => ({
    ...stage,
    counted: {
      ...stage.counted,
      values: stage.counted.values.map((value) =>
        value.period === 'FY2026-Q1' ? { ...value, period: 'FY2025-Q4', from: '2025-10-01', to: '2025-12-31' } : value,
      ),
    },
  }));
  const then = { ...facts, period: 'FY2025-Q4' };
  expect(cohortCame.holds(then, listing(later))).toBe(true);
  const both = stages().map((stage, index) => ({
    ...stage,
    counted: {
      ...stage.counted,
      values: [...stage.counted.values, ...(later[index]?.counted.values.slice(0, 1) ?? [])],
    },
  }));
  expect(cohortCame.holds(then, listing(both))).toBe(false);
});
