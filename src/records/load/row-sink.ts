import type { RecordKind } from '../../values/catalogue.ts';
import type { GivenRecord, Manner, Merge, Target } from './given-record.ts';
import type { Rejection } from './rejected-rows.ts';
import type { RowCounts } from './row-counts.ts';
import type { RowVersion } from './row-versions.ts';

/** Where the rows of files go: their records, and what became of each row. */
export interface RowSink {
  /** What a source writes into: the records of a kind with these columns. */
  target(kind: RecordKind, columns: readonly string[], manner?: Manner, keyColumn?: string): Target;
  countsOf(file: number): RowCounts;
  /** Adds the records of a row, unless they are a repeat or older than those that have their key already. */
  keep(records: readonly GivenRecord[], modified: number | null, merge: Merge | null): void;
  /** Remembers a row that was deleted in the CRM: an older version of it may stand in another file. */
  noteDeleted(file: number, place: number, kind: RecordKind, key: string, modified: number | null): void;
  /** Remembers that a row of a source that forgets gives no record of its key: what was known of it before is not kept. */
  noteRecordless(kind: string, key: string): void;
  /** Counts a row as rejected and keeps why. */
  reject(file: number, row: Rejection): void;
  /** Whether rows of the source come in versions: some of its files hold changes. */
  hasVersions(source: string): boolean;
  /** Reads a row, unless a newer version of it was read before; older ones give way. */
  takeVersion(source: string, version: Omit<RowVersion, 'isDeleted'>, read: () => void): void;
}
