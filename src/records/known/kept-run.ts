import type Sqlite from 'better-sqlite3';
import { readKnownRun, writeKnownRun } from '../../store/known-run.ts';
import type { Problem } from '../../values/problem.ts';
import type { ObservedLine } from '../history/observed-line.ts';
import type { SameNow } from './by-now.ts';
import type { Stamp } from './stamps.ts';

/** A file of the exports as it was when it was read. */
export interface KeptFile extends Stamp {
  /** The hash of its bytes, where the manifest told one, or it was made because times are not kept where the file lies. */
  readonly sha256: string | null;
}

/** What the manifest told, by parts that change for different reasons; hashes. */
export interface KeptManifest {
  readonly text: string;
  /** Without what an ingest does not read. */
  readonly files: string;
}

/** What an ingest was made of, and what it said. */
export interface KeptRun {
  /** The `now` of the ingest that read the exports, seconds since 1970. */
  readonly readAt: number;
  readonly code: string;
  /** Of what sources, connections and company were read from, and of what they came to. */
  readonly texts: string;
  readonly written: string;
  /** Of the person key; '' where there was none, so that a random one was made. */
  readonly personKey: string;
  /** The folder, as problems name it. */
  readonly exportsDir: string;
  readonly files: readonly KeptFile[];
  readonly manifest: KeptManifest | null;
  readonly now: SameNow;
  readonly observed: {
    /** Of what was observed before the run. */
    readonly before: string;
    /** And after it: a run that begins with this gives the same; null where it might give more. */
    readonly after: string | null;
    readonly added: readonly ObservedLine[];
  };
  /** All but those that compare with the ingest before: the same exports have nothing new. */
  readonly problems: readonly Problem[];
}

/** Keeps a run in the store that it filled. */
export function writeKeptRun(sqlite: Sqlite.Database, run: KeptRun): void {
  writeKnownRun(sqlite, JSON.stringify(run));
}

/** The run that made a database; null where it is not told whole. What is sealed is as it was written, so that its form is not tested again. */
export function readKeptRun(database: string): KeptRun | null {
  const kept = readKnownRun(database);
  return kept === null ? null : (JSON.parse(kept) as KeptRun);
}
