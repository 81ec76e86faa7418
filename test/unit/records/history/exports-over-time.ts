import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { sayProblem } from '../../../../src/agreement/say-problem.ts';
import { observedText, readObserved } from '../../../../src/records/history/observed-file.ts';
import { withObserved } from '../../../../src/records/history/with-observed.ts';
import { catalogueOf } from '../../../../src/records/catalogue.ts';
import { ingest } from '../../../../src/records/ingest.ts';
import { readSources } from '../../../../src/records/read-sources.ts';
import { recordTables } from '../../../../src/store/database.ts';
import type { RecordRow } from '../../../../src/store/database.ts';
import { openStore } from '../../../../src/store/open.ts';
import type { FileAccount } from '../../../../src/values/rows.ts';
import { company } from '../../berlin-company.ts';

/** What an ingest left. */
export interface HistoryRun {
  readonly files: readonly FileAccount[];
  readonly warnings: readonly string[];
  readonly faults: readonly string[];
  /** What was observed so far, as its file holds it, without its header. */
  readonly observed: readonly string[];
  /** Records of a table with the columns that were asked for, sorted. */
  rows(table: string, ...columns: string[]): Promise<unknown[][]>;
}

/** Ingests that follow one another, with what each observed kept as text between them. */
export interface HistoryWorkshop {
  readonly database: string;
  /** What is kept of what was observed; a test may write it, too. */
  published: string;
  ingest(
    sources: Readonly<Record<string, string>>,
    files: Readonly<Record<string, string>>,
    now?: string,
  ): Promise<HistoryRun>;
  end(): Promise<void>;
}

export async function historyWorkshop(): Promise<HistoryWorkshop> {
  const folder = await mkdtemp(join(tmpdir(), 'same-page-history-'));
  const [database, exportsDir] = [join(folder, 'records.db'), join(folder, 'exports')];
  const it: HistoryWorkshop = {
    database,
    published: '',
    async ingest(sources, files, now = '2026-11-30T12:00:00Z') {
      await rm(exportsDir, { recursive: true, force: true });
      for (const [name, content] of Object.entries(files)) {
        await mkdir(dirname(join(exportsDir, name)), { recursive: true });
        await writeFile(join(exportsDir, name), content);
      }
      const read = readSources(Object.entries(sources).map(([name, text]) => ({ path: `sources/${name}.yml`, text })));
      const kept =
        it.published === ''
          ? { lines: [], problems: [] }
          : readObserved({ path: 'published/observed.csv', text: it.published });
      const all = withObserved(read.sources, kept.lines);
      const task = {
        sources: all,
        catalogue: catalogueOf(all),
        exportsDir,
        database,
        company,
        personKey: 'a key for tests',
      };
      const run = await ingest({
        ...task,
        now: Date.parse(now) / 1000,
        progress: () => undefined,
        observed: kept.lines,
      });
      const said = (level: 'fault' | 'warning'): string[] =>
        [...read.problems, ...kept.problems, ...run.problems]
          .filter((problem) => problem.level === level)
          .map((problem) => sayProblem(problem).replaceAll(exportsDir, 'exports'));
      if (run.observed.length > 0) it.published = observedText(run.observed);
      return {
        files: run.account.files,
        warnings: said('warning'),
        faults: said('fault'),
        observed: it.published.split('\n').slice(1).filter(Boolean),
        rows: (table, ...columns) => rowsOf(database, table, columns),
      };
    },
    end: () => rm(folder, { recursive: true, force: true }),
  };
  return it;
}

async function rowsOf(database: string, table: string, columns: readonly string[]): Promise<unknown[][]> {
  const db = openStore(database, { readonly: true });
  try {
    const found = (await recordTables(db).selectFrom(table).selectAll().orderBy('place').execute()) as RecordRow[];
    return found.map((row) => columns.map((column) => row[column] ?? null));
  } finally {
    await db.destroy();
  }
}

/** Seconds since 1970 of `2026-11-02T05:40:00Z`. */
export const at = (instant: string): number => Date.parse(instant) / 1000;
