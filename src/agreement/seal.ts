import { createHash } from 'node:crypto';
import type { Metric, Wording } from '../values/agreement.ts';
import type { Target } from '../values/target.ts';
import type { Breakdown, Cut } from '../values/breakdown.ts';
import type { Catalogue } from '../values/catalogue.ts';
import { madeOf } from '../values/made-of.ts';
import { canonical } from './canonical.ts';
import { resultsReadBy } from './metrics-read.ts';
import { definitionsIn, type Defined } from './references.ts';

/** What a seal is made beside: the vocabulary and the metrics that a definition may use. */
export interface Sealing extends Defined {
  readonly metrics: readonly Metric[];
  readonly catalogue: Catalogue;
}

/**
 * Eight hex digits over all that computes: measures, conditions, targets, stretches of the history, what puts records into periods and
 * groups, the clock's calendar where one is asked, the pair, the metrics that it is made of or whose results it names, what a derived target
 * follows, the balance that it moves and the day of its rates, and every term, figure and order that is used, transitively. Prose, names of groups, layout, order and places do not count.
 */
export function sealOf(metric: Metric, sealing: Sealing): string {
  return createHash('sha256')
    .update(canonical(computes(metric, sealing)))
    .digest('hex')
    .slice(0, 8);
}

function computes(metric: Metric, sealing: Sealing): unknown {
  const breakdowns = metric.breakdowns.map(groupsOf);
  const { pause } = metric.promise ?? {};
  const paused = metric.breakdowns.find(({ dimension }) => dimension === pause?.dimension);
  return {
    ...counts(metric, { breakdowns }, sealing),
    pairedWith: metric.pairedWith,
    targets: metric.wordings.map(agreedIn),
    plans: plansOf(metric.wordings, sealing, new Set([metric.slug])),
    pause: pause && {
      below: pause.below,
      periods: pause.periods,
      grain: pause.grain,
      groups: paused && groupsOf(paused),
    },
  };
}

/** What a metric comes to, whatever was agreed to reach. `further`: what else of it counts. */
function counts(metric: Metric, further: object, sealing: Sealing, passed: ReadonlySet<string> = new Set()): object {
  const { by, asOf, running, needs, unit, wordings, calendar, moves, rateOn } = metric;
  const own = {
    by,
    asOf,
    running,
    moves,
    rateOn,
    needs,
    unit: unit.unit,
    wordings: wordings.map(countedIn),
    ...further,
  };
  const used = definitionsIn(own, sealing, sealing.catalogue);
  const defined = {
    terms: byName(used.terms, ({ isA, kind, where, exceptWhen }) => ({ isA, kind, where, exceptWhen })),
    figures: byName(used.figures, ({ kind, term, is }) => ({ kind, term, is })),
    orders: byName(used.orders, ({ fields, choices }) => ({ fields, choices })),
  };
  const [{ measure }] = wordings;
  const within = new Set([...passed, metric.slug]);
  return {
    ...own,
    ...defined,
    calendar: asksTheClock({ own, defined }) ? calendar : null,
    ratio: (madeOf(measure) ?? []).map((slug) => countsOf(slug, sealing, within)),
    per: measure.measure === 'ratio' && measure.perIs !== 'value' ? agreedFor(measure.per, sealing) : null,
    results: resultsReadBy(metric, sealing)
      .toSorted()
      .map((slug) => countsOf(slug, sealing, within)),
  };
}

/** What another metric comes to. One that comes to what it comes to by itself is told of elsewhere. */
function countsOf(slug: string, sealing: Sealing, passed: ReadonlySet<string> = new Set()): unknown {
  const metric = passed.has(slug) ? undefined : sealing.metrics.find((other) => other.slug === slug);
  return metric && counts(metric, {}, sealing, passed);
}

/** What another metric has to reach. */
function agreedFor(slug: string, sealing: Sealing): unknown {
  const metric = sealing.metrics.find((other) => other.slug === slug);
  return (
    metric && { targets: metric.wordings.map(agreedIn), plans: plansOf(metric.wordings, sealing, new Set([slug])) }
  );
}

/** Whether business time or working days are asked for anywhere. Words of the conditions that only sound like it do no harm. */
function asksTheClock(tree: unknown): boolean {
  return /"business (?:minutes|hours|days)"|working day/.test(canonical(tree));
}

function countedIn(wording: Wording): unknown {
  const { from, until, term, kind, keptWhen, instead, exceptWhen } = wording;
  return { from, until, measure: bareMeasure(wording), term, kind, keptWhen, instead, exceptWhen };
}

/** A ratio of two metrics' values is what a ratio is where nothing else is said. */
function bareMeasure({ measure }: Wording): unknown {
  if (measure.measure !== 'ratio' || measure.perIs !== 'value') return measure;
  return { measure: measure.measure, of: measure.of, per: measure.per };
}

/** A target counts as what it means, not as it is said. */
function agreedIn({ target, broken }: Wording): unknown {
  return { target: bare(target), broken: bare(broken) };
}

function bare(agreed: Target | null): unknown {
  return agreed && { way: agreed.way, level: agreed.level };
}

/** What derived targets follow: the plans' targets, which may follow others, and what their other metrics come to. */
function plansOf(wordings: readonly Wording[], sealing: Sealing, passed: ReadonlySet<string>): unknown {
  const levels = wordings.flatMap(({ target }) => (target?.level.level === 'derived' ? [target.level] : []));
  return levels.map(({ plan, dividedBy, times }) => {
    const planned = passed.has(plan) ? undefined : sealing.metrics.find((other) => other.slug === plan);
    const further = new Set([...passed, plan]);
    return {
      targets: planned?.wordings.map((wording) => ({ from: wording.from, target: bare(wording.target) })),
      plans: planned && plansOf(planned.wordings, sealing, further),
      factors: Object.fromEntries([...dividedBy, ...times].map((slug) => [slug, countsOf(slug, sealing)])),
    };
  });
}

/** The groups of a breakdown without their names. */
function groupsOf({ cut, credit }: Breakdown): unknown {
  return { cut: bareCut(cut), credit };
}

function bareCut(cut: Cut): unknown {
  if (cut.cut === 'test') return { test: cut.test };
  if (cut.cut === 'value' || cut.cut === 'touch') return { path: cut.path };
  return { path: cut.path, bands: cut.bands.map(({ from, to }) => ({ from, to })) };
}

function byName<T extends { readonly name: string }>(ones: readonly T[], meaning: (one: T) => unknown): unknown {
  return Object.fromEntries(ones.map((one) => [one.name, meaning(one)]));
}
