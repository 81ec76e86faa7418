/** How a CRM's export maps to our records: what a file of `data/sources` says, read and checked. */
import type { FieldType } from '../values/catalogue.ts';
import type { Place } from '../values/problem.ts';
import type { DurationForm, DurationUnit } from './forms/duration.ts';
import type { DatedName } from './history/dated-name.ts';

/** Columns by name: `Id`, or a text made of several: `{Year}-{Quarter}`. Empty where one of them is empty. */
export interface Cell {
  readonly columns: readonly string[];
  /** The texts around the columns, one more than there are columns; null for a single column as it is. */
  readonly between: readonly string[] | null;
  /** What is read where the header has not these columns: the first that it has is taken. */
  readonly or?: readonly Cell[] | undefined;
  readonly at: Place;
}

/** How ids are made alike, so that keys and links meet. */
export interface IdForm {
  /** Ids of 15 characters become those of 18. */
  readonly salesforce: boolean;
  /** Stands before every id: `eu:`. */
  readonly prefix: string;
}

/** A test of one column: its value is (or is not) one of these. A `*` at either end stands for any text. */
export interface ColumnTest {
  readonly column: string;
  readonly not: boolean;
  readonly values: readonly string[];
  /** The values are texts just so: no patterns, and no words for yes and no. */
  readonly exactly?: true;
  readonly at: Place;
}

/** All of them hold; an empty list always holds. */
export type RowTest = readonly ColumnTest[];

/** Rows that are no records, by rule, and why where that is said. */
export interface LeaveOut {
  readonly test: RowTest;
  readonly because: string | null;
}

/** How dates, instants and numbers are written where their form alone does not make it certain. */
export interface Forms {
  /** A file may write some of its dates one way and some another; empty where none is declared. */
  readonly dates: readonly string[];
  readonly instants: readonly string[];
  readonly numbers: string | null;
  /** Where the clock stood that wrote local instants. */
  readonly timeZone: string | null;
  /** The language of names of months and units: `en`. */
  readonly language: string;
  /** Words behind a number, each with the power of ten that it stands for: K is 3. */
  readonly short: ReadonlyMap<string, number>;
  /** Texts that stand for no value at all. */
  readonly empty: ReadonlySet<string>;
}

/** A value that other records tell: those of the record's own history, or those that link to it. */
export type Told =
  | {
      /** The first or the last time that a field of the record became one of these. */
      readonly is: 'history';
      readonly which: 'first' | 'last';
      readonly field: string;
      readonly values: readonly string[];
    }
  | {
      /** A field of the first or the last of the records of a kind that link to this one. */
      readonly is: 'related';
      readonly which: 'first' | 'last';
      readonly kind: string;
      readonly field: string;
    };

/** Where a field's value comes from. */
export interface FieldMapping {
  readonly field: string;
  readonly type: FieldType;
  /** Not one of the canonical fields: the company's own. */
  readonly custom: boolean;
  readonly means: string;
  /** Null where the value is always the same. */
  readonly from: Cell | null;
  /** Where that is empty, the first of these that is not. */
  readonly orElse: readonly Cell[];
  readonly always: string | null;
  /** What the CRM's words are in ours; a value that stands here not is `otherwise`, or stays where that is null. */
  readonly reads: ReadonlyMap<string, string> | null;
  /** The same for texts that begin or end so (`04*`, `* days`), tried in this order where no text of `reads` is the value's. */
  readonly readsLike: readonly (readonly [pattern: string, ours: string])[];
  readonly otherwise: string | null;
  /** Where it does not hold the field stays empty. */
  readonly when: RowTest;
  /** A link that is not by key: the other kind's field that holds the value. */
  readonly by: string | null;
  /** The text names a person: it is replaced by a number of its own, made while reading. */
  readonly hidden: boolean;
  /** What instant of a day is meant where an instant is expected and only the day is written; null: that is a fault. */
  readonly dayIs: 'its start' | 'its end' | null;
  /** A moment past the time of the export has not happened and is left empty. */
  readonly aheadIsEmpty: boolean;
  /** A number that is read is divided by this, e.g. 60 for seconds that are kept as minutes. */
  readonly dividedBy: number;
  /** A length of time: kept in this unit, written so where its text does not tell. Null for any other number. */
  readonly lasts: { readonly in: DurationUnit; readonly written: readonly DurationForm[] } | null;
  /** Only the currency of an amount is taken, by the sign or code that stands at it. */
  readonly takesCurrency: boolean;
  /** Other records tell the value, once all are read; null: the row does. */
  readonly told: Told | null;
  readonly forms: Forms;
  /** Of a link by id: how its ids are made alike; missing: they stay as they are. */
  readonly ids?: IdForm | undefined;
  readonly at: Place;
}

/** What a gift is given for, several times a row. Its cells may read `its value`, and `its name` of a column. */
export type Each =
  | { readonly is: 'column'; readonly like: readonly string[]; readonly at: Place }
  | { readonly is: 'piece'; readonly of: Cell; readonly splitAt: string };

