import { describe, expect, test } from 'vitest';
import { teamPage, teamsOf } from '../../../src/publish/team-page.ts';
import { checkListStatement } from '../../../src/story/check/check-list.ts';
import { listSays } from '../../../src/story/lists/list-says.ts';
import { listingOf, listTold } from '../../../src/publish/list-told.ts';
import { changesFirst, commonPeriod, rowsOf, type TrendRow } from '../../../src/publish/trend-rows.ts';
import { trendsOf } from '../../../src/publish/trends.ts';
import type { Metric } from '../../../src/values/agreement.ts';
import type { MetricValue } from '../../../src/values/value.ts';
import { edition, metric, value } from './small-edition.ts';

const two = (number: number) => String(number).padStart(2, '0');

/** Two years of months up to October 2026: 80% and 84% in turn, so that 71% to 93% is usual; the last one is given. */
const months = (of: string, last: number): MetricValue[] =>
  Array.from({ length: 25 }, (_, index) => {
    const month = 2024 * 12 + 9 + index;
    const period = `${Math.floor(month / 12)}-${two((month % 12) + 1)}`;
    const share = index === 24 ? last : index % 2 === 0 ? 0.8 : 0.84;
    const days = { period, from: `${period}-01`, to: `${period}-28` };
    return value(of, { ...days, value: share, numerator: share * 100, denominator: 100, records: 100 });
  });

const both = { by: ['sales', 'marketing'], to: [], ifBroken: [], pause: null };
const promise = (by: string, to: string) => ({ by: [by], to: [to], ifBroken: [], pause: null });
const metrics: Metric[] = [
  metric('steady', { tells: 'leading', topic: 'deals', title: 'Steady' }),
  metric('risen', { tells: 'leading', topic: 'deals', title: 'Risen' }),
  metric('fallen', { tells: 'leading', topic: 'funnel', title: 'Fallen', answeredBy: ['marketing', 'sales'] }),
  metric('young', { tells: 'lagging', topic: 'deals', title: 'Young', promise: promise('sales', 'marketing'), answeredBy: [] }),
  metric('unmapped', { title: 'Unmapped', missing: ['lead’s score'], answeredBy: ['marketing'] }),
  metric('shared', { tells: 'lagging', title: 'Shared', headline: 1, promise: both, answeredBy: [] }),
]; // prettier-ignore
const values = [
  ...months('steady', 0.8),
  ...months('risen', 0.97),
  ...months('fallen', 0.6),
  value('young', { value: 0.85 }),
  ...months('shared', 0.84),
];
const made = edition(metrics, values);
const slugs = (rows: readonly TrendRow[]) => rows.map(({ one }) => one.metric.slug);

describe('the trends page', () => {
  const trends = trendsOf(made);

  test('says how many really changed, which ones, and what is to be said of the rest', () => {
    expect(trends.title.words).toBe('Two of our six numbers really changed.');
    expect(trends.changes.map(({ words }) => words)).toEqual(['For the worse: Fallen.', 'For the better: Risen.']);
    expect(trends.rest.map(({ words }) => words)).toEqual([
      'Two show the usual wobble.',
      'For one it is too early to say, or there are too few records.',
      'One can’t be counted yet.',
    ]);
  });

  test('puts the headline ones first, what tells early before what tells late, and then those of which nobody said', () => {
    expect(trends.groups.map(({ title, rows }) => [title, slugs(rows)])).toEqual([
      ['On the first page', ['shared']],
      ['What is coming', ['fallen', 'risen', 'steady']],
      ['What came of it', ['young']],
      ['Also counted', ['unmapped']],
    ]);
  });

  test('leaves out groups without numbers, and names what is switched off', () => {
    const off = metric('off', { title: 'Renewals', asks: 'Who stays?' });
    const one = edition([metrics[0] ?? off], months('steady', 0.8));
    const some = trendsOf({ ...one, agreement: { ...one.agreement, switchedOff: [off] } });
    expect(some.groups.map(({ id }) => id)).toEqual(['leading']);
    expect(some.switchedOff.map(({ asks }) => asks)).toEqual(['Who stays?']);
    expect(some.title.words).toBe('Our one number shows no real change.');
  });
});

test('real changes come first, those for the worse before those for the better', () => {
  const { changed, steady } = changesFirst(rowsOf(made, made.metrics));
  expect(slugs(changed)).toEqual(['fallen', 'risen']);
  expect(slugs(steady)).toEqual(['shared', 'steady', 'young', 'unmapped']);
});

