import type { Database as Sqlite, Statement } from 'better-sqlite3';
import type { StoredValue } from '../../store/database.ts';
import { recordWriter } from '../../store/record-writer.ts';
import type { RecordWriter } from '../../store/record-writer.ts';
import type { RecordKind } from '../../values/catalogue.ts';
import type { RejectedRow } from '../../values/rows.ts';
import { fileOf, rowOf } from './place.ts';
import { addMade } from './row-counts.ts';
import type { Fate, RowCounts } from './row-counts.ts';

/** A record that a row gives, with its values in the order of its writer's columns. The first four are the store's own. */
export interface GivenRecord {
  readonly target: Target;
  /** place, key, modified, person, then the fields. */
  readonly values: readonly StoredValue[];
}

/** A table that a source writes into. */
export interface Target {
  readonly kind: RecordKind;
  readonly columns: readonly string[];
  readonly writer: RecordWriter;
}

/** What a row says of having been merged. */
export interface Merge {
  /** The key of the record that it was merged into. */
  readonly into: string;
  /** Whether it was deleted besides, as CRMs do with merged records. */
  readonly isDeleted: boolean;
}

/** Keeps the records of rows, and the account of what became of each row. */
export interface RowKeeper {
  target(kind: RecordKind, columns: readonly string[]): Target;
  /** Files in the order of their numbers. */
  readonly files: RowCounts[];
  countsOf(file: number): RowCounts;
  /** The first row of a file that was rejected. */
  firstRejected(file: number): RejectedRow | undefined;
  /** Adds the records of a row, unless they are a repeat or older than those that have their key already. */
  keep(records: readonly GivenRecord[], modified: number | null, merge: Merge | null): void;
  /** Remembers a row that was deleted in the CRM: an older version of it may stand in another file. */
  noteDeleted(file: number, place: number, kind: RecordKind, key: string, modified: number | null): void;
  /** Takes away what is older than the row that says it was deleted. To be called when all files are read. */
  settleDeleted(): void;
  /** Counts a row as rejected and keeps why. */
  reject(file: number, row: Rejection): void;
  /** Keeps why a row was rejected that is counted already. */
  noteRejected(file: number, row: Rejection): void;
  /** Takes away all records of a row that was kept; false where there are none any more. */
  discard(place: number, becomes: Fate): boolean;
  /** A row that counts as merged is not: its records stay. */
  letStay(place: number): void;
}

export type Rejection = Omit<RejectedRow, 'file'>;

/** Characters that are shown of a value. */
const longestShown = 200;

