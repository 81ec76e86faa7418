import type { Kysely } from 'kysely';

/** What a column of the store holds: texts and days as text, the rest as numbers. See `FieldType` for each type's form. */
export type StoredValue = string | number | null;

/**
 * A record. Its fields' columns are those of the catalogue, which depends on what a company maps, so no type can name
 * them: whoever asks for a column takes its name from a catalogue's field.
 */
export interface RecordRow {
  /** The record's own key; unique in its table. */
  key: string;
  /** Where its row stands: file, line, and which of the row's records it is. Larger is later in the order of files. */
  place: number;
  /** When the CRM last changed it, seconds since 1970. */
  modified: number | null;
  /** Equal for records of one person: a keyed hash that can't be turned back. */
  person: string | null;
  [column: string]: StoredValue;
}

/** The record tables, one a kind of the catalogue, named by `RecordKind.table`. */
export interface RecordTables {
  [table: string]: RecordRow;
}

export interface FileAccountRow {
  source: string;
  file: string;
  as_of: number | null;
  rows: number;
  gave_records: number;
  merged: number;
  repeats: number;
  left_out: number;
  superseded: number;
  deleted: number;
  rejected: number;
}

/** How many records of a kind a file gave. */
export interface FileRecordsRow {
  source: string;
  file: string;
  kind: string;
  made: number;
}

/** How many rows of a file were left out by a rule that says why. */
export interface LeftOutRowsRow {
  source: string;
  file: string;
  because: string;
  rows: number;
}

export interface RejectedRowRow {
  file: string;
  line: number;
  column: string;
  value: string;
  reason: string;
}

export interface LinkAccountRow {
  kind: string;
  field: string;
  filled: number;
  not_found: number;
}

/** Which files a kind's records, derived ones too, were made of. */
export interface KindFileRow {
  kind: string;
  source: string;
  file: string;
}

/** What a check of the data found. */
export interface HealthFindingRow {
  place: number;
  sort: string;
  kind: string;
  fields: string;
  faulty: number;
  among: number;
}

/** A record that a check found, the first ones only. */
export interface HealthCaseRow {
  finding: number;
  nth: number;
  key: string;
}

/** A column of a file that a source read. */
export interface FileHeaderRow {
  source: string;
  file: string;
  /** Where it stands, from 0. */
  position: number;
  column: string;
}

/** What is known of a connection's pulls. */
export interface PullAccountRow {
  connection: string;
  agreed_every: number | null;
  last_ended: number | null;
  last_outcome: 'complete' | 'partial' | 'failed' | null;
  last_complete: number | null;
}

/** A line of what went wrong with a connection's last pull. */
export interface PullSaidRow {
  connection: string;
  nth: number;
  says: string;
}

/** The tables that every store has. */
export interface Database {
  file_account: FileAccountRow;
  file_records: FileRecordsRow;
  left_out_rows: LeftOutRowsRow;
  rejected_row: RejectedRowRow;
  link_account: LinkAccountRow;
  kind_file: KindFileRow;
  file_header: FileHeaderRow;
  health_finding: HealthFindingRow;
  health_case: HealthCaseRow;
  pull_account: PullAccountRow;
  pull_said: PullSaidRow;
}

/** Their names: what became of the rows that were read. */
export const accountTables = [
  'file_account',
  'file_records',
  'left_out_rows',
  'rejected_row',
  'link_account',
  'kind_file',
  'file_header',
  'health_finding',
  'health_case',
  'pull_account',
  'pull_said',
] as const satisfies readonly (keyof Database)[];

/** The same store, seen as its record tables. */
export function recordTables(db: Kysely<Database>): Kysely<RecordTables> {
  return db as unknown as Kysely<RecordTables>;
}
