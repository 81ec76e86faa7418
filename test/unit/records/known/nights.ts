import { mkdir, mkdtemp, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { sayProblem } from '../../../../src/agreement/say-problem.ts';
import { readSources } from '../../../../src/records/read-sources.ts';
import { ingest, type Ingested, type IngestTask } from '../../../../src/records/ingest.ts';
import { withObserved } from '../../../../src/records/history/with-observed.ts';
import { canonicalDump } from '../../../faults/canonical-dump.ts';
import { company } from '../../berlin-company.ts';

/** What a night's ingest is asked to do. */
export interface Night {
  /** Sources by their name. */
  readonly sources: Readonly<Record<string, string>>;
  /** What an ingest takes beside them. */
  readonly task: Partial<IngestTask>;
}

export const leads: Night = {
  sources: {
    leads:
      'reads: leads*.csv\nkey: Id\nperson: Email\nreject at most: 50%\ngives:\n  - record: lead\n    columns: { created: Created, source: Source }\n',
  },
  task: { now: 1_794_200_000, personKey: 'a key for tests', known: { code: 'a code', texts: 'a text' } },
};

/** A folder of exports and a database that is kept from night to night. */
export interface Nights {
  readonly exportsDir: string;
  readonly database: string;
  /** Writes files of the exports. */
  write(files: Readonly<Record<string, string>>): Promise<void>;
  /** Changes what is in a file and nothing of what is seen from outside. */
  changeUnseen(name: string, content: string): Promise<void>;
  /** Gives a file another time, as a checkout does. */
  touch(name: string, time: number): Promise<void>;
  ingest(night: Night): Promise<Ingested>;
  /** What the kept database holds, as text. */
  dump(): string;
  /** The bytes and the time of the database. */
  seen(): Promise<{ readonly bytes: Buffer; readonly changed: bigint }>;
  /** What the same ingest gives from nothing. */
  fromNothing(night: Night): Promise<{ readonly ingested: Ingested; readonly dump: string }>;
  end(): Promise<void>;
}

export async function nights(): Promise<Nights> {
  const folder = await mkdtemp(join(tmpdir(), 'same-page-known-'));
  const [exportsDir, database] = [join(folder, 'exports'), join(folder, 'records.db')];
  await mkdir(exportsDir);
  // Times in whole seconds, each a later one, so that they can be put back.
  let clock = 1_794_000_000;
  const inExports = (name: string): string => join(exportsDir, name);
  const into = (path: string, { sources, task }: Night): Promise<Ingested> => {
    const texts = Object.entries(sources).map(([name, text]) => ({ path: `sources/${name}.yml`, text }));
    const read = readSources(texts);
    const [wrong] = read.problems.filter(({ level }) => level === 'fault');
    if (wrong) throw new Error(sayProblem(wrong));
    const observed = task.observed ?? [];
    const asked = { sources: withObserved(read.sources, observed), connections: read.connections };
    return ingest({ ...asked, exportsDir, database: path, company, now: 0, progress: () => undefined, ...task });
  };
  return {
    exportsDir,
    database,
    async write(files) {
      for (const [name, content] of Object.entries(files)) {
        await mkdir(dirname(inExports(name)), { recursive: true });
        await writeFile(inExports(name), content);
        clock += 1;
        await utimes(inExports(name), clock, clock);
      }
    },
    async changeUnseen(name, content) {
      const { size, atime, mtime } = await stat(inExports(name));
      if (Buffer.byteLength(content) !== size) throw new Error(`Expected ${size} bytes.`);
      await writeFile(inExports(name), content);
      await utimes(inExports(name), atime, mtime);
    },
    touch: (name, time) => utimes(inExports(name), time, time),
    ingest: (night) => into(database, night),
    dump: () => canonicalDump(database),
    async seen() {
      return { bytes: await readFile(database), changed: (await stat(database, { bigint: true })).mtimeNs };
    },
    async fromNothing(night) {
      const path = join(folder, 'from-nothing.db');
      await rm(path, { force: true });
      const ingested = await into(path, night);
      return { ingested, dump: canonicalDump(path) };
    },
    end: () => rm(folder, { recursive: true, force: true }),
  };
}

/** An ingest's warnings, each as its one line. */
export function warningsOf({ problems }: Ingested): readonly string[] {
  return problems.map((problem) => sayProblem(problem));
}
