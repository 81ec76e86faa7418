/** What an ingest left: read without mending it. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { canonicalDump } from './canonical-dump.ts';

/** Where the commands of a trial write: a folder with a database, what is published, and the site. */
export interface Place {
  readonly folder: string;
  readonly database: string;
  readonly published: string;
  readonly site: string;
}

export function placeIn(folder: string): Place {
  return {
    folder,
    database: join(folder, 'same-page.db'),
    published: join(folder, 'published'),
    site: join(folder, 'site'),
  };
}

/** All that stands in a place, so that two can be compared. */
export interface Standing {
  /** The records, the account of rows and what was measured, as text; null: there is no database. */
  readonly records: string | null;
  /** The file of what was observed; null: there is none. */
  readonly observed: string | null;
  /** Each file of the site with a hash of what it holds; null: there is none. */
  readonly site: string | null;
  /** Every file and folder, sorted. */
  readonly files: readonly string[];
}

/** Tables that tell of files and rows, which the canonical dump leaves out: the same exports give the same. */
const accountTables = ['file_account', 'file_records', 'left_out_rows', 'rejected_row', 'kind_file', 'file_header'];

/** Tables of what was measured; there are none before. */
const measuredTables = ['value', 'restated', 'stretch', 'reading', 'period_target', 'distribution'];

/**
 * Reads what stands, from a copy: who opens a database that was left in the middle of a change takes the change back.
 * @throws where the database is not whole.
 */
export async function standingIn(place: Place): Promise<Standing> {
  const observed = join(place.published, 'observed.csv');
  return {
    records: existsSync(place.database) ? await recordsIn(place) : null,
    site: siteIn(place),
    observed: existsSync(observed) ? readFileSync(observed, 'utf8') : null,
    files: (readdirSync(place.folder, { recursive: true }) as string[]).toSorted(),
  };
}

/** Between two steps of a build the old site stands beside its place for a moment: the next build puts it back. */
function siteIn({ site }: Place): string | null {
  const stands = [site, `${site}.old`].find((folder) => existsSync(folder));
  if (stands === undefined) return null;
  const files = (readdirSync(stands, { recursive: true }) as string[]).filter((file) =>
    statSync(join(stands, file)).isFile(),
  );
  const hashOf = (file: string): string =>
    createHash('sha256')
      .update(readFileSync(join(stands, file)))
      .digest('hex');
  return files
    .toSorted()
    .map((file) => `${JSON.stringify({ table: 'site', key: file, holds: hashOf(file) })}\n`)
    .join('');
}

async function recordsIn({ folder }: Place): Promise<string> {
  const copies = await mkdtemp(join(tmpdir(), 'same-page-copy-'));
  try {
    for (const name of readdirSync(folder).filter((file) => /^same-page\.db(-journal|-wal)?$/.test(file)))
      await cp(join(folder, name), join(copies, name));
    return textOf(join(copies, 'same-page.db'));
  } finally {
    await rm(copies, { recursive: true, force: true });
  }
}

function textOf(path: string): string {
  const sqlite = new Sqlite(path, { fileMustExist: true });
  try {
    const check = sqlite.pragma('integrity_check', { simple: true });
    if (check !== 'ok') throw new Error(`the database is not whole: ${String(check)}`);
    const there = new Set(sqlite.prepare('select name from sqlite_schema').pluck().all());
    const tables = [...accountTables, ...measuredTables.filter((table) => there.has(table))];
    const accounts = tables.flatMap((table) =>
      sqlite
        .prepare(`select * from "${table}"`)
        .all()
        .map((row) => `${JSON.stringify({ table, ...(row as object) })}\n`)
        .toSorted(),
    );
    return canonicalDump(path) + accounts.join('');
  } finally {
    sqlite.close();
  }
}
