import type { MetricUnit } from '../../values/agreement.ts';
import type { Target } from '../../values/target.ts';
import type { Grain } from '../../values/period.ts';
import type { Misfitting } from '../fits.ts';
import type { MeasureRow } from '../measures.ts';
import { amountOf, exampleOf, pointMisfitIn, shareIn } from './amounts.ts';

/** How a metric's targets are said. */
export interface TargetForm {
  readonly unit: MetricUnit;
  readonly target: MeasureRow['target'];
  /** Whether a target for a time can be spread over the shorter periods in it. */
  readonly spreads: boolean;
  /** The stretch of time that it runs on for: its targets are for no other. Null: it does not run on. */
  readonly runsFor: Grain | null;
}

/** Whether it is what should be reached, or the bound of what is broken. */
export type TargetRole = 'target' | 'broken';

type ReadTarget =
  { readonly target: Target; readonly misfit: null } | { readonly target: null; readonly misfit: Misfitting };

const ways = { 'at least': 'at least', 'at most': 'at most', below: 'at least', above: 'at most' } as const;

const spreading = /(?:\s*,\s*|\s+)spread by business days$/;

/**
 * Reads `at least 90%`, `at least 1,200 a year, spread by business days`; or, as the bound of what is broken, `below 80%` (what is not
 * below 80% is at least 80%) and `below 80% of the target`.
 */
export function readTarget(said: string, form: TargetForm, as: TargetRole): ReadTarget {
  const wrong = (says: string): ReadTarget => ({ target: null, misfit: { says, fix: likeThis(form, as) } });
  const [, word = '', rest = ''] = /^(at least|at most|below|above)\s+(.+)$/.exec(said) ?? [];
  const fits = as === 'target' ? word.startsWith('at') : word === 'below' || word === 'above';
  if (!fits) return wrong(`"${said}" doesn't say on which side it lies`);
  const way = ways[word as keyof typeof ways];
  if (as === 'broken' && rest.endsWith(' of the target')) return partOfTarget(said, way, rest);
  const spread = as === 'target' && spreading.test(rest);
  const [, written = '', time] =
    /^(.+?)(?:\s+(?:a|an|per|each|every)\s+(day|week|month|quarter|year))?$/.exec(rest.replace(spreading, '')) ?? [];
  const grain = (time ?? null) as Grain | null;
  if (grain !== null && form.target !== 'for a time')
    return wrong(`"${said}" is for a ${grain}, and this is no amount that adds up over time`);
  if (form.runsFor !== null && grain !== null && grain !== form.runsFor)
    return wrong(`"${said}" is for a ${grain}, and this runs on for a ${form.runsFor}`);
  if (spread && (grain === null || grain === 'day' || !form.spreads))
    return wrong(
      `"${said}" has nothing to spread: only what adds up over time is spread, from a week, month, quarter or year`,
    );
  if (as === 'broken' && form.unit.unit !== 'share' && grain === null && shareIn(written) !== null)
    return { target: null, misfit: { says: `"${said}" has no unit that fits`, fix: `write "${said} of the target"` } };
  const doubtful = pointMisfitIn(written);
  if (doubtful) return { target: null, misfit: doubtful };
  const value = amountOf(written, form.unit);
  const timesX = /^[\d.,]+\s?x$/i.test(written) && amountOf(written.replace(/\s?x$/i, ''), form.unit) !== null;
  if (timesX)
    return {
      target: null,
      misfit: {
        says: `"${said}" has no unit that fits`,
        fix: `leave the x away: ${said.replace(/(\d)\s?x\b/i, '$1')}`,
      },
    };
  if (value === null || (grain === null && form.target === 'for a time'))
    return wrong(`"${said}" has no unit that fits`);
  if (form.unit.unit === 'share' && value > 1) return wrong(`"${said}" passes 100%, which no share does`);
  return { target: { way, level: { level: 'one', value, grain, spread }, said }, misfit: null };
}

function partOfTarget(said: string, way: Target['way'], rest: string): ReadTarget {
  const part = shareIn(rest.replace(/ of the target$/, ''));
  if (part !== null) return { target: { way, level: { level: 'part of target', part }, said }, misfit: null };
  const fix = `write it like "${way === 'at least' ? 'below 80%' : 'above 120%'} of the target"`;
  return { target: null, misfit: { says: `"${said}" is no part of the target`, fix } };
}

/** A target as it would be said, for who said none that can be read. */
function likeThis({ unit, target, runsFor }: TargetForm, as: TargetRole): string {
  const time = target === 'for a time' ? ` a ${runsFor ?? 'month'}` : '';
  return `write it like "${as === 'target' ? 'at least' : 'below'} ${exampleOf(unit)}${time}"`;
}
