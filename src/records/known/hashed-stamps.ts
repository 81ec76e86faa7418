import { join } from 'node:path';
import { hashIfReadable } from './same-files.ts';
import type { KeptFile } from './kept-run.ts';
import type { Stamp } from './stamps.ts';

/**
 * Files with hashes of their own, where they are of use: those that have the size they had and another time lie where times are not kept, such as in a checkout,
 * and would be read each time. To hash all would cost every run in which something is new.
 */
export async function hashedStamps(
  exportsDir: string,
  stamps: readonly Stamp[],
  kept: readonly KeptFile[],
): Promise<readonly KeptFile[]> {
  const before = new Map(kept.map((file) => [file.name, file]));
  const hashed: KeptFile[] = [];
  for (const stamp of stamps) {
    const was = before.get(stamp.name);
    const isSameSize = was?.bytes === stamp.bytes;
    const isSame = isSameSize && was.changed === stamp.changed;
    const sha256 = isSame ? was.sha256 : isSameSize ? await hashIfReadable(join(exportsDir, stamp.name)) : null;
    hashed.push({ ...stamp, sha256 });
  }
  return hashed;
}
