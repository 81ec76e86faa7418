import type { FileEntryWithStats, SFTPWrapper, Stats } from 'ssh2';
import type { SftpConnection } from '../../records/connection.ts';
import { Passing, PullFault } from '../pull-fault.ts';
import type { Line } from './sign-in.ts';

/** The connection's folder, on a server that is signed in to. Whatever is asked of it comes in time, or fails. */
export interface SftpFolder {
  /** What lies at a name; null where nothing does. A link is followed. */
  readonly look: (name: string) => Promise<Stats | null>;
  /** What lies in a folder of it ('' for itself); null where there is no such folder. */
  readonly entries: (name: string) => Promise<readonly FileEntryWithStats[] | null>;
  readonly open: (name: string) => Promise<Buffer | null>;
  /** The bytes of an open file; fewer only where it ends before. */
  readonly read: (handle: Buffer, from: number, length: number) => Promise<Buffer>;
  readonly shut: (handle: Buffer) => Promise<void>;
}

/** A callback of the library, which hands an error or the answer. */
type Answer<T> = (error: Error | undefined | null, value: T) => void;

/** Status codes of SFTP (draft-ietf-secsh-filexfer-02, 7). */
const endOfFile = 1;
const noSuchFile = 2;
const permissionDenied = 3;

export function folderOf(connection: SftpConnection, line: Line): SftpFolder {
  const { folder, address, user, placeOf } = connection;
  const pathOf = (name: string): string =>
    name === '' ? folder : folder === '.' ? name : `${folder.replace(/\/$/, '')}/${name}`;
  const denied = (name: string): PullFault =>
    new PullFault(
      'input',
      `"${pathOf(name)}" may not be read by "${user}"`,
      `ask whoever runs ${address.host}`,
      placeOf('folder'),
    );
  /** Null: no such file. */
  const ask = async <T>(name: string, send: (sftp: SFTPWrapper, answer: Answer<T>) => void): Promise<T | null> => {
    const answered = new Promise<T>((resolve, reject) => {
      send(line.sftp, (error, value) => (error ? reject(error) : resolve(value)));
    });
    try {
      return await line.during(Promise.race([answered, line.untilLost]));
    } catch (error) {
      const lost = line.lost();
      if (lost || error instanceof PullFault) throw lost ?? error;
      const code = codeOf(error);
      if (code === noSuchFile) return null;
      if (code === permissionDenied) throw denied(name);
      throw new Passing(`${address.host}: the server failed at "${pathOf(name)}"${code === null ? '' : ` (${code})`}`);
    }
  };
  return {
    look: (name) => ask<Stats>(name, (sftp, answer) => sftp.stat(pathOf(name), answer)),
    entries: (name) => ask<FileEntryWithStats[]>(name, (sftp, answer) => sftp.readdir(pathOf(name), answer)),
    open: (name) => ask<Buffer>(name, (sftp, answer) => sftp.open(pathOf(name), 'r', answer)),
    read: (handle, from, length) => readWhole(ask, handle, from, length),
    shut: async (handle) => {
      // Whatever becomes of it, all bytes have come, or another fault has been told.
      if (!line.lost())
        await ask<void>('', (sftp, answer) => sftp.close(handle, (error) => answer(error, undefined))).catch(() => {});
    },
  };
}

/** A server may send less than it was asked for. */
async function readWhole(
  ask: <T>(name: string, send: (sftp: SFTPWrapper, answer: Answer<T>) => void) => Promise<T | null>,
  handle: Buffer,
  from: number,
  length: number,
): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  let come = 0;
  while (come < length) {
    const at = come;
    const more = await ask<number>('', (sftp, answer) =>
      sftp.read(handle, bytes, at, length - at, from + at, (error, count) =>
        codeOf(error) === endOfFile ? answer(null, 0) : answer(error, count),
      ),
    );
    if (!more) break;
    come += more;
  }
  return bytes.subarray(0, come);
}

function codeOf(error: unknown): number | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'number' ? error.code : null;
}
