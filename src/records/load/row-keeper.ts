import type { Database as Sqlite } from 'better-sqlite3';
import type { StoredValue } from '../../store/database.ts';
import type { RejectedRow } from '../../values/rows.ts';
import { addedRows } from './added-rows.ts';
import { deletedRows } from './deleted-rows.ts';
import type { GivenRecord, Merge } from './given-record.ts';
import { mergedRows } from './merged-rows.ts';
import { fileOf, lineOf, rowOf } from './place.ts';
import { recordlessRows } from './recordless-rows.ts';
import { rejectedRows } from './rejected-rows.ts';
import type { Rejection } from './rejected-rows.ts';
import { addMade, noteChanged, noteClaim } from './row-counts.ts';
import type { Fate, RowCounts } from './row-counts.ts';
import { rowVersions } from './row-versions.ts';
import type { RowSink } from './row-sink.ts';
import type { RowVersion } from './row-versions.ts';
import { targetsIn } from './targets.ts';
import type { Targets } from './targets.ts';

/** Keeps the records of rows, and the account of what became of each row. */
export interface RowKeeper extends RowSink {
  readonly target: Targets['target'];
  /** Files in the order of their numbers. */
  readonly files: RowCounts[];
  /** The first row of a file that was rejected. */
  firstRejected(file: number): RejectedRow | undefined;
  /** Keeps the records of a row that was counted and taken out again. */
  keepAgain(records: readonly GivenRecord[], modified: number | null, merge: Merge | null): void;
  /** Takes away what is older than the row that says it was deleted. To be called when all files are read. */
  settleDeleted(): void;
  /** Another whole export of the source begins: its versions are forgotten. */
  forgetVersions(source: string): void;
  /** Adds to records what rows only add to them, and rejects rows that find none. To be called when all that is deleted is settled. */
  settleAdded(): void;
  /** Keeps why a row was rejected that is counted already. */
  noteRejected(file: number, row: Rejection): void;
  /** Takes away all records of a row that was kept; false where there are none any more. */
  discard(place: number, becomes: Fate): boolean;
  /** Rows of records that others name as merged into them count as merged, too. To be called when all records are read. */
  settleMerged(): void;
  /** A row that counts as merged is not: its records stay. */
  letStay(place: number): void;
}

/** The sources whose rows come in versions, and which files are parts of one export. */
export interface VersionsOf {
  readonly sources: ReadonlySet<string>;
  /** The number of a file's export. */
  readonly exportOf: (file: number) => number;
}

const noVersions: VersionsOf = { sources: new Set(), exportOf: () => 0 };

