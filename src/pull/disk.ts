import { constants } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { PullFault } from './pull-fault.ts';

/** What a pull writes with: a test may be a disk that is full, or that is cut off from its power. Everything throws `DiskFault` where the disk fails. */
export interface Disk {
  /** Goes on with a file behind so many bytes: what lies behind them is cut off. Its folder is made where there is none. */
  readonly appendTo: (path: string, from: number) => Promise<Appending>;
  /** Writes a text so that the file holds the old one or the new one, whole. */
  readonly replace: (path: string, text: string) => Promise<void>;
  /** Moves a file into place, and makes the folder for it. */
  readonly move: (from: string, to: string) => Promise<void>;
  /** Takes a file, or a folder with all that lies in it, away; one that is not there is fine. */
  readonly remove: (path: string) => Promise<void>;
}

export interface Appending {
  readonly write: (bytes: Uint8Array) => Promise<void>;
  /** All that was written is on the disk once this is done. */
  readonly close: () => Promise<void>;
}

/** The disk can't be written: whatever else would be pulled could not be either. */
export class DiskFault extends PullFault {}

export const realDisk: Disk = {
  appendTo: (path, from) => on(path, () => appendTo(path, from)),
  replace: (path, text) => on(path, () => replace(path, text)),
  move: (from, to) => on(to, () => move(from, to)),
  remove: (path) => on(path, () => rm(path, { recursive: true, force: true })),
};

/** How long a file is; null where there is none. */
export async function bytesOf(path: string): Promise<number | null> {
  return stat(path).then(
    (found) => (found.isFile() ? found.size : null),
    () => null,
  );
}

async function appendTo(path: string, from: number): Promise<Appending> {
  await mkdir(dirname(path), { recursive: true });
  const file = await open(path, constants.O_RDWR | constants.O_CREAT);
  await file.truncate(from);
  let at = from;
  return {
    write: (bytes) =>
      on(path, async () => {
        for (let done = 0; done < bytes.length;) {
          const { bytesWritten } = await file.write(bytes, done, bytes.length - done, at);
          done += bytesWritten;
          at += bytesWritten;
        }
      }),
    close: () =>
      on(path, async () => {
        try {
          await file.sync();
        } finally {
          await file.close();
        }
      }),
  };
}

async function replace(path: string, text: string): Promise<void> {
  const beside = `${path}.new`;
  const appending = await appendTo(beside, 0);
  try {
    await appending.write(Buffer.from(text, 'utf8'));
  } finally {
    await appending.close();
  }
  await rename(beside, path);
  await settle(dirname(path));
}

async function move(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await rename(from, to);
  await settle(dirname(to));
}

/** A name is on the disk once its folder is. Not every system can say so of a folder, and those that can't need not. */
async function settle(folder: string): Promise<void> {
  const file = await open(folder, 'r').catch(() => null);
  await file?.sync().catch(() => undefined);
  await file?.close();
}

async function on<T>(path: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof PullFault || !(error instanceof Error) || !('code' in error)) throw error;
    throw diskFault(String(error.code), path);
  }
}

/** What a failure of the disk is told as, by its code. */
export function diskFault(code: string, path: string): DiskFault {
  const kept = 'what was pulled before is as it was';
  if (/^(?:ENOSPC|EDQUOT)$/.test(code))
    return new DiskFault('machine', `no room is left on the disk for ${path}`, `make room and start again: ${kept}`);
  if (/^(?:EACCES|EPERM|EROFS)$/.test(code))
    return new DiskFault('machine', `${path} may not be written`, `let it be written and start again: ${kept}`);
  return new DiskFault('machine', `${path} can't be written: the disk failed (${code})`, kept);
}
