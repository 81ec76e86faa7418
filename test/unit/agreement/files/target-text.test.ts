import { expect, test } from 'vitest';
import { readTarget, type TargetForm } from '../../../../src/agreement/files/target-text.ts';

const share: TargetForm = { unit: { unit: 'share' }, target: 'share', spreads: false, runsFor: null };
const count: TargetForm = {
  unit: { unit: 'records', kind: 'lead', noun: 'lead', nouns: 'leads' },
  target: 'for a time',
  spreads: true,
  runsFor: null,
};
const sum: TargetForm = {
  unit: { unit: 'money', currency: 'EUR' },
  target: 'for a time',
  spreads: true,
  runsFor: null,
};
const median: TargetForm = { unit: { unit: 'money', currency: 'EUR' }, target: 'plain', spreads: false, runsFor: null };
const ratio: TargetForm = { unit: { unit: 'times' }, target: 'plain', spreads: false, runsFor: null };

test.each([
  [share, 'at least 90%', 'at least', 0.9, null],
  [share, 'at most 2.5%', 'at most', 0.025, null],
  [count, 'at least 1,200 a year', 'at least', 1200, 'year'],
  [count, 'at least 22 leads a month', 'at least', 22, 'month'],
  [sum, 'at least 180,000 EUR a month', 'at least', 18_000_000, 'month'],
  [sum, 'at least 99.99 EUR per quarter', 'at least', 9999, 'quarter'],
  [median, 'at least 20,000 EUR', 'at least', 2_000_000, null],
  [ratio, 'at least 3', 'at least', 3, null],
] as const)('%o %s', (form, said, way, value, grain) => {
  expect(readTarget(said, form, 'target').target).toEqual({
    way,
    level: { level: 'one', value, grain, spread: false },
    said,
  });
});

test('what is not below a bound is at least it', () => {
  expect(readTarget('below 80%', share, 'broken').target).toMatchObject({ way: 'at least', level: { value: 0.8 } });
  expect(readTarget('above 3', ratio, 'broken').target).toMatchObject({ way: 'at most', level: { value: 3 } });
});

test.each([
  [ratio, 'at least 3x', '"at least 3x" has no unit that fits', 'leave the x away: at least 3'],
  [count, 'at least 3x a month', '"at least 3x a month" has no unit that fits', 'leave the x away: at least 3 a month'],
  [share, 'at least 90', '"at least 90" has no unit that fits', 'write it like "at least 90%"'],
  [share, '90%', `"90%" doesn't say on which side it lies`, 'write it like "at least 90%"'],
  [share, 'at least 120%', '"at least 120%" passes 100%, which no share does', 'write it like "at least 90%"'],
  [count, 'at least 22', '"at least 22" has no unit that fits', 'write it like "at least 22 a month"'],
  [
    count,
    'at least 22% a month',
    '"at least 22% a month" has no unit that fits',
    'write it like "at least 22 a month"',
  ],
  [
    sum,
    'at least 180,000 a month',
    '"at least 180,000 a month" has no unit that fits',
    'write it like "at least 180,000 EUR a month"',
  ],
  [
    sum,
    'at least 180,000 USD a month',
    '"at least 180,000 USD a month" has no unit that fits',
    'write it like "at least 180,000 EUR a month"',
  ],
  [
    median,
    'at least 5 EUR a month',
    '"at least 5 EUR a month" is for a month, and this is no amount that adds up over time',
    'write it like "at least 180,000 EUR"',
  ],
] as const)('%o %s is no target', (form, said, says, fix) => {
  expect(readTarget(said, form, 'target')).toEqual({ target: null, misfit: { says, fix } });
});

test('what runs on has a target for the time that it runs for, and may spread it', () => {
  const yearSoFar: TargetForm = { ...sum, runsFor: 'year' };
  const said = 'at least 720,000 EUR a year, spread by business days';
  const level = { level: 'one', value: 72_000_000, grain: 'year', spread: true };
  expect(readTarget(said, yearSoFar, 'target')).toEqual({ target: { way: 'at least', level, said }, misfit: null });
  expect(readTarget('at least 60,000 EUR a month', yearSoFar, 'target').misfit).toEqual({
    says: '"at least 60,000 EUR a month" is for a month, and this runs on for a year',
    fix: 'write it like "at least 180,000 EUR a year"',
  });
});
