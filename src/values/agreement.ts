/** What both teams agreed, read and checked: exact, with every name resolved. */
import type { Breakdown } from './breakdown.ts';
import type { Note } from './note.ts';
import type { Parties, Signature } from './parties.ts';
import type { Day, Grain } from './period.ts';
import type { Place } from './problem.ts';
import type { Target } from './target.ts';
import type { Condition, Duration, FieldPath, Test, Unit, Value, ValueType } from './tree.ts';

export interface Company {
  readonly name: string;
  /** Says 'made-up company' on every page. */
  readonly madeUp: boolean;
  /** ISO 4217. */
  readonly currency: string;
  /** IANA name. */
  readonly timeZone: string;
  /** 1 is Monday, 7 is Sunday. */
  readonly weekStarts: number;
  /** The month (1 to 12) that the fiscal year starts with. A year is named for the calendar year that it ends in. */
  readonly fiscalYearStarts: number;
  /** Working days after a period's end on which its marks are fixed. */
  readonly closesAfterWorkingDays: number;
  /** The calendar of teams that name none. */
  readonly calendar: string;
  /** A person qualified again within this is the same handover; later is a new one. */
  readonly returnsAfter: Duration;
  /** How often both teams meet over the numbers; null: no rhythm is agreed. */
  readonly reviewsEvery: Duration | null;
}

export interface Team {
  readonly slug: string;
  /** `Sales`. */
  readonly name: string;
  /** `sales`, as in 'sales promised'. */
  readonly inText: string;
  readonly lead: string;
  readonly sponsor: string;
  readonly calendar: string;
  /** Where a reader disputes a number, or null. */
  readonly disputes: string | null;
}

export interface Opening {
  /** 1 is Monday. */
  readonly weekday: number;
  /** Local clock time in minutes after midnight, on quarter hours; `closes` is later than `opens`. */
  readonly opens: number;
  readonly closes: number;
}

export interface WorkCalendar {
  readonly slug: string;
  readonly openings: readonly Opening[];
  readonly holidays: readonly { readonly day: Day; readonly name: string }[];
}

/** How much of the reporting currency one unit of another is worth. */
export interface Rate {
  readonly currency: string;
  /** First and last local date that it holds for; null is open. */
  readonly from: Day | null;
  readonly to: Day | null;
  readonly rate: number;
}

export interface Currencies {
  /** Which kind of rate holds, for the page: `plan` (one for a fiscal year), `month` or `day`. */
  readonly kind: 'plan' | 'month' | 'day';
  readonly rates: readonly Rate[];
}

export interface Term {
  /** As the agreement says it: `qualified lead`. */
  readonly name: string;
  readonly plural: string;
  readonly slug: string;
  readonly alsoCalled: readonly string[];
  /** The record kind underneath. */
  readonly kind: string;
  /** The term it narrows, or null where it narrows a record kind. */
  readonly isA: string | null;
  readonly inWords: string;
  readonly where: readonly Condition[];
  readonly exceptWhen: readonly Condition[];
  readonly saidButNotCounted: readonly string[];
  /** Fields that each of its records should have; what lacks one is counted as the wording says, and enters the bounds. */
  readonly needs: readonly FieldPath[];
  readonly at: Place;
}

/** A named value of a record, used like a field: `response time of qualified lead`. Empty for records that are not of its term. */
export interface Figure {
  readonly name: string;
  readonly slug: string;
  readonly kind: string;
  /** The term of whose records it is, or null for every record of the kind. Its name is unique among the kind's fields and figures. */
  readonly term: string | null;
  readonly inWords: string;
  readonly is: Value;
  readonly type: ValueType;
  readonly at: Place;
}

/** The order of the choices that fields have: the stages of a deal. */
export interface ChoiceOrder {
  readonly name: string;
  /** What people mean by it; '' where nobody said. */
  readonly inWords: string;
  readonly fields: readonly { readonly kind: string; readonly field: string }[];
  /** From first to last. */
  readonly choices: readonly string[];
  readonly at: Place;
}

