import { existsSync } from 'node:fs';
import { takeBack } from '../../store/take-back.ts';
import { readKeptRun } from './kept-run.ts';
import { giveAgain, isFromHere } from './same-run.ts';
import type { RunPlace, SameRun } from './same-run.ts';
import { hashOf, stampsOf } from './stamps.ts';

/** The file of what was observed. */
export interface ObservedFile {
  /** '' where there is none. */
  readonly text: string;
  /** Whether what a run observes is to be written down. */
  readonly isKept: boolean;
}

/**
 * What `knownRun` tells, by the texts alone: nothing that the company wrote down needs to be understood where all of it is as it was. Null where it must be, and
 * where an ingest was cut off that left something to clear away.
 * @throws where another process changes the database.
 */
export async function knownAtOnce(place: RunPlace, observed: ObservedFile): Promise<SameRun | null> {
  const { database, exportsDir, known } = place;
  if (known.fresh === true || !existsSync(database) || existsSync(`${database}.new`)) return null;
  takeBack(database);
  const run = readKeptRun(database);
  if (run === null || !isFromHere(run, place) || run.texts !== known.texts) return null;
  const hash = hashOf(observed.text);
  const wasKept = hash === run.observed.after;
  if (!wasKept && (hash !== run.observed.before || observed.isKept)) return null;
  const stamps = await stampsOf(exportsDir);
  if (stamps === null || (stamps.manifest === null ? null : hashOf(stamps.manifest)) !== (run.manifest?.text ?? null))
    return null;
  return giveAgain(run, place, stamps, { texts: run.texts, manifest: run.manifest, pulls: null });
}
