import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as c from './company.ts';
import { answers, verdicts } from './asked.ts';
import { company } from '../berlin-company.ts';
import { plainClock } from '../../plain/plain-clock.ts';
import { dayDistance, distance } from '../../plain/plain-distance.ts';
import type { Opening, WorkCalendar } from '../../../src/values/agreement.ts';
import type { Day } from '../../../src/values/period.ts';
import { units, type Unit, type Value } from '../../../src/values/tree.ts';

const created = c.moment('lead', 'created');
const converted = c.moment('lead', 'converted');
const between = (unit: Unit): Value => ({ value: 'distance', unit, from: created, to: converted });

/** Of pairs of UTC instants, by number. */
async function of(unit: Unit, ...pairs: (readonly [string, string])[]): Promise<unknown[]> {
  const rows = pairs.map(([one, other], index) => ({
    key: `${index}`,
    created: c.instant(one),
    converted: c.instant(other),
  }));
  return Object.values(await answers('lead', between(unit), { tables: { lead: rows } }));
}

describe('from one instant to another, in Berlin', () => {
  test('hours and minutes pass everywhere alike', async () => {
    expect(await of('hours', ['2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z'])).toEqual([25]);
    expect(await of('minutes', ['2026-10-05T08:00:00Z', '2026-10-05T07:58:30Z'])).toEqual([-1.5]);
  });
  test('a day is the same clock time on the next, and a part of a day is a part of its own length', async () => {
    const days = await of(
      'days',
      ['2026-10-05T08:00:00Z', '2026-10-07T08:00:00Z'],
      ['2026-10-05T08:00:00Z', '2026-10-06T20:00:00Z'],
      ['2026-10-24T10:00:00Z', '2026-10-25T11:00:00Z'], // through a day of 25 hours
      ['2026-10-24T10:00:00Z', '2026-10-24T22:30:00Z'], // half of it
      ['2026-10-05T08:00:00Z', '2026-10-04T20:00:00Z'],
      ['2026-10-05T08:00:00Z', '2026-10-05T08:00:00Z'],
    );
    expect(days).toEqual([2, 1.5, 1, 0.5, -0.5, 0]);
    expect(await of('weeks', ['2026-10-20T10:00:00Z', '2026-10-27T11:00:00Z'])).toEqual([1]);
  });
  test('calendar days are the difference of local dates', async () => {
    const late = '2026-10-05T21:59:00Z'; // 23:59 in Berlin
    expect(await of('calendar days', [late, '2026-10-05T22:01:00Z'], [late, '2026-10-05T05:00:00Z'])).toEqual([1, 0]);
  });
  test('months end with the month where it has no such day', async () => {
    const months = await of(
      'months',
      ['2026-01-31T10:00:00Z', '2026-02-28T10:00:00Z'],
      ['2026-01-31T10:00:00Z', '2026-02-14T10:00:00Z'], // 14 of 28 days
      ['2026-03-31T10:00:00Z', '2026-02-28T11:00:00Z'],
    );
    expect(months).toEqual([1, 0.5, -1]);
  });
  test('business hours run only while it is open, and what is done before is at least a second before', async () => {
    const hours = await of(
      'business hours',
      ['2026-10-05T13:00:00Z', '2026-10-06T09:00:00Z'],
      ['2026-10-09T20:00:00Z', '2026-10-12T08:00:00Z'],
      ['2026-10-06T09:00:00Z', '2026-10-05T13:00:00Z'],
      ['2026-10-10T09:00:00Z', '2026-10-10T12:00:00Z'], // a Saturday
      ['2026-10-10T12:00:00Z', '2026-10-10T09:00:00Z'],
    );
    expect(hours).toEqual([4, 1, -4, 0, -1 / 3600]);
  });
  test('business days are working days of the same clock time, and a part of the opening time between', async () => {
    const days = await of(
      'business days',
      ['2026-10-05T08:00:00Z', '2026-10-06T08:00:00Z'],
      ['2026-10-09T08:00:00Z', '2026-10-12T12:00:00Z'], // over a weekend, and half a day
      ['2026-10-10T08:00:00Z', '2026-10-13T07:00:00Z'], // from Saturday: from Monday's opening
      ['2026-10-10T08:00:00Z', '2026-10-10T09:00:00Z'],
      ['2026-10-06T08:00:00Z', '2026-10-05T08:00:00Z'],
    );
    expect(days).toEqual([1, 1.5, 1, 0, -1]);
  });
  test('what is past a closing is a second past it', async () => {
    // From Monday's closing, which is Tuesday's opening, to Tuesday's closing: a second short of the next day, and then past it.
    const pairs = [
      ['2026-10-05T06:00:00Z', '2026-10-06T07:00:00Z'],
      ['2026-10-05T06:00:00Z', '2026-10-06T07:00:01Z'],
    ] as const;
    expect(await of('business days', ...pairs)).toEqual([1, 1 + 1 / 28_800]);
  });
  test('is empty where either moment is', async () => {
    const rows = [{ key: 'a', created: 1_790_000_000 }, { key: 'b', converted: 1_790_000_000 }, { key: 'c' }];
    for (const unit of units) {
      expect(await answers('lead', between(unit), { tables: { lead: rows } })).toEqual({ a: null, b: null, c: null });
    }
  });
});

