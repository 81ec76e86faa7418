/** How fast exports are ingested, and how that compares with the least that must be done. Each timed thing is a process of its own, as a user starts it. */
import { copyFileSync, cpSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Company } from '../../command/read-company.ts';
import { exportsOf, starter, type BenchExports } from './exports.ts';
import { measureFloor } from './floor.ts';
import { changeADefinition, writeHeadlineFolder } from './headline-folder.ts';
import { leastOf } from './least-of.ts';
import { pulledExports } from './pulled-exports.ts';
import type { DeltaReport, IngestReport, SizeReport, WholeWayReport } from './report.ts';
import { runAside, type Ran, type Took } from './run-aside.ts';
import { timeInParts } from './time-in-parts.ts';

export interface IngestBench {
  readonly leads: number;
  /** Each timed thing is run so often. */
  readonly times: number;
  /** The data folder, and what it says. */
  readonly data: string;
  readonly company: Company;
  /** Where exports go that stay. */
  readonly keep: string;
  /** A folder for all that is thrown away. */
  readonly scratch: string;
  /** Hears what comes next. */
  readonly says: (line: string) => void;
}

/** The clock of all runs: a little after the delta's export. */
const now = '2026-11-10T06:00:00Z';

/** From ten thousand leads to those that are asked for, ten times as many each. */
export function sizesTo(leads: number): number[] {
  return [...[10_000, 100_000, 1_000_000].filter((size) => size < leads), leads];
}

/** The parts of the way are told apart on no more leads than this: it takes four readings on one thread. */
const mostForParts = 100_000;

export async function measureIngest(bench: IngestBench): Promise<IngestReport> {
  const { leads, times, keep, says, company, scratch } = bench;
  const sizes: SizeReport[] = [];
  for (const size of sizesTo(leads)) {
    says(`${size.toLocaleString('en-GB')} leads, from nothing`);
    sizes.push(await fullIngest(bench, exportsOf(size, keep), size));
  }
  const full = sizes.at(-1);
  if (!full) throw new Error('There is no size to measure.');
  const made = exportsOf(leads, keep);
  says('the floor');
  const names = made.files.map(({ file }) => file);
  const floor = await leastOf(times, () => measureFloor(made.folder, names, join(scratch, 'floor.db')));
  says('a run with nothing new');
  const unchanged = await leastOf(times, () => ingestAside(bench, made.folder, databaseOf(bench, leads)));
  rmSync(databaseOf(bench, leads));
  says('a delta of 1%');
  const delta = await measureDelta(bench, made);
  says('the whole way to the site');
  const whole = await measureWholeWay(bench, made);
  says('the parts, one by one');
  const few = Math.min(leads, mostForParts);
  const asked = { company, exports: exportsOf(few, keep).folder, scratch, now: Date.parse(now) / 1000, cpu: cpuNow };
  const parts = { leads: few, times: await timeInParts(asked) };
  return { leads, cores: availableParallelism(), times, floor, full, sizes, parts, unchanged, delta, whole };
}

const databaseOf = ({ scratch }: IngestBench, leads: number): string => join(scratch, `${leads}.db`);

function cpuNow(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

function ingestAside(
  { data }: IngestBench,
  exports: string,
  database: string,
  ...more: readonly string[]
): Promise<Ran> {
  return startAside(['ingest', '--data', data, '--exports', exports, '--database', database, ...more]);
}

function startAside(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ran> {
  return runAside({ command: process.execPath, args: [starter, ...args, '--now', now], env });
}

const tookOf = ({ wall, cpu, megabytes }: Took): Took => ({ wall, cpu, megabytes });

/** Into no database, whose place it takes; the database of the largest size stays. */
async function fullIngest(bench: IngestBench, made: BenchExports, leads: number): Promise<SizeReport> {
  const database = databaseOf(bench, leads);
  const ran = await leastOf(bench.times, () => {
    rmSync(database, { force: true });
    return ingestAside(bench, made.folder, database, '--steps');
  });
  if (leads < bench.leads) rmSync(database);
  const [start, ...steps] = stepsIn(ran.stderr);
  const perMillionRows = ((ran.wall - (start?.seconds ?? 0)) / made.rows) * 1e6;
  const { rows, megabytes: megabytesRead } = made;
  return { ...tookOf(ran), leads, rows, megabytesRead, start: start?.seconds ?? 0, perMillionRows, steps };
}

/** What `ingest --steps` says of its steps. */
export function stepsIn(said: string): { part: string; seconds: number }[] {
  const [, line = ''] = /^Steps: (.*)\.$/m.exec(said) ?? [];
  return [...line.matchAll(/(\w+) (\d+) ms/g)].map(([, part = '', ms]) => ({ part, seconds: Number(ms) / 1000 }));
}

/** A day's changes, where the database holds everything else. */
async function measureDelta(bench: IngestBench, made: BenchExports): Promise<DeltaReport> {
  const exports = join(bench.keep, `${bench.leads}-pulled`);
  rmSync(exports, { recursive: true, force: true });
  const delta = await pulledExports(made, exports);
  const [before, database] = [join(bench.scratch, 'before.db'), join(bench.scratch, 'delta.db')];
  await ingestAside(bench, exports, before);
  delta.add();
  const ran = await leastOf(bench.times, () => {
    copyFileSync(before, database);
    return ingestAside(bench, exports, database);
  });
  for (const gone of [before, database, exports]) rmSync(gone, { recursive: true });
  return { rows: delta.rows, megabytes: delta.megabytes, took: tookOf(ran) };
}

/** From the exports to the site of the first page's metrics: from nothing, and again after one definition was changed. */
async function measureWholeWay({ data, scratch, times }: IngestBench, made: BenchExports): Promise<WholeWayReport> {
  const folder = join(scratch, 'whole-way');
  const [own, site, before, kept] = ['data', 'site', 'before', 'kept'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
    string,
  ];
  mkdirSync(folder, { recursive: true });
  const metrics = writeHeadlineFolder(data, own);
  const build = (): Promise<Ran> => {
    const places = ['--exports', made.folder, '--database', join(kept, 'whole.db'), '--out', site];
    return startAside(['build', '--data', own, ...places], { SAME_PAGE_PICTURES: join(kept, 'pictures') });
  };
  const fromNothing = await leastOf(times, () => {
    for (const gone of [site, kept]) rmSync(gone, { recursive: true, force: true });
    return build();
  });
  const pages = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'));
  changeADefinition(own);
  renameSync(kept, before);
  const afterAChange = await leastOf(times, () => {
    rmSync(kept, { recursive: true, force: true });
    cpSync(before, kept, { recursive: true });
    return build();
  });
  rmSync(folder, { recursive: true });
  return { metrics, pages: pages.length, fromNothing: tookOf(fromNothing), afterAChange: tookOf(afterAChange) };
}
