import { dateOf, localDayOf } from './berlin-time.ts';
import type { Dice } from './chance.ts';
import { workAfter } from './office.ts';

export const stages = {
  Prospecting: { probability: 10, forecast: 'Pipeline' },
  Discovery: { probability: 25, forecast: 'Pipeline' },
  Proposal: { probability: 50, forecast: 'Best Case' },
  'Ready to close': { probability: 80, forecast: 'Commit' },
  'Closed Won': { probability: 100, forecast: 'Closed' },
  'Closed Lost': { probability: 0, forecast: 'Omitted' },
} as const;
export type Stage = keyof typeof stages;

/** A deal as it stood from an instant on. */
export interface Standing {
  readonly at: number;
  readonly stage: Stage;
  readonly amount: number;
  /** A local day. */
  readonly closeDay: number;
}

/** A deal's whole life, also what lies past the export. */
export interface DealLife {
  readonly currency: string;
  readonly standings: readonly Standing[];
  readonly lostReason: string;
}

/** Units of a currency for one euro, roughly: only to make up amounts. */
const perEuro: Readonly<Record<string, number>> = { EUR: 1, USD: 1.11, GBP: 0.86 };

/** An amount in whole hundreds, most between 8 and 30 thousand euros. */
export function amountOf(dice: Dice, middle: number, currency: string): number {
  const euros = Math.min(70_000, Math.max(3000, middle * Math.exp(0.4 * dice.normal())));
  return Math.round((euros * perEuro[currency]!) / 100) * 100;
}

export function currencyOf(country: string, dice: Dice): string {
  if (country === 'United States') return 'USD';
  if (country === 'United Kingdom') return 'GBP';
  return dice.chance(0.015) ? 'USD' : 'EUR';
}

/** The stages that a deal goes through, in order: most straight on, some skip one or go back. */
function pathOf(dice: Dice, won: boolean): Stage[] {
  const path: Stage[] = dice.chance(0.35) ? ['Discovery'] : ['Prospecting', 'Discovery'];
  if (!dice.chance(0.1)) path.push('Proposal');
  if (dice.chance(0.08)) path.push('Discovery', 'Proposal');
  path.push('Ready to close');
  if (won) return [...path, 'Closed Won'];
  const reached = dice.next();
  const kept = reached < 0.12 ? 1 : reached < 0.45 ? 2 : reached < 0.8 ? 3 : path.length;
  return [...path.slice(0, kept), 'Closed Lost'];
}

/** How many days a deal stays in a stage. From 2026 on, half of those that are ready to close get stuck. */
function stayOf(stage: Stage, at: number, dice: Dice): number {
  if (stage === 'Prospecting') return dice.between(2, 10);
  if (stage === 'Discovery') return dice.between(8, 22);
  if (stage === 'Proposal') return dice.between(8, 24);
  const { year, month } = dateOf(localDayOf(at));
  const stuck = year < 2026 ? 0.1 : month < 6 ? 0.3 : 0.55;
  return dice.chance(stuck) ? dice.between(45, 120) : dice.between(5, 20);
}

const lostReasons = ['No budget', 'Competitor', 'No decision', 'Timing', 'Missing feature', ''];

/** What is settled about a deal before it is played. */
export interface DealPlan {
  readonly won: boolean;
  /** Most deals' amount, in euros. */
  readonly middle: number;
  readonly currency: string;
  /** Stages that it had left behind before it was opened here. */
  readonly reached?: number;
}

/** Plays a deal from the instant it was opened. */
export function dealOf(dice: Dice, opened: number, { won, middle, currency, reached = 0 }: DealPlan): DealLife {
  const standings: Standing[] = [];
  let at = opened;
  let amount = amountOf(dice, middle, currency);
  let closeDay = localDayOf(opened) + dice.whole(50, 110);
  const path = pathOf(dice, won);
  for (const stage of path.slice(Math.min(reached, path.length - 2))) {
    if (stage === 'Proposal' && dice.chance(0.7)) amount = Math.round((amount * dice.between(0.6, 1.05)) / 100) * 100;
    if (stage === 'Ready to close' && dice.chance(0.4))
      amount = Math.round((amount * dice.between(0.75, 1)) / 100) * 100;
    const closed = stage === 'Closed Won' || stage === 'Closed Lost';
    standings.push({ at, stage, amount, closeDay: closed ? localDayOf(at) : closeDay });
    if (closed) break;
    const until = workAfter(at, stayOf(stage, at, dice), dice);
    // While a deal stays, its close date is pushed on whenever it has passed.
    for (let pushed = workAfter(at, 20, dice); pushed < until; pushed = workAfter(pushed, 30, dice)) {
      if (closeDay > localDayOf(pushed) + 10) continue;
      closeDay = localDayOf(pushed) + dice.whole(21, 40);
      standings.push({ at: pushed, stage, amount, closeDay });
    }
    at = until;
  }
  return { currency, standings, lostReason: won ? '' : dice.pick(lostReasons) };
}
