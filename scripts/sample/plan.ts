import { clockOf, dateOf, dayOf, daySeconds, instantOf, localDayOf } from './berlin-time.ts';
import { diceOf } from './chance.ts';
import { isWorkday } from './office.ts';

/** What a run was asked for. */
export interface Task {
  readonly leads: number;
  readonly months: number;
  /** The instant of the export, in seconds since 1970. */
  readonly asOf: number;
  readonly seed: number;
}

/** One month of the made-up company's life, with what is planned to happen in it. */
export interface Month {
  readonly index: number;
  readonly year: number;
  readonly month: number;
  readonly from: number;
  /** The end, or the export where that comes first. */
  readonly to: number;
  /** Days of the month up to the export, each with its weight in a month's business. */
  readonly days: readonly { readonly day: number; readonly weight: number }[];
  /** Leads that become qualified as both teams agreed. */
  readonly qualified: number;
  /** Leads whose status says Qualified although the agreed term leaves them out. */
  readonly almost: number;
  /** Leads that never get so far. */
  readonly others: number;
  /** Deals that start without a lead. */
  readonly outbound: number;
  /** Those that are written when all months are: who came before them stays who they were. */
  readonly later: Later;
  readonly rates: Rates;
}

/** More of a month's leads and deals. */
interface Later {
  readonly almost: number;
  readonly outbound: number;
  /** Inquiries that nobody qualified, and that became deals all the same. */
  readonly heldBack: number;
}

/** Shares of a month's qualified leads, from 0 to 1. */
export interface Rates {
  readonly followedUp: number;
  readonly handedOver: number;
  /** Accepted within five working days. */
  readonly acceptedSoon: number;
  /** Accepted in the five after those. */
  readonly acceptedLater: number;
  /** Rejected with a reason within five working days. */
  readonly rejectedSoon: number;
}

const seasons = [0.95, 0.98, 1.06, 1.02, 1.0, 1.0, 0.97, 0.84, 1.04, 1.06, 1.04, 0.82];

/** How many qualified leads a month brings, for 1,600 leads in 36 months: growing year by year, with a dip in August and at Christmas. */
function demand(year: number, month: number): number {
  const base =
    year < 2024 ? 15.5 : year === 2024 ? 18.2 + month * 0.1 : year === 2025 ? 20.2 + month * 0.14 : 23.7 + month * 0.06;
  return base * seasons[month - 1]!;
}

const followUpOf2026 = [0.72, 0.74, 0.79, 0.84, 0.88, 0.91, 0.92, 0.89, 0.85, 0.83, 0.83, 0.83];

function ratesOf(seed: number, year: number, month: number): Rates {
  const dice = diceOf(seed, 77, year, month);
  const wobble = (size: number): number => size * dice.normal();
  const late = year > 2025 ? followUpOf2026[month - 1]! : null;
  // Those who come back months later lose the reason that was written when they were rejected first; the plan makes up for them.
  const heard = year < 2026 ? 0.85 : month < 9 ? 0.855 + month * 0.003 : 0.91;
  const feedback = heard + wobble(0.018);
  const acceptedSoon = (year < 2026 ? 0.56 : 0.6) + wobble(0.02);
  return {
    followedUp: year > 2026 ? 0.85 : late === null ? (month === 8 ? 0.74 : 0.83) + wobble(0.02) : late + wobble(0.008),
    handedOver: 0.905 + wobble(0.02),
    acceptedSoon,
    acceptedLater: 0.07,
    rejectedSoon: Math.max(0, feedback - acceptedSoon),
  };
}

function daysOf(from: number, to: number): Month['days'] {
  const days = [];
  for (let day = localDayOf(from); day <= localDayOf(to - 1); day++) {
    const { month, date } = dateOf(day);
    const christmas = month === 12 && date > 20;
    days.push({ day, weight: (isWorkday(day) ? 1 : 0.13) * (christmas ? 0.4 : 1) });
  }
  return days;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/**
 * The months of a run, the last one running at the export, with counts that add up to about the leads asked for, and how many
 * times as busy the company is as the sample's.
 */
export function planOf(task: Task): { months: readonly Month[]; scale: number } {
  const last = dateOf(localDayOf(task.asOf));
  const spans = Array.from({ length: task.months + 1 }, (_, index) => {
    const ordinal = last.year * 12 + last.month - 1 - task.months + index;
    const [year, month] = [Math.floor(ordinal / 12), (ordinal % 12) + 1];
    const from = instantOf(dayOf(year, month, 1), 0);
    const end = instantOf(dayOf(month === 12 ? year + 1 : year, (month % 12) + 1, 1), 0);
    const [whole, days] = [daysOf(from, end), daysOf(from, Math.min(end, task.asOf))];
    const share = sum(days.map((one) => one.weight)) / sum(whole.map((one) => one.weight));
    return { index, year, month, from, to: Math.min(end, task.asOf), days, demand: demand(year, month) * share };
  });
  const scale = task.leads / (sum(spans.map((span) => span.demand)) * 2.28267);
  const months = spans.map(({ demand: wanted, ...span }) => ({
    ...span,
    qualified: Math.round(wanted * scale),
    almost: Math.round(wanted * scale * 0.12),
    others: Math.round(wanted * scale * (0.84 + 0.12 * diceOf(task.seed, 78, span.index).next())),
    outbound: Math.round(wanted * scale * 0.13),
    later: {
      almost: Math.round(wanted * scale * 0.05),
      outbound: Math.round(wanted * scale * 0.05),
      // Rounded by chance, or a small company would hold back as many in each month.
      heldBack: Math.floor(wanted * scale * 0.055 + diceOf(task.seed, 79, span.index).next()),
    },
    rates: ratesOf(task.seed, span.year, span.month),
  }));
  return { months, scale };
}

/**
 * A moment just before the export, for `share` from 0 to 1: the first part on the last working day, before its afternoon; the rest
 * between then and the export.
 */
export function lastWorkBefore(asOf: number, share: number): number {
  let day = localDayOf(asOf - 8 * 3600);
  while (!isWorkday(day)) day--;
  const noon = instantOf(day, 14 * 3600);
  if (share < 0.7) return Math.min(asOf - 900, instantOf(day, Math.floor((8.8 + 4 * share) * 3600)));
  return Math.min(asOf - 900, noon + Math.floor((asOf - noon) * (share - 0.7) * 3.3));
}

/** A moment of the month when work gets done: by day mostly, at night or on a weekend now and then. `share` from 0 to 1 goes through the month. */
export function momentIn(month: Month, share: number, chance: number, clock: number): number {
  let left = share * sum(month.days.map((one) => one.weight));
  const { day } = month.days.find((one) => (left -= one.weight) < 0) ?? month.days.at(-1)!;
  const byDay = isWorkday(day) && chance < 0.84;
  const at = instantOf(day, Math.floor(byDay ? (8.6 + clock * 8.8) * 3600 : clock * daySeconds));
  return at < month.to ? at : month.to - Math.floor(600 + chance * Math.max(3600, clockOf(month.to) / 2));
}
