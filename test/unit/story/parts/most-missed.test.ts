import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findingOf } from '../../../../src/story/finding-of.ts';
import { mostTelling } from '../../../../src/story/parts/most-telling.ts';
import { mostMissed } from '../../../../src/story/statements/most-missed.ts';
import { state } from '../../../../src/story/statements/statement-kind.ts';
import type { Metric } from '../../../../src/values/agreement.ts';
import type { Statement } from '../../../../src/values/statement.ts';
import { agreement, followedUp, reading, target, wording } from '../made-up.ts';
import { about, byField, bySource, members, parted } from './by-source.ts';

const share = parted(followedUp, 'source');
const most: Metric = {
  ...share,
  wordings: [{ ...wording, target: target(0.1, null, 'at most'), broken: target(0.2, null, 'at most') }],
};
const october = (metric: Metric, given: Parameters<typeof bySource>[2]) =>
  state(mostMissed, about(metric, bySource(metric, '2026-10', given)), 'source');

test('who makes up most of the misses, with how many of the records are its own', () => {
  // 42 misses of 249: Event has 21 of them with 48 records, half of the misses with a fifth of the records.
  const statement = october(share, { Event: [27, 48], Website: [110, 120], Webinar: [70, 81] });
  expect(statement?.words).toBe('In October, Event made up 21 of the 42 misses, with 48 of the 249 qualified leads.');
  expect(statement?.brief).toBe('Event has 21 of 42 misses');
  expect(statement?.facts).toMatchObject({ dimension: 'source', member: 'Event', missed: 21, of: 48, allMissed: 42, allOf: 249 });
}); // prettier-ignore

test('of what should be rare the cases count', () => {
  expect(october(most, { Event: [9, 20], Website: [3, 60] })?.words).toBe(
    'In October, Event made up 9 of the 12 cases, with 20 of the 80 qualified leads.',
  );
});

test('nobody is named whose part of the misses is its part of the records, a small one, or one of few', () => {
  // 20 of 40 misses with 100 of 200 records.
  expect(october(share, { Event: [80, 100], Website: [80, 100] })).toBeNull();
  // 20 of 30 misses with 100 of 200 records: a third more than its part.
  expect(october(share, { Event: [80, 100], Website: [90, 100] })).toBeNull();
  // Four misses of six.
  expect(october(share, { Event: [6, 10], Website: [20, 22] })).toBeNull();
  // 10 of 40 misses, the most of any, though only a twentieth of the records.
  expect(october(share, { Event: [0, 10], A: [52, 60], B: [53, 60], C: [52, 60], D: [52, 59] })).toBeNull();
});

test('nothing is said of a promise that is kept, nor of teams', () => {
  expect(october(share, { Event: [8, 14], Website: [180, 180] })).toBeNull();
  const by = { ...share, breakdowns: [byField('team')] };
  const rows = bySource(share, '2026-10', { Event: [27, 48], Website: [180, 201] }).map((row) =>
    row.dimension === '' ? row : { ...row, dimension: 'team' },
  );
  expect(state(mostMissed, about(by, rows), 'team')).toBeNull();
});

test('of several breakdowns the one that accounts for most of the misses is the most telling', () => {
  const metric = parted(followedUp, 'region', 'source');
  const regions = members(metric, '2026-10', 'region', { North: [17, 40], South: [190, 209] });
  const values = [...bySource(metric, '2026-10', { Event: [24, 48], Website: [183, 201] }), ...regions];
  const finding = findingOf({ metric, agreement, values, reading: reading(metric) });
  expect(finding.parts.filter(({ kind }) => kind === 'most missed').map(({ facts }) => [facts['member'], facts['missed']])).toEqual([
    ['North', 23],
    ['Event', 24],
  ]);
  expect(mostTelling(finding)?.facts['member']).toBe('Event');
  expect(mostTelling({ parts: [] })).toBeNull();
}); // prettier-ignore

test('a change is told where no promise is off, but no run that is longer than a year', () => {
  const run = (months: number): Statement => ({
    kind: 'moved by', subject: 'a', words: '', headline: '', brief: `${months}`,
    facts: { says: 'stretch', run: months, moved: 3, difference: 4 },
  });
  expect(mostTelling({ parts: [run(30), run(12)] })?.brief).toBe('12');
  expect(mostTelling({ parts: [run(13)] })).toBeNull();
}); // prettier-ignore

const shares = fc.dictionary(
  fc.constantFrom('Website', 'Webinar', 'Event', 'Not recorded'),
  fc
    .tuple(fc.nat(60), fc.nat(60))
    .map(([one, other]): [number, number] => [Math.min(one, other), Math.max(one, other)]),
);

test('on random members it holds, names one, and is fair', () => {
  fc.assert(
    fc.property(shares, fc.constantFrom(share, most), (given, metric) => {
      const subject = about(metric, bySource(metric, '2026-10', given));
      const statement = state(mostMissed, subject, 'source');
      if (!statement) return;
      const { facts } = statement;
      expect(mostMissed.holds(facts, subject)).toBe(true);
      expect(facts['member']).not.toBe('Not recorded');
      const [missed = 0, of = 0, allMissed = 0, allOf = 0] = ['missed', 'of', 'allMissed', 'allOf'].map((name) => Number(facts[name]));
      expect(missed).toBeGreaterThanOrEqual(5);
      expect(missed / allMissed).toBeGreaterThanOrEqual((1.5 * of) / allOf - 1e-9);
      for (const name of ['missed', 'of', 'allMissed', 'allOf']) expect(mostMissed.holds({ ...facts, [name]: Number(facts[name]) + 1 }, subject)).toBe(false);
    }),
  );
}); // prettier-ignore
