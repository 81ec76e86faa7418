import type { FunnelFigure, FunnelStep } from '../../values/figure.ts';
import { notKnown } from '../locale/en/charts.ts';
import { ofThoseTold, tooEarly, upTo } from '../locale/en/cohorts.ts';
import * as en from '../locale/en/figures.ts';
import { plainNumber, share } from '../locale/en/forms.ts';
import { funnelTable } from './tables.ts';

/** A step of one cohort: how many of it came so far. */
export interface CohortStep {
  readonly name: string;
  /** Null: not known. */
  readonly value: number | null;
  /** Of the step before, those of which time has yet to tell whether they come here. */
  readonly waiting: number;
  /** Of how many of the cohort it is known whether they came, where it is not of all; null or absent: of all. */
  readonly told?: number | null;
}

/**
 * One cohort on its way. The steps are of the same records: who came to one came to all before it. `title`: what was found; null where there is no step
 * after the first.
 */
export function funnelFigure(title: string, cohort: readonly CohortStep[]): FunnelFigure | null {
  if (cohort.length < 2) return null;
  const steps = cohort.map((step, index) => stepOf(step, cohort[index - 1]?.value ?? null));
  return {
    figure: 'funnel',
    title,
    description: en.funnelDescription(steps),
    table: funnelTable(steps),
    to: Math.max(1, ...steps.map(({ value, mayCome }) => (value ?? 0) + mayCome)),
    steps,
  };
}

function stepOf({ name, value, waiting, told = null }: CohortStep, before: number | null): FunnelStep {
  const part = told === null ? before : told;
  const ofPart = told === null ? en.ofTheStepBefore : ofThoseTold;
  return {
    name,
    value,
    label: value === null ? (waiting > 0 ? tooEarly : notKnown) : plainNumber(value),
    detail: value === null || !part ? '' : ofPart(partWords(value / part), part),
    mayCome: waiting,
    mayComeLabel: waiting > 0 ? (told === null ? en.mayComeWords(waiting) : upTo(waiting)) : '',
  };
}

/** A part from 0 to 1 as tables and drawings say it. */
export const partWords = (part: number): string => share(roundedPart(part));

/** In whole percent, finer where that would make nearly none none, or nearly all all. */
function roundedPart(part: number): number {
  const rounded = [100, 1000, 10_000, 100_000].map((steps) => Math.round(part * steps) / steps);
  return rounded.find((one) => (one === 0) === (part === 0) && (one === 1) === (part === 1)) ?? part;
}
