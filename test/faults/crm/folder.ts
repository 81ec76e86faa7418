/** A folder of exports that grows, and a database that is kept from one ingest to the next. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sayProblem } from '../../../src/agreement/say-problem.ts';
import { catalogueOf } from '../../../src/records/catalogue.ts';
import type { ObservedLine } from '../../../src/records/history/observed-line.ts';
import { withObserved } from '../../../src/records/history/with-observed.ts';
import { ingest } from '../../../src/records/ingest.ts';
import type { PullAccount } from '../../../src/records/manifest.ts';
import { readSources } from '../../../src/records/read-sources.ts';
import type { IngestAccount } from '../../../src/values/rows.ts';
import { company } from '../../unit/berlin-company.ts';
import { canonicalDump } from '../canonical-dump.ts';
import { pullOf, textOf, type LaidFile } from './exports.ts';
import { written } from './life.ts';
import { sourcesOf, type CrmTable } from './tables.ts';

export interface NightlyFolder {
  readonly database: string;
  readonly exportsDir: string;
  /** Puts files there, takes others away, and writes the manifest that names all that are there then. */
  lay(files: readonly LaidFile[], takenAway?: readonly LaidFile[], pulls?: readonly PullAccount[]): Promise<void>;
  /** Ingests what is there, with the database and the observed lines of the time before. */
  ingest(now: number): Promise<Ingested>;
  /** The database in its canonical form. */
  dump(): string;
}

export interface Ingested {
  readonly faults: readonly string[];
  readonly account: IngestAccount;
  /** All that was observed so far. */
  readonly observed: readonly ObservedLine[];
}

/** A folder for files as pulls leave them, or, where `isPulled` is false, as people put them there with a manifest of their own. */
export function nightlyFolder(folder: string, tables: readonly CrmTable[], isPulled = true): NightlyFolder {
  const [database, exportsDir] = [join(folder, 'records.db'), join(folder, 'exports')];
  const texts = Object.entries(sourcesOf(tables)).map(([name, text]) => ({ path: `sources/${name}.yml`, text }));
  const { sources, problems } = readSources(texts);
  if (problems.length > 0) throw new Error(problems.map(sayProblem).join('\n'));
  const there = new Map<string, LaidFile>();
  let observed: readonly ObservedLine[] = [];
  return {
    database,
    exportsDir,
    async lay(files, takenAway = [], pulls = []) {
      for (const { name } of takenAway) {
        there.delete(name);
        await rm(join(exportsDir, name), { force: true });
      }
      for (const file of files) {
        there.set(file.name, file);
        await mkdir(dirname(join(exportsDir, file.name)), { recursive: true });
        await writeFile(join(exportsDir, file.name), textOf(file));
      }
      const entries = [...there.values()].map((file) => entryOf(file, isPulled));
      await writeFile(join(exportsDir, 'manifest.json'), JSON.stringify({ files: entries, pulls }));
    },
    async ingest(now) {
      const all = withObserved(sources, observed);
      const task = { sources: all, catalogue: catalogueOf(all), exportsDir, database, company, now, observed };
      const run = await ingest({ ...task, personKey: 'a key for tests', progress: () => undefined });
      const faults = run.problems.filter(({ level }) => level === 'fault').map(sayProblem);
      if (faults.length === 0) observed = run.observed;
      return { faults, account: run.account, observed };
    },
    dump: () => canonicalDump(database),
  };
}

function entryOf(file: LaidFile, isPulled: boolean): Record<string, unknown> {
  const { name, time, holds, rows, table } = file;
  const known = { file: name, asOf: written(time), holds };
  const bytes = Buffer.byteLength(textOf(file));
  const ofPull = { pull: pullOf(time), upTo: written(time), rows: rows.length, bytes, from: 'crm', object: table.file };
  return isPulled ? { ...known, ...ofPull } : known;
}

/** The bytes of a file that lies there. */
export const bytesOf = (folder: NightlyFolder, { name }: LaidFile): Promise<Buffer> =>
  readFile(join(folder.exportsDir, name));
