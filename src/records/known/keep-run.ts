import type { LocalTime } from '../../calendar/local-time.ts';
import type { NewStore } from '../../store/open.ts';
import type { Problem } from '../../values/problem.ts';
import type { ExportFile } from '../export-files.ts';
import type { ObservedLine } from '../history/observed-line.ts';
import { sameNow } from './by-now.ts';
import { writeKeptRun } from './kept-run.ts';
import type { KeptFile, KeptRun } from './kept-run.ts';
import type { RunAsked } from './known-run.ts';
import { manifestTold } from './manifest-told.ts';
import type { Stamps } from './stamps.ts';
import { observedHash, personKeyHash, writtenHash } from './written.ts';

/** What an ingest came to, as far as the database does not tell it. */
export interface RunEnded {
  /** As they were before the first file was read. */
  readonly stamps: Stamps<KeptFile> | null;
  /** As they were found: before a name told the time of one. */
  readonly files: readonly ExportFile[];
  readonly clock: LocalTime;
  /** All but those that compare with the ingest before. */
  readonly problems: readonly Problem[];
  /** What was observed so far: what was before, and behind it what is new. */
  readonly observed: readonly ObservedLine[];
}

/** Keeps what a run was made of in the store that it fills, so that the next one knows it again; keeps nothing where nothing is to be known. */
export function keepRun({ sqlite }: NewStore, task: RunAsked, ended: RunEnded): void {
  const { known, exportsDir, personKey, now } = task;
  const told = manifestTold(ended.stamps?.manifest ?? null);
  if (!known || !ended.stamps || !told) return;
  const files = ended.stamps.files.map((stamp) => ({ ...stamp, sha256: told.sha256.get(stamp.name) ?? stamp.sha256 }));
  writeKeptRun(sqlite, {
    readAt: now,
    code: known.code,
    texts: known.texts,
    written: writtenHash(task),
    personKey: personKeyHash(personKey),
    exportsDir,
    files,
    manifest: told.manifest,
    now: sameNow(ended.files, ended.clock, now),
    observed: observedIn(task.observed ?? [], ended.observed),
    problems: ended.problems,
  });
}

/**
 * What a run began and ended with. A run that begins with where this one ended gives the same again, save where something was observed of a kind for the first
 * time: there is a source more for it then (see `withObserved`).
 */
function observedIn(before: readonly ObservedLine[], after: readonly ObservedLine[]): KeptRun['observed'] {
  const kinds = (lines: readonly ObservedLine[]): string => [...new Set(lines.map(({ kind }) => kind))].sort().join();
  return {
    before: observedHash(before),
    after: kinds(before) === kinds(after) ? observedHash(after) : null,
    added: after.slice(before.length),
  };
}
