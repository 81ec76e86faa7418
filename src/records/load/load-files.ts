import type { Problem } from '../../values/problem.ts';
import type { UndatedFile } from '../as-of.ts';
import type { ExportFile } from '../export-files.ts';
import type { FileFacts } from '../facts.ts';
import type { HeardHeader } from '../header-changes.ts';
import { loadFile } from './load-file.ts';
import { newCounts } from './row-counts.ts';
import type { RowKeeper } from './row-keeper.ts';
import type { PlanContext } from './row-plan.ts';

/** How far the exports are read. */
export interface IngestProgress {
  readonly file: string;
  readonly bytesRead: number;
  readonly bytesTotal: number;
  /** Rows of this file so far. */
  readonly rows: number;
}

export interface LoadedFiles {
  readonly problems: readonly Problem[];
  /** The numbers of files with a fault. */
  readonly faulty: ReadonlySet<number>;
  /** Files that nothing says when they were written, with their facts. */
  readonly undated: readonly UndatedFile[];
  /** The columns of each file. */
  readonly headers: readonly HeardHeader[];
}

/** Reads all files, also when one has a fault, so that all faults are known at once. `before` is called with each file's number before it is read. */
export async function loadFiles(
  files: readonly ExportFile[],
  keeper: RowKeeper,
  context: PlanContext,
  progress: (progress: IngestProgress) => void,
  before: (number: number) => void = () => undefined,
): Promise<LoadedFiles> {
  const bytesTotal = files.reduce((sum, file) => sum + file.bytes, 0);
  const problems: Problem[] = [];
  const faulty = new Set<number>();
  const undated: UndatedFile[] = [];
  const headers: HeardHeader[] = [];
  let bytesRead = 0;
  for (const [number, { source, path, file, bytes: whole, open, openWorkbook, asOf }] of files.entries()) {
    before(number);
    const counts = newCounts(source.name, file);
    keeper.files.push(counts);
    counts.asOf = asOf;
    const facts: FileFacts = { dating: new Map(), lookedUp: new Map() };
    if (asOf === null) undated.push({ source, number, facts });
    const bytesBefore = bytesRead;
    const comesTo = (bytes: number): void => {
      // What is unpacked has more bytes than the file.
      bytesRead = Math.min(bytes, bytesBefore + whole);
      progress({ file, bytesRead, bytesTotal, rows: counts.rows });
    };
    const found = await loadFile({
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
      onPiece: (bytes) => comesTo(bytesRead + bytes),
    });
    comesTo(bytesBefore + whole);
    if (found.length > 0) faulty.add(number);
    problems.push(...found);
  }
  return { problems, faulty, undated, headers };
}
