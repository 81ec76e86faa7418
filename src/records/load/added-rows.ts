import type { Database as Sqlite } from 'better-sqlite3';
import { recordAdder } from '../../store/record-adder.ts';
import type { GivenRecord, Target } from './given-record.ts';

/** A row that finds no record to add to. */
export interface Unadded {
  readonly place: number;
  /** The kind that it would add to. */
  readonly kind: string;
  readonly key: string;
  /** The header of the key's column. */
  readonly column: string;
}

/** What rows only add to records, until all records are read. */
export interface AddedRows {
  note(records: readonly GivenRecord[]): void;
  /** Adds all of it, and gives the rows that find no record. */
  settle(): Unadded[];
}

/** Rows of one record stand in the order in which they count: the newest first, of one time the last. What a record has already stays. */
export function addedRows(sqlite: Sqlite): AddedRows {
  const adders = new Map<Target, ReturnType<typeof recordAdder>>();
  const adderOf = (target: Target): ReturnType<typeof recordAdder> => {
    const known = adders.get(target);
    if (known) return known;
    const made = recordAdder(sqlite, {
      table: target.kind.table,
      columns: target.columns,
      name: `added_${adders.size}`,
    });
    adders.set(target, made);
    return made;
  };
  return {
    note(records) {
      for (const { target, values } of records) adderOf(target).note(values);
    },
    settle() {
      const lost = new Map<number, Unadded>();
      for (const [target, adder] of adders) {
        for (const { place, key } of adder.lost())
          lost.set(place, { place, key, kind: target.kind.name, column: target.keyColumn });
      }
      for (const adder of adders.values()) adder.settle();
      return [...lost.values()].sort((a, b) => a.place - b.place);
    },
  };
}
