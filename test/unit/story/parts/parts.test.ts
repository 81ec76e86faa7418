import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parts } from '../../../../src/story/statements/parts.ts';
import { state } from '../../../../src/story/statements/statement-kind.ts';
import { rankedFigure } from '../../../../src/story/figures/breakdown-figures.ts';
import { notRecorded, type Breakdown } from '../../../../src/values/breakdown.ts';
import type { Metric } from '../../../../src/values/agreement.ts';
import type { PublishedValue } from '../../../../src/values/value.ts';
import { closed, delivered, followedUp, wording } from '../made-up.ts';
import { about, byField, bySource, members, parted } from './by-source.ts';

const share = parted(followedUp, 'source');
const count = parted(delivered, 'source');
const money = parted(closed, 'source');
const free: Metric = { ...share, promise: null, wordings: [{ ...wording, target: null, broken: null }] };
const waited: Metric = { ...free, unit: { unit: 'duration', of: 'business hours' }, better: 'lower', wordings: [{ ...free.wordings[0], measure: { measure: 'median', of: { from: 'handover', links: [], field: 'response time', type: { is: 'number' }, figure: true } } }] }; // prettier-ignore

const said = (metric: Metric, values: readonly PublishedValue[], dimension = 'source') =>
  state(parts, about(metric, values), dimension);
const plain = (words: string | undefined) => words?.replaceAll('\u00a0', ' ');
const october = (metric: Metric, given: Parameters<typeof bySource>[2]) =>
  plain(said(metric, bySource(metric, '2026-10', given))?.words);

test('of what was agreed, how many of the members kept it, and the one farthest from it', () => {
  expect(october(share, { Website: [19, 20], Webinar: [18, 20], Event: [14, 20] })).toBe(
    'In October, two of the three sources kept the agreed 90%; Event was lowest at 70% (14 of 20).',
  );
  expect(october(share, { Website: [19, 20], Event: [18, 20] })).toBe(
    'In October, both sources kept the agreed 90%; Event was lowest at 90% (18 of 20).',
  );
  expect(october(share, { Website: [10, 20], Event: [10, 20] })).toBe('In October, neither of the two sources kept the agreed 90%.');
  expect(october({ ...share, promise: null }, { Website: [19, 20], Event: [17, 20] })).toBe(
    'In October, one of the two sources kept the target of 90%; Event was lowest at 85% (17 of 20).',
  );
}); // prettier-ignore

test('members of few records are not judged, and are said to be others', () => {
  expect(october(share, { Website: [19, 20], Webinar: [18, 20], Fair: [0, 9] })).toBe(
    'In October, both sources that can be judged kept the agreed 90%; Webinar was lowest at 90% (18 of 20).',
  );
  expect(october(share, { Website: [19, 20], Fair: [0, 9] })).toBeUndefined();
});

test('what is not recorded, or was put together, is no source: it is neither counted nor the lowest, and hides who would be', () => {
  expect(october(share, { Website: [19, 20], Webinar: [17, 20], [notRecorded]: [5, 20] })).toBe(
    'In October, one of the two sources kept the agreed 90%.',
  );
  expect(october(count, { Website: 12, Event: 6, [notRecorded]: 30 })).toBeUndefined();
  expect(october(count, { Website: 12, Event: 6, 'Everyone else (4)': 30 })).toBeUndefined();
});

test('without a level the ends are told, of two members just their numbers', () => {
  expect(october(free, { Website: [18, 20], Webinar: [15, 20], Event: [8, 20] })).toBe(
    'In October, Website was highest at 90% (18 of 20), Event lowest at 40% (8 of 20).',
  );
  expect(october({ ...free, better: 'higher' }, { Website: [18, 20], Event: [8, 20] })).toBe(
    'In October, Event was at 40% (8 of 20), Website at 90% (18 of 20).',
  );
  expect(october(free, { Website: [18, 20], Event: [18, 20] })).toBeUndefined();
  expect(october(free, { Website: [18, 20], Webinar: [18, 20], Event: [8, 20] })).toBe('In October, Event was lowest at 40% (8 of 20).');
}); // prettier-ignore

test('an end that one of few records lies beyond is one of those with enough', () => {
  expect(october(free, { Website: [18, 20], Webinar: [15, 20], Event: [8, 20], Fair: [0, 3] })).toBe(
    'In October, of the sources with enough records, Website was highest at 90% (18 of 20), Event lowest at 40% (8 of 20).',
  );
});

test('stretches of time are long and short', () => {
  expect(october(waited, { Website: 3.2, Webinar: 6.94, Event: 4 })).toBe(
    'In October, Webinar was longest at 6.9 business hours, Website shortest at 3.2 business hours.',
  );
});

test('what adds up has a member that makes up most of it, or two where there are many', () => {
  expect(october(count, { Website: 11, 'Content download': 7, Webinar: 5, Event: 1 })).toBe(
    'In October, Website made up 11 of 24 qualified leads, the most of any source.',
  );
  expect(october(count, { Website: 9, Referral: 8, A: 3, B: 2, C: 2 })).toBe(
    'In October, two of the five sources, Website and Referral, made up 17 of 24 qualified leads.',
  );
  expect(october(money, { Website: 8_310_000, Event: 6_340_900 })).toBe('In October, Website made up 83,100 of 147,000 euros, the most of any source.');
  expect(october(money, { Website: 470_000_00, Event: 71_400_000 })).toBe('In October, Event made up 714,000 euros of 1.18 million euros, the most of any source.');
}); // prettier-ignore

