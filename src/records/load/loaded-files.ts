import type { Problem } from '../../values/problem.ts';
import type { UndatedFile } from '../as-of.ts';
import type { ExportFile } from '../export-files.ts';
import type { FileFacts } from '../facts.ts';
import type { HeardHeader } from '../header-changes.ts';

/** How far the exports are read. */
export interface IngestProgress {
  readonly file: string;
  readonly bytesRead: number;
  readonly bytesTotal: number;
  /** Rows of this file so far. */
  readonly rows: number;
}

/** What came of reading files, beside what the store holds now. */
export interface LoadedFiles {
  readonly problems: readonly Problem[];
  /** The numbers of files with a fault. */
  readonly faulty: ReadonlySet<number>;
  /** Files that nothing says when they were written, with their facts. */
  readonly undated: readonly UndatedFile[];
  /** The columns of each file. */
  readonly headers: readonly HeardHeader[];
}

/** What came of one of them. */
export interface LoadedFile {
  readonly number: number;
  readonly problems: readonly Problem[];
  readonly headers: readonly HeardHeader[];
  readonly facts: FileFacts;
}

/** All that came of files that may have been read in any order, in the order of their numbers. */
export function gathered(loaded: readonly LoadedFile[], files: readonly ExportFile[]): LoadedFiles {
  const inOrder = loaded.toSorted((one, other) => one.number - other.number);
  return {
    problems: inOrder.flatMap(({ problems }) => problems),
    faulty: new Set(inOrder.filter(({ problems }) => problems.length > 0).map(({ number }) => number)),
    undated: inOrder.flatMap(({ number, facts }) => {
      const file = files[number];
      return file?.asOf === null ? [{ source: file.source, number, facts }] : [];
    }),
    headers: inOrder.flatMap(({ headers }) => headers),
  };
}

/** Tells how far all files together are read, whichever of them are read at once. */
export function progressOf(
  files: readonly ExportFile[],
  progress: (progress: IngestProgress) => void,
): (number: number, bytes: number, rows: number) => void {
  const bytesTotal = files.reduce((sum, file) => sum + file.bytes, 0);
  const read = new Map<number, number>();
  let bytesRead = 0;
  return (number, bytes, rows) => {
    const { file = '', bytes: whole = 0 } = files[number] ?? {};
    // What is unpacked has more bytes than the file.
    const now = Math.min(bytes, whole);
    bytesRead += now - (read.get(number) ?? 0);
    read.set(number, now);
    progress({ file, bytesRead, bytesTotal, rows });
  };
}
