/** What the page says, data first: a kind, its facts, its subject; the words are made last and can be checked against the facts. */
import type { Period } from './period.ts';
import type { Mark } from './value.ts';

export type Fact = string | number | boolean | null;

export interface Statement {
  readonly kind: string;
  /** A metric's slug, or 'all'. */
  readonly subject: string;
  readonly facts: Readonly<Record<string, Fact>>;
  /** One sentence, at most 25 words, with its full stop. */
  readonly words: string;
  /** The same for a page's title or an entry of a feed: at most 90 characters, without a full stop. */
  readonly headline: string;
  /** The same where the metric's name stands beside it, in a row or a digest: at most nine words, without a full stop. */
  readonly brief: string;
}

/** Something that a statement says, and that another one must not say otherwise: `mark of SLUG in 2026-10` is `kept`. */
export interface Claim {
  readonly about: string;
  readonly is: Fact;
}

/** What the page says of one metric. */
export interface Finding {
  readonly metric: string;
  readonly period: Period | null;
  readonly mark: Mark;
  /** With its pair off, a kept promise is 'kept, but'. */
  readonly but: Statement | null;
  /** The chart's title: its finding. */
  readonly title: Statement;
  /** What stands below it: misses as counts, waiting records, the running period, how it went before. */
  readonly context: readonly Statement[];
  /** Whether the newest complete period is a real change or the usual wobble, or why that can't be told; null: there is nothing to tell. */
  readonly signal: Statement | null;
  /** What its chart over time shows beside that: what it is compared with, records, runs of marks. */
  readonly overTime: readonly Statement[];
  /** What became of a share's records in the newest period; null: its records are not told so. */
  readonly became: Statement | null;
  /** Of its breakdowns, in their order: what each shows, and who makes up most of what. Each has its `dimension` among its facts. */
  readonly parts: readonly Statement[];
  /** The number as people say it: `83%`, `€1.94m`, `249`; 'not known'. */
  readonly value: string;
  /** `agreed: at least 90%`; '' without a target. */
  readonly agreed: string;
  /** Where the marks begin and end: `Kept: at least 90%. Slipping: 80% to under 90%. Broken: under 80%.`; '' without a target. */
  readonly key: string;
}

/** What is to be done, by whom, until when. */
export interface Move {
  /** The first of the teams that promised. */
  readonly team: string;
  /** All teams that promised: a shared promise has a shared move, said once. */
  readonly teams: readonly string[];
  readonly metric: string;
  readonly say: Statement;
}

/** The headline page in three answers. */
export interface Verdict {
  /** Are we keeping our promises? */
  readonly title: Statement;
  /** What is off, in one sentence. */
  readonly off: Statement | null;
  /** Each that is off, in the agreement's order: which, by how much, who promised it. Its subject is the promise. */
  readonly offs: readonly Statement[];
  /** Whose move is it. */
  readonly moves: readonly Move[];
  /** What is new since the last time, most important first; empty: this is the first time. */
  readonly since: readonly Statement[];
  /** Of a number that went well, why it is worth celebrating; null: none is. */
  readonly win: Statement | null;
}
