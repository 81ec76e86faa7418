import type { RemoteFile } from '../connector.ts';
import { shown } from '../places/remote-names.ts';
import { Passing } from '../pull-fault.ts';
import type { SftpFolder } from './sftp-folder.ts';

/** What servers give at once, with room for the head of a packet: a larger piece would be asked for in two. */
const pieceBytes = 30 * 1024;
/** How many pieces are on their way together: else each would wait for a whole journey there and back. */
const together = 24;

/** The bytes of an open file from an offset on, in order. The file is shut at the end, whatever the end is. @param check is called behind the last byte */
export async function* bytesOf(
  folder: SftpFolder,
  handle: Buffer,
  { name, bytes }: RemoteFile,
  from: number,
  check: () => Promise<void>,
): AsyncGenerator<Uint8Array> {
  const end = bytes ?? 0;
  const onTheirWay: Promise<Buffer>[] = [];
  let asked = from;
  let came = from;
  try {
    while (came < end) {
      while (onTheirWay.length < together && asked < end) {
        const piece = folder.read(handle, asked, Math.min(pieceBytes, end - asked));
        // It may fail while an earlier one is waited for, which tells of it.
        piece.catch(() => {});
        onTheirWay.push(piece);
        asked += pieceBytes;
      }
      const piece = await onTheirWay.shift();
      const due = Math.min(pieceBytes, end - came);
      if (!piece || piece.length < due)
        throw new Passing(`${shown(name)} ends after ${came + (piece?.length ?? 0)} bytes, and had ${end} before`);
      came += piece.length;
      yield piece;
    }
    await check();
  } finally {
    await Promise.allSettled(onTheirWay);
    await folder.shut(handle);
  }
}
