import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Readable } from 'node:stream';
import { refuseBomb } from './limits.ts';
import { isOfMachine, UnusableFile } from './unusable-file.ts';

/** What gzip packed, unpacked piece by piece. @throws UnusableFile */
export async function* gunzipped(packed: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  let bytesIn = 0;
  let bytesOut = 0;
  const counted = async function* (): AsyncIterable<Buffer> {
    for await (const piece of packed) {
      bytesIn += piece.length;
      yield piece;
    }
  };
  const unpacking = createGunzip({ chunkSize: 256 * 1024 });
  // What fails is thrown at whoever reads the unpacked bytes.
  pipeline(Readable.from(counted()), unpacking, () => undefined);
  try {
    for await (const piece of unpacking as AsyncIterable<Buffer>) {
      bytesOut += piece.length;
      refuseBomb(bytesIn, bytesOut, null);
      yield piece;
    }
  } catch (error) {
    if (error instanceof UnusableFile || isOfMachine(error)) throw error;
    if (bytesIn === 0) throw new UnusableFile('the file is empty', 'export it again, with its header');
    throw new UnusableFile(
      'this gzip file is damaged or was cut short',
      'download it again, and see whether it has its whole size',
    );
  }
}
