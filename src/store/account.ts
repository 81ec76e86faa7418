import type { Kysely } from 'kysely';
import type { FileAccount, IngestAccount } from '../values/rows.ts';
import type { Database, KindFileRow } from './database.ts';
import { readHealth } from './health.ts';
import { readPulls, writePulls } from './pulls.ts';

/** Rows of one insert, well under the parameters that an engine takes. */
const rowsAtOnce = 500;

/** Keeps what became of the rows. The rejected ones are kept while reading. */
export async function writeAccount(
  db: Kysely<Database>,
  account: Omit<IngestAccount, 'rejected' | 'health'>,
  kindFiles: readonly KindFileRow[],
): Promise<void> {
  await inParts(kindFiles, (rows) => db.insertInto('kind_file').values(rows).execute());
  for (const file of account.files) {
    const { source, file: name } = file;
    await db
      .insertInto('file_account')
      .values({
        source,
        file: name,
        as_of: file.asOf,
        rows: file.rows,
        gave_records: file.gaveRecords,
        merged: file.merged,
        repeats: file.repeats,
        left_out: file.leftOut,
        superseded: file.superseded,
        deleted: file.deleted,
        rejected: file.rejected,
      })
      .execute();
    for (const [because, rows] of Object.entries(file.leftOutBecause)) {
      await db.insertInto('left_out_rows').values({ source, file: name, because, rows }).execute();
    }
    for (const [kind, made] of Object.entries(file.made)) {
      await db.insertInto('file_records').values({ source, file: name, kind, made }).execute();
    }
  }
  const links = account.links.map(({ kind, field, filled, notFound }) => ({
    kind,
    field,
    filled,
    not_found: notFound,
  }));
  await inParts(links, (rows) => db.insertInto('link_account').values(rows).execute());
  await writePulls(db, account.pulls);
}

async function inParts<T>(rows: readonly T[], write: (rows: readonly T[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsAtOnce) await write(rows.slice(from, from + rowsAtOnce));
}

/** What became of the rows, as the ingest left it: files and rejected rows in the order in which they were read. */
export async function readAccount(db: Kysely<Database>): Promise<IngestAccount> {
  const files = await db.selectFrom('file_account').selectAll().orderBy('file').orderBy('source').execute();
  const made = await db.selectFrom('file_records').selectAll().orderBy('kind').execute();
  const leftOut = await db.selectFrom('left_out_rows').selectAll().orderBy('because').execute();
  const rejected = await db.selectFrom('rejected_row').selectAll().orderBy('file').orderBy('line').execute();
  const links = await db.selectFrom('link_account').selectAll().orderBy('kind').orderBy('field').execute();
  return {
    files: files.map((row): FileAccount => {
      const isOfFile = (each: { source: string; file: string }): boolean =>
        each.source === row.source && each.file === row.file;
      const ofFile = made.filter(isOfFile);
      return {
        source: row.source,
        file: row.file,
        asOf: row.as_of,
        rows: row.rows,
        gaveRecords: row.gave_records,
        merged: row.merged,
        repeats: row.repeats,
        leftOut: row.left_out,
        superseded: row.superseded,
        deleted: row.deleted,
        rejected: row.rejected,
        leftOutBecause: Object.fromEntries(leftOut.filter(isOfFile).map(({ because, rows }) => [because, rows])),
        made: Object.fromEntries(ofFile.map((each) => [each.kind, each.made])),
      };
    }),
    rejected,
    links: links.map(({ kind, field, filled, not_found }) => ({ kind, field, filled, notFound: not_found })),
    health: await readHealth(db),
    pulls: await readPulls(db),
  };
}

/**
 * As of when each kind is known, seconds since 1970: the export time of the oldest file that its records were made of;
 * null where one of them has none. Kinds that no file gave are missing.
 */
export async function readAsOf(db: Kysely<Database>): Promise<ReadonlyMap<string, number | null>> {
  const rows = await db
    .selectFrom('kind_file')
    .innerJoin('file_account', (join) =>
      join.onRef('file_account.source', '=', 'kind_file.source').onRef('file_account.file', '=', 'kind_file.file'),
    )
    .select(['kind_file.kind', 'file_account.as_of'])
    .execute();
  const oldest = new Map<string, number | null>();
  for (const { kind, as_of } of rows) {
    const known = oldest.has(kind) ? (oldest.get(kind) ?? null) : Infinity;
    oldest.set(kind, known === null || as_of === null ? null : Math.min(known, as_of));
  }
  return oldest;
}
