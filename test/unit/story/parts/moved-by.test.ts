import fc from 'fast-check';
import { expect, test } from 'vitest';
import { movedBy } from '../../../../src/story/statements/moved-by.ts';
import { state } from '../../../../src/story/statements/statement-kind.ts';
import type { Metric } from '../../../../src/values/agreement.ts';
import type { PublishedValue } from '../../../../src/values/value.ts';
import { closed, delivered, followedUp, wording } from '../made-up.ts';
import { about, bySource, parted } from './by-source.ts';

type Given = Parameters<typeof bySource>[2];
const count = parted({ ...delivered, wordings: [{ ...delivered.wordings[0], from: null }] }, 'source');
const money = parted(closed, 'source');
const share: Metric = { ...parted(followedUp, 'source'), wordings: [wording] };

/** Thirteen steady months up to September, and October. */
function months(metric: Metric, usual: readonly [Given, Given], october: Given): PublishedValue[] {
  const names = ['2025-09', '2025-10', '2025-11', '2025-12', ...Array.from({ length: 9 }, (_, month) => `2026-0${month + 1}`)];
  return [
    ...names.flatMap((name, index) => bySource(metric, name, usual[index % 2] ?? {})),
    ...bySource(metric, '2026-10', october),
  ];
} // prettier-ignore

const said = (metric: Metric, usual: readonly [Given, Given], october: Given) =>
  state(movedBy, about(metric, months(metric, usual, october)), 'source');

test('who makes up most of how many fewer there are, with every part of it', () => {
  const usual: [Given, Given] = [{ Webinar: 20, Event: 12, Website: 30 }, { Webinar: 21, Event: 12, Website: 31 }]; // prettier-ignore
  const statement = said(count, usual, { Webinar: 6, Event: 11, Website: 27 });
  expect(statement?.words).toBe('October had 18 fewer qualified leads than September; Webinar makes up 14 of them.');
  expect(statement?.brief).toBe('Webinar has 14 of 18 fewer than in September');
  expect(statement?.facts).toEqual({
    says: 'amount', dimension: 'source', period: '2026-10', before: '2026-09', member: 'Webinar', difference: 18, moved: 14, more: false, alone: false,
    'part: Webinar': -14, 'part: Event': -1, 'part: Website': -3,
  }); // prettier-ignore
});

test('one that moved more than the whole did so alone', () => {
  const usual: [Given, Given] = [{ Webinar: 40, Event: 12 }, { Webinar: 41, Event: 12 }]; // prettier-ignore
  expect(said(count, usual, { Webinar: 6, Event: 14 })?.words).toBe(
    'October had 32 fewer qualified leads than September; Webinar alone had 34 fewer.',
  );
});

test('amounts are less or more', () => {
  const usual: [Given, Given] = [{ Webinar: 2_000_000, Event: 1_000_000 }, { Webinar: 2_100_000, Event: 1_000_000 }]; // prettier-ignore
  expect(said(money, usual, { Webinar: 8_000_000, Event: 1_400_000 })?.words).toBe(
    'October came to 64,000 euros more than September; Webinar makes up 60,000 euros of it.',
  );
});

test('a share is told without the member that pulled it away', () => {
  const usual: [Given, Given] = [{ Event: [18, 20], Website: [72, 80] }, { Event: [18, 20], Website: [73, 80] }]; // prettier-ignore
  const statement = said(share, usual, { Event: [4, 20], Website: [72, 80] });
  // 76 of 100; without Event 72 of 80; 90 of 100 in September.
  expect(statement?.words).toBe('Without Event, October would be at 90%, not 76%; September was at 90%.');
  expect(statement?.brief).toBe('90% without Event, not 76%');
  expect(statement?.facts).toMatchObject({ says: 'level', value: 0.76, without: 0.9, earlier: 0.9, member: 'Event' });
});

