import { noManifest, parseManifest, type Manifest } from '../manifest.ts';
import type { PullAccount } from '../manifest.ts';
import type { KeptManifest } from './kept-run.ts';
import { hashOf } from './stamps.ts';

/** What a manifest tells, and how it is told from another one. */
export interface ManifestTold {
  /** Null where there is none. */
  readonly manifest: KeptManifest | null;
  readonly pulls: readonly PullAccount[];
  /** The hashes of files by name. */
  readonly sha256: ReadonlyMap<string, string>;
}

/** Reads a manifest's text, null for none; null where it can't be read. */
export function manifestTold(text: string | null): ManifestTold | null {
  const { manifest, problems } = text === null ? { manifest: noManifest, problems: [] } : parseManifest(text, '');
  if (problems.length > 0) return null;
  const kept = text === null ? null : { text: hashOf(text), files: hashOf(filesRead(manifest)) };
  const hashes = manifest.files.flatMap(({ file, sha256 }) => (sha256 === undefined ? [] : [[file, sha256] as const]));
  return { manifest: kept, pulls: manifest.pulls ?? [], sha256: new Map(hashes) };
}

const readOfFile = ['file', 'asOf', 'rows', 'bytes', 'sha256', 'holds', 'pull', 'from'] as const;

/** What an ingest reads of the manifest's files. How far a pull asked is the pull's own affair. */
function filesRead({ files }: Manifest): string {
  const read = files.map((said) => readOfFile.map((key) => said[key]));
  return JSON.stringify(read);
}
