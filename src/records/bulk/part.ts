import type { Affinity } from '../../store/pages/record.ts';
import type { Catalogue } from '../../values/catalogue.ts';
import type { Problem } from '../../values/problem.ts';
import type { FileFacts } from '../facts.ts';
import type { HeardHeader } from '../header-changes.ts';
import type { RowCounts } from '../load/row-counts.ts';
import type { FileSource } from '../source.ts';

/** A file that is loaded by itself. All of it can be handed to another thread. */
export interface PartTask {
  readonly source: FileSource;
  /** As problems name it. */
  readonly path: string;
  /** As the account of rows names it. */
  readonly file: string;
  /** Where it lies, or the ZIP that it lies in; and that one's name within the exports. */
  readonly container: { readonly path: string; readonly name: string };
  /** When it was written, where that is known. */
  readonly asOf: number | null;
  /** Its number in the list of files. */
  readonly number: number;
  /** The tables of records, as the store was told to make them. */
  readonly tables: readonly PartTable[];
  /** Where its part goes. */
  readonly part: string;
  readonly context: PartContext;
}

/** What the reading of rows depends on beside their source. */
export interface PartContext {
  readonly catalogue: Catalogue;
  /** The company's. */
  readonly timeZone: string;
  readonly currency: string;
  /** The key of the hash that tells persons apart. */
  readonly personKey: Uint8Array;
}

export interface PartTable {
  /** The name of the kind. */
  readonly kind: string;
  readonly sql: string;
}

/** What a file writes into. */
export interface PartTarget {
  readonly kind: string;
  readonly columns: readonly string[];
  readonly keyColumn: string;
}

/** What came of a file: its records lie in a database of their own, with what is to be settled once all files are there. */
export interface Part {
  readonly counts: RowCounts;
  readonly targets: readonly PartTarget[];
  readonly problems: readonly Problem[];
  readonly headers: readonly HeardHeader[];
  readonly facts: FileFacts;
}

/** Tables of a part beside those of records, with the columns of the store's tables that they are for. In the part each row has a number besides. */
export const noteTables = {
  rejected_row: { file: 'text', line: 'integer', column: 'text', value: 'text', reason: 'text' },
  deleted_row: { file: 'integer', place: 'integer', kind: 'text', key: 'text', modified: 'integer' },
  recordless_row: { kind: 'text', key: 'text' },
  merged_row: {
    place: 'integer',
    kind: 'text',
    key: 'text',
    into_key: 'text',
    modified: 'integer',
    deleted: 'integer',
  },
  merged_name: { place: 'integer', kind: 'text', key: 'text', into_key: 'text', modified: 'integer' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Affinity>>>>;
export type NoteTable = keyof typeof noteTables;
