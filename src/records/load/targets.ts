import type { Database as Sqlite } from 'better-sqlite3';
import { recordWriter } from '../../store/record-writer.ts';
import type { RecordWriter } from '../../store/record-writer.ts';
import type { RecordKind } from '../../values/catalogue.ts';
import type { Manner, Target } from './given-record.ts';
import { giftsOfRow, rowOf } from './place.ts';

/** A target whose records are looked up and written one by one. */
export interface WrittenTarget extends Target {
  readonly writer: RecordWriter;
}

/** A record that is there. */
export interface StoredRecord {
  readonly target: WrittenTarget;
  readonly place: number;
}

/** The tables that the sources write into, one target for each kind, set of columns and manner. */
export interface Targets {
  target(kind: RecordKind, columns: readonly string[], manner?: Manner, keyColumn?: string): WrittenTarget;
  /** How the records of a target are written. @throws where it is none of these. */
  writerOf(target: Target): RecordWriter;
  /** Any target of a kind can look up and remove what another one wrote. */
  ofKind(kind: string): WrittenTarget | undefined;
  /** The records that a row gave and that are there. */
  recordsAt(place: number): readonly StoredRecord[];
}

export function targetsIn(sqlite: Sqlite): Targets {
  const targets = new Map<string, WrittenTarget>();
  const byKind = new Map<string, WrittenTarget>();
  const writers = new Map<Target, RecordWriter>();
  return {
    target(kind, columns, manner = 'settled', keyColumn = '') {
      const name = `${manner} ${keyColumn} ${kind.table}(${columns.join()})`;
      const known = targets.get(name);
      if (known) return known;
      const made = { kind, columns, manner, keyColumn, writer: recordWriter(sqlite, kind.table, columns) };
      targets.set(name, made);
      writers.set(made, made.writer);
      if (!byKind.has(kind.name)) byKind.set(kind.name, made);
      return made;
    },
    writerOf(target) {
      const writer = writers.get(target);
      if (!writer) throw new Error(`Nothing writes ${target.kind.plural} here.`);
      return writer;
    },
    ofKind: (kind) => byKind.get(kind),
    recordsAt(place) {
      const row = rowOf(place);
      return [...byKind.values()].flatMap((target) =>
        target.writer.between(row, row + giftsOfRow - 1).map((at) => ({ target, place: at })),
      );
    },
  };
}