test('a long run is told against the periods before it, on average', () => {
  const usual: [Given, Given] = [{ Webinar: 24, Event: 12 }, { Webinar: 20, Event: 12 }]; // prettier-ignore
  const names = ['2026-03', '2026-04', '2026-05', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10'];
  // From March 2024 to February 2026.
  const before = Array.from({ length: 24 }, (_, at) => `${2024 + Math.floor((at + 2) / 12)}-${String(((at + 2) % 12) + 1).padStart(2, '0')}`);
  const values = [
    ...before.flatMap((name, at) => bySource(count, name, usual[at % 2] ?? {})),
    ...names.flatMap((name) => bySource(count, name, { Webinar: 27, Event: 13 })),
  ];
  const statement = state(movedBy, about(count, values), 'source');
  // On average 22 and 12 a month before, 27 and 13 since: 5 and 1 more.
  expect(statement?.words).toBe(
    'Since March there were 6 more qualified leads a month than in the 24 months before; Webinar makes up 5 of them.',
  );
  expect(statement?.facts).toEqual({
    says: 'stretch', dimension: 'source', period: '2026-10', since: '2026-03', run: 8, periods: 24, member: 'Webinar', difference: 6, moved: 5, more: true, alone: false,
    'part: Webinar': 5, 'part: Event': 1,
  });
  const subject = about(count, values);
  expect(movedBy.holds(statement?.facts ?? {}, subject)).toBe(true);
  for (const name of ['run', 'periods', 'difference', 'moved', 'part: Event'])
    expect(movedBy.holds({ ...statement?.facts, [name]: 2 }, subject)).toBe(false);
  expect(movedBy.claims(statement?.facts ?? {}, subject)).toEqual([{ about: 'change of qualified-leads-delivered in 2026-10', is: 'better' }]);
}); // prettier-ignore

test('nothing is told where no rule of signal fires, the step goes the other way, or nobody makes up half of it', () => {
  const usual: [Given, Given] = [{ Webinar: 20, Event: 12, Website: 30 }, { Webinar: 21, Event: 12, Website: 31 }]; // prettier-ignore
  expect(said(count, usual, { Webinar: 20, Event: 12, Website: 31 })).toBeNull();
  expect(said(count, usual, { Webinar: 14, Event: 6, Website: 24 })).toBeNull();
  const high: [Given, Given] = [{ Webinar: 20, Event: 12 }, { Webinar: 22, Event: 12 }]; // prettier-ignore
  const values = [
    ...months(count, high, { Webinar: 60, Event: 12 }).filter(({ period }) => period !== '2026-09'),
    ...bySource(count, '2026-09', { Webinar: 90, Event: 12 }),
  ];
  expect(state(movedBy, about(count, values), 'source')).toBeNull();
});

test('what is not recorded is nobody, and members that do not add up tell nothing', () => {
  const usual: [Given, Given] = [{ 'Not recorded': 20, Event: 12 }, { 'Not recorded': 21, Event: 12 }]; // prettier-ignore
  expect(said(count, usual, { 'Not recorded': 2, Event: 12 })).toBeNull();
  const one: [Given, Given] = [{ Webinar: 20, Event: 12 }, { Webinar: 21, Event: 12 }]; // prettier-ignore
  const values = months(count, one, { Webinar: 2, Event: 12 });
  expect(state(movedBy, about(count, values), 'source')).not.toBeNull();
  const without = values.filter(({ period, member }) => period !== '2026-10' || member !== 'Event');
  expect(state(movedBy, about(count, without), 'source')).toBeNull();
});

const amounts = fc.record({ Webinar: fc.nat(90), Event: fc.nat(90), Website: fc.nat(90) });
const shares = fc.dictionary(
  fc.constantFrom('Website', 'Webinar', 'Event'),
  fc
    .tuple(fc.nat(60), fc.nat(60))
    .map(([one, other]): [number, number] => [Math.min(one, other), Math.max(one, other)]),
);

test('on random members the parts add up, and it holds', () => {
  const usual: [Given, Given] = [{ Webinar: 20, Event: 12, Website: 30 }, { Webinar: 21, Event: 12, Website: 31 }]; // prettier-ignore
  const judged: [Given, Given] = [{ Event: [18, 20], Website: [72, 80] }, { Event: [18, 20], Website: [73, 80] }]; // prettier-ignore
  let told = 0;
  fc.assert(
    fc.property(amounts, shares, (counted, shared) => {
      for (const [metric, before, after] of [[count, usual, counted], [share, judged, shared]] as const) {
        const subject = about(metric, months(metric, before, after));
        const statement = state(movedBy, subject, 'source');
        if (!statement) continue;
        told += 1;
        expect(movedBy.holds(statement.facts, subject)).toBe(true);
        for (const [name, fact] of Object.entries(statement.facts))
          if (typeof fact === 'number') expect(movedBy.holds({ ...statement.facts, [name]: fact + 1 }, subject)).toBe(false);
      }
    }),
  );
  expect(told).toBeGreaterThan(0);
}); // prettier-ignore
