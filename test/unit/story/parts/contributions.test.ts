import fc from 'fast-check';
import { expect, test } from 'vitest';
import { partsOfDifference, partsOfShift, together } from '../../../../src/story/parts/contributions.ts';

const fractions = (given: Readonly<Record<string, readonly [number, number]>>) =>
  new Map(Object.entries(given).map(([member, [numerator, denominator]]) => [member, { numerator, denominator }]));
const sumOf = (parts: readonly { part: number }[]) => parts.reduce((sum, { part }) => sum + part, 0);

test('each member makes up how much more or less it came to; one that is missing came to nothing', () => {
  const before = new Map([['Webinar', 20], ['Event', 9], ['Fair', 2]]);
  const after = new Map([['Webinar', 6], ['Event', 7], ['Website', 1]]);
  expect(partsOfDifference(before, after)).toEqual([
    { member: 'Webinar', part: -14 },
    { member: 'Event', part: -2 },
    { member: 'Fair', part: -2 },
    { member: 'Website', part: 1 },
  ]);
}); // prettier-ignore

test('a share is parted by how far each member lies from its earlier level, now and then', () => {
  // 90% before: Event 9 of 10, Website 81 of 90. 80% now: Event 0 of 10, Website 80 of 90.
  const before = fractions({ Event: [9, 10], Website: [81, 90] });
  const after = fractions({ Event: [0, 10], Website: [80, 90] });
  const parts = partsOfShift(before, after) ?? [];
  expect(parts.map(({ member, part }) => [member, Number(part.toFixed(6))])).toEqual([
    ['Event', -0.09],
    ['Website', -0.01],
  ]);
});

test('a member that was as far below the others before makes up nothing', () => {
  const before = fractions({ Event: [5, 10], Website: [9, 10] });
  const after = fractions({ Event: [5, 10], Website: [5, 10] });
  const parts = partsOfShift(before, after) ?? [];
  expect(parts.map(({ member, part }) => [member, Number(part.toFixed(6))])).toEqual([
    ['Event', 0],
    ['Website', -0.2],
  ]);
});

test('nothing is parted where one of the wholes is divided by nothing', () => {
  expect(partsOfShift(fractions({ Event: [0, 0] }), fractions({ Event: [1, 2] }))).toBeNull();
  expect(partsOfShift(new Map(), fractions({ Event: [1, 2] }))).toBeNull();
});

const member = fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F');
const amounts = fc
  .array(fc.tuple(member, fc.integer({ min: -1_000_000, max: 1_000_000 })))
  .map((rows) => new Map(rows));
const records = fc
  .array(fc.tuple(member, fc.nat(500), fc.nat(500)))
  .map(
    (rows) =>
      new Map(
        rows.map(([name, one, other]) => [
          name,
          { numerator: Math.min(one, other), denominator: Math.max(one, other) },
        ]),
      ),
  );

test('the parts of what adds up are the whole difference, to the last one', () => {
  fc.assert(
    fc.property(amounts, amounts, (before, after) => {
      const total = (members: ReadonlyMap<string, number>) => [...members.values()].reduce((sum, one) => sum + one, 0);
      expect(sumOf(partsOfDifference(before, after))).toBe(total(after) - total(before));
    }),
  );
});

test('the parts of a share are the whole difference', () => {
  fc.assert(
    fc.property(records, records, (before, after) => {
      const [early, late] = [together(before), together(after)];
      fc.pre(early.denominator > 0 && late.denominator > 0);
      const apart = late.numerator / late.denominator - early.numerator / early.denominator;
      expect(sumOf(partsOfShift(before, after) ?? [])).toBeCloseTo(apart, 10);
    }),
  );
});
