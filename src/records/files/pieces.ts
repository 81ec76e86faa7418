import { open } from 'node:fs/promises';

/** A text of more letters takes pages of memory that the system has to give anew. */
const pieceBytes = 64 * 1024;

/**
 * The bytes of a file, piece by piece. All pieces share their memory: each is used up when the next one is asked for, so that a file of any size takes no
 * more than one of them.
 */
export async function* piecesOf(path: string): AsyncGenerator<Buffer> {
  const file = await open(path);
  try {
    const piece = Buffer.allocUnsafeSlow(pieceBytes);
    for (;;) {
      const { bytesRead } = await file.read(piece, 0, pieceBytes, null);
      if (bytesRead === 0) return;
      yield piece.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}
