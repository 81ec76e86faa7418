import { expect, test } from 'vitest';
import { lagsOf } from '../../../src/publish/fresh.ts';
import { makeEdition } from '../../../src/publish/make-edition.ts';
import { agreement, asOf, edition, file, metric, value } from './small-edition.ts';

const friday = asOf - 62 * 3600;

test('files of one day lag behind nothing', () => {
  expect(lagsOf(edition([metric('a')], [value('a')], [file('Lead.csv'), file('Task.csv')]))).toEqual([]);
});

test('a file of an older day is named with its weekday, and the numbers that are no newer; one that no number reads is not', () => {
  const metrics = [metric('a'), metric('b')];
  const files = [file('Lead.csv'), file('Roles.csv', { asOf: friday }), file('Old.csv', { asOf: asOf - 30 * 86_400 })];
  const made = makeEdition({
    agreement: agreement(metrics), catalogue: { kinds: [] }, values: metrics.map(({ slug }) => value(slug)),
    readings: metrics.map(({ slug }) => ({ metric: slug, asOf: slug === 'b' ? friday : asOf, missing: [], todays: [] })),
    stretches: [], targets: [], restated: [], distributions: [], ledger: [], account: { files, rejected: [], links: [], health: [], pulls: [] }, now: asOf,
  }); // prettier-ignore
  const [lag, ...rest] = lagsOf(made);
  expect(rest).toEqual([]);
  expect(lag).toMatchObject({ day: '2026-11-06', files: ['Roles.csv'], metrics: [{ slug: 'b' }] });
  expect(lag?.words.replaceAll('\u00a0', ' ')).toBe(
    'Roles.csv is of Friday, 6 November, the newest of Monday, 9 November. As of then:',
  );
  // October closes on 6 November: a day that has passed for all but this number.
  const closing = made.metrics.find(({ metric: { slug } }) => slug === 'b')?.finding.context;
  expect(closing?.map(({ words }) => words.replaceAll('\u00a0', ' '))).toContain(
    'October is still open here: this number reads data of 6 November.',
  );
});
