import type { Disk } from './disk.ts';
import { Passing } from './pull-fault.ts';

const quote = 0x22;
const lineEnd = 0x0a;

/** What was written behind a part. */
export interface Written {
  readonly bytes: number;
  readonly rows: number;
}

/**
 * Writes a page's rows behind so many bytes of a part, and puts them on the disk.
 * @throws Passing where it ends within a row: the answer was cut
 */
export async function appendRows(
  disk: Disk,
  path: string,
  from: number,
  csv: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<Written> {
  const file = await disk.appendTo(path, from);
  const counter = rowCounter();
  let bytes = 0;
  try {
    for await (const piece of csv) {
      if (piece.length === 0) continue;
      await file.write(piece);
      counter.push(piece);
      bytes += piece.length;
    }
  } finally {
    await file.close();
  }
  if (!counter.isBetweenRows()) throw new Passing('the rows that came end in the middle of one');
  return { bytes, rows: counter.rows() };
}

/** Counts line ends that no quotes hold. */
function rowCounter() {
  let rows = 0;
  let quoted = false;
  let last = lineEnd;
  return {
    push(piece: Uint8Array): void {
      for (const byte of piece) {
        if (byte === quote) quoted = !quoted;
        else if (byte === lineEnd && !quoted) rows += 1;
      }
      last = piece.at(-1) ?? last;
    },
    rows: () => rows,
    isBetweenRows: () => !quoted && last === lineEnd,
  };
}

/** A row as CSV (RFC 4180, with a line feed). */
export function csvRow(values: readonly string[]): string {
  return `${values.map((value) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)).join(',')}\n`;
}
