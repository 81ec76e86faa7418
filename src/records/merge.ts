import { sql } from 'kysely';
import { recordTables } from '../store/database.ts';
import type { RecordRow } from '../store/database.ts';
import type { NewStore } from '../store/open.ts';
import type { Catalogue, RecordKind } from '../values/catalogue.ts';
import { forgetRetired, retiredRecords } from './history/retired-records.ts';
import type { RowKeeper } from './load/row-keeper.ts';
import { openCircles } from './merge-circles.ts';

/**
 * Joins the records that the CRM merged to those that they were merged into: what links to them links to the other, and of
 * each moment that happened the earliest is kept.
 */
export async function mergeRecords({ db, sqlite }: NewStore, catalogue: Catalogue, keeper: RowKeeper): Promise<void> {
  sqlite.exec('create index merged_row_key on merged_row (kind, key)');
  keeper.settleMerged();
  openCircles(sqlite, keeper);
  const rows = sqlite.prepare('select kind, key, into_key from merged_row order by place').all();
  const merged = rows as { kind: string; key: string; into_key: string }[];
  for (const kind of catalogue.kinds) {
    const into = new Map(merged.filter((row) => row.kind === kind.name).map((row) => [row.key, row.into_key]));
    if (into.size === 0) continue;
    await sql`create index ${sql.id(`${kind.table}_person`)} on ${sql.table(kind.table)} (person) where person is not null`.execute(
      db,
    );
    const joining = { kind, db, ...readersOf(sqlite, kind.table) };
    const settle = sqlite.prepare('update merged_row set into_key = ? where kind = ? and key = ?');
    const remove = sqlite.prepare(`delete from "${kind.table}" where key = ?`);
    for (const key of into.keys()) {
      const winner = lastOf(key, into);
      settle.run(winner, kind.name, key);
      if (key === winner) continue;
      await joinTo(winner, key, joining);
      remove.run(key);
    }
    await sql`drop index ${sql.id(`${kind.table}_person`)}`.execute(db);
    await repoint(kind, catalogue, db);
  }
  sqlite.exec('drop table merged_row; drop table merged_name');
  forgetRetired(sqlite, catalogue);
}

/** Who was merged into whom may go on for several steps; there are no circles any more. */
function lastOf(key: string, into: ReadonlyMap<string, string>): string {
  let last = key;
  for (let next = into.get(last); next !== undefined; next = into.get(last)) last = next;
  return last;
}

interface Joining {
  readonly kind: RecordKind;
  readonly db: NewStore['db'];
  /** The record with a key. */
  readonly standing: (key: string) => RecordRow | undefined;
  /** What an export before knew of a record that is no longer there. */
  readonly retired: (key: string) => RecordRow | undefined;
}

function readersOf(sqlite: NewStore['sqlite'], table: string): Pick<Joining, 'standing' | 'retired'> {
  const read = sqlite.prepare(`select * from "${table}" where key = ?`);
  return { standing: (key) => read.get(key) as RecordRow | undefined, retired: retiredRecords(sqlite, table) };
}

/** Adds to the record that stays what the other one knew: of each moment the earliest. */
async function joinTo(winner: string, loser: string, joining: Joining): Promise<void> {
  const { kind, db, standing, retired } = joining;
  const other = standing(loser) ?? retired(loser);
  const kept = other && standing(winner);
  if (!kept) return;
  await joinPersons(kept, other, kind, db);
  const earliest = kind.fields.flatMap(({ column, type }) => {
    const mine = kept[column] ?? null;
    const theirs = other[column] ?? null;
    const isFact = type.is === 'moment' && type.may === 'be a fact';
    return isFact && theirs !== null && (mine === null || theirs < mine) ? [[column, theirs] as const] : [];
  });
  if (earliest.length === 0) return;
  await recordTables(db).updateTable(kind.table).set(Object.fromEntries(earliest)).where('key', '=', winner).execute();
}

/** Whom the CRM merged is one person, also with two addresses. */
async function joinPersons(kept: RecordRow, other: RecordRow, kind: RecordKind, db: NewStore['db']): Promise<void> {
  if (other.person === null || other.person === kept.person) return;
  const tables = recordTables(db);
  if (kept.person === null) {
    await tables.updateTable(kind.table).set({ person: other.person }).where('key', '=', kept.key).execute();
  } else {
    await tables.updateTable(kind.table).set({ person: kept.person }).where('person', '=', other.person).execute();
  }
}

async function repoint(kind: RecordKind, catalogue: Catalogue, db: NewStore['db']): Promise<void> {
  for (const { table, fields } of catalogue.kinds) {
    for (const { column, type, mapped } of fields) {
      if (!mapped || type.is !== 'link' || type.to !== kind.name) continue;
      const ours = sql.ref(`${table}.${column}`);
      await sql`update ${sql.table(table)}
        set ${sql.id(column)} = (select into_key from merged_row where kind = ${kind.name} and key = ${ours})
        where ${sql.id(column)} in (select key from merged_row where kind = ${kind.name})`.execute(db);
    }
  }
}
