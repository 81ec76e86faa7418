import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { ingest } from '../../../src/records/ingest.ts';
import { giftsOfRow } from '../../../src/records/load/place.ts';
import { readSources } from '../../../src/records/read-sources.ts';
import { company } from '../../unit/berlin-company.ts';
import type { DamagedCompany } from './damaged-company.ts';
import { judged } from './judge.ts';
import type { Verdict } from './judge.ts';
import type { Files } from './seeds.ts';

/** A minute after the exports were written: 2026-11-09T05:41:00Z. */
const now = 1_794_202_860;

/** Ingests a company in a folder, which must be its own. What is thrown is wrong, too. */
export async function tryCompany(damaged: DamagedCompany, folder: string): Promise<Verdict> {
  const exportsDir = join(folder, 'exports');
  const database = join(folder, 'records.db');
  const { sources } = readSources(damaged.sources);
  const task = { sources, exportsDir, database, company, now, personKey: 'a key', progress: (): void => undefined };
  await rm(folder, { recursive: true, force: true });
  try {
    if (damaged.before !== null) {
      await place(damaged.before, exportsDir);
      await ingest(task);
    }
    const before = bytesOf(database);
    await rm(exportsDir, { recursive: true, force: true });
    await place(damaged.files, exportsDir);
    const ingested = await ingest(task);
    const kinds = new Set(ingested.account.files.flatMap(({ made }) => Object.keys(made)));
    const isAsBefore = before === null ? !existsSync(database) : (bytesOf(database)?.equals(before) ?? false);
    const verdict = judged(damaged, ingested, { isAsBefore, records: recordRows(database, kinds) });
    const strange = (await readdir(folder)).filter((name) => !['exports', 'records.db'].includes(name));
    return strange.length === 0 ? verdict : { ...verdict, wrong: [...verdict.wrong, `it left ${strange.join(', ')}`] };
  } catch (error) {
    return { ended: 'an error', wrong: [error instanceof Error ? (error.stack ?? error.message) : String(error)] };
  }
}

function bytesOf(file: string): Buffer | null {
  return existsSync(file) ? readFileSync(file) : null;
}

async function place(files: Files, folder: string): Promise<void> {
  for (const [name, content] of files) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
}

/** How many rows of the files the records of these kinds were made of; null where there is no database. @throws where it is not whole. */
function recordRows(database: string, kinds: ReadonlySet<string>): number | null {
  if (!existsSync(database)) return null;
  const sqlite = new Sqlite(database, { readonly: true });
  try {
    const whole = sqlite.pragma('quick_check', { simple: true });
    if (whole !== 'ok') throw new Error(`the database is not whole: ${String(whole)}`);
    const rows = new Set<number>();
    for (const kind of kinds) {
      const table = kind.replaceAll(' ', '_');
      const places = sqlite.prepare(`select distinct place - place % ${giftsOfRow} from "${table}"`);
      for (const place of places.pluck().all() as number[]) rows.add(place);
    }
    return rows.size;
  } finally {
    sqlite.close();
  }
}
