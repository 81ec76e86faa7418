/** Random series: what is said over time is true, as the checker reads it, and as plain arithmetic has it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkStatement } from '../../../../src/story/check/check-statement.ts';
import { contradictions } from '../../../../src/story/check/contradictions.ts';
import { wordsIn } from '../../../../src/story/count-words.ts';
import { findingOf } from '../../../../src/story/finding-of.ts';
import { kinds } from '../../../../src/story/statements/kinds.ts';
import { state } from '../../../../src/story/statements/statement-kind.ts';
import { yearAgo } from '../../../../src/story/statements/year-ago.ts';
import { subjectOf, type Material } from '../../../../src/story/subject.ts';
import type { Metric } from '../../../../src/values/agreement.ts';
import type { Statement } from '../../../../src/values/statement.ts';
import type { PublishedValue } from '../../../../src/values/value.ts';
import { accepted, closed, delivered, effectiveness, feedback, followedUp, monthly, row } from '../made-up.ts';
import { about } from './said.ts';

const hours: Metric = { ...delivered, unit: { unit: 'duration', of: 'business hours' } };
const balance: Metric = { ...closed, asOf: 'period end', adds: { periods: false, members: true } };

const months = <T>(each: fc.Arbitrary<T>) => fc.array(each, { minLength: 1, maxLength: 40, size: 'max' });
const few = fc.nat(6);
const many = fc.oneof(fc.nat(60), fc.nat(5000));
const money = fc.oneof(fc.integer({ min: -9_000_000, max: 9_000_000 }), fc.nat(9_000_000_000), fc.constant(null));
const share = fc
  .tuple(fc.nat(40), fc.nat(40), fc.oneof(fc.constant(0), fc.nat(3)))
  .map(([one, other, waiting]): [number, number, number] => [Math.min(one, other), Math.max(one, other), waiting]);
const length = fc.nat(9000).map((hundredths) => hundredths / 100);

const counted = fc.oneof(months(few), months(many)).map((all) => about(delivered, monthly(delivered, all)));
const shared = months(share).chain((all) =>
  fc.constantFrom(feedback, accepted).map((metric) => about(metric, monthly(metric, all))),
);
const reworded = fc.tuple(months(share), fc.boolean()).map(([all, again]) => {
  const values = monthly(followedUp, all);
  return about(followedUp, values, again ? { restated: values } : {});
});
const paid = months(money).chain((all) =>
  fc.constantFrom(closed, balance).map((metric) => about(metric, monthly(metric, all))),
);
const lasted = months(length).map((all) => about(hours, monthly(hours, all)));
/** The quarter that lies so many before the third of 2026. */
const quarterBack = (back: number) => `FY${2026 - Math.floor((back + 1) / 4)}-Q${4 - ((back + 1) % 4)}`;
const quarters = fc
  .array(fc.nat(9000), { minLength: 1, maxLength: 24, size: 'max' })
  .map((all) => all.map((thousandths, back) => row(effectiveness, quarterBack(back), thousandths / 1000)))
  .map((values) => about(effectiveness, values));
const anything = fc.oneof(counted, shared, reworded, paid, lasted, quarters);

function saidOf(material: Material): Statement[] {
  const finding = findingOf(material);
  const ago = state(yearAgo, subjectOf(material));
  const { title, signal, context, overTime } = finding;
  return [title, ...context, ...(signal ? [signal] : []), ...overTime, ...(ago ? [ago] : [])];
}

const ours = new Set(['compared', 'record', 'streak', 'year ago']);

test('every sentence over time is true, short enough, and nothing else on the page says otherwise', () => {
  fc.assert(
    fc.property(anything, (material) => {
      const all = saidOf(material);
      const subject = subjectOf(material);
      for (const statement of all.filter(({ kind }) => ours.has(kind))) {
        expect(checkStatement(statement, [material])).toEqual([]);
        expect(wordsIn(statement.brief)).toBeLessThanOrEqual(9);
      }
      const claimed = all.map((statement) => {
        const kind = kinds.find((one) => one.kind === statement.kind);
        return { statement, claims: kind?.claims(statement.facts, subject) ?? [] };
      });
      expect(contradictions(claimed)).toEqual([]);
    }),
    { numRuns: 300, seed: 20_261_122 },
  );
});

/** What is said of the last of plain numbers, found by sorting: its place among all. */
function plainRecord(numbers: readonly number[]): 'highest' | 'lowest' | null {
  const now = numbers.at(-1) ?? 0;
  const sorted = numbers.toSorted((one, other) => one - other);
  if (numbers.length < 12) return null;
  if (sorted.at(-1) === now && sorted.at(-2) !== now) return 'highest';
  return sorted[0] === now && sorted[1] !== now ? 'lowest' : null;
}

test('a record of all is one by its place among the sorted numbers', () => {
  fc.assert(
    fc.property(months(fc.nat(12)), (numbers) => {
      const record = findingOf(about(delivered, monthly(delivered, numbers))).overTime.find(
        ({ kind }) => kind === 'record',
      );
      const ever = record?.facts['says'] === 'ever' ? record.facts['record'] : null;
      expect(ever).toBe(plainRecord(numbers));
    }),
    { numRuns: 300, seed: 20_261_122 },
  );
});

/** The letters of the newest marks that are alike, read from a line of them. */
const lastRun = (values: readonly PublishedValue[]): number =>
  /(?:k+|o+)$/u.exec(values.map(({ mark: { mark } }) => (mark === 'kept' ? 'k' : mark === 'none' ? '-' : 'o')).join(''))?.[0].length ?? 0; // prettier-ignore

test('a run is as long as its letters in a line', () => {
  fc.assert(
    fc.property(months(share), (shares) => {
      const values = monthly(feedback, shares);
      const streak = findingOf(about(feedback, values)).overTime.find(({ kind }) => kind === 'streak');
      if (streak) expect(streak.facts['periods']).toBe(lastRun(values));
      else expect(lastRun(values)).toBeLessThanOrEqual(12);
    }),
    { numRuns: 300, seed: 20_261_122 },
  );
});
