import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boundsOf, type Lacking } from '../../../src/measure/bounds.ts';
import type { Measure } from '../../../src/values/agreement.ts';

const count: Measure = { measure: 'count' };
const share: Measure = { measure: 'share', countedIn: null };

const path = { from: 'lead', links: [], field: 'source', type: { is: 'text' }, figure: false } as const;

const lacking = (more: Partial<Lacking>): Lacking => ({
  canBeOut: false,
  canBeKept: false,
  canBeLate: false,
  isIn: false,
  isKept: false,
  records: 1,
  amount: 0,
  ...more,
});
const plain = (value: number | null) => ({ value, numerator: null, denominator: null });
const part = (numerator: number, denominator: number) => ({
  value: denominator === 0 ? null : numerator / denominator,
  numerator,
  denominator,
});

describe('the bounds of a number', () => {
  test('are none where nothing is missing', () => {
    expect(boundsOf(count, plain(7), [])).toEqual({ low: null, high: null });
  });
  test('of a count: 3 of its 7 could be out, 2 that are out could be in', () => {
    const maybeOut = lacking({ canBeOut: true, canBeKept: true, isIn: true, isKept: true, records: 3 });
    const maybeIn = lacking({ canBeOut: true, canBeKept: true, records: 2 });
    expect(boundsOf(count, plain(7), [maybeOut, maybeIn])).toEqual({ low: 4, high: 9 });
  });
  test('of a sum take amounts below zero as they are', () => {
    const loss = lacking({ canBeOut: true, canBeKept: true, amount: -50 });
    expect(boundsOf({ measure: 'sum', of: path }, plain(100), [loss])).toEqual({ low: 50, high: 100 });
  });
  test('of a share: of 10 with 8 kept one lacks a field, and could be kept or late', () => {
    const one = lacking({ canBeKept: true, canBeLate: true, isIn: true });
    expect(boundsOf(share, part(8, 10), [one])).toEqual({ low: 0.8, high: 0.9 });
  });
  test('of a share take a record out where that is better than late, and worse than kept', () => {
    const one = lacking({ canBeOut: true, canBeLate: true, isIn: true });
    expect(boundsOf(share, part(8, 10), [one])).toEqual({ low: 0.8, high: 8 / 9 });
    const other = lacking({ canBeOut: true, canBeKept: true, isIn: true, isKept: true });
    expect(boundsOf(share, part(8, 10), [other])).toEqual({ low: 7 / 9, high: 0.8 });
  });
  test('of a share of nothing are those of the ways in which it is something', () => {
    const late = lacking({ canBeOut: true, canBeLate: true });
    expect(boundsOf(share, part(0, 0), [late])).toEqual({ low: 0, high: 0 });
    const either = lacking({ canBeOut: true, canBeLate: true, canBeKept: true });
    expect(boundsOf(share, part(0, 0), [either])).toEqual({ low: 0, high: 1 });
  });
  test('are none where the value is not known for want of a rate, or the measure knows none', () => {
    const one = lacking({ canBeOut: true, canBeKept: true });
    expect(boundsOf(count, plain(null), [one])).toEqual({ low: null, high: null });
    expect(boundsOf(share, { value: null, numerator: 1, denominator: 2 }, [one])).toEqual({ low: null, high: null });
    expect(boundsOf({ measure: 'count different', of: path }, plain(3), [one])).toEqual({ low: null, high: null });
  });
});

/** A record's ways: out, kept or late; which of them it is as it stands. */
const way = fc.constantFrom('out', 'kept', 'late');
const record = fc
  .record({ ways: fc.uniqueArray(way, { minLength: 1 }), now: way, amount: fc.integer({ min: 0, max: 50 }) })
  .map((one) => ({ ...one, amount: one.amount * 2 }));
type Way = 'out' | 'kept' | 'late';

const asLacking = ({ ways, now, amount }: { ways: Way[]; now: Way; amount: number }): Lacking =>
  lacking({
    canBeOut: ways.includes('out'),
    canBeKept: ways.includes('kept'),
    canBeLate: ways.includes('late'),
    isIn: now !== 'out',
    isKept: now === 'kept',
    amount,
  });

const inAmounts: Measure = {
  measure: 'share',
  countedIn: { ...path, type: { is: 'money' } },
};

test('the bounds of a share are the least and greatest of all ways, one by one', () => {
  fc.assert(
    fc.property(
      fc.array(record, { maxLength: 5 }),
      fc.nat(3),
      fc.nat(3),
      fc.boolean(),
      (records, kept, late, amounts) => {
        const weight = (amount: number): number => (amounts ? amount : 1);
        const sums = (chosen: readonly Way[]) => {
          const of = (such: Way): number =>
            records.reduce((sum, { amount }, index) => sum + (chosen[index] === such ? weight(amount) : 0), 0);
          return part(kept + of('kept'), kept + late + of('kept') + of('late'));
        };
        const ways = records.reduce<Way[][]>(
          (so, one) => so.flatMap((some) => one.ways.map((next) => [...some, next])),
          [[]],
        );
        const values = ways.map((chosen) => sums(chosen).value).filter((value) => value !== null);
        const now = sums(records.map((one) => one.now));
        const bounds = boundsOf(amounts ? inAmounts : share, now, records.map(asLacking));
        const none = records.length === 0 || values.length === 0;
        expect(bounds).toEqual({
          low: none ? null : Math.min(...values),
          high: none ? null : Math.max(...values),
        });
      },
    ),
    { numRuns: 500 },
  );
});
