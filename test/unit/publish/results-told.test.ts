import { expect, test } from 'vitest';
import { linkTerms } from '../../../src/publish/link-terms.ts';
import { linkedIn } from '../../../src/publish/results-told.ts';
import { edition, metric, value } from './small-edition.ts';

const year = (name: string, changes: object) =>
  value('usual-time', { grain: 'year', period: name, from: `${name}-01-01`, to: `${name}-12-31`, ...changes });

const told = (values: Parameters<typeof edition>[1], text: string) =>
  linkTerms(
    text,
    linkedIn(edition([metric('usual-time', { title: 'Usual time', unit: { unit: 'duration', of: 'days' } })], values)),
  )
    .filter(({ term }) => term?.page)
    .map(({ term }) => [term?.page, term?.shown]);

test('the result of a metric is its title, a link, and what it came to in the last year that is over', () => {
  const values = [
    year('2024', { value: 12 }),
    year('2025', { value: 15 }),
    year('2026', { value: 30, status: 'so far' }),
  ];
  expect(told(values, 'time is more than the result of usual-time')).toEqual([
    ['/metrics/usual-time/', 'the result of ‘Usual time’ (15\u00a0days, of 2025)'],
  ]);
});

test('a result that is not known yet says so', () => {
  expect(told([year('2026', { value: 30, status: 'so far' })], 'time is more than the result of usual-time')).toEqual([
    ['/metrics/usual-time/', 'the result of ‘Usual time’ (not known)'],
  ]);
});
