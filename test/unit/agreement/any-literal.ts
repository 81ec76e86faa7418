import fc from 'fast-check';
import { units, type Duration, type Literal, type ValueType } from '../../../src/values/tree.ts';

/** Texts as people choose them, and some that look like parts of a sentence. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    'Website',
    'Content download',
    'New Business',
    'region',
    'is',
    'yes',
    'no',
    'now',
    'at least 60',
    'not',
    'On hold',
    'its lead',
    '2026-01-31',
    '5 EUR',
    "O'Neil",
    'Müller & Co',
    'the number of',
    'atleast',
    'Known',
    'Up to you',
    'Referred by partner',
    'Plan plus more',
    'or else nothing',
    'else',
    'a week',
    '2 business days',
    'entered Proposal',
    'days from to to at',
    'Monday',
    'The Economist',
    'the region',
    'the best of its kind',
    'Discovery',
  ),
  fc.string({ minLength: 1, maxLength: 8 }),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 5 }),
);

const anyNumber = fc
  .tuple(fc.integer({ min: -2_000_000, max: 2_000_000 }), fc.nat(2))
  .map(([digits, decimals]) => Number((digits / 10 ** decimals).toFixed(decimals)) || 0);

/** A local date. */
export const anyDay: fc.Arbitrary<string> = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

/** A stretch of time. */
export const anyDuration: fc.Arbitrary<Duration> = fc.record({
  amount: fc.integer({ min: 1, max: 1200 }),
  unit: fc.constantFrom(...units),
});

const text = anyText.map((made): Literal => ({ literal: 'text', text: made }));
const number = anyNumber.map((made): Literal => ({ literal: 'number', number: made }));
const yesNo = fc.boolean().map((yes): Literal => ({ literal: 'yes-no', yes }));
const day = anyDay.map((made): Literal => ({ literal: 'day', day: made }));
const money: fc.Arbitrary<Literal> = fc.record({
  literal: fc.constant('money' as const),
  minor: fc.integer({ min: -1e9, max: 1e9 }),
  currency: fc.constantFrom('EUR', 'USD', 'JPY'),
});
const duration = anyDuration.map((made): Literal => ({ literal: 'duration', duration: made }));

/** Any value that can be written out. */
export const anyLiteral: fc.Arbitrary<Literal> = fc.oneof(text, number, money, yesNo, day, duration);

/** One that goes with a type. */
export function literalOf(type: ValueType): fc.Arbitrary<Literal> {
  if (type.is === 'duration') {
    const { unit } = type;
    return fc.oneof(
      number,
      fc.nat(99).map((amount): Literal => ({ literal: 'duration', duration: { amount: amount + 1, unit } })),
    );
  }
  if (type.is === 'moment') return fc.oneof(day, duration);
  return { text, number, money, 'yes-no': yesNo, link: text }[type.is];
}
