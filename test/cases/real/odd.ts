/** For tests of what is odd in real data: what a run kept of it, what became of its rows, and what another mapping would have made of it. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { fates } from '../../../src/records/load/row-counts.ts';
import { runCase, type CaseRun } from '../run-case.ts';
import { composeData } from './compose-data.ts';
import { realData } from './raw-tables.ts';

/** What a run gives to the tests of its oddities. */
export interface Odd {
  /** Rows of the database that the run built, each a list of cells; moments are seconds since 1970 or days, amounts cents. */
  kept(sql: string): unknown[][];
  /** The same of the raw files, where every cell is a text. */
  raw(sql: string): unknown[][];
  /** What became of a file's rows: the fates that any row has. */
  fates(file: string): Readonly<Record<string, number>>;
  /** How many links of a record's field were written, and how many of these found nothing. */
  link(kind: string, field: string): readonly [filled: number, notFound: number];
  /** What the run, with other words in its sources, says of its faults; or the fates of a file, by what is run then. */
  mappedAs(edits: Edits): Promise<Remapped>;
}

/** By source, without `.yml`: each text and what stands in its place. */
type Edits = Readonly<Record<string, readonly (readonly [string, string])[]>>;

/** The faults of a run that ended; else what it made of the rows. */
export interface Remapped {
  readonly faults: readonly string[];
  fates(file: string): Readonly<Record<string, number>>;
}

export function oddOf(run: () => CaseRun, rawTables: () => Database.Database, name: string, now: string): Odd {
  return {
    kept: (sql) => {
      const db = new Database(run().task.database, { readonly: true });
      try {
        return rowsOf(db, sql);
      } finally {
        db.close();
      }
    },
    raw: (sql) => rowsOf(rawTables(), sql),
    fates: (file) => fatesOf(run(), file),
    link: (kind, field) => {
      const link = run().account.links.find((one) => one.kind === kind && one.field === field);
      if (!link) throw new Error(`no link ${kind}'s ${field}`);
      return [link.filled, link.notFound];
    },
    mappedAs: (edits) => remapped(name, now, edits),
  };
}

const rowsOf = (db: Database.Database, sql: string): unknown[][] => db.prepare(sql).raw().all() as unknown[][];

function fatesOf(run: CaseRun, name: string): Readonly<Record<string, number>> {
  const found = run.account.files.find((one) => one.file === name);
  if (!found) throw new Error(`no file ${name}`);
  return Object.fromEntries(fates.map((fate) => [fate, found[fate]] as const).filter(([, count]) => count > 0));
}

async function remapped(name: string, now: string, edits: Edits): Promise<Remapped> {
  const data = await mkdtemp(join(tmpdir(), 'same-page-odd-'));
  try {
    await composeData(join(import.meta.dirname, '..', name, 'data'), data);
    for (const [source, words] of Object.entries(edits)) await edit(join(data, 'sources', `${source}.yml`), words);
    const run = await runCase({ data, exports: realData(name).folder, now });
    await run.end();
    return { faults: [], fates: (file) => fatesOf(run, file) };
  } catch (error) {
    const faults = (error as Error).message.split('\n').map((line) => line.replace(/^.*\/(?=[^/ ]+:\d)/, ''));
    return { faults, fates: () => ({}) };
  } finally {
    await rm(data, { recursive: true, force: true });
  }
}

/** @throws where a text to change is not there, so that no test changes nothing. */
async function edit(file: string, words: readonly (readonly [string, string])[]): Promise<void> {
  let text = await readFile(file, 'utf8');
  for (const [before, after] of words) {
    if (!text.includes(before)) throw new Error(`${file} says nowhere: ${before}`);
    text = text.replaceAll(before, after);
  }
  await writeFile(file, text);
}
