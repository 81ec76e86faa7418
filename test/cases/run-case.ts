import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { readCompany, type Company } from '../../scripts/command/read-company.ts';
import { Faults } from '../../scripts/command/endings.ts';
import { ingestStep, measureStep, type Measured } from '../../scripts/command/steps.ts';
import { readTask, type Task } from '../../scripts/command/task.ts';
import type { IngestAccount } from '../../src/values/rows.ts';
import type { MetricValue } from '../../src/values/value.ts';

/** What came out of a whole run. */
export interface CaseRun extends Measured {
  readonly task: Task;
  readonly company: Company;
  readonly account: IngestAccount;
  /** Removes the database. */
  end(): Promise<void>;
}

export interface CaseFolders {
  /** Holds `agreement` and `sources`. */
  readonly data: string;
  readonly exports: string;
  /** The clock, `2026-11-09T06:40:00Z`. */
  readonly now: string;
  /** Where marks and what was observed are kept, and the database, for runs that follow one another. Else nothing is kept. */
  readonly kept?: { readonly published: string; readonly database: string };
}

/** Goes the whole way of the commands, from a folder of exports to the values, in a database of its own. It throws where a command would fail. */
export async function runCase(folders: CaseFolders): Promise<CaseRun> {
  const work = await mkdtemp(join(tmpdir(), 'same-page-case-'));
  const end = (): Promise<void> => rm(work, { recursive: true, force: true });
  try {
    const argv = [
      '--data',
      folders.data,
      '--exports',
      folders.exports,
      '--database',
      folders.kept?.database ?? join(work, 'case.db'),
      '--now',
      folders.now,
      ...(folders.kept ? ['--published', folders.kept.published] : []),
    ];
    const task = readTask('build', '', argv, Date.now);
    const company = await readCompany(task);
    const { account } = await ingestStep(task, company);
    return { task, company, account, ...(await measureStep(task, company)), end };
  } catch (error) {
    await end();
    if (!(error instanceof Faults)) throw error;
    const said = error.problems.map(({ file, line, says, fix }) => `${file}:${line} ${says}; ${fix}`);
    throw new Error(said.join('\n'), { cause: error });
  }
}

export interface ValueAddress {
  readonly metric: string;
  readonly period: string;
  readonly dimension?: string;
  readonly member?: string;
}

/** The value at an address; the whole where no member is named. It throws where there is none, or more than one. */
export function valueAt(values: readonly MetricValue[], address: ValueAddress): MetricValue {
  const { metric, period, dimension = '', member = '' } = address;
  const found = values.filter(
    (value) =>
      value.metric === metric && value.period === period && value.dimension === dimension && value.member === member,
  );
  if (found.length !== 1) throw new Error(`${found.length} values at ${JSON.stringify(address)}`);
  return found[0]!;
}

/** Files whose rows are not all accounted for: none. */
export function unaccounted(account: IngestAccount): string[] {
  return account.files
    .filter(
      (file) =>
        file.rows !==
        file.gaveRecords + file.merged + file.repeats + file.leftOut + file.superseded + file.deleted + file.rejected,
    )
    .map((file) => relative('.', file.file));
}
