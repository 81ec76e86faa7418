/** What a command that is killed finds, and what must stand after it and after the next one. */
import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { difference } from './canonical-dump.ts';
import { makeSmallCompany } from './small-company.ts';
import { placeIn, standingIn } from './standing.ts';
import type { Place, Standing } from './standing.ts';
import { startCommand } from './start-command.ts';

export type Words = (place: Place) => readonly string[];

export interface Ground {
  /** As the table names it: `ingest over no database`. */
  readonly named: string;
  /** What stands before; it is copied for each try. */
  readonly from: Place;
  readonly before: Standing;
  /** The command that is killed. */
  readonly killed: Words;
  /** What it leaves where nobody kills it. */
  readonly done: Standing;
  /** All that may stand after the kill, part by part: what stood before, what is done, and what is made on the way. */
  readonly mayStand: readonly Standing[];
  /** Milliseconds that it takes where nobody kills it. */
  readonly whole: number;
  /** The commands that are run after it. */
  readonly next: readonly Words[];
  /** What stands in the end, whether the first command was killed or not. */
  readonly end: Standing;
  /** What the next commands say of the exports where the killed one had not come to its end, and where it had. */
  readonly says: { readonly ofBefore: string; readonly ofDone: string };
}

/** The grounds of an ingest: no database, and one of other exports. */
export async function ingestGrounds(folder: string): Promise<readonly [Ground, Ground]> {
  const { before, after } = await commandsIn(folder);
  const [none, old] = [placeIn(join(folder, 'none')), placeIn(join(folder, 'old'))];
  await mkdir(none.folder, { recursive: true });
  await run([before], old);
  return Promise.all([
    groundOf({ named: 'ingest over no database', from: none, killed: after, next: [after] }, folder),
    groundOf({ named: 'ingest over an old one', from: old, killed: after, next: [after] }, folder),
  ]);
}

/** The grounds of what follows an ingest, whose database is changed in its place: the same command again, or the night after. */
export async function laterGrounds(folder: string): Promise<readonly Ground[]> {
  const { before, after, measure, build } = await commandsIn(folder);
  const [old, built] = [placeIn(join(folder, 'to measure')), placeIn(join(folder, 'to build'))];
  await run([before], old);
  await run([before, build('before')], built);
  return [
    await groundOf({ named: 'measure', from: old, killed: measure, next: [measure] }, folder),
    await groundOf({ named: 'measure before the next night', from: old, killed: measure, next: [after, measure] }, folder), // prettier-ignore
    await groundOf(
      { named: 'build', from: built, killed: build('after'), next: [build('after')], between: [after] },
      folder,
    ),
  ];
}

async function commandsIn(folder: string) {
  const { data, exports } = await makeSmallCompany(folder);
  const around = (place: Place): readonly string[] =>
    ['--data', data, '--database', place.database, '--published', place.published, '--now', '2026-11-16T06:00:00Z']; // prettier-ignore
  const ingest =
    (from: string): Words =>
    (place) => ['ingest', '--exports', from, '--json', ...around(place)];
  return {
    before: ingest(exports.before),
    after: ingest(exports.after),
    measure: ((place) => ['measure', ...around(place)]) satisfies Words,
    build:
      (week: 'before' | 'after'): Words =>
      (place) => ['build', '--exports', exports[week], '--out', place.site, ...around(place)],
  };
}

interface Plan extends Pick<Ground, 'named' | 'from' | 'killed' | 'next'> {
  /** Commands that make what stands on the way of the one that is killed. */
  readonly between?: readonly Words[];
}

async function groundOf({ named, from, killed, next, between = [] }: Plan, folder: string): Promise<Ground> {
  const copy = async (way: string): Promise<Place> => {
    const place = placeIn(join(folder, `${named}, ${way}`));
    await cp(from.folder, place.folder, { recursive: true });
    return place;
  };
  const [twice, once, half] = [await copy('twice'), await copy('once'), await copy('half')];
  const before = await standingIn(from);
  const { milliseconds: whole } = await run([killed], twice);
  const done = await standingIn(twice);
  await run(between, half);
  const ofDone = await run(next, twice);
  const ofBefore = await run(next, once);
  const end = await standingIn(twice);
  const differs = faultsOf(end, await standingIn(once));
  if (differs.length > 0) throw new Error(`${named}: run twice it ends otherwise than run once: ${differs.join('; ')}`);
  const mayStand = [before, done, await standingIn(half)];
  const says = { ofDone: ofDone.says, ofBefore: ofBefore.says };
  return { named, from, before, killed, done, mayStand, whole, next, end, says };
}

/** Runs commands that nobody disturbs. @throws where one of them does not end well. */
export async function run(
  commands: readonly Words[],
  place: Place,
): Promise<{ readonly says: string; readonly milliseconds: number }> {
  const said: string[] = [];
  const began = performance.now();
  await mkdir(place.folder, { recursive: true });
  for (const words of commands) {
    const { status, out, err } = await startCommand(words(place)).ended;
    if (status !== 0) throw new Error(`a run that nobody disturbed ended with ${status}: ${err}`);
    said.push(saidOfExports(words(place)[0] ?? '', out, err).replaceAll(place.folder, ''));
  }
  return { says: said.join('\n'), milliseconds: performance.now() - began };
}

/** The account and the problems. Whether this run or the one that was killed wrote a file or computed a value is neither. */
function saidOfExports(name: string, out: string, err: string): string {
  const problems = err.split('\n').filter((line) => !line.startsWith('What changed since the export before'));
  return `${name === 'ingest' ? out : ''}${problems.join('\n')}`;
}

/** In what something that stands is not what must stand. */
export function faultsOf(must: Standing, is: Standing): string[] {
  const faults: string[] = [];
  if (is.records !== must.records)
    faults.push(`another database: ${difference(must.records ?? '', is.records ?? '').join('; ')}`);
  if (is.observed !== must.observed) faults.push('something else was observed');
  if (is.site !== must.site) faults.push(`another site: ${difference(must.site ?? '', is.site ?? '').join('; ')}`);
  const [left, lacks] = [is.files.filter((file) => !must.files.includes(file)), must.files.filter((file) => !is.files.includes(file))]; // prettier-ignore
  if (left.length > 0) faults.push(`left over: ${left.join(', ')}`);
  if (lacks.length > 0) faults.push(`not there: ${lacks.join(', ')}`);
  return faults;
}