/** A keeper for a new store. Makes the tables that it needs until the ingest is over. */
export function rowKeeper(sqlite: Sqlite, { sources, exportOf }: VersionsOf = noVersions): RowKeeper {
  const versions = rowVersions(sqlite);
  const merged = mergedRows(sqlite);
  const deleted = deletedRows(sqlite);
  const recordless = recordlessRows(sqlite);
  const rejected = rejectedRows(sqlite);
  const added = addedRows(sqlite);
  const { target, writerOf, ofKind, recordsAt } = targetsIn(sqlite);
  const files: RowCounts[] = [];
  /** The next number of a key that came again. */
  const apart = new Map<string, number>();

  function writeRejected(file: number, row: Rejection): void {
    rejected.note(countsOf(file).file, row);
  }

  function countsOf(file: number): RowCounts {
    const counts = files[file];
    if (!counts) throw new Error(`No file is read as number ${file}.`);
    return counts;
  }

  function keep(given: readonly GivenRecord[], modified: number | null, merge: Merge | null): void {
    const place = Number(given[0]?.values[0]);
    const counts = countsOf(fileOf(place));
    if (given[0]?.target.manner === 'adds') {
      counts.gaveRecords += 1;
      return added.note(given);
    }
    let records = given;
    for (const record of given) {
      if (writerOf(record.target).insert(record.values)) continue;
      const { manner } = record.target;
      if (manner === 'once') records = records.filter((each) => each !== record);
      else if (manner === 'apart') records = records.map((each) => (each === record ? insertApart(record) : each));
      else {
        for (const undone of given.slice(0, given.indexOf(record)))
          writerOf(undone.target).remove(Number(undone.values[0]));
        return settleConflict(given, record, modified, merge);
      }
    }
    if (records.length === 0) counts.repeats += 1;
    else {
      if (merge !== null) merged.note(records, modified, merge);
      if (merge !== null && merge.into !== '') counts.merged += 1;
      else {
        counts.gaveRecords += 1;
        for (const { target: of } of records) addMade(counts, of.kind.name, 1);
      }
    }
  }

  function keepAgain(given: readonly GivenRecord[], modified: number | null, merge: Merge | null): void {
    const counts = countsOf(fileOf(Number(given[0]?.values[0])));
    for (const { values } of given) merged.forget(Number(values[0]));
    const isMerged = merge !== null && merge.into !== '';
    counts[isMerged ? 'merged' : 'gaveRecords'] -= 1;
    if (!isMerged) for (const { target: of } of given) addMade(counts, of.kind.name, -1);
    keep(given, modified, merge);
  }

  /** The record by a key of its own: `KEY (2)`, in the order of rows. */
  function insertApart(record: GivenRecord): GivenRecord {
    const [place = null, key = null, ...others] = record.values;
    const known = `${record.target.kind.name} ${key}`;
    for (let nth = apart.get(known) ?? 2; ; nth += 1) {
      const values = [place, `${key} (${nth})`, ...others];
      if (!writerOf(record.target).insert(values)) continue;
      apart.set(known, nth + 1);
      return { ...record, values };
    }
  }

  function settleConflict(
    records: readonly GivenRecord[],
    at: GivenRecord,
    modified: number | null,
    merge: Merge | null,
  ): void {
    const place = Number(at.values[0]);
    const counts = countsOf(fileOf(place));
    const key = String(at.values[1]);
    const known = writerOf(at.target).withKey(key);
    if (!known) throw new Error(`${at.target.kind.name} "${key}" could not be added.`);
    const row = rowOf(known.place);
    if (isRepeat(records, row)) return void (counts.repeats += 1);
    noteChanged(counts, key, lineOf(place));
    const isDated = modified !== null && known.modified !== null;
    const other = countsOf(fileOf(known.place));
    if (!isDated && other.source !== counts.source)
      noteClaim(counts, other.file, { kind: at.target.kind.name, key, line: lineOf(place), rows: 1 });
    if (isDated && modified < known.modified) counts.superseded += 1;
    else {
      discard(known.place, 'superseded');
      keep(records, modified, merge);
    }
  }

  /** Whether the row that stands there gave just these records, beside those that only a first row gives. */
  function isRepeat(records: readonly GivenRecord[], row: number): boolean {
    const own = rowOf(Number(records[0]?.values[0]));
    const nthOf = (place: StoredValue | undefined): number => Number(place) - own;
    const asked = records.filter(({ target: of }) => of.manner !== 'once');
    const same = asked.every(({ target: of, values }) => {
      const known = writerOf(of).at(row + nthOf(values[0]));
      return (
        known !== null && of.columns.every((column, index) => index === 0 || known[column] === (values[index] ?? null))
      );
    });
    if (!same) return false;
    const once = records.flatMap(({ target: of, values }) => (of.manner === 'once' ? [nthOf(values[0])] : []));
    return recordsAt(row).filter(({ place }) => !once.includes(place - row)).length === asked.length;
  }

  function discard(place: number, becomes: Fate): boolean {
    const counts = countsOf(fileOf(place));
    const found = recordsAt(place);
    if (found.length === 0) return false;
    const wasMerged = found.filter((record) => merged.forget(record.place)).length > 0;
    for (const record of found) {
      record.target.writer.remove(record.place);
      if (!wasMerged) addMade(counts, record.target.kind.name, -1);
    }
    counts[wasMerged ? 'merged' : 'gaveRecords'] -= 1;
    counts[becomes] += 1;
    return true;
  }

  function takeVersion(
    source: string,
    { key, place, modified }: Omit<RowVersion, 'isDeleted'>,
    read: () => void,
  ): void {
    const counts = countsOf(fileOf(place));
    const known = versions.known(source, key);
    if (known !== null && modified !== null && known.modified !== null && modified < known.modified) {
      counts.rows += 1;
      counts.superseded += 1;
      return;
    }
    const isOlder = known !== null && exportOf(fileOf(known.place)) !== exportOf(fileOf(place));
    if (isOlder) giveWay(known);
    const before = { repeats: counts.repeats, deleted: counts.deleted };
    read();
    if (counts.repeats > before.repeats) return;
    const isDeleted = counts.deleted > before.deleted;
    if (known !== null && !isOlder) giveWay(known);
    versions.put(source, { key, place, modified, isDeleted });
  }

  /** A newer version of a row was read. What was left out or rejected of it stays so. */
  function giveWay({ place, isDeleted }: RowVersion): void {
    if (!isDeleted) return void discard(place, 'superseded');
    const counts = countsOf(fileOf(place));
    deleted.forget(place);
    counts.deleted -= 1;
    counts.superseded += 1;
  }

  function letStay(place: number): void {
    const counts = countsOf(fileOf(place));
    for (const record of recordsAt(place)) {
      merged.forget(record.place);
      addMade(counts, record.target.kind.name, 1);
    }
    counts.merged -= 1;
    counts.gaveRecords += 1;
  }

  /** All records of the row go where the named one goes. */
  function countAsMerged(place: number, into: string): void {
    const counts = countsOf(fileOf(place));
    for (const record of recordsAt(place)) {
      const kind = record.target.kind.name;
      const at = record.target.writer.at(record.place);
      merged.noteNamed({ kind, key: String(at?.['key']), into }, at);
      addMade(counts, kind, -1);
    }
    counts.gaveRecords -= 1;
    counts.merged += 1;
  }

  return {
    target,
    files,
    countsOf,
    firstRejected: (file) => rejected.first(countsOf(file).file),
    keep,
    keepAgain,
    discard,
    letStay,
    noteDeleted(file, place, kind, key, modified) {
      deleted.note({ file, kind: kind.name, key, modified }, place);
    },
    noteRecordless: (kind, key) => recordless.note(kind, key),
    hasVersions: (source) => sources.has(source),
    takeVersion,
    forgetVersions: (source) => versions.forget(source),
    settleDeleted() {
      versions.end();
      for (const { file, kind, key, modified } of deleted.settle()) {
        const known = ofKind(kind)?.writer.withKey(key);
        const counts = countsOf(file);
        if (!known) continue;
        if (modified === null || known.modified === null || modified >= known.modified)
          discard(known.place, 'superseded');
        else {
          counts.deleted -= 1;
          counts.superseded += 1;
        }
      }
    },
    settleMerged() {
      const counted = new Set<number>();
      for (const named of merged.named()) {
        const known = ofKind(named.kind)?.writer.withKey(named.key);
        if (!known) merged.noteNamed(named, null);
        else if (!counted.has(rowOf(known.place))) countAsMerged(known.place, named.into);
        if (known) counted.add(rowOf(known.place));
      }
    },
    settleAdded() {
      for (const { place, column, key, kind } of added.settle()) {
        const counts = countsOf(fileOf(place));
        counts.gaveRecords -= 1;
        counts.rejected += 1;
        const reason = `is the key of no ${kind}, and this file only adds to them`;
        writeRejected(fileOf(place), { line: lineOf(place), column, value: key, reason });
      }
    },
    noteRejected: writeRejected,
    reject(file, row) {
      countsOf(file).rejected += 1;
      writeRejected(file, row);
    },
  };
}
