import { hash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { namesIn } from '../files/found-files.ts';
import { manifestName } from '../manifest-name.ts';

/** What tells a file of the exports from what it was, without opening it. */
export interface Stamp {
  /** Relative to the exports. */
  readonly name: string;
  readonly bytes: number;
  /** When it was changed, nanoseconds since 1970, in digits. */
  readonly changed: string;
}

/** What the folder of exports looks like from outside. */
export interface Stamps<File extends Stamp = Stamp> {
  /** By name: also those that no source reads, as a run warns of them. */
  readonly files: readonly File[];
  /** The manifest's text; null where there is none. It is no file of the list. */
  readonly manifest: string | null;
}

/**
 * Stamps of all files of a folder; null where there is none, or somebody takes files away meanwhile. To be taken before a file is read: one that changes meanwhile is another afterwards.
 */
export async function stampsOf(exportsDir: string): Promise<Stamps | null> {
  const names = await namesIn(exportsDir);
  if (names === null) return null;
  const others = names.filter((name) => name !== manifestName);
  try {
    const files = await Promise.all(others.map((name) => stampOf(exportsDir, name)));
    const manifest = names.includes(manifestName) ? await readFile(join(exportsDir, manifestName), 'utf8') : null;
    return { files, manifest };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

async function stampOf(exportsDir: string, name: string): Promise<Stamp> {
  const { size, mtimeNs } = await stat(join(exportsDir, name), { bigint: true });
  return { name, bytes: Number(size), changed: String(mtimeNs) };
}

/** Tells one text from another. */
export function hashOf(text: string): string {
  return hash('sha256', text);
}
