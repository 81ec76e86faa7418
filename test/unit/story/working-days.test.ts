import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { dayAfter, workingDayAfter } from '../../../src/story/working-days.ts';
import { agreement } from './made-up.ts';

const [office] = agreement.calendars;
if (!office) throw new Error('The made-up company has one calendar.');
const closedOn = { ...office, holidays: [{ day: '2026-11-10', name: 'Inventory' }] };
const at = (moment: string) => Temporal.PlainDateTime.from(moment);

test('working days leave out weekends and holidays', () => {
  expect(workingDayAfter(office, '2026-10-31', 5)).toBe('2026-11-06');
  expect(workingDayAfter(closedOn, '2026-11-09', 1)).toBe('2026-11-11');
});

test('a clock of business days that starts while closed starts at the next opening', () => {
  const day = { amount: 1, unit: 'business days' } as const;
  expect(dayAfter(at('2026-11-09T06:40'), day, office)).toBe('2026-11-10'); // Monday before opening
  expect(dayAfter(at('2026-11-06T18:00'), day, office)).toBe('2026-11-10'); // Friday after closing: from Monday on
  expect(dayAfter(at('2026-11-06T12:00'), day, office)).toBe('2026-11-09');
});

test('business hours run only while open', () => {
  const hours = { amount: 4, unit: 'business hours' } as const;
  expect(dayAfter(at('2026-11-09T06:40'), hours, office)).toBe('2026-11-09');
  expect(dayAfter(at('2026-11-06T15:00'), hours, office)).toBe('2026-11-09');
});

test('days, weeks and months go by the calendar', () => {
  expect(dayAfter(at('2026-01-31T12:00'), { amount: 1, unit: 'months' }, office)).toBe('2026-02-28');
  expect(dayAfter(at('2026-11-09T23:00'), { amount: 2, unit: 'hours' }, office)).toBe('2026-11-10');
});