test('a tie has no leader, few records no story, and what can be below zero no parts', () => {
  expect(october(count, { Website: 11, Event: 11 })).toBeUndefined();
  expect(october(count, { Website: 6, Event: 2 })).toBeUndefined();
  expect(october(money, { Website: 8_310_000, Event: -6_340_900 })).toBeUndefined();
});

test('teams and people are not compared, nor clauses, tests, yes and no', () => {
  const values = (dimension: string) => bySource(share, '2026-10', { A: [19, 20], B: [14, 20] }).map((row) => (row.dimension === '' ? row : { ...row, dimension }));
  const by = (dimension: string, breakdown: Partial<Breakdown> = {}) =>
    said({ ...share, breakdowns: [{ ...byField(dimension), ...breakdown }] }, values(dimension), dimension);
  expect(by('region')).not.toBeNull();
  expect(by('team')).toBeNull();
  const path = { from: 'handover', links: ['owner'], field: 'name', type: { is: 'text' }, figure: false } as const;
  expect(by('owner', { cut: { cut: 'value', path } })).toBeNull();
  expect(by('member', { clauseOf: 'qualified lead' })).toBeNull();
  expect(by('won', { cut: { cut: 'value', path: { ...path, links: [], field: 'won', type: { is: 'yes-no' } } } })).toBeNull();
  const named = values('holder').map((row) => (row.member === 'A' ? { ...row, member: 'Marketing' } : row));
  expect(said(parted(share, 'holder'), named, 'holder')).toBeNull();
}); // prettier-ignore

test('members that are all or nothing say again what the share asks', () => {
  expect(october(free, { 'A close date ahead': [0, 12], Nothing: [20, 20] })).toBeUndefined();
});

test('a band is called by what it is a band of, once where there is no room', () => {
  const bands = ['below 20', 'from 20 to below 200', 'at least 1,000'].map((name) => ({ name, from: null, to: null }));
  const path = { from: 'handover', links: [], field: 'size', type: { is: 'number' }, figure: false } as const;
  const metric: Metric = { ...free, breakdowns: [{ dimension: 'company size', cut: { cut: 'bands', path, bands }, credit: null, clauseOf: null }] };
  const rows = bySource(metric, '2026-10', { 'below 20': [8, 20], 'from 20 to below 200': [18, 20] });
  const values = rows.map((row) => (row.dimension === '' ? row : { ...row, dimension: 'company size' }));
  expect(said(metric, values, 'company size')?.words).toBe(
    'In October, company size from 20 to below 200 was at 90% (18 of 20), company size below 20 at 40% (8 of 20).',
  );
}); // prettier-ignore

test('its brief is one of nine words, and the chart is titled with it', () => {
  const values = bySource(share, '2026-10', { Website: [19, 20], Webinar: [18, 20], Event: [14, 20] });
  expect(said(share, values)?.brief).toBe('2 of 3 sources kept the agreed 90%');
  expect(rankedFigure(about(share, values), values, 'source')?.title).toBe(said(share, values)?.words);
  const few = bySource(share, '2026-10', { Website: [19, 20], Event: [1, 2] });
  expect(rankedFigure(about(share, few), few, 'source')?.title).toBe('Leads followed up in time by source in October.');
});

test('it claims the numbers of the members that it names', () => {
  const statement = said(count, bySource(count, '2026-10', { Website: 11, Webinar: 8, Event: 5 }));
  expect(parts.claims(statement?.facts ?? {}, about(count, []))).toEqual([
    { about: 'value of qualified-leads-delivered in 2026-10, source Website', is: 11 },
    { about: 'value of qualified-leads-delivered in 2026-10', is: 24 },
  ]);
});

const names = fc.constantFrom('Website', 'Webinar', 'Event', 'Referral', 'Fair', 'Partner', notRecorded);
const shares = fc.dictionary(
  names,
  fc
    .tuple(fc.nat(40), fc.nat(40))
    .map(([one, other]): [number, number] => [Math.min(one, other), Math.max(one, other)]),
);
const counts = fc.dictionary(names, fc.nat(60));

test('whatever it says on random members holds, and a fact that is turned does not', () => {
  fc.assert(
    fc.property(shares, counts, (judged, counted) => {
      for (const [metric, given] of [[share, judged], [free, judged], [count, counted], [money, counted]] as const) {
        const values = bySource(metric, '2026-10', given);
        const subject = about(metric, values);
        const statement = state(parts, subject, 'source');
        if (!statement) continue;
        const { facts } = statement;
        expect(parts.holds(facts, subject)).toBe(true);
        for (const [name, fact] of Object.entries(facts))
          if (typeof fact === 'number' && ['kept', 'judged', 'compared', 'members', 'whole', 'firstValue', 'lowestValue', 'highestValue'].includes(name))
            expect(parts.holds({ ...facts, [name]: fact + 1 }, subject)).toBe(false);
      }
    }),
  );
}); // prettier-ignore

test('a member of another breakdown changes nothing', () => {
  const values = bySource(share, '2026-10', { Website: [19, 20], Event: [14, 20] });
  const other = members(share, '2026-10', 'region', { North: [1, 20] });
  expect(said(share, [...values, ...other])?.words).toBe(said(share, values)?.words);
});
