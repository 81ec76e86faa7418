/** Whether nightly deltas add up: many in a row come to what one whole export of the last day gives. */
import { statSync } from 'node:fs';
import { mkdir, truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { diceOf } from '../../scripts/sample/chance.ts';
import type { Chance } from '../plain/chance.ts';
import { difference } from './canonical-dump.ts';
import { asOneFile, exporting, pullOf, textOf, type LaidFile } from './crm/exports.ts';
import { nightlyFolder, type NightlyFolder } from './crm/folder.ts';
import { anyLife, rowsAt, type Version } from './crm/life.ts';
import { unlikePlain } from './crm/plain-facts.ts';
import { plainTables } from './crm/plain-records.ts';
import { crmTables } from './crm/tables.ts';
import type { FaultPart } from './fault-report.ts';

/** What a night is like; the first pulls everything. */
const sorts = ['usual', 'usual', 'usual', 'none', 'two', 'cut', 'damaged', 'duplicate', 'usual', 'usual'] as const;
type Night = (typeof sorts)[number] | 'whole';

const most = 60;
const [day, hour] = [86_400, 3600];
const firstNight = Date.parse('2026-09-01T22:00:00Z') / 1000;
/** What happens in the CRM from one night to the next, and in as many nights before the first. */
const happensANight = 40;
const nightsBefore = (nights: number): number => (nights === most ? 200 : nights * 2);

/** The share by which a database that was kept may be larger than a new one. */
const largerBy = 0.2;

/** Drawn from dice: nothing is made smaller of sixty nights. */
function chanceOfDice(seed: number): Chance {
  const dice = diceOf(seed);
  const one = <T>(of: readonly [T, ...T[]]): T => dice.pick(of);
  const some = <T>(of: readonly T[]): T[] => of.filter(() => dice.chance(1 / 3));
  return { one, some, whole: (min, max) => dice.whole(min, max), often: (times) => dice.chance(times / 10) };
}

/** Nights of every sort in any order, again and again; in the middle everything is pulled anew, and the last is as usual. */
function anyNights(nights: number, chance: Chance): Night[] {
  const lots = Array.from({ length: nights }, (_, nth) => ({
    night: sorts[nth % sorts.length] ?? 'usual',
    lot: Math.floor(nth / sorts.length) * 100 + chance.whole(0, 99),
  }));
  const drawn: Night[] = lots.toSorted((one, other) => one.lot - other.lot).map(({ night }) => night);
  return drawn.map((night, nth) => {
    if (nth === 0 || nth === Math.floor(nights / 2)) return 'whole';
    return nth === nights - 1 ? 'usual' : night;
  });
}

interface Soak {
  readonly folder: NightlyFolder;
  readonly chance: Chance;
  readonly exportAt: readonly ReturnType<typeof exporting>[];
  /** All files that ever lay there. */
  readonly told: LaidFile[];
  /** Those that lie there now. */
  readonly there: LaidFile[];
  /** A file that was cut short and comes again the night after. */
  damaged: LaidFile | null;
}

/** Lays what a night brings. */
async function layNight(soak: Soak, night: Night, time: number, isLast: boolean): Promise<void> {
  const { folder, chance, exportAt, there } = soak;
  const holds = night === 'whole' ? 'everything' : 'changes';
  const pulling = night === 'cut' ? exportAt.filter(() => chance.often(6)) : exportAt;
  const pulled = (at: number): LaidFile[] => pulling.map((pull) => asOneFile(pull(at, holds, isLast)));
  const files = night === 'none' ? [] : night === 'two' ? [...pulled(time - 6 * hour), ...pulled(time)] : pulled(time);
  const [again] = night === 'duplicate' ? files.filter(({ rows }) => rows.length > 0) : [];
  if (again) files.push({ ...again, name: again.name.replace('.csv', '-copy.csv') });
  // A whole pull takes the files away that it replaces; one that was cut short leaves what it had begun.
  const old = night === 'whole' ? there.splice(0) : [];
  there.push(...files);
  soak.told.push(...files);
  await folder.lay(files.concat(soak.damaged ?? []), old);
  soak.damaged =
    night === 'damaged' ? (files.toSorted((one, other) => other.rows.length - one.rows.length)[0] ?? null) : null;
  if (soak.damaged) await truncate(join(folder.exportsDir, soak.damaged.name), textOf(soak.damaged).length - 9);
  if (night === 'cut') await layUnnamed(folder, `${pullOf(time)}/Lead-unfinished.csv`, files[0]);
}

/** Half a file that the manifest does not name. */
async function layUnnamed({ exportsDir }: NightlyFolder, name: string, file: LaidFile | undefined): Promise<void> {
  const text = file ? textOf(file) : '';
  await mkdir(dirname(join(exportsDir, name)), { recursive: true });
  await writeFile(join(exportsDir, name), text.slice(0, text.length / 2));
}

/** What does not hold after a night. A file that was cut short is refused, and the database stays as it was. */
function wrongAfter(soak: Soak, faults: readonly string[], before: string, isLookedAt: boolean): readonly string[] {
  const { folder, told, damaged } = soak;
  if (damaged) {
    const isRefused = faults.some((fault) => fault.includes('cut off'));
    return [...(isRefused ? [] : ['a file that was cut short was taken']), ...difference(before, folder.dump())];
  }
  if (faults.length > 0) return faults;
  return isLookedAt ? unlikePlain(plainTables(told), folder.dump()) : [];
}

/** One whole export of all that is known at an instant; of tables that forget, of all that was ever told. */
function finalState(life: readonly Version[], told: readonly LaidFile[], time: number): LaidFile[] {
  return crmTables.map((table) => {
    const known = table.forgets
      ? plainTables(told.filter((file) => file.table === table))[0]?.rows.values()
      : undefined;
    return asOneFile({ table, time, holds: 'everything', rows: known ? [...known] : rowsAt(life, table.name, time) });
  });
}

const inAll = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0);

