import { sideOf, sideOfCentre, type Limits, type PeriodValue } from './limits.ts';

/** So many in a row on one side of the centre are a change: half to the seventh power, as likely as eight heads or eight tails. */
export const longRun = 8;

/** A period in which a rule fires. */
export interface Signal {
  readonly period: string;
  /** Outside the limits, or the end of a run of eight or more on one side of the centre. */
  readonly rules: readonly ('outside' | 'run')[];
  readonly side: 'above' | 'below';
  /** How many in a row, this one the last, lie on this side of the centre. */
  readonly run: number;
  /** The first of them. */
  readonly since: string;
}

/**
 * The periods that wobble does not explain, by two rules only: a value outside the limits (Shewhart 1931), and eight in a row on one side of the
 * centre (Western Electric 1956, its fourth rule); a value on the centre breaks a run, one that was left out does not. The other two
 * customary rules find little more and cry wolf far more often: `npm run bench -- --only signals` measures by how much.
 */
export function signalsOf(values: readonly PeriodValue[], limits: Limits): Signal[] {
  const signals: Signal[] = [];
  let [run, side, since] = [0, 0, ''];
  for (const { period, value } of values) {
    const now = sideOfCentre(value, limits);
    run = now === 0 ? 0 : now === side ? run + 1 : 1;
    if (run === 1) since = period;
    side = now;
    const outside = sideOf(value, limits.upper, limits) > 0 || sideOf(value, limits.lower, limits) < 0;
    const rules = [...(outside ? (['outside'] as const) : []), ...(run >= longRun ? (['run'] as const) : [])];
    if (rules.length > 0) signals.push({ period, rules, side: now > 0 ? 'above' : 'below', run, since });
  }
  return signals;
}
