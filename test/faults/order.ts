/** Whether the same rows come to the same database in whatever order, and in whatever files, they arrive. */
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import fc, { type GeneratorValue } from 'fast-check';
import { chanceOf, type Chance } from '../plain/chance.ts';
import { difference } from './canonical-dump.ts';
import { asAnyFiles, asOneFile, exporting, type CrmExport, type LaidFile } from './crm/exports.ts';
import { nightlyFolder, type Ingested, type NightlyFolder } from './crm/folder.ts';
import { anyLife } from './crm/life.ts';
import { editsShown, said, untrue } from './crm/observed.ts';
import { unlikePlain } from './crm/plain-facts.ts';
import { accountOf, plainTables } from './crm/plain-records.ts';
import { crmTables, type CrmTable } from './crm/tables.ts';
import type { FaultPart, FaultReport, FaultTask } from './fault-report.ts';

/** What arrives: which of a table's exports hold everything, and whether its history is given or only observed. */
interface Sort {
  readonly what: string;
  readonly exports: (chance: Chance) => number;
  readonly holds: (nth: number, chance: Chance) => CrmExport['holds'];
  readonly tables: readonly CrmTable[];
}

const withoutHistory = crmTables.filter(({ name }) => name !== 'lead history' && name !== 'stages');

const sorts: readonly Sort[] = [
  {
    what: 'one full export, in any files',
    exports: () => 1,
    holds: () => 'everything',
    tables: crmTables,
  },
  {
    what: 'a full export and changes, in any order and any files',
    exports: (chance) => chance.whole(2, 5),
    holds: (nth) => (nth === 0 ? 'everything' : 'changes'),
    tables: crmTables,
  },
  {
    what: 'full exports, in any order and any files',
    exports: (chance) => chance.whole(2, 4),
    holds: () => 'everything',
    tables: crmTables,
  },
  {
    what: 'full exports and changes among each other, in any order and any files',
    exports: (chance) => chance.whole(2, 5),
    holds: (_, chance) => chance.one(['changes', 'everything', 'changes']),
    tables: crmTables,
  },
  {
    what: 'the same of records that are observed from export to export',
    exports: (chance) => chance.whole(2, 5),
    holds: (_, chance) => chance.one(['changes', 'everything', 'changes']),
    tables: withoutHistory,
  },
];

const [begin, day] = [Date.parse('2026-09-01T06:00:00Z') / 1000, 86_400];
const now = begin + 60 * day;

/** The exports of a random company, each table's in the order of time. */
function anyExports({ exports, holds, tables }: Sort, chance: Chance): CrmExport[] {
  const life = anyLife(chance, { happens: chance.whole(0, 50), begin, apart: day / 4, losesTraces: true });
  const times = Array.from(
    { length: exports(chance) },
    (_, nth) => begin + (nth * 2 + 1) * day + chance.whole(0, 5000),
  );
  return tables.flatMap((table) => {
    const exportAt = exporting(life, table, chance);
    const skipped = times.filter((_, nth) => nth > 0 && chance.often(1));
    return times.filter((time) => !skipped.includes(time)).map((time, nth) => exportAt(time, holds(nth, chance)));
  });
}

/** Files in any order, all at once or at up to four times. Of each table one comes first: a source that reads nothing is a fault. */
function anyArrival(files: readonly LaidFile[], chance: Chance): LaidFile[][] {
  const shuffled = files.map((file) => ({ file, nth: chance.whole(0, 999) }));
  const inOrder = shuffled.toSorted((one, other) => one.nth - other.nth).map(({ file }) => file);
  const times = chance.whole(1, 4);
  const isFirst = (file: LaidFile, nth: number): boolean =>
    inOrder.findIndex(({ table }) => table === file.table) === nth;
  const batches = Array.from({ length: times }, (): LaidFile[] => []);
  for (const [nth, file] of inOrder.entries())
    batches[isFirst(file, nth) ? 0 : Math.floor((nth * times) / inOrder.length)]?.push(file);
  return batches.filter((batch) => batch.length > 0);
}

