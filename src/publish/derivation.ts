/** How a derived target came about, step by step, for the page. */
import { capital } from '../story/locale/en/forms.ts';
import { fullPeriodWords, notKnown } from '../story/locale/en/charts.ts';
import { numbersOf } from '../story/numbers.ts';
import { reportingGrain } from '../values/reporting-grain.ts';
import { levelOn } from '../story/wording-on.ts';
import type { Metric } from '../values/agreement.ts';
import type { Edition, MetricEdition } from '../values/edition.ts';
import type { Grain } from '../values/period.ts';
import type { PeriodTarget, TargetStep } from '../values/value.ts';

/** One step: what is done with which number of another metric. */
export interface DerivationStep {
  readonly how: TargetStep['how'];
  /** The other metric, for a link, and its title. */
  readonly slug: string;
  readonly title: string;
  /** The period whose number it is, in words; '' where it is not among those published. */
  readonly period: string;
  readonly number: string;
}

export interface Derivation {
  /** The period that the target is for, in words. */
  readonly period: string;
  readonly steps: readonly DerivationStep[];
  readonly target: string;
}

/** The way to the target of the period that runs, else of the newest that has one; null where it was not derived. */
export function derivationOf(edition: Edition, one: MetricEdition): Derivation | null {
  const { metric, targets, values } = one;
  const grain = reportingGrain(metric);
  const derived = targets.filter((target) => target.grain === grain && target.steps.length > 0);
  const periods = new Map(
    values.filter((value) => value.grain === grain && value.dimension === '').map((value) => [value.period, value]),
  );
  const running = derived.find(({ period }) => periods.get(period)?.status === 'so far');
  const newest = derived.findLast(({ period }) => periods.get(period)?.value != null);
  const shown = running ?? newest ?? derived.at(-1);
  return shown ? derivation(edition, one, shown) : null;
}

function derivation(
  edition: Edition,
  { metric }: MetricEdition,
  { grain, period, steps, target }: PeriodTarget,
): Derivation {
  return {
    period: capital(periodIn(grain, period)),
    steps: steps.map((step) => stepOf(edition, step)),
    target: target === null ? notKnown : levelInWords(metric, edition, target),
  };
}

/** The level, and what it takes to reach it where that is a whole number. */
function levelInWords(metric: Metric, { agreement }: Edition, target: number): string {
  const numbers = numbersOf(metric, agreement);
  const level = levelOn(metric, '', target) ?? target;
  return level === target ? numbers.exact(target) : `${numbers.exact(target)}, so ${numbers.exact(level)}`;
}

function stepOf({ agreement }: Edition, { how, metric: slug, period, value }: TargetStep): DerivationStep {
  const of = agreement.metrics.find((metric) => metric.slug === slug);
  const number = value === null ? notKnown : of ? numbersOf(of, agreement).exact(value) : String(value);
  return { how, slug, title: of?.title ?? slug, period: periodIn(grainOf(period), period), number };
}

/** The grain that a period's name tells. */
function grainOf(name: string): Grain {
  if (name.startsWith('FY')) return name.includes('-Q') ? 'quarter' : 'year';
  if (name.startsWith('week-')) return 'week';
  return name.length === '2026-10'.length ? 'month' : name === 'all' ? 'all' : 'day';
}

/** A period's words need its first day where it is named for one. */
function periodIn(grain: Grain, name: string): string {
  const day = name.replace(/^week-/, '');
  const from = grain === 'month' ? `${name}-01` : day;
  return fullPeriodWords({ grain, name, from, to: from });
}
