import { join } from 'node:path';
import { bytesOf } from './disk.ts';
import { takeAway, withFile, workFolder, type Pulling } from './pulling.ts';
import type { Placing } from './state.ts';

/**
 * Puts a file that is complete into its place, step by step, so that after a kill the same steps come to the same: what is to be done was written into
 * the state before. Until the manifest names it, what was there before counts.
 * @returns whether it is in place; false where what was to be moved is gone
 */
export async function placeFile(pulling: Pulling, { moves, entry, replaces }: Placing): Promise<boolean> {
  const { disk, exports } = pulling;
  const from = join(exports, workFolder, moves);
  const to = join(exports, entry.file);
  if ((await bytesOf(from)) === entry['bytes']) {
    await loosen(pulling, entry.file);
    await disk.move(from, to);
  } else if ((await bytesOf(to)) !== entry['bytes']) return false;
  await pulling.keepManifest(withFile(pulling.manifest(), entry, replaces));
  for (const old of replaces) await takeAway(disk, exports, old);
  return true;
}

const unsaid = { sha256: undefined, bytes: undefined, rows: undefined, version: undefined };

/** Where a file is written over, the manifest says nothing of its bytes in between: it is the old one or the new one, and both are whole. */
async function loosen(pulling: Pulling, name: string): Promise<void> {
  const before = pulling.manifest().files.find(({ file }) => file === name);
  if (before?.sha256 === undefined) return;
  await pulling.keepManifest(withFile(pulling.manifest(), { ...before, ...unsaid }));
}