export interface Stage {
  readonly name: string;
  readonly ownedBy: string;
  /** The term whose records are in the stage, where one is named. */
  readonly term: string | null;
  /** The record kind that stands in the stage, where a term or a record is named. */
  readonly kind: string | null;
  /** What all holds for a record that enters the stage, and for one that leaves it; empty where nobody said. */
  readonly entersWhen: readonly Condition[];
  readonly leavesWhen: readonly Condition[];
  /** How long a record should stay, where that was agreed. */
  readonly atMost: Duration | null;
  /** The slug of the metric that tells how many of one cohort came here: of the first stage a count, of the others a part of the same records. */
  readonly countedBy: string | null;
  /** The slug of the metric that tells how long it took from the first stage. */
  readonly took: string | null;
  readonly at: Place;
}

/** How a metric computes; each kind is one file in `measure`. What it takes of a record is a field or a figure. */
export type Measure =
  | { readonly measure: 'count' }
  | { readonly measure: 'count different'; readonly of: FieldPath }
  | { readonly measure: 'sum' | 'average' | 'median' | 'smallest' | 'largest'; readonly of: FieldPath }
  /** Of moments. */
  | { readonly measure: 'earliest' | 'latest'; readonly of: FieldPath }
  /** `percent` lies between 0 and 100. */
  | { readonly measure: 'percentile'; readonly of: FieldPath; readonly percent: number }
  /** Of records, or of what they add up to in a number or amount (`countedIn`). */
  | { readonly measure: 'share'; readonly countedIn: FieldPath | null }
  | { readonly measure: 'conversion'; readonly within: Duration; readonly countedIn: FieldPath | null }
  /** Of what another metric came to; or of its target for the period, or of what of that is still to come (not known where nothing is). */
  | {
      readonly measure: 'ratio';
      readonly of: string;
      readonly per: string;
      readonly perIs: 'value' | 'target' | 'remaining';
    }
  /** What one metric came to, less what another did, both in one unit. */
  | { readonly measure: 'difference'; readonly of: string; readonly less: string };

/** What a value is counted in, and so how it reads. */
export type MetricUnit =
  | { readonly unit: 'records'; readonly kind: string; readonly noun: string; readonly nouns: string }
  | { readonly unit: 'share' }
  | { readonly unit: 'money'; readonly currency: string }
  | { readonly unit: 'number' }
  /** A stretch of time: the value is a number of these. */
  | { readonly unit: 'duration'; readonly of: Unit }
  /** A local date: the value is the number of days since 1970-01-01. */
  | { readonly unit: 'day' }
  /** A ratio of two like units: `3.2 euros for each euro`. */
  | { readonly unit: 'times' };

/** Records that are judged by conditions of their own: those of which the test holds. */
export interface Instead {
  readonly when: Test;
  readonly keptWhen: readonly Condition[];
}

/** One wording of a metric: what holds for the records whose `by` moment lies in its stretch. */
export interface Wording {
  /** First and last local date for which it holds; null is open. */
  readonly from: Day | null;
  readonly until: Day | null;
  readonly measure: Measure;
  /** The term counted, or null for every record of the kind. For a ratio, those of its `of`. */
  readonly term: string | null;
  readonly kind: string;
  readonly keptWhen: readonly Condition[];
  /** In place of `keptWhen`, for some: the first whose test holds. Deadlines that differ by term are said so. */
  readonly instead: readonly Instead[];
  readonly exceptWhen: readonly Condition[];
  readonly target: Target | null;
  /** Beyond this (on the wrong side) broken; between it and the target slipping. */
  readonly broken: Target | null;
}

/** The pages that metrics stand on together, by their addresses. */
export const topics = [
  'funnel',
  'pipeline',
  'partners',
  'campaigns',
  'deals',
  'feedback',
  'customers',
  'records',
] as const;
export type Topic = (typeof topics)[number];

