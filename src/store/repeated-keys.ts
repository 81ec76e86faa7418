import { makeKey } from './schema.ts';
import type { NewStore } from './open.ts';

/** Rows of records that were taken out of their tables, until `forget` is called. A row's records have places next to each other. */
export interface RowsTakenOut {
  /** The first places of rows, the next ones after a place; at most so many. */
  after(place: number, most: number): readonly number[];
  /** The table that holds what was taken out of a table. */
  table(of: string): string;
  forget(): void;
}

/**
 * Makes the keys of tables unique that were filled without a look at them. Of each row with a record whose key is there twice, all records in these tables are taken
 * out before; null where there are none. `rowPlaces`: how many places a row takes up.
 */
export async function takeOutRepeats(
  { db, sqlite }: NewStore,
  tables: readonly string[],
  rowPlaces: number,
): Promise<RowsTakenOut | null> {
  const repeated: string[] = [];
  for (const table of tables) if (!(await isMade(makeKey(db, table)))) repeated.push(table);
  if (repeated.length === 0) return null;
  sqlite.exec('create temp table repeated_row (place integer primary key)');
  for (const table of repeated)
    sqlite.exec(`insert or ignore into repeated_row select place - place % ${rowPlaces} from main."${table}"
      where key in (select key from main."${table}" group by key having count(*) > 1)`);
  for (const table of tables) {
    sqlite.exec(`create temp table "repeated ${table}" as select given.* from repeated_row as row
      cross join main."${table}" as given on given.place between row.place and row.place + ${rowPlaces - 1}`);
    sqlite.exec(`create index temp."repeated ${table} place" on "repeated ${table}" (place)`);
    sqlite.exec(`delete from main."${table}" where place in (select place from "repeated ${table}")`);
  }
  for (const table of repeated) await makeKey(db, table);
  const after = sqlite.prepare('select place from repeated_row where place > ? order by place limit ?').pluck();
  return {
    after: (place, most) => after.all(place, most) as number[],
    table: (of) => `temp."repeated ${of}"`,
    forget() {
      for (const table of tables) sqlite.exec(`drop table temp."repeated ${table}"`);
      sqlite.exec('drop table repeated_row');
    },
  };
}

async function isMade(key: Promise<void>): Promise<boolean> {
  try {
    await key;
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_CONSTRAINT_UNIQUE') return false;
    throw error;
  }
}
