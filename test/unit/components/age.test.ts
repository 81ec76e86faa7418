import { expect, test } from 'vitest';
import { tellAge, type AgeFacts } from '../../../src/components/age-told.ts';
import { fullAge } from '../../../src/components/age.ts';

const day = 86_400;
/** 9 November 2026, 06:40 in Berlin. */
const asOf = Date.UTC(2026, 10, 9, 5, 40) / 1000;
const from = '9\u00a0November\u00a02026';
const facts: AgeFacts = { asOf, timeZone: 'Europe/Berlin', from, because: null, pull: null };

test.each([
  [3600, 'Data from this morning, 9\u00a0November\u00a02026', false],
  [day, 'Data from yesterday morning, 9\u00a0November\u00a02026', false],
  [7 * day, 'Data is 7 days old, from 9\u00a0November\u00a02026', false],
  [13 * day, 'Data is 13 days old, from 9\u00a0November\u00a02026', true],
  [100 * day, 'Data is 3 months old, from 9\u00a0November\u00a02026', true],
  [1515 * day, 'Data is 4 years old, from 9\u00a0November\u00a02026', true],
])('%d seconds after the export its age is told in words', (later, words, stale) => {
  expect(tellAge(facts, asOf + later)).toEqual({ words, stale });
});

test('a day is the company’s own: what was written at 23:30 in Berlin is from yesterday an hour later', () => {
  const evening = Date.UTC(2026, 10, 9, 22, 30) / 1000;
  expect(tellAge({ ...facts, asOf: evening }, evening + 3600).words).toMatch(/^Data from yesterday evening/);
  expect(tellAge({ ...facts, asOf: evening, timeZone: 'UTC' }, evening + 3600).words).toMatch(
    /^Data from this evening/,
  );
});

test('why nothing newer came is told: a pull that failed, else one that is later than agreed', () => {
  const pull = { complete: asOf, agreedEvery: 8 * 3600 };
  expect(tellAge({ ...facts, pull }, asOf + 8 * 3600)).toEqual({
    words: `Data from this morning, ${from}`,
    stale: false,
  });
  expect(tellAge({ ...facts, pull }, asOf + 30 * 3600)).toEqual({
    words: `Data from yesterday morning, ${from}: no pull came through for 30 hours, and one is agreed every 8 hours`,
    stale: true,
  });
  expect(tellAge({ ...facts, pull, because: 'the pull of Tuesday failed' }, asOf + 2 * day).words).toBe(
    `Data is 2 days old, from ${from}: the pull of Tuesday failed`,
  );
});

test('a file is told with its local time and how long ago that was', () => {
  const written = '9\u00a0November\u00a02026, 06:40';
  expect(fullAge(asOf, asOf + 60, 'Europe/Berlin')).toEqual({ written, ago: 'today' });
  expect(fullAge(asOf, asOf + 2 * day, 'Europe/Berlin')).toEqual({ written, ago: '2 days ago' });
});