/** A keeper for a new store. Makes the two tables that it needs until the ingest is over. */
export function rowKeeper(sqlite: Sqlite): RowKeeper {
  sqlite.exec(`create table merged_row (place integer not null, kind text not null, key text not null, into_key text not null,
      modified bigint, deleted integer not null);
    create index merged_row_place on merged_row (place);
    create table deleted_row (file integer not null, place integer not null, kind text not null, key text not null, modified bigint)`);
  const noteMerged: Statement = sqlite.prepare('insert into merged_row values (?, ?, ?, ?, ?, ?)');
  const forgetMerged: Statement = sqlite.prepare('delete from merged_row where place = ?');
  const noteDeleted: Statement = sqlite.prepare('insert into deleted_row values (?, ?, ?, ?, ?)');
  const noteRejected: Statement = sqlite.prepare('insert into rejected_row values (?, ?, ?, ?, ?)');
  const firstRejected: Statement = sqlite.prepare('select * from rejected_row where file = ? order by line limit 1');
  const files: RowCounts[] = [];
  /** One target a kind and set of columns. Any of a kind's can look up and remove. */
  const targets = new Map<string, Target>();
  const byKind = new Map<string, Target>();

  function writeRejected(file: number, { line, column, value, reason }: Rejection): void {
    const shown = value.length > longestShown ? `${value.slice(0, longestShown - 1)}…` : value;
    noteRejected.run(countsOf(file).file, line, column, shown, reason);
  }

  function target(kind: RecordKind, columns: readonly string[]): Target {
    const name = `${kind.table}(${columns.join()})`;
    const known = targets.get(name);
    if (known) return known;
    const made = { kind, columns, writer: recordWriter(sqlite, kind.table, columns) };
    targets.set(name, made);
    if (!byKind.has(kind.name)) byKind.set(kind.name, made);
    return made;
  }

  function countsOf(file: number): RowCounts {
    const counts = files[file];
    if (!counts) throw new Error(`No file is read as number ${file}.`);
    return counts;
  }

  function keep(records: readonly GivenRecord[], modified: number | null, merge: Merge | null): void {
    for (let index = 0; index < records.length; index += 1) {
      const record = records[index];
      if (!record || record.target.writer.insert(record.values)) continue;
      for (const undone of records.slice(0, index)) undone.target.writer.remove(Number(undone.values[0]));
      settleConflict(records, record, modified, merge);
      return;
    }
    const place = Number(records[0]?.values[0]);
    const counts = countsOf(fileOf(place));
    if (merge === null) {
      counts.gaveRecords += 1;
      for (const { target: of } of records) addMade(counts, of.kind.name, 1);
    } else {
      counts.merged += 1;
      for (const { target: of, values } of records)
        noteMerged.run(values[0], of.kind.name, values[1], merge.into, modified, Number(merge.isDeleted));
    }
  }

  function settleConflict(
    records: readonly GivenRecord[],
    at: GivenRecord,
    modified: number | null,
    merge: Merge | null,
  ): void {
    const counts = countsOf(fileOf(Number(at.values[0])));
    const known = at.target.writer.withKey(String(at.values[1]));
    if (!known) throw new Error(`${at.target.kind.name} "${String(at.values[1])}" could not be added.`);
    const row = rowOf(known.place);
    if (isRepeat(records, row)) counts.repeats += 1;
    else if (modified !== null && known.modified !== null && modified < known.modified) counts.superseded += 1;
    else {
      discard(known.place, 'superseded');
      keep(records, modified, merge);
    }
  }

  /** Whether the row that stands there gave just these records. */
  function isRepeat(records: readonly GivenRecord[], row: number): boolean {
    const own = rowOf(Number(records[0]?.values[0]));
    const same = records.every(({ target: of, values }) => {
      const known = of.writer.at(row + Number(values[0]) - own);
      return (
        known !== null && of.columns.every((column, index) => index === 0 || known[column] === (values[index] ?? null))
      );
    });
    return same && recordsAt(row).length === records.length;
  }

  function recordsAt(place: number): { target: Target; place: number }[] {
    const row = rowOf(place);
    const found: { target: Target; place: number }[] = [];
    for (const each of byKind.values()) {
      for (let gift = 0; gift < 16; gift += 1) {
        if (each.writer.at(row + gift)) found.push({ target: each, place: row + gift });
      }
    }
    return found;
  }

  function discard(place: number, becomes: Fate): boolean {
    const counts = countsOf(fileOf(place));
    const found = recordsAt(place);
    if (found.length === 0) return false;
    const merged = found.reduce((sum, record) => sum + forgetMerged.run(record.place).changes, 0) > 0;
    for (const record of found) {
      record.target.writer.remove(record.place);
      if (!merged) addMade(counts, record.target.kind.name, -1);
    }
    counts[merged ? 'merged' : 'gaveRecords'] -= 1;
    counts[becomes] += 1;
    return true;
  }

  function letStay(place: number): void {
    const counts = countsOf(fileOf(place));
    for (const record of recordsAt(place)) {
      forgetMerged.run(record.place);
      addMade(counts, record.target.kind.name, 1);
    }
    counts.merged -= 1;
    counts.gaveRecords += 1;
  }

  return {
    target,
    files,
    countsOf,
    firstRejected: (file) => firstRejected.get(countsOf(file).file) as RejectedRow | undefined,
    keep,
    discard,
    letStay,
    noteDeleted(file, place, kind, key, modified) {
      noteDeleted.run(file, place, kind.name, key, modified);
    },
    settleDeleted() {
      const deleted = sqlite.prepare('select file, kind, key, modified from deleted_row order by place').all();
      for (const { file, kind, key, modified } of deleted as {
        file: number;
        kind: string;
        key: string;
        modified: number | null;
      }[]) {
        const known = byKind.get(kind)?.writer.withKey(key);
        const counts = countsOf(file);
        if (!known) continue;
        if (modified === null || known.modified === null || modified >= known.modified)
          discard(known.place, 'superseded');
        else {
          counts.deleted -= 1;
          counts.superseded += 1;
        }
      }
      sqlite.exec('drop table deleted_row');
    },
    noteRejected: writeRejected,
    reject(file, row) {
      countsOf(file).rejected += 1;
      writeRejected(file, row);
    },
  };
}
