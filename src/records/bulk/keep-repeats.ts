import type { Database as Sqlite } from 'better-sqlite3';
import type { StoredValue } from '../../store/database.ts';
import type { RowsTakenOut } from '../../store/repeated-keys.ts';
import type { GivenRecord, Merge, Target } from '../load/given-record.ts';
import { fileOf, giftsOfRow } from '../load/place.ts';
import type { RowKeeper } from '../load/row-keeper.ts';

/** Rows that are taken up at a time. */
const rowsAtOnce = 1000;

/**
 * Keeps rows that were taken out because others had their keys, one after the other, as they would have been kept had all files been read in order: rows that
 * share no key with any other are the same either way. `targetsOf` tells what a file writes into.
 */
export function keepRepeats(
  sqlite: Sqlite,
  keeper: RowKeeper,
  takenOut: RowsTakenOut,
  targetsOf: (file: number) => readonly Target[],
): void {
  const recordsOf = recordsTakenOut(sqlite, takenOut, targetsOf);
  const mergeOf = mergesNoted(sqlite);
  for (let rows = takenOut.after(-1, rowsAtOnce); rows.length > 0; rows = takenOut.after(rows.at(-1) ?? 0, rowsAtOnce))
    for (const row of rows) {
      const records = recordsOf(row);
      const modified = records[0]?.values[2];
      keeper.keepAgain(records, typeof modified === 'number' ? modified : null, mergeOf(row));
    }
  takenOut.forget();
}

function recordsTakenOut(
  sqlite: Sqlite,
  takenOut: RowsTakenOut,
  targetsOf: (file: number) => readonly Target[],
): (row: number) => readonly GivenRecord[] {
  const readers = new Map<Target, (row: number) => readonly GivenRecord[]>();
  const readerOf = (target: Target): ((row: number) => readonly GivenRecord[]) => {
    const known = readers.get(target);
    if (known) return known;
    const names = target.columns.map((column) => `"${column}"`).join(', ');
    const select = sqlite
      .prepare(`select ${names} from ${takenOut.table(target.kind.table)} where place between ? and ? order by place`)
      .raw();
    const made = (row: number): readonly GivenRecord[] =>
      (select.all(row, row + giftsOfRow - 1) as StoredValue[][]).map((values) => ({ target, values }));
    readers.set(target, made);
    return made;
  };
  return (row) => {
    // Gifts of one kind write the same columns: see `bulkFiles`.
    const ofKinds = new Map(targetsOf(fileOf(row)).map((target) => [target.kind.name, target]));
    const records = [...ofKinds.values()].flatMap((target) => readerOf(target)(row));
    return records.toSorted((one, other) => Number(one.values[0]) - Number(other.values[0]));
  };
}

/** What each row said of having been merged. */
function mergesNoted(sqlite: Sqlite): (row: number) => Merge | null {
  const into = sqlite.prepare('select into_key, deleted from merged_row where place between ? and ? limit 1');
  const from = sqlite.prepare('select key, into_key from merged_name where place between ? and ?');
  return (row) => {
    const last = row + giftsOfRow - 1;
    const merged = into.get(row, last) as { into_key: string; deleted: number } | undefined;
    const names = from.all(row, last) as { key: string; into_key: string }[];
    if (!merged && names.length === 0) return null;
    return {
      into: merged?.into_key ?? '',
      from: names.map(({ key }) => key),
      key: names[0]?.into_key ?? '',
      isDeleted: merged?.deleted === 1,
    };
  };
}
