import type { ExportFile } from '../export-files.ts';
import { emptyFacts } from '../facts.ts';
import type { HeardHeader } from '../header-changes.ts';
import { loadFile } from './load-file.ts';
import type { LoadedFile } from './loaded-files.ts';
import { newCounts } from './row-counts.ts';
import type { RowKeeper } from './row-keeper.ts';
import type { PlanContext } from './row-plan.ts';

/** What files are read with. */
export interface LoadTask {
  readonly files: readonly ExportFile[];
  /** Which of them are read. */
  readonly numbers: readonly number[];
  readonly keeper: RowKeeper;
  readonly context: PlanContext;
  /** Hears how many bytes and rows of a file are read so far. */
  readonly progress: (number: number, bytes: number, rows: number) => void;
  /** Called with each file's number before it is read. */
  readonly before: (number: number) => void;
}

/** Reads files one after the other, also when one has a fault, so that all faults are known at once. */
export async function loadFiles({
  files,
  numbers,
  keeper,
  context,
  progress,
  before,
}: LoadTask): Promise<readonly LoadedFile[]> {
  const loaded: LoadedFile[] = [];
  for (const number of numbers) {
    const exported = files[number];
    if (!exported) throw new Error(`There is no file ${number}.`);
    const { source, path, file, bytes: whole, open, openWorkbook, asOf } = exported;
    before(number);
    const counts = newCounts(source.name, file);
    keeper.files[number] = counts;
    counts.asOf = asOf;
    const facts = emptyFacts();
    const headers: HeardHeader[] = [];
    let bytesRead = 0;
    const problems = await loadFile({
      source,
      path,
      file,
      open,
      openWorkbook,
      number,
      context,
      keeper,
      facts: asOf === null ? facts : null,
      onHeader: (columns) => headers.push({ source: source.name, file, path, columns }),
      onPiece: (bytes) => progress(number, (bytesRead += bytes), counts.rows),
    });
    progress(number, whole, counts.rows);
    loaded.push({ number, problems, headers, facts });
  }
  return loaded;
}
