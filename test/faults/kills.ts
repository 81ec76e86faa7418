/** Commands are killed at every moment: what stands is whole, and the next run ends as if nothing had happened. */
import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { diceOf } from '../../scripts/sample/chance.ts';
import { difference } from './canonical-dump.ts';
import type { FaultPart, FaultReport, FaultTask } from './fault-report.ts';
import { killCommand } from './kill.ts';
import { aimSorts } from './kill-moments.ts';
import type { Aim, AimSort } from './kill-moments.ts';
import { makeSmallCompany } from './small-company.ts';
import { placeIn, standingIn } from './standing.ts';
import type { Place, Standing } from './standing.ts';
import { startCommand } from './start-command.ts';

/** A run that nobody disturbed. */
interface Undisturbed {
  readonly standing: Standing;
  /** The account, and the problems. */
  readonly says: string;
  readonly milliseconds: number;
}

/** What stands before the run that is killed, and what must stand after it. */
export interface Ground {
  readonly named: string;
  /** What stands before; it is copied for each try. */
  readonly from: Place;
  readonly before: Standing;
  readonly first: Undisturbed;
  /** The same run again, over what the first one made. */
  readonly again: Undisturbed;
  readonly words: (place: Place) => readonly string[];
}

/** Kills as often as is asked, spread over the sorts of moments, half of them where an old database stands. */
export const kills: FaultPart = async (task) => {
  const grounds = await groundsIn(join(task.folder, 'kills'));
  const plan = aimSorts.flatMap((sort, row) => grounds.map((ground, column) => ({ sort, ground, row, column })));
  const reports: FaultReport[] = [];
  for (const { sort, ground, row, column } of plan) {
    const times = Math.max(1, Math.round((task.times * sort.share) / grounds.length));
    reports.push(await tryOften(task, { sort, ground, times, row: row * grounds.length + column }));
  }
  return reports;
};

/** The grounds that a run may find: no database, and one of other exports. */
export async function groundsIn(folder: string): Promise<readonly [Ground, Ground]> {
  const { data, exports } = await makeSmallCompany(folder);
  const wordsFor = (from: string) => (place: Place) =>
    ['ingest', '--data', data, '--exports', from, '--database', place.database, '--published', place.published, '--now', '2026-11-16T06:00:00Z', '--json']; // prettier-ignore
  const [none, old] = [placeIn(join(folder, 'none')), placeIn(join(folder, 'old'))];
  for (const place of [none, old]) await mkdir(place.folder, { recursive: true });
  await undisturbed(wordsFor(exports.before)(old), old);
  const words = wordsFor(exports.after);
  return [await groundOf('no database', none, words, folder), await groundOf('an old one', old, words, folder)];
}

async function groundOf(named: string, from: Place, words: Ground['words'], folder: string): Promise<Ground> {
  const place = placeIn(join(folder, `${named} undisturbed`));
  await cp(from.folder, place.folder, { recursive: true });
  const before = await standingIn(from);
  const first = await undisturbed(words(place), place);
  const again = await undisturbed(words(place), place);
  const differs = [...faultsOf(first.standing, again.standing), ...faultsOf(again.standing, first.standing)];
  if (differs.length > 0) throw new Error(`a second run gives something else than the first: ${differs.join('; ')}`);
  return { named, from, before, first, again, words };
}

async function undisturbed(words: readonly string[], place: Place): Promise<Undisturbed> {
  const { status, out, err, milliseconds } = await startCommand(words).ended;
  if (status !== 0) throw new Error(`a run that nobody disturbed ended with ${status}: ${err}`);
  // Whether the file of what was observed was written in this run or in the one that was killed is no problem of the exports.
  const problems = err.split('\n').filter((line) => !line.startsWith('What changed since the export before'));
  return { standing: await standingIn(place), says: `${out}${problems.join('\n')}`, milliseconds };
}

interface Row {
  readonly sort: AimSort;
  readonly ground: Ground;
  readonly times: number;
  readonly row: number;
}

async function tryOften(task: FaultTask, { sort, ground, times, row }: Row): Promise<FaultReport> {
  const what = `ingest over ${ground.named} killed ${sort.what}`;
  const tries = { killed: 0, wasNew: 0, failures: [] as string[] };
  for (let nth = 0; nth < times; nth++) {
    const aim = sort.aim(diceOf(task.seed, row, nth), (nth + 0.5) / times, ground.first.milliseconds);
    const tried = await tryOnce(ground, aim, join(task.folder, 'kills', 'try'));
    if (tried.killed) tries.killed += 1;
    else if (sort.mustCome) tried.faults.push('it was never killed: the moment did not come');
    if (tried.wasNew) tries.wasNew += 1;
    if (tried.faults.length > 0)
      tries.failures.push(`${what}, ${JSON.stringify(aim)} (--seed ${task.seed}, number ${nth + 1}): ${tried.faults.join('; ')}`); // prettier-ignore
    task.say(`${what}: ${nth + 1} of ${times}`);
  }
  const found = `${tries.killed} killed before the end; the new one stood after ${tries.wasNew}`;
  return { what, tried: times, held: times - tries.failures.length, found, failures: tries.failures };
}

interface Tried {
  readonly killed: boolean;
  /** Whether the new database had taken its place. */
  readonly wasNew: boolean;
  readonly faults: string[];
}

/** Kills a run once, looks at what stands, runs it again and looks at what stands then. */
export async function tryOnce(ground: Ground, aim: Aim, folder: string): Promise<Tried> {
  const place = placeIn(folder);
  try {
    await cp(ground.from.folder, place.folder, { recursive: true });
    const killed = await killCommand(ground.words(place), aim, place.folder);
    const left = await standingIn(place);
    const wasNew = left.records !== ground.before.records;
    const faults = wholeFaults(ground, left);
    const next = await undisturbed(ground.words(place), place);
    faults.push(...faultsOf(ground.first.standing, next.standing).map((fault) => `after the next run: ${fault}`));
    const says = (wasNew ? ground.again : ground.first).says;
    if (next.says !== says) faults.push(`the next run says ${next.says}, not ${says}`);
    return { killed, wasNew, faults };
  } catch (error) {
    return { killed: true, wasNew: false, faults: [String(error)] };
  } finally {
    await rm(place.folder, { recursive: true, force: true });
  }
}

/** What a kill left is all of the old or all of the new. */
function wholeFaults({ before, first }: Ground, left: Standing): string[] {
  const { records, observed } = first.standing;
  const faults: string[] = [];
  if (left.records !== before.records && left.records !== records)
    faults.push(`half a database: ${difference(records ?? '', left.records ?? '').join('; ')}`);
  if (left.observed !== before.observed && left.observed !== observed) faults.push('half of what was observed');
  return faults;
}

function faultsOf(must: Standing, is: Standing): string[] {
  const faults: string[] = [];
  if (is.records !== must.records)
    faults.push(`another database: ${difference(must.records ?? '', is.records ?? '').join('; ')}`);
  if (is.observed !== must.observed) faults.push('something else was observed');
  if (is.files.join() !== must.files.join()) faults.push(`other files are there: ${is.files.join(', ')}`);
  return faults;
}
