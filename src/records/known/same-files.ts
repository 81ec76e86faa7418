import { join } from 'node:path';
import { sha256Of } from '../files/sha256-of.ts';
import type { KeptFile } from './kept-run.ts';
import type { Stamp } from './stamps.ts';

/**
 * Whether files are those that were read: by name, size and time of change. Where only the time is another, as after a copy or a fresh checkout, the
 * content is hashed, if a hash of it is kept; where none is, it counts as another file.
 *
 * What stays unseen: content that was changed while size and time were left as they were, and no manifest tells another hash.
 */
export async function sameFiles(
  exportsDir: string,
  kept: readonly KeptFile[],
  now: readonly Stamp[],
): Promise<'the same' | 'with other times' | 'others'> {
  if (kept.length !== now.length) return 'others';
  const touched: KeptFile[] = [];
  for (const [nth, file] of kept.entries()) {
    const stamp = now[nth];
    if (stamp?.name !== file.name || stamp.bytes !== file.bytes) return 'others';
    if (stamp.changed !== file.changed) touched.push(file);
  }
  if (touched.some(({ sha256 }) => sha256 === null)) return 'others';
  for (const { name, sha256 } of touched)
    if ((await hashIfReadable(join(exportsDir, name))) !== sha256) return 'others';
  return touched.length === 0 ? 'the same' : 'with other times';
}

/** The hash of a file's bytes; null where it can't be read: whoever reads it for its rows will say why. */
export function hashIfReadable(path: string): Promise<string | null> {
  return sha256Of(path).catch(() => null);
}
