import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numbersOf } from '../../../src/story/numbers.ts';
import type { Unit } from '../../../src/values/tree.ts';
import { agreement, delivered, effectiveness, followedUp, pipeline, target } from './made-up.ts';

const share = numbersOf(followedUp, agreement);
const money = numbersOf(pipeline, agreement);

test('shares are whole percents, unless that would reach or pass a level that they do not', () => {
  expect(share.short(0.8294)).toBe('83%');
  expect(share.short(0.897, [0.9])).toBe('89.7%');
  expect(share.short(0.8996, [0.9])).toBe('89.96%');
  expect(share.short(0.9, [0.9])).toBe('90%');
  expect(share.short(0.9994)).toBe('99.9%');
  expect(share.short(0.0004)).toBe('0.04%');
  expect(share.short(1)).toBe('100%');
});

test('money is said with three figures', () => {
  expect(money.short(194_321_800)).toBe('€1.94m');
  expect(money.sentence(194_321_800)).toBe('1.94\u00a0million euros');
  expect(money.sentence(18_734_000)).toBe('187,000 euros');
  expect(money.sentence(100)).toBe('1 euro');
  expect(money.sentence(0)).toBe('0 euros');
  expect(money.exact(194_321_849)).toBe('€1,943,218');
  expect(money.short(-1_250_000)).toBe('−€12,500');
  expect(money.sentence(17_999_000, [18_000_000])).toBe('179,990 euros');
});

test('counts have separators; a ratio of two amounts is money for each', () => {
  expect(numbersOf(delivered, agreement).sentence(1249)).toBe('1,249');
  expect(numbersOf(effectiveness, agreement).short(2.43)).toBe('€2.43');
  expect(numbersOf(effectiveness, agreement).sentence(2.4)).toBe('2.40 euros');
  expect(numbersOf(effectiveness, agreement).sentence(3)).toBe('3 euros');
});

test('shares lie points apart, as a reader would subtract them', () => {
  expect(share.distance(0.8294, 0.9)).toBe('7 points');
  expect(share.distance(0.8912, 0.9)).toBe('1 point');
  expect(share.distance(0.897, 0.9)).toBe('0.3 points');
  expect(money.distance(4_120_000, 6_000_000)).toBe('18,800 euros');
});

test('under an hour people say minutes, and of many days no tenths', () => {
  const said = (of: Unit) => numbersOf({ ...followedUp, unit: { unit: 'duration', of } }, agreement);
  expect(said('business hours').sentence(0.82)).toBe('49\u00a0business minutes');
  expect(said('business hours').sentence(0.0058)).toBe('0.3\u00a0business minutes');
  expect(said('hours').short(0.5)).toBe('30\u00a0minutes');
  expect(said('business hours').sentence(0.999)).toBe('1\u00a0business hour');
  expect(said('business hours').exact(0.82)).toBe('0.82\u00a0business hours');
  expect(said('business hours').bare.short(0.82)).toBe('0.8');
  expect(said('business hours').distance(0.82, 3.1)).toBe('2.3\u00a0business hours');
  expect(said('days').sentence(17.586)).toBe('18\u00a0days');
  expect(said('days').sentence(9.86)).toBe('9.9\u00a0days');
  expect(said('days').sentence(0.4)).toBe('0.4\u00a0days');
  expect(said('days').sentence(13.92, [14])).toBe('13.9\u00a0days');
});

test('how much of a target something is, is said in times; an amount below zero has its sign before it', () => {
  const ratio = { measure: 'ratio', of: 'campaign-wins', per: 'campaign-spend', perIs: 'remaining' } as const;
  const [wording] = effectiveness.wordings;
  const times = numbersOf({ ...effectiveness, wordings: [{ ...wording, measure: ratio }] }, agreement);
  expect([times.sentence(2.84), times.bare.short(2.84), times.distance(2.84, 3)]).toEqual([
    '2.8\u00a0times',
    '2.8',
    '0.2',
  ]);
  expect(times.sentence(1)).toBe('1\u00a0time');
  expect(money.sentence(-2_660_000)).toBe('−26,600 euros');
});

test('a stretch of time is said in its unit, a day as a date', () => {
  const hours = numbersOf({ ...followedUp, unit: { unit: 'duration', of: 'business hours' } }, agreement);
  expect(hours.short(4.24)).toBe('4.2\u00a0business hours');
  expect([hours.bare.short(4.24), hours.bare.exact(4.248), hours.leftOut]).toEqual(['4.2', '4.25', 'business hours']);
  expect([share.bare.exact(0.8294), share.leftOut]).toEqual(['82.9%', '']);
  expect(hours.sentence(1)).toBe('1\u00a0business hour');
  expect(hours.sentence(3.98, [4])).toBe('3.98\u00a0business hours');
  expect(hours.distance(4.24, 4)).toBe('12\u00a0business minutes');
  const day = numbersOf({ ...followedUp, unit: { unit: 'day' } }, agreement);
  expect(day.sentence(20_731)).toBe('5\u00a0October\u00a02026');
  expect(day.distance(20_731, 20_728)).toBe('3 days');
});

