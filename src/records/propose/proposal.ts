/** What a table that nobody has described yet seems to be: what its source would say, why, and what only a person can tell. */
import type { FieldSpec } from '../schema/field.ts';

/** How well something is known: by its name and its values, or by one of the two. */
export type Confidence = 'sure' | 'likely' | 'answered';

/** A line of a source that is not a record: `dates: D/M/YYYY`. */
export interface ProposedKey {
  readonly key: string;
  readonly value: unknown;
  readonly confidence: Confidence;
  readonly why: string;
}

/** A field and the column that fills it. */
export interface ProposedField {
  readonly field: string;
  readonly says: string | FieldSpec;
  /** The column that it reads; null for what is the same in every row. */
  readonly column: string | null;
  readonly confidence: Confidence;
  readonly why: string;
}

/** A record that each row gives. */
export interface ProposedGift {
  readonly record: string;
  /** What stands between `record` and `columns`, as `for each column`. */
  readonly keys: readonly ProposedKey[];
  readonly fields: readonly ProposedField[];
  /** Fields that someone may want: they stand in the file as comments. */
  readonly offered: readonly ProposedField[];
}

/** A column that is not read, and why. */
export interface LeftOut {
  readonly column: string;
  readonly why: string;
}

export interface Choice {
  /** What is answered, short and stable: `D/M/YYYY`. */
  readonly answer: string;
  /** What that would mean, with an example. */
  readonly means: string;
}

/** What only a person can tell. */
export interface Question {
  /** Short and stable, as it is answered on the command line. */
  readonly name: string;
  readonly asks: string;
  /** A value of the file that shows why it is asked; empty where there is none. */
  readonly example: string;
  readonly choices: readonly Choice[];
  /** `one` of the choices, `some` of them with commas between, or `any` text that `isAnswer` takes. */
  readonly takes: 'one' | 'some' | 'any';
  /** The choice that most would take; never taken without asking. */
  readonly suggested: string | null;
  /** What an answer adds to the source. While it is open, that stands there as comments. */
  readonly adds: (answer: string) => Added;
}

/** Keys of the file, and fields of its records. */
export interface Added {
  readonly keys?: readonly ProposedKey[];
  readonly fields?: readonly ProposedField[];
  /** Fields of a record that are there already, as they are to be read. */
  readonly mended?: readonly MendedField[];
}

/** A field in place of the one that its record has of this name. */
export interface MendedField extends ProposedField {
  readonly record: string;
}

/** A table's source, as far as it can be told. */
export interface Proposal {
  /** The file under `data/sources`, without its ending. */
  readonly name: string;
  readonly reads: string;
  readonly crm: string | null;
  /** Null while it is open. */
  readonly record: string | null;
  readonly confidence: Confidence;
  readonly why: string;
  readonly rows: number;
  readonly keys: readonly ProposedKey[];
  readonly gives: readonly ProposedGift[];
  readonly leftOut: readonly LeftOut[];
  /** Those that are open. */
  readonly questions: readonly Question[];
  /** The names of all that were asked, also of those answered. */
  readonly asked: readonly string[];
  /** Answers that no question of this table takes, with what was expected. */
  readonly wrongAnswers: readonly { readonly name: string; readonly answer: string; readonly expected: string }[];
}

/** What was answered, by the question's name. */
export type Answers = ReadonlyMap<string, string>;
