import { UnusableFile } from './unusable-file.ts';

const stillWritten = 'wait until it is written, and run again';

/** A file's pieces, which must come to just as many bytes as it had when it was found: half of what somebody writes is no export. @throws UnusableFile */
export async function* wholeFile(pieces: AsyncIterable<Buffer>, bytes: number): AsyncIterable<Buffer> {
  let read = 0;
  try {
    for await (const piece of pieces) {
      read += piece.length;
      if (read > bytes) throw new UnusableFile('this file grew while it was read', stillWritten);
      yield piece;
    }
  } catch (error) {
    throw orGone(error);
  }
  if (read < bytes) throw new UnusableFile('this file was cut while it was read', stillWritten);
}

/** The error; where it says that there is no such file any more, in words. */
export function orGone(error: unknown): unknown {
  const isGone = error instanceof Error && 'code' in error && error.code === 'ENOENT';
  if (!isGone) return error;
  return new UnusableFile('this file was taken away while the exports were read', 'put it back, and run again');
}