test('thousands, millions and billions of an amount', () => {
  const said = [1, 2.6, 999, 1_234.56, 999_499, 999_999, 1_000_000, 1_000_001, 1_235_000, 999_999_999, 1_200_000_000];
  expect(said.map((euros) => money.sentence(Math.round(euros * 100)).replaceAll('\u00a0', ' '))).toEqual([
    '1 euro', '3 euros', '999 euros', '1,230 euros', '999,000 euros', '1 million euros', '1 million euros', '1 million euros',
    '1.24 million euros', '1 billion euros', '1.2 billion euros',
  ]); // prettier-ignore
  expect([money.sentence(-123_456_789_00), money.short(-123_456_789_00)]).toEqual([
    '−123\u00a0million euros',
    '−€123m',
  ]);
  expect([money.sentence(26), money.sentence(-26), money.short(26)]).toEqual(['0.26 euros', '−0.26 euros', '€0.26']);
});

test('percent, and points between them', () => {
  const said = [0, 0.0004, 0.005, 0.0094, 0.0149, 0.5, 0.994, 0.9996, 1].map((value) => share.sentence(value));
  expect(said).toEqual(['0%', '0.04%', '0.5%', '0.9%', '1%', '50%', '99%', '99.96%', '100%']);
  expect(share.distance(0.89, 0.9)).toBe('1 point');
  expect(share.distance(0.885, 0.9)).toBe('1 point');
  expect(share.distance(0, 0.9)).toBe('90 points');
});

test('what was agreed is said as it was agreed, and a number beside it does not seem to reach it', () => {
  const half: typeof followedUp = { ...followedUp, wordings: [{ ...followedUp.wordings[0], target: target(0.895) }] };
  const said = numbersOf(half, agreement);
  expect([said.sentence(0.895), said.short(0.895), said.sentence(0.8951, [0.895])]).toEqual(['89.5%', '89.5%', '90%']);
  expect(said.distance(0.9, 0.895)).toBe('0.5 points');
});

test('how far amounts lie apart has three figures too', () => {
  expect(money.distance(13_243_000_00, 180_000_00)).toBe('13\u00a0million euros');
  expect(money.distance(1_943_000_00, 187_000_00)).toBe('1.75\u00a0million euros');
});

/** How many figures of a number say something. */
const figuresIn = (said: string): number =>
  (/\d[\d,]*(?:\.\d+)?/u.exec(said)?.[0] ?? '').replace(/[,.]/gu, '').replace(/^0+|0+$/gu, '').length;

test('no form crosses or touches a level that the number does not, and none has more than three figures but for that', () => {
  const hours = numbersOf({ ...followedUp, unit: { unit: 'duration', of: 'business hours' } }, agreement);
  const each = fc.oneof(
    fc.record({ of: fc.constant(share), by: fc.constant(100), value: fc.double({ min: 0, max: 1, noNaN: true }) }),
    fc.record({ of: fc.constant(money), by: fc.constant(0.01), value: fc.integer({ min: -9e13, max: 9e13 }) }),
    fc.record({ of: fc.constant(money), by: fc.constant(0.01), value: fc.nat(99_999_99) }),
    fc.record({ of: fc.constant(hours), by: fc.constant(1), value: fc.double({ min: 1, max: 9_000, noNaN: true }) }),
  );
  const near = fc.double({ min: -0.02, max: 0.02, noNaN: true });
  fc.assert(
    fc.property(each, near, ({ of, by, value }, apart) => {
      const level = value * (1 + apart);
      expect(figuresIn(of.sentence(value)), of.sentence(value)).toBeLessThanOrEqual(of === share ? 6 : 3);
      // What lies on the level, but for what floating point leaves, is said as the level.
      if (Math.abs(value - level) <= Math.max(Math.abs(value) * 1e-6, 1e-3 / by)) return;
      const words = of.sentence(value, [level]);
      expect(Math.sign(numberIn(words) / by - level), `${words} against ${level}`).toBe(Math.sign(value - level));
      // A fourth figure only where three would say otherwise.
      if (of !== share && figuresIn(words) > 3)
        expect(Math.sign(Number(value.toPrecision(3)) - level), words).not.toBe(Math.sign(value - level));
    }),
    { numRuns: 500 },
  );
});

/** The number that a reader takes from words, in major units. */
function numberIn(said: string): number {
  const size = said.includes('billion') ? 1e9 : said.includes('million') ? 1e6 : 1;
  const number = Number((/\d[\d,]*(?:\.\d+)?/u.exec(said)?.[0] ?? '').replaceAll(',', '')) * size;
  return said.startsWith('−') ? -number : number;
}