export const soak: FaultPart = async ({ seed, times, folder: root, say }) => {
  const count = Math.min(times, most);
  const chance = chanceOfDice(seed);
  const nights = anyNights(count, chance);
  const before = nightsBefore(count) * day;
  const lively = {
    happens: ((before + count * day) / day) * happensANight,
    begin: firstNight - before,
    apart: (2 * day) / happensANight,
  };
  const life = anyLife(chance, { ...lively, losesTraces: false });
  const folder = nightlyFolder(join(root, 'kept'), crmTables);
  const exportAt = crmTables.map((table) => exporting(life, table, chance));
  const it: Soak = { folder, chance, exportAt, told: [], there: [], damaged: null };
  const failures: string[] = [];
  const taken: number[] = [];
  for (const [nth, night] of nights.entries()) {
    const time = firstNight + nth * day;
    const isLast = nth === count - 1;
    const isLookedAt = count < most || nth % 10 === 9;
    const dumped = night === 'damaged' ? folder.dump() : '';
    await layNight(it, night, time, isLast);
    const cpu = process.cpuUsage();
    const { faults } = await folder.ingest(time + hour);
    const { user, system } = process.cpuUsage(cpu);
    taken.push((user + system) / 1e6);
    const wrong = wrongAfter(it, faults, dumped, isLookedAt);
    if (wrong.length > 0) failures.push(`seed ${seed}, night ${nth + 1} (${night}): ${wrong.slice(0, 5).join('; ')}`);
    if (nth % 10 === 9) say(`${nth + 1} of ${count} nights`);
  }
  const once = nightlyFolder(join(root, 'once'), crmTables);
  await once.lay(finalState(life, it.told, firstNight + (count - 1) * day));
  await once.ingest(firstNight + count * day);
  const [whole, kept] = [once.dump(), folder.dump()];
  const differing = difference(whole, kept);
  const larger = statSync(folder.database).size / statSync(once.database).size - 1;
  const few = Math.min(10, Math.ceil(count / 3));
  const slower = inAll(taken.slice(-few)) / inAll(taken.slice(0, few));
  const records = whole.split('\n').length - 1;
  return [
    {
      what: 'nightly deltas in a row, with late, repeated, merged and deleted rows',
      tried: count,
      held: count - failures.length,
      found: `CPU of the last ${few} nights ${slower.toFixed(2)} of that of the first ${few}, ${(inAll(taken) / count).toFixed(2)} s a night`,
      failures,
    },
    {
      what: 'all of them together, and one whole export of the last day: the same facts',
      tried: 1,
      held: Number(differing.length === 0),
      found: `${records.toLocaleString('en-GB')} facts`,
      failures: differing.map((line) => `seed ${seed}: ${line}`),
    },
    {
      what: 'the database that was kept, no more than a fifth larger than a new one',
      tried: 1,
      // A few nights of next to nothing are mostly the accounts of their files.
      held: Number(larger <= largerBy || count < most),
      found: `${(larger * 100).toFixed(1)}% larger`,
      failures: larger <= largerBy || count < most ? [] : [`${(larger * 100).toFixed(1)}% larger`],
    },
  ];
};