/** Anything that is counted and published under a slug: a metric, or a promise (a metric with two parties). */
export interface Metric {
  readonly slug: string;
  readonly title: string;
  /** The question it answers. */
  readonly asks: string;
  readonly promise: Parties | null;
  /** The team that answers for it, where it is no promise. */
  readonly answeredBy: readonly string[];
  /** The moment that puts a record into a period; null: it counts records of all time, or those there were (`asOf`). */
  readonly by: FieldPath | null;
  /**
   * Counted as it stood: at the end of each period, just before each began, or at the end of one local date. What happened later has not happened.
   * A share as of periods' starts is frozen: its records are those of then, as they stood then; what is kept is judged as of the period's end. Null: by `by`.
   */
  readonly asOf: 'period end' | 'period start' | { readonly day: Day } | null;
  /** Each value takes in the whole of this longer period up to its own end (`all`: everything up to then). Null: it does not run on. */
  readonly running: 'month' | 'quarter' | 'year' | 'all' | null;
  /** What adds up: periods to longer ones, members of a breakdown to the whole. */
  readonly adds: { readonly periods: boolean; readonly members: boolean };
  /** Fields that its records should have, those that its terms need among them. */
  readonly needs: readonly FieldPath[];
  readonly finest: Grain;
  readonly breakdowns: readonly Breakdown[];
  readonly unit: MetricUnit;
  /** The calendar its business time runs by. */
  readonly calendar: string;
  readonly pairedWith: string | null;
  /** Tells early what will come, or late what came; null where nobody said. */
  readonly tells: 'leading' | 'lagging' | null;
  /** The page that it stands on beside its own; null: none. */
  readonly topic: Topic | null;
  /** Further pages that it stands on; lists by topic keep to `topic`. */
  readonly alsoOn: readonly Topic[];
  /** What is said of its records that need somebody's hand, with `{count}`: those that it counts, or that a share does not find as agreed. Null: it is no risk. */
  readonly atRisk: string | null;
  /** Which way is good: by its target where it has one, else as said; null: neither. */
  readonly better: 'higher' | 'lower' | null;
  /** What a reader should know before relying on it, each a sentence. */
  readonly pitfalls: readonly string[];
  /** What other companies count otherwise, and how it is here, each a sentence. */
  readonly choices: readonly string[];
  /** The slug of the balance (a sum `as of: period end`) whose change in a period these sums make up; null: of none. */
  readonly moves: string | null;
  /** The moment whose day tells the rate for amounts, from the record; null: the `by` moment (as of a time: the opening of the record). */
  readonly rateOn: FieldPath | null;
  /** Its place on the headline page, from 1; null elsewhere. */
  readonly headline: number | null;
  readonly reviewBy: Day | null;
  /** From today's to the oldest. Stretches neither overlap nor leave a hole. */
  readonly wordings: readonly [Wording, ...Wording[]];
  readonly signatures: readonly Signature[];
  readonly seal: string;
  readonly saidButNotCounted: readonly string[];
  /** Record kinds and fields that no source maps: `lead's score`. Not empty: not countable yet. */
  readonly missing: readonly string[];
  /** How numbers and verbs are said of it, for sentences: see `MetricWords`. */
  readonly words: MetricWords;
  readonly at: Place;
}

/**
 * The pieces from which sentences about a metric are made, written by the people who agreed on it, e.g.
 * `says: Sales followed up {value} of {period}'s qualified leads in time`.
 */
export interface MetricWords {
  /** A sentence with `{value}` and `{period}` in it and no full stop. `{period}` becomes 'October', or 'the third quarter' and so on. */
  readonly says: string;
  /** What is measured and in what unit, for under the title. */
  readonly measured: string;
  /** The move that mends it, an imperative with `{count}`: `Contact {count} waiting leads`. Null: none. */
  readonly move: string | null;
}

export interface Agreement {
  readonly company: Company;
  readonly teams: readonly Team[];
  readonly calendars: readonly WorkCalendar[];
  readonly currencies: Currencies;
  readonly terms: readonly Term[];
  readonly figures: readonly Figure[];
  readonly orders: readonly ChoiceOrder[];
  readonly funnel: readonly Stage[];
  /** Metrics and promises, by slug. */
  readonly metrics: readonly Metric[];
  /** Metrics that the company has a definition for and does not count (`counted: no`): checked like the others, and neither computed nor published. */
  readonly switchedOff: readonly Metric[];
  readonly notes: readonly Note[];
}