/** What does not hold of a database that was made of files, each in a line. */
function wrongIn(folder: NightlyFolder, { faults, account }: Ingested, files: readonly LaidFile[]): string[] {
  if (faults.length > 0) return faults.map((fault) => `refused: ${fault}`);
  const tables = plainTables(files);
  const accounts = tables.flatMap((told) => {
    const own = account.files.filter(({ source }) => source === told.table.name.replace(' ', '-'));
    const sum = (of: 'gaveRecords' | 'merged' | 'deleted' | 'rows'): number =>
      own.reduce((all, file) => all + file[of], 0);
    const rows = files.filter(({ table }) => table === told.table).reduce((all, file) => all + file.rows.length, 0);
    const plain = { ...accountOf(told), rows };
    const isWrong = (['gaveRecords', 'merged', 'deleted', 'rows'] as const).filter((of) => plain[of] !== sum(of));
    return isWrong.map((of) => `account of ${told.table.name}: ${of} ${sum(of)}, not ${plain[of]}`);
  });
  return [...unlikePlain(tables, folder.dump()), ...accounts];
}

/** Facts that do not depend on what was observed, and so on when somebody looked. */
function unobserved(dump: string): string {
  const depends = /^\{"table":"(?:stage_change|field_change|finding|finding of|link)"|"kind":"(?:stage|field) change"/;
  return dump
    .split('\n')
    .filter((line) => !depends.test(line))
    .join('\n');
}

/** Tries one company; gives a line for each thing that does not hold. */
async function tryCompany(sort: Sort, draw: GeneratorValue, root: string): Promise<string[]> {
  const chance = chanceOf(draw);
  const exports = anyExports(sort, chance);
  const folder = await mkdtemp(join(root, 'order-'));
  try {
    const isPulled = chance.often(5);
    const whole = exports.map(asOneFile);
    const once = nightlyFolder(join(folder, 'once'), sort.tables, isPulled);
    await once.lay(whole);
    const ingested = await once.ingest(now);
    const wrong = wrongIn(once, ingested, whole).map((line) => `at once: ${line}`);
    const observed = ingested.observed.filter(({ key }) => key !== '').map(said);
    const edits = sort.tables === withoutHistory ? editsShown(whole) : [];
    wrong.push(
      ...difference(observed.toSorted().join('\n'), edits.toSorted().join('\n')).map((line) => `observed: ${line}`),
    );
    if (wrong.length > 0) return wrong;

    const kept = nightlyFolder(join(folder, 'kept'), sort.tables, isPulled);
    const arrived: LaidFile[] = [];
    let lines = 0;
    for (const batch of anyArrival(
      exports.flatMap((each) => asAnyFiles(each, chance, isPulled)),
      chance,
    )) {
      arrived.push(...batch);
      await kept.lay(batch);
      const run = await kept.ingest(now);
      const names = batch.map(({ name }) => name).join(', ');
      wrong.push(
        ...[...wrongIn(kept, run, arrived), ...untrue(run.observed.slice(lines), arrived)].map(
          (line) => `after ${names}: ${line}`,
        ),
      );
      if (wrong.length > 0) return wrong;
      lines = run.observed.length;
    }
    return [...difference(unobserved(once.dump()), unobserved(kept.dump()))];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What fails is made smaller for so many milliseconds. */
const shrinking = 10_000;

/** Tries each sort of arrival on as many random companies. */
export const order: FaultPart = async ({ seed, times, folder, say }) => {
  const reports: FaultReport[] = [];
  for (const sort of sorts) {
    say(sort.what);
    reports.push(await tried(sort, { seed, times, folder }));
  }
  return reports;
};

async function tried(sort: Sort, { seed, times, folder }: Omit<FaultTask, 'say'>): Promise<FaultReport> {
  let until = Infinity;
  const property = fc.asyncProperty(fc.gen(), async (draw) => {
    if (performance.now() > until) return;
    const wrong = await tryCompany(sort, draw, folder);
    if (wrong.length === 0) return;
    until = Math.min(until, performance.now() + shrinking);
    throw new Error(wrong.slice(0, 6).join('; '));
  });
  const found = await fc.check(property, { seed, numRuns: times });
  const why = found.errorInstance instanceof Error ? found.errorInstance.message : '';
  const failures = found.failed ? [`seed ${seed}, company ${found.numRuns}: ${why}`] : [];
  return { what: sort.what, tried: found.numRuns, held: found.numRuns - failures.length, found: '', failures };
}
