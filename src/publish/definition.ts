import { sayCondition } from '../agreement/words.ts';
import { sayPath } from './counted-words.ts';
import type { Metric, Wording } from '../values/agreement.ts';
import type { Signature } from '../values/parties.ts';
import type { Target } from '../values/target.ts';
import type { Day } from '../values/period.ts';
import type { Condition } from '../values/tree.ts';

/** A condition in words: a sentence, or a group of them under `all of`, `any of` or `none of`. */
export type SaidCondition =
  | string
  | { readonly 'all of': readonly SaidCondition[] }
  | { readonly 'any of': readonly SaidCondition[] }
  | { readonly 'none of': readonly SaidCondition[] };

/** One wording, for programs: what held for the records from a day until a day, both inside; null is open. */
export interface SaidWording {
  readonly from: Day | null;
  readonly until: Day | null;
  readonly measure: Wording['measure'];
  readonly counts: string;
  readonly keptWhen: readonly SaidCondition[];
  /** In place of `keptWhen`, for records of which the sentence holds: the first that does. */
  readonly instead: readonly { readonly for: string; readonly keptWhen: readonly SaidCondition[] }[];
  readonly exceptWhen: readonly SaidCondition[];
  readonly target: string | null;
  readonly broken: string | null;
}

/** What was agreed on a metric, in words that programs can read too. */
export interface Definition {
  readonly slug: string;
  readonly title: string;
  readonly asks: string;
  readonly measured: string;
  readonly promisedBy: readonly string[];
  readonly promisedTo: readonly string[];
  readonly ifBroken: readonly string[];
  /** Whom the promise pauses and when, as said; its list is `api/paused/SLUG.csv`. */
  readonly pause: string | null;
  readonly answeredBy: readonly string[];
  readonly by: string | null;
  /** Counted as it stood at each period's end, or on one day; null: by `by`. */
  readonly asOf: string | null;
  /** Each value takes in the whole of this longer period up to its own end. */
  readonly running: string | null;
  /** The balance that its sums move; its bridge is `api/bridges/SLUG.json`. */
  readonly moves: string | null;
  /** The moment by whose day amounts are changed; null: by `by`, or by the opening of what is counted as it stood. */
  readonly rateOn: string | null;
  /** Fields that its records should have. */
  readonly needs: readonly string[];
  readonly finest: string;
  readonly breakdowns: readonly string[];
  readonly pairedWith: string | null;
  readonly tells: Metric['tells'];
  readonly topic: Metric['topic'];
  /** Further pages that it stands on. */
  readonly alsoOn: Metric['alsoOn'];
  readonly atRisk: Metric['atRisk'];
  /** Which way is good. */
  readonly better: Metric['better'];
  /** What a reader should know before relying on it. */
  readonly pitfalls: readonly string[];
  /** What other companies count otherwise, and how it is here. */
  readonly choices: readonly string[];
  readonly reviewBy: Day | null;
  readonly wordings: readonly SaidWording[];
  readonly saidButNotCounted: readonly string[];
  readonly agreed: readonly Signature[];
  readonly seal: string;
  /** Fields that no source maps: not empty means not countable yet. */
  readonly missing: readonly string[];
}

/** What the API tells of a metric's definition. */
export function definitionOf(metric: Metric): Definition {
  const { slug, title, asks, finest, pairedWith, reviewBy, saidButNotCounted, seal, missing } = metric;
  return {
    slug,
    title,
    asks,
    measured: metric.words.measured,
    promisedBy: metric.promise?.by ?? [],
    promisedTo: metric.promise?.to ?? [],
    ifBroken: metric.promise?.ifBroken ?? [],
    pause: metric.promise?.pause?.said ?? null,
    answeredBy: metric.answeredBy,
    by: metric.by?.field ?? null,
    asOf: typeof metric.asOf === 'object' ? (metric.asOf?.day ?? null) : metric.asOf,
    running: metric.running,
    moves: metric.moves,
    rateOn: metric.rateOn && sayPath(metric.rateOn),
    needs: metric.needs.map(sayPath),
    finest,
    breakdowns: metric.breakdowns.map((breakdown) => breakdown.dimension),
    pairedWith,
    tells: metric.tells,
    topic: metric.topic,
    alsoOn: metric.alsoOn,
    atRisk: metric.atRisk,
    better: metric.better,
    pitfalls: metric.pitfalls,
    choices: metric.choices,
    reviewBy,
    wordings: metric.wordings.map(wordingOf),
    saidButNotCounted,
    agreed: metric.signatures,
    seal,
    missing,
  };
}

function wordingOf(wording: Wording): SaidWording {
  const saidTarget = (target: Target | null) => target?.said ?? null;
  return {
    from: wording.from,
    until: wording.until,
    measure: wording.measure,
    counts: wording.term ?? wording.kind,
    keptWhen: wording.keptWhen.map(conditionOf),
    instead: wording.instead.map(({ when, keptWhen }) => ({
      for: sayCondition(when),
      keptWhen: keptWhen.map(conditionOf),
    })),
    exceptWhen: wording.exceptWhen.map(conditionOf),
    target: saidTarget(wording.target),
    broken: saidTarget(wording.broken),
  };
}

function conditionOf(condition: Condition): SaidCondition {
  if (condition.is === 'test') return sayCondition(condition);
  const said = condition.of.map(conditionOf);
  if (condition.is === 'all') return { 'all of': said };
  return condition.is === 'any' ? { 'any of': said } : { 'none of': said };
}
