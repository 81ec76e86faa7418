/** Many files of changes and the whole one that they change, made one file: what counts of each record is its newest row. */
import { createReadStream } from 'node:fs';
import { rowSplitter } from '../records/csv/split-rows.ts';
import { instantReader } from '../records/forms/moment.ts';
import { bindSource } from '../records/load/bind-source.ts';
import { cellReader } from '../records/load/cells.ts';
import type { FileSource } from '../records/source.ts';
import type { Disk } from './disk.ts';
import { csvRow, type Written } from './part-file.ts';

/** How a table's rows are told apart. */
export interface RowKey {
  /** The columns that make the key of the record; '' where the row has none. */
  readonly keyOf: (values: readonly string[]) => string;
  /** When the row was changed; of one time the later row counts. */
  readonly versionOf: (values: readonly string[]) => number;
}

/** How the rows of a file are told apart; null where its sources do not agree on it, or each row is a record of its own. */
export function rowKeyOf(sources: readonly FileSource[], header: readonly string[]): RowKey | null {
  const bound = sources.map((source) => bindSource(source, header).source);
  const keys = bound.map(({ gives }) => gives.find(({ key, each }) => key !== null && each?.is !== 'piece')?.key);
  const [first] = keys;
  const same = JSON.stringify(first?.columns);
  if (!first || first.columns.length === 0) return null;
  if (keys.some((key) => JSON.stringify(key?.columns) !== same)) return null;
  if (bound.some(({ repeats }) => repeats === 'keep')) return null;
  const slots = new Map(header.map((column, slot) => [column, slot]));
  const { modified = null, forms } = bound.find((source) => source.modified !== null) ?? {};
  const cell = modified && cellReader(modified, slots);
  const read = forms && instantReader(forms, null);
  return {
    keyOf: cellReader(first, slots),
    versionOf: (values) => {
      const instant = cell && read ? read(cell(values)) : null;
      return typeof instant === 'number' ? instant : -Infinity;
    },
  };
}

/** The row of a key that counts among the changes. */
interface Winner {
  readonly version: number;
  readonly file: number;
  readonly row: number;
}

/**
 * Writes the merged file. Only the keys of the changes are held in memory.
 * @param files the whole one first, then those of changes, in the order of time; all have this header
 */
export async function mergeChanges(
  disk: Disk,
  files: readonly string[],
  header: readonly string[],
  key: RowKey,
  into: string,
): Promise<Written> {
  const winners = new Map<string, Winner>();
  for (const [file, path] of files.entries()) if (file > 0) await noteWinners(path, file, key, winners);
  const output = await disk.appendTo(into, 0);
  let written: Written = { bytes: 0, rows: -1 };
  try {
    let text = csvRow(header);
    let rows = 0;
    const flush = async (): Promise<void> => {
      const bytes = Buffer.from(text, 'utf8');
      await output.write(bytes);
      written = { bytes: written.bytes + bytes.length, rows };
      text = '';
    };
    for (const [file, path] of files.entries())
      await eachRow(
        path,
        (values, row) => {
          if (!counts(values, { file, row }, key, winners)) return;
          text += csvRow(values);
          rows += 1;
        },
        () => (text.length > 1 << 20 ? flush() : Promise.resolve()),
      );
    await flush();
  } finally {
    await output.close();
  }
  return written;
}

async function noteWinners(path: string, file: number, key: RowKey, winners: Map<string, Winner>): Promise<void> {
  await eachRow(path, (values, row) => {
    const own = key.keyOf(values);
    const version = key.versionOf(values);
    if (own !== '' && version >= (winners.get(own)?.version ?? -Infinity)) winners.set(own, { version, file, row });
  });
}

/** Whether a row is the one of its key that counts. One of the whole file counts where no change is as new. */
function counts(
  values: readonly string[],
  { file, row }: { readonly file: number; readonly row: number },
  { keyOf, versionOf }: RowKey,
  winners: Map<string, Winner>,
): boolean {
  const own = keyOf(values);
  const winner = winners.get(own);
  if (own === '' || !winner) return own === '' || file === 0;
  if (file > 0) return winner.file === file && winner.row === row;
  if (versionOf(values) <= winner.version) return false;
  winners.set(own, { ...winner, file: -1 });
  return true;
}

/** Reads a file that a pull wrote, row by row, its header left out. `between`: after each piece of it. */
async function eachRow(
  path: string,
  onRow: (values: readonly string[], row: number) => void,
  between: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  let row = 0;
  const all = (header: { readonly width: number }): ReadonlyMap<number, number> =>
    new Map(Array.from({ length: header.width }, (_, column) => [column, column]));
  const splitter = rowSplitter(',', ({ values }) => onRow(values, row++), all);
  const decoder = new TextDecoder();
  for await (const piece of createReadStream(path, { highWaterMark: 1 << 18 })) {
    if (piece instanceof Uint8Array) splitter.push(decoder.decode(piece, { stream: true }));
    await between();
  }
  splitter.push(decoder.decode());
  splitter.end();
  await between();
}
