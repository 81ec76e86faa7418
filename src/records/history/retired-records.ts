import type { Database as Sqlite } from 'better-sqlite3';
import type { RecordRow } from '../../store/database.ts';
import type { Catalogue } from '../../values/catalogue.ts';
import type { Places } from './snapshot.ts';

/** No kind's table has a blank in its name. */
const aside = (table: string): string => `"retired ${table}"`;

function makeTable(sqlite: Sqlite, table: string): void {
  sqlite.exec(`create table if not exists ${aside(table)} as select * from "${table}" where false`);
}

/**
 * Sets the records of a table aside that a newer export replaces: one that it no longer has may have been merged into another, which keeps its
 * earliest moments.
 */
export function setAside(sqlite: Sqlite, table: string, { first, last }: Places): void {
  makeTable(sqlite, table);
  sqlite.prepare(`insert into ${aside(table)} select * from "${table}" where place between ? and ?`).run(first, last);
}

/** The record with a key as the last export had it that had it, where it was set aside. */
export function retiredRecords(sqlite: Sqlite, table: string): (key: string) => RecordRow | undefined {
  makeTable(sqlite, table);
  sqlite.exec(`create index "retired ${table} key" on ${aside(table)} (key)`);
  const read = sqlite.prepare(`select * from ${aside(table)} where key = ? order by place desc limit 1`);
  return (key) => read.get(key) as RecordRow | undefined;
}

/** Forgets all that was set aside. */
export function forgetRetired(sqlite: Sqlite, { kinds }: Catalogue): void {
  for (const { table } of kinds) sqlite.exec(`drop table if exists ${aside(table)}`);
}
