import { expect, test } from 'vitest';
import { cohortGrain, cohortsOf, gapsIn, isRipe } from '../../../src/story/cohorts.ts';
import { stages } from './cohort-company.ts';

test('a cohort is ripe once nobody waits at any stage, and its period is over', () => {
  expect(cohortsOf(stages(), 'quarter').map((cohort) => [cohort.period.name, isRipe(cohort), cohort.runs])).toEqual([
    ['FY2026-Q1', true, false],
    ['FY2026-Q2', false, false],
    ['FY2026-Q3', false, false],
    ['FY2026-Q4', false, true],
  ]);
});

test('those whose time is not over may still come, as many as came to the stage before or still may', () => {
  const [, second, third] = cohortsOf(stages(), 'quarter');
  // Of 50 good ones 4 bought, and 46 are left, of whom each may: 60 wait.
  expect(second?.steps.map(({ came, told, mayCome }) => [came, told, mayCome])).toEqual([
    [90, 90, 0],
    [50, 90, 0],
    [4, 30, 46],
  ]);
  // 30 were good, 25 more may be: so many may buy, though all 80 wait.
  expect(third?.steps.map(({ came, told, mayCome }) => [came, told, mayCome])).toEqual([
    [80, 80, 0],
    [30, 55, 25],
    [null, 0, 55],
  ]);
});

test('a stage ripens when the time of the record of the last day is over; how long it took is told then', () => {
  const [first, , third] = cohortsOf(stages(), 'quarter');
  expect(first?.steps.map(({ ripens, took }) => [ripens, took])).toEqual([
    [null, null],
    [null, 2.5],
    [null, null],
  ]);
  // 30 September and 60 days, and 180.
  expect(third?.steps.map(({ ripens, took }) => [ripens, took])).toEqual([
    [null, null],
    ['2026-11-29', null],
    ['2027-03-29', null],
  ]);
});

test('a period is no cohort where stages count other records, or more than the stage before', () => {
  expect(gapsIn(stages(), 'quarter')).toEqual([]);
  expect(gapsIn(stages(101), 'quarter')).toEqual([{ period: 'FY2026-Q1', stage: 'Good lead', why: 'other records' }]);
  const more = stages(100, [60, 61]);
  expect(gapsIn(more, 'quarter')).toEqual([{ period: 'FY2026-Q1', stage: 'Customer', why: 'more than before' }]);
  expect(cohortsOf(more, 'quarter').map(({ period }) => period.name)).toEqual(['FY2026-Q2', 'FY2026-Q3', 'FY2026-Q4']);
});

test('cohorts are of the finest grain that has some, ten at the last stage where any has', () => {
  expect(cohortGrain(stages())).toBe('quarter');
  expect(cohortGrain(stages(100, [60, 3]))).toBe('quarter');
  expect(cohortGrain(stages().map((stage) => ({ ...stage, counted: { ...stage.counted, values: [] } })))).toBeNull();
});
