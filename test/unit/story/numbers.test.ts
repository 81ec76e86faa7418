import { expect, test } from 'vitest';
import { numbersOf } from '../../../src/story/numbers.ts';
import type { Unit } from '../../../src/values/tree.ts';
import { agreement, delivered, effectiveness, followedUp, pipeline } from './made-up.ts';

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
