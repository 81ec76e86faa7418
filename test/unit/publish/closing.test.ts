import { expect, test } from 'vitest';
import { closings } from '../../../src/publish/closing.ts';
import { agreement } from './small-edition.ts';

test('a month closes on the fifth working day after its end', () => {
  // 31 October 2026 is a Saturday: Monday 2 to Friday 6 November are five working days.
  const [last, running] = closings(agreement([]), '2026-11-09');
  expect(last).toEqual({ from: '2026-10-01', to: '2026-10-31', closes: '2026-11-06', closed: true });
  expect(running).toEqual({ from: '2026-11-01', to: '2026-11-30', closes: '2026-12-07', closed: false });
});

test('on the day that it closes a month can still change', () => {
  expect(closings(agreement([]), '2026-11-06')[0].closed).toBe(false);
});

test('in January the month before is December of the year before', () => {
  expect(closings(agreement([]), '2026-01-05')[0].from).toBe('2025-12-01');
});

test('without its calendar the day is not known', () => {
  expect(closings({ ...agreement([]), calendars: [] }, '2026-11-09')[0]).toMatchObject({ closes: null, closed: false });
});
