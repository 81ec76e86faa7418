import type { Database as Sqlite } from 'better-sqlite3';
import { recordWriter } from '../../store/record-writer.ts';
import type { RecordKind } from '../../values/catalogue.ts';
import type { Manner, Target } from './given-record.ts';
import { giftsOfRow, rowOf } from './place.ts';

/** A record that is there. */
export interface StoredRecord {
  readonly target: Target;
  readonly place: number;
}

/** The tables that the sources write into, one target for each kind, set of columns and manner. */
export interface Targets {
  target(kind: RecordKind, columns: readonly string[], manner?: Manner, keyColumn?: string): Target;
  /** Any target of a kind can look up and remove what another one wrote. */
  ofKind(kind: string): Target | undefined;
  /** The records that a row gave and that are there. */
  recordsAt(place: number): readonly StoredRecord[];
}

export function targetsIn(sqlite: Sqlite): Targets {
  const targets = new Map<string, Target>();
  const byKind = new Map<string, Target>();
  return {
    target(kind, columns, manner = 'settled', keyColumn = '') {
      const name = `${manner} ${keyColumn} ${kind.table}(${columns.join()})`;
      const known = targets.get(name);
      if (known) return known;
      const made = { kind, columns, manner, keyColumn, writer: recordWriter(sqlite, kind.table, columns) };
      targets.set(name, made);
      if (!byKind.has(kind.name)) byKind.set(kind.name, made);
      return made;
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
