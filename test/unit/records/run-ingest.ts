import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Kysely } from 'kysely';
import { sayProblem } from '../../../src/agreement/say-problem.ts';
import { ingest } from '../../../src/records/ingest.ts';
import { readSources } from '../../../src/records/read-sources.ts';
import { recordTables } from '../../../src/store/database.ts';
import type { Database, RecordRow } from '../../../src/store/database.ts';
import { openStore } from '../../../src/store/open.ts';
import { company } from '../berlin-company.ts';
import type { IngestAccount } from '../../../src/values/rows.ts';

export interface Exports {
  /** Sources by their name. */
  readonly sources: Readonly<Record<string, string>>;
  /** Files of the export by their name. */
  readonly files: Readonly<Record<string, string | Uint8Array>>;
}

export interface IngestRun {
  readonly account: IngestAccount;
  /** Each as its one line, with the exports folder as `exports`. */
  readonly faults: readonly string[];
  readonly warnings: readonly string[];
  readonly db: Kysely<Database>;
  /** All records of a table in the order of reading, with the columns that were asked for. */
  rows(table: string, ...columns: string[]): Promise<unknown[][]>;
}

/** A folder of its own, so that several ingests can follow one another. */
export interface Workshop {
  readonly database: string;
  ingest(exports: Exports): Promise<IngestRun>;
  end(): Promise<void>;
}

export async function workshop(): Promise<Workshop> {
  const folder = await mkdtemp(join(tmpdir(), 'same-page-ingest-'));
  const database = join(folder, 'records.db');
  const exportsDir = join(folder, 'exports');
  const opened: Kysely<Database>[] = [];
  return {
    database,
    async ingest({ sources, files }) {
      await rm(exportsDir, { recursive: true, force: true });
      for (const [name, content] of Object.entries(files)) {
        await mkdir(dirname(join(exportsDir, name)), { recursive: true });
        await writeFile(join(exportsDir, name), content);
      }
      const texts = Object.entries(sources).map(([name, text]) => ({ path: `sources/${name}.yml`, text }));
      const read = readSources(texts);
      const progress = (): void => undefined;
      const task = { sources: read.sources, exportsDir, database, company, now: 1_794_200_000, progress };
      const { account, problems } = await ingest({ ...task, personKey: 'a key for tests' });
      const lines = (level: 'fault' | 'warning'): string[] =>
        [...read.problems, ...problems]
          .filter((problem) => problem.level === level)
          .map((problem) => sayProblem(problem).replaceAll(exportsDir, 'exports'));
      if (!existsSync(database)) throw new Error(lines('fault').join('\n'));
      const db = openStore(database, { readonly: true });
      opened.push(db);
      return {
        account,
        faults: lines('fault'),
        warnings: lines('warning'),
        db,
        async rows(table, ...columns) {
          const found = (await recordTables(db)
            .selectFrom(table)
            .selectAll()
            .orderBy('place')
            .execute()) as RecordRow[];
          return found.map((row) => columns.map((column) => row[column] ?? null));
        },
      };
    },
    async end() {
      for (const db of opened) await db.destroy();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What stops a run, each fault as its one line. */
export const faultsOf = (run: Promise<IngestRun>): Promise<string> =>
  run.then(
    ({ faults }) => faults.join('\n'),
    (error: unknown) => (error instanceof Error ? error.message : ''),
  );
