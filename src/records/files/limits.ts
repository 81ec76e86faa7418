/** What is still believed of a file. More is taken for an attack or a mistake, and refused before it fills the memory. */
import { UnusableFile } from './unusable-file.ts';

/** What unpacks to more than this many bytes, */
const bytesUnwatched = 100_000_000;
/** and to more than so many times its packed size, is a bomb. The most repetitive exports come to about 50. */
const mostTimesPacked = 200;

/** Files in an archive. */
export const mostEntries = 10_000;

/** Columns of a table. A spreadsheet has at most 16,384. */
export const mostColumns = 20_000;

/** Bytes of a workbook that lies in an archive: it has to be held in memory. */
export const mostBytesOfPackedWorkbook = 100_000_000;

/** Letters of all texts that a workbook keeps in its common list, and of one piece of its markup. */
export const mostSharedLetters = 200_000_000;
export const longestMarkup = 4_000_000;

const inMegabytes = (bytes: number): string => `${Math.round(bytes / 1_000_000).toLocaleString('en-GB')} MB`;

/** Refuses what unpacks to far more than is packed. */
export function refuseBomb(packed: number, unpacked: number, name: string | null): void {
  if (unpacked <= bytesUnwatched || unpacked <= mostTimesPacked * packed) return;
  const what = name === null ? 'it' : `"${name}" in it`;
  throw new UnusableFile(
    `${what} unpacks to more than ${mostTimesPacked} times its size and ${inMegabytes(bytesUnwatched)}, as no export does`,
    'export it again, and unpack it yourself if it is right',
  );
}
