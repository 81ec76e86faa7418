import { existsSync } from 'node:fs';
import type { Company } from '../../values/agreement.ts';
import type { Connection } from '../connection.ts';
import type { ObservedLine } from '../history/observed-line.ts';
import { pullsTold } from '../pulls-told.ts';
import type { Source } from '../source.ts';
import { readKeptRun } from './kept-run.ts';
import type { KeptFile, KeptRun } from './kept-run.ts';
import { hashedStamps } from './hashed-stamps.ts';
import type { KnownBy } from './known-by.ts';
import { manifestTold } from './manifest-told.ts';
import { giveAgain, isFromHere } from './same-run.ts';
import type { RunPlace, SameRun } from './same-run.ts';
import { stampsOf } from './stamps.ts';
import type { Stamps } from './stamps.ts';
import { observedHash, writtenHash } from './written.ts';

/** What an ingest is asked to do, as far as its result depends on it. */
export interface RunAsked extends Omit<RunPlace, 'known'> {
  readonly sources: readonly Source[];
  readonly connections?: readonly Connection[] | undefined;
  readonly company: Company;
  readonly observed?: readonly ObservedLine[] | undefined;
  readonly known?: KnownBy | undefined;
}

/** What is known when an ingest begins. */
export interface Known {
  /** What the run before gave, where this one would give the same; null: the exports are to be read. */
  readonly same: (SameRun & { readonly observed: readonly ObservedLine[] }) | null;
  /** What the exports looked like before any was read, with hashes of some; null where nothing is to be known again. */
  readonly stamps: Stamps<KeptFile> | null;
}

/**
 * Whether an ingest would give what the database holds already: the same code, sources, connections, settings, person key and exports, the same that was
 * observed, at a time that makes no difference. Then no export is opened, and the database stays as it is, byte for byte; only what is told of pulls may be
 * newer. What can't be read, is older in form or was cut says nothing, and all is read.
 */
export async function knownRun(task: RunAsked): Promise<Known> {
  const { known, exportsDir, database } = task;
  const stamps = known ? await stampsOf(exportsDir) : null;
  if (!known || stamps === null) return { same: null, stamps: null };
  const run = existsSync(database) ? readKeptRun(database) : null;
  const same = run && (await givenAgain(run, { ...task, known }, stamps));
  if (same) return { same, stamps: null };
  return { same: null, stamps: { ...stamps, files: await hashedStamps(exportsDir, stamps.files, run?.files ?? []) } };
}

async function givenAgain(run: KeptRun, task: RunAsked & RunPlace, stamps: Stamps): Promise<Known['same']> {
  if (!isFromHere(run, task) || run.written !== writtenHash(task)) return null;
  const observed = observedThen(run, task.observed ?? []);
  const told = manifestTold(stamps.manifest);
  if (observed === null || told === null || told.manifest?.files !== run.manifest?.files) return null;
  const pulls = told.manifest?.text === run.manifest?.text ? null : pullsTold(task.connections ?? [], told.pulls);
  const otherwise = { texts: task.known.texts, manifest: told.manifest, pulls };
  const same = await giveAgain(run, task, stamps, otherwise);
  return same && { ...same, observed };
}

/** What a run that begins with these lines ends with; null where it was not begun with them. */
function observedThen({ observed }: KeptRun, lines: readonly ObservedLine[]): readonly ObservedLine[] | null {
  const hash = observedHash(lines);
  if (hash === observed.after) return lines;
  return hash === observed.before ? [...lines, ...observed.added] : null;
}