describe('where a side is a day', () => {
  const toRetry = (unit: Unit): Value => ({ value: 'distance', unit, from: created, to: c.moment('lead', 'retry on') });
  const rows = [
    ['2026-10-08T22:30:00Z', '2026-10-12'], // Friday to Monday
    ['2026-10-10T08:00:00Z', '2026-10-12'], // Saturday counts as Monday
    ['2026-10-11T08:00:00Z', '2026-10-10'],
    ['2026-01-31T08:00:00Z', '2026-03-01'],
  ].map(([at, day], index) => ({ key: `${index}`, created: c.instant(at!), retry_on: day! }));
  test('dates are counted', async () => {
    const found = async (unit: Unit) => Object.values(await answers('lead', toRetry(unit), { tables: { lead: rows } }));
    expect(await found('days')).toEqual([3, 2, -1, 29]);
    expect(await found('weeks')).toEqual([3 / 7, 2 / 7, -1 / 7, 29 / 7]);
    expect(await found('business days')).toEqual([1, 0, -1, 20]);
    expect((await found('months')).at(-1)).toBeCloseTo(1 + 1 / 31, 12);
    expect(await found('hours')).toEqual([null, null, null, null]);
  });
});

const hours = (weekdays: readonly number[], opens: number, closes: number): Opening[] =>
  weekdays.map((weekday) => ({ weekday, opens: opens * 60, closes: closes * 60 }));
const calendars: Readonly<Record<string, readonly Opening[]>> = {
  office: hours([1, 2, 3, 4, 5], 9, 17),
  shop: [...hours([1, 3], 8, 12), ...hours([1, 3], 13.25, 18.5), ...hours([6], 10, 10.25), ...hours([5], 20, 24)],
  nights: hours([1, 2, 3, 4, 5, 6, 7], 1, 4),
  always: hours([1, 2, 3, 4, 5, 6, 7], 0, 24),
};
const changes = ['2026-03-08', '2026-03-29', '2026-04-05', '2026-10-04', '2026-10-25', '2026-11-01', '2026-02-28'];
const zones = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata'];

/** An instant near a change of the clock, at any second, often on a quarter hour. */
const instants = fc
  .tuple(fc.constantFrom(...changes), fc.integer({ min: -6 * 96, max: 40 * 96 }), fc.constantFrom(0, 0, 1, 450, 899))
  .map(([day, quarter, second]) => Date.parse(day) / 1000 + quarter * 900 + second);
/** Far apart, and near each other. */
const pair = fc.oneof(
  fc.tuple(instants, instants),
  fc.tuple(instants, fc.integer({ min: -4 * 86_400, max: 4 * 86_400 })).map(([one, by]) => [one, one + by] as const),
);
const pairs = fc.array(pair, { minLength: 12, maxLength: 12 });

describe('any two moments, walked plainly', () => {
  for (const unit of units) {
    test(`${unit} are as walked, and at most so many from A to B is within so many of A`, async () => {
      const world = fc.record({
        zone: fc.constantFrom(...zones),
        hours: fc.constantFrom(...Object.values(calendars)),
        pairs,
        amount: fc.integer({ min: 1, max: unit.endsWith('minutes') ? 300 : unit.endsWith('hours') ? 60 : 5 }),
        asDays: fc.boolean(),
      });
      await fc.assert(
        fc.asyncProperty(world, async ({ zone, hours, pairs, amount, asDays }) => {
          const office: WorkCalendar = { slug: 'office', openings: hours, holidays: c.office.holidays };
          const agreement = { company: { ...company, timeZone: zone }, calendars: [office] };
          const day = (instant: number): Day => new Date(instant * 1000).toISOString().slice(0, 10);
          const rows = pairs.map(([created, converted], index) =>
            asDays ? { key: `${index}`, created, retry_on: day(converted) } : { key: `${index}`, created, converted },
          );
          const to = asDays ? c.moment('lead', 'retry on') : converted;
          const asked = { agreement, tables: { lead: rows } };
          const found = await answers('lead', { value: 'distance', unit, from: created, to }, asked);
          const window = c.within(amount, unit, 'after', created);
          const inside = await verdicts('lead', c.test('is within', { moment: to, window }), asked);
          const clock = plainClock(zone, office);
          for (const [index, [from, until]] of pairs.entries()) {
            const walked = asDays
              ? dayDistance(clock, unit, localDate(zone, from), day(until))
              : distance(clock, unit, from, until);
            const value = found[`${index}`];
            if (walked === null) {
              expect(value).toBeNull();
              continue;
            }
            expect(Number(value), `from ${from} to ${until}`).toBeCloseTo(walked, 9);
            expect(String(inside[`${index}`]).startsWith('yes'), `${from} ${until} ${amount}: ${String(value)}`).toBe(
              Number(value) >= 0 && Number(value) <= amount,
            );
          }
        }),
        { numRuns: 4, endOnFailure: true },
      );
    });
  }
});

const localDate = (timeZone: string, instant: number): Day =>
  new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(instant * 1000);
