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
  /** The number as people say it: `83%`, `€1.94m`, `249`; 'not known'. */
  readonly value: string;
  /** `agreed: at least 90%`; '' without a target. */
  readonly agreed: string;
}

/** What is to be done, by whom, until when. */
export interface Move {
  readonly team: string;
  readonly metric: string;
  readonly say: Statement;
}

/** The headline page in three answers. */
export interface Verdict {
  /** Are we keeping our promises? */
  readonly title: Statement;
  /** What is off. */
  readonly off: Statement | null;
  /** Whose move is it. */
  readonly moves: readonly Move[];
}