test('the heading names the period that most numbers are of', () => {
  expect(commonPeriod(rowsOf(made, made.metrics)).replaceAll('\u00a0', ' ')).toBe('October 2026');
  expect(commonPeriod([])).toBe('');
});

describe('a team’s page', () => {
  const page = (slug: string) => {
    const team = made.agreement.teams.find((one) => one.slug === slug);
    if (!team) throw new Error(`No team ${slug}.`);
    return teamPage(made, team);
  };

  test('has what it promised, alone and together, what it is promised, and what it answers for', () => {
    const parts = (slug: string) => {
      const { promised, together, isPromised, answersFor } = page(slug);
      return { promised, together, isPromised, answersFor };
    };
    const named = (slug: string) =>
      Object.fromEntries(Object.entries(parts(slug)).map(([part, rows]) => [part, slugs(rows)]));
    expect(named('sales')).toEqual({
      promised: ['young'],
      together: ['shared'],
      isPromised: [],
      answersFor: ['fallen', 'risen', 'steady'],
    });
    expect(named('marketing')).toEqual({
      promised: [],
      together: ['shared'],
      isPromised: ['young'],
      answersFor: ['fallen', 'unmapped'],
    });
  });

  test('counts what it answers for, and not what others promised to it', () => {
    expect(page('sales').title.words).toBe('Two of the five numbers that sales answers for really changed.');
    expect(page('marketing').title.words).toBe('One of the three numbers that marketing answers for really changed.');
  });

  test('has the moves that are its own or that it shares', () => {
    const moves = made.verdict.moves.filter(({ teams }) => teams.includes('marketing'));
    expect(page('marketing').moves).toEqual(moves);
    expect(page('marketing').moves.every(({ teams }) => teams.includes('marketing'))).toBe(true);
  });

  test('is there for teams that some number concerns', () => {
    expect(teamsOf(made).map(({ slug }) => slug)).toEqual(['marketing', 'sales']);
    expect(teamsOf(edition([metric('a')], [])).map(({ slug }) => slug)).toEqual(['sales']);
  });
});

test('what is said of a list is counted again from its findings', () => {
  const listing = listingOf(rowsOf(made, made.metrics), { subject: 'all', whose: 'all', team: '' });
  const { off, title, changes, rest } = listSays(listing);
  expect(off?.words).toBe('‘Fallen’ is broken; ‘Steady’ is slipping.');
  const statements = [...(off ? [off] : []), title, ...changes, ...rest];
  expect(statements.flatMap((statement) => checkListStatement(statement, listing, made.agreement))).toEqual([]);
  for (const statement of statements) {
    const fewer = { ...listing, numbers: listing.numbers.slice(1) };
    const more = { ...fewer, numbers: [...fewer.numbers, ...listing.numbers] };
    expect(checkListStatement(statement, more, made.agreement), statement.words).not.toEqual([]);
  }
  // Nothing of it is false, so that a page says all of it.
  const about = { subject: 'all', whose: 'all', team: '' } as const;
  expect(listTold(rowsOf(made, made.metrics), about, made.agreement)).toEqual({ off, title, changes, rest });
  expect(listSays({ ...listing, numbers: [] }).off).toBeNull();
});

test('a team whose name is too long for a sentence has its title all the same', () => {
  const team =
    'the group for sales and for service to partners and to resellers in all countries of the north and of the south';
  const listing = listingOf(rowsOf(made, made.metrics), { subject: 'sales', whose: 'team', team });
  const { title } = listSays(listing);
  expect(title.words).toBe('Two of these six numbers really changed.');
  expect(checkListStatement(title, listing, made.agreement)).toEqual([]);
});

test('what is said of a list is read as any other sentence is', () => {
  const listing = listingOf(rowsOf(made, made.metrics), { subject: 'all', whose: 'all', team: '' });
  const { title } = listSays(listing);
  const wrongIn = (words: string) => checkListStatement({ ...title, words }, listing, made.agreement).join('\n');
  expect(wrongIn('Three of our six numbers really changed.')).toContain('no fact for Three');
  expect(wrongIn('None of our six numbers really changed.')).toContain(
    'no fact for ‘None of our six numbers really ch',
  );
  expect(wrongIn('All of our six numbers really changed.')).toContain('no fact for ‘All’');
  expect(wrongIn('Two of our six numbers are better.')).toContain('no fact for ‘better’');
  expect(wrongIn('Two of our six numbers changed because of May.')).toContain('claims a cause: because');
  expect(wrongIn('Two of our six KPIs changed.')).toContain('not explained by the vocabulary: KPIs');
  expect(wrongIn('Two of our six numbers really changed')).toContain('no full stop');
});