/** One record that a row gives. */
export interface Gift {
  readonly record: string;
  /** Null: it is given once a row. */
  readonly each: Each | null;
  /** Only the first row with a key gives the record: the file is a log of what happened to it. */
  readonly once: boolean;
  /** It is no record of its own: its fields are added to the one with its key. */
  readonly onlyAdds: boolean;
  readonly when: RowTest;
  /** Null: each row is a record of its own. */
  readonly key: Cell | null;
  /** The key is the row's: what is said of the row's key is said of it. */
  readonly ofRow: boolean;
  readonly keyHidden: boolean;
  /** The record's page in the CRM, with `{key}`; null: nobody said, or its key is not the row's. */
  readonly link: string | null;
  readonly columns: readonly FieldMapping[];
  readonly at: Place;
}

/** A record kind of the company's own, e.g. a quota or a sign-up. */
export interface Declaration {
  readonly kind: string;
  readonly plural: string;
  readonly happens: string;
  /** The number field that tells records of one moment apart. */
  readonly sequence?: string | undefined;
  readonly means: string;
  readonly at: Place;
}

/** Where a file is pulled from. */
export interface Pulled {
  /** The name of a connection. */
  readonly from: string;
  /** The CRM's object. */
  readonly object: string;
  /** Fields whose changes make the rows; null: its records do. */
  readonly historyOf: readonly string[] | null;
  readonly at: Place;
}

/** A source that reads a file. */
export interface FileSource {
  readonly is: 'file';
  readonly name: string;
  /** What was asked of the mapping and nobody has answered, with the place that says so. */
  readonly open: { readonly questions: readonly string[]; readonly at: Place } | null;
  /** A file's name within the exports, or a pattern with `*`. */
  readonly reads: string;
  /** Where a pull gets it from; null: somebody puts it there, or it is copied as it is. */
  readonly pulled: Pulled | null;
  /** What tells one row from another; null where nothing does, or only its records have keys. */
  readonly key: Cell | null;
  readonly gives: readonly Gift[];
  readonly declares: Declaration | null;
  /** The column that tells which of two rows with one key is newer. */
  readonly modified: Cell | null;
  /** How its values are written, where a field says nothing else. */
  readonly forms: Forms;
  /** A row for which one of them holds was deleted in the CRM. */
  readonly deletedWhen: readonly RowTest[];
  /** A row for which one of them holds is no record, by rule. */
  readonly leaveOut: readonly LeaveOut[];
  /** What is made of a row whose key was there before: the newest counts, each is a record, or the newest counts and it is told. */
  readonly repeats: 'drop' | 'keep' | 'flag';
  /** How the ids of its keys are made alike; null: they stay as they are. */
  readonly ids: IdForm | null;
  /** The key of the record that the CRM merged this one into. */
  readonly mergedInto: Cell | null;
  /** The keys of the records that the CRM merged into this one, all in one cell. */
  readonly mergedFrom: { readonly of: Cell; readonly splitAt: string } | null;
  /** The e-mail that a person is known by: only its keyed hash is kept. */
  readonly person: Cell | null;
  readonly separator: string | null;
  readonly encoding: string | null;
  /** Which sheet of a workbook; null: its only one. */
  readonly sheet: string | null;
  /** A report that was exported: title and filters above its header, subtotals and totals among its rows, a footer below. */
  readonly isReport: boolean;
  /** ISO 4217, for rows without a currency of their own; null: the company's. */
  readonly currency: string | null;
  /** A row may end early: the values that it lacks at its end are empty. */
  readonly shortRows: boolean;
  /** From 0 to 1. */
  readonly rejectAtMost: number;
  /** When the export was written, seconds since 1970. */
  readonly asOf: number | null;
  /** How its files' names tell when each was written; null: they don't. */
  readonly datedByName: DatedName | null;
  /** It is no file of the exports: it stands for what was observed between them. */
  readonly observed?: true;
  /** The files that hold only what changed since the one before, as a pattern; null: each is whole, unless the manifest says otherwise. */
  readonly holdsChanges: string | null;
  /** Missing is not deleted: the CRM drops old rows of this file. */
  readonly forgets: boolean;
  readonly at: Place;
}

/** The moments of a handover, and the lead's statuses that mark them. */
export const handoverMoments = ['qualified', 'accepted', 'rejected', 'abandoned'] as const;
export type HandoverMoment = (typeof handoverMoments)[number];

/** How handovers are made out of leads and their history. */
export interface HandoverDerivation {
  readonly is: 'handovers';
  readonly name: string;
  /** Which of the CRM's statuses mean that a lead was qualified, accepted, rejected, abandoned. */
  readonly statuses: Readonly<Record<HandoverMoment, readonly string[]>>;
  /** What the history's `field` says for the lead's status, its owner and its conversion; null where that has no history. */
  readonly history: {
    readonly status: string | null;
    readonly owner: string | null;
    readonly converted: string | null;
  };
  /** Moments of the lead that stand for those of a handover where no history tells; null: then there is none. */
  readonly withoutHistory: Readonly<Partial<Record<HandoverMoment, string>>>;
  readonly at: Place;
}

export type Source = FileSource | HandoverDerivation;
