import { localDayOf } from './berlin-time.ts';
import type { Dice } from './chance.ts';
import { withCalls } from './deal-calls.ts';
import { courseOf, renewalCourseOf } from './deal-course.ts';
import type { Standing } from './deal-stages.ts';

/** A deal's whole life, also what lies past the export. */
export interface DealLife {
  readonly currency: string;
  readonly standings: readonly Standing[];
  /** Nobody gets in touch with the customer after the first weeks. */
  readonly silent: boolean;
}

/** Units of a currency for one euro, roughly: only to make up amounts. */
const perEuro: Readonly<Record<string, number>> = { EUR: 1, USD: 1.11, GBP: 0.86 };

/** An amount in whole hundreds, most between 8 and 30 thousand euros. */
function amountOf(dice: Dice, middle: number, currency: string): number {
  const euros = Math.min(90_000, Math.max(3000, middle * Math.exp(0.4 * dice.normal())));
  return Math.round((euros * perEuro[currency]!) / 100) * 100;
}

export function currencyOf(country: string, dice: Dice): string {
  if (country === 'United States') return 'USD';
  if (country === 'United Kingdom') return 'GBP';
  return dice.chance(0.015) ? 'USD' : 'EUR';
}

/** What is settled about a deal before it is played. */
export interface DealPlan {
  readonly won: boolean;
  /** Most deals' amount, in euros. */
  readonly middle: number;
  readonly currency: string;
  /** Stages that it had left behind before it was opened here. */
  readonly reached?: number;
}

/** Large deals are lost more often than small ones: so much more than the middle those come to that are lost. */
function sizeOf(won: boolean, dice: Dice): number {
  if (won) return 0.97;
  return dice.chance(0.14) ? 2.1 : 1.05;
}

/** Plays a deal from the instant it was opened. */
export function dealOf(dice: Dice, opened: number, { won, middle, currency, reached = 0 }: DealPlan): DealLife {
  const amount = amountOf(dice, middle * sizeOf(won, dice), currency);
  const course = courseOf(dice, opened, won, amount, reached);
  const closeDay = localDayOf(opened) + dice.whole(40, 95);
  return { currency, standings: withCalls(dice, course, closeDay), silent: dice.chance(0.58) };
}

/** Plays the renewal of a contract that ends on a local day. */
export function renewalOf(dice: Dice, opened: number, ends: number, before: number, currency: string): DealLife {
  const amount = Math.round((before * dice.between(0.93, 1.16)) / 100) * 100;
  const course = renewalCourseOf(dice, opened, ends, amount);
  return { currency, standings: withCalls(dice, course, ends), silent: true };
}
