/** Commands are killed at every moment: what stands is whole, and the next run ends as if nothing had happened. */
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { diceOf } from '../../scripts/sample/chance.ts';
import { difference } from './canonical-dump.ts';
import type { FaultPart, FaultReport, FaultTask } from './fault-report.ts';
import { faultsOf, ingestGrounds, laterGrounds, run } from './grounds.ts';
import type { Ground } from './grounds.ts';
import { killCommand } from './kill.ts';
import { aimSorts } from './kill-moments.ts';
import type { Aim, AimSort } from './kill-moments.ts';
import { placeIn, standingIn } from './standing.ts';
import type { Standing } from './standing.ts';

/** Kills an ingest as often as is asked, spread over the sorts of moments, half of them where an old database stands; and what follows it some times more. */
export const kills: FaultPart = async (task) => {
  const ingests = await ingestGrounds(join(task.folder, 'ingest'));
  const later = await laterGrounds(join(task.folder, 'later'));
  const rows = [
    ...aimSorts.ingest.flatMap((sort) =>
      ingests.map((ground) => ({ sort, ground, share: sort.share / ingests.length })),
    ),
    ...aimSorts.measure.flatMap((sort) => later.slice(0, 2).map((ground) => ({ sort, ground, share: sort.share }))),
    ...aimSorts.build.flatMap((sort) => later.slice(2).map((ground) => ({ sort, ground, share: sort.share }))),
  ];
  const reports: FaultReport[] = [];
  for (const [number, row] of rows.entries()) reports.push(await tryOften(task, row, number));
  return reports;
};

interface Row {
  readonly sort: AimSort;
  readonly ground: Ground;
  /** Of all kills. */
  readonly share: number;
}

async function tryOften(task: FaultTask, { sort, ground, share }: Row, row: number): Promise<FaultReport> {
  const what = `${ground.named} killed ${sort.what}`;
  const times = Math.max(1, Math.round(task.times * share));
  let [killed, isNew] = [0, 0];
  const failures: string[] = [];
  for (let nth = 0; nth < times; nth++) {
    const aim = sort.aim(diceOf(task.seed, row, nth), (nth + 0.5) / times, ground.whole);
    const tried = await tryOnce(ground, aim, join(task.folder, 'try'));
    if (tried.killed) killed += 1;
    if (tried.isNew) isNew += 1;
    const faults = sort.mustCome && !tried.killed ? [...tried.faults, 'its moment never came'] : tried.faults;
    if (faults.length > 0)
      failures.push(
        `${what} (number ${nth + 1} with --seed ${task.seed}: ${JSON.stringify(aim)}): ${faults.join('; ')}`,
      );
    task.say(`${what}: ${nth + 1} of ${times}`);
  }
  const found = `${killed} before the end; all of the new stood after ${isNew}`;
  return { what, tried: times, held: times - failures.length, found, failures };
}

interface Tried {
  readonly killed: boolean;
  /** Whether all that the command makes of the database stood already. */
  readonly isNew: boolean;
  readonly faults: readonly string[];
}

/** Kills a run once, looks at what stands, runs what comes next and looks at what stands then. */
export async function tryOnce(ground: Ground, aim: Aim, folder: string): Promise<Tried> {
  const place = placeIn(folder);
  try {
    await cp(ground.from.folder, place.folder, { recursive: true });
    const killed = await killCommand(ground.killed(place), aim, place.folder);
    const left = await standingIn(place);
    const isNew = left.records !== ground.before.records;
    const next = await run(ground.next, place);
    const faults = faultsOf(ground.end, await standingIn(place)).map((fault) => `after the next run: ${fault}`);
    const must = isNew ? ground.says.ofDone : ground.says.ofBefore;
    if (next.says !== must) faults.push(`the next run says ${next.says}, not ${must}`);
    return { killed, isNew, faults: [...halves(ground, left), ...faults] };
  } catch (error) {
    return { killed: true, isNew: false, faults: [String(error)] };
  } finally {
    await rm(place.folder, { recursive: true, force: true });
  }
}

/** What a kill left must be all of the old or all of the new, each by itself. */
function halves({ done, mayStand }: Ground, left: Standing): string[] {
  const parts = ['records', 'observed', 'site'] as const;
  return parts
    .filter((part) => !mayStand.some((standing) => standing[part] === left[part]))
    .map((part) => `half of the ${part}: ${difference(done[part] ?? '', left[part] ?? '').join('; ')}`);
}
