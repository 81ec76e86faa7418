import { closestWord } from '../../agreement/closest-word.ts';
import type { Problem } from '../../values/problem.ts';
import type { FileSource } from '../source.ts';
import type { Slots } from './cells.ts';
import { columnsNeeded } from './row-plan.ts';

/** A source beside the header of a file that it reads. */
export interface Table {
  readonly source: FileSource;
  readonly header: readonly string[];
  /** The wanted columns' places among a row's values. */
  readonly slots: Slots;
  /** Where each wanted column stands in the file, and its place among the values. */
  readonly wanted: ReadonlyMap<number, number>;
}

/** The columns of a source that a header lacks. */
export function missingOf(source: FileSource, header: readonly string[]): string[] {
  return [...columnsNeeded(source).keys()].filter((column) => !header.includes(column));
}

/** Finds the columns that a source wants in a file's header. What is not there, or is there twice, is a fault that names the mend. */
export function tableOf(source: FileSource, file: string, header: readonly string[]): Table | readonly Problem[] {
  const fault = (says: string, fix: string): Problem => ({ level: 'fault', file, line: 1, column: 1, says, fix });
  const needed = columnsNeeded(source);
  const missing = missingOf(source, header);
  if (missing.length > 0) {
    return missing.map((column) => missingColumn(column, needed.get(column) ?? source.at, header, fault));
  }
  const required = [...needed.keys()];
  const twice = required.filter((column) => header.indexOf(column) !== header.lastIndexOf(column));
  if (twice.length > 0) return twice.map((column) => fault(`two columns are called "${column}"`, 'rename one of them'));
  return {
    source,
    header,
    wanted: new Map(required.map((column, slot) => [header.indexOf(column), slot])),
    slots: new Map(required.map((column, slot) => [column, slot])),
  };
}

function missingColumn(
  column: string,
  at: FileSource['at'],
  header: readonly string[],
  fault: (says: string, fix: string) => Problem,
): Problem {
  const closest = closestWord(column, header);
  const wantedBy = `${at.file}:${at.line} reads it`;
  if (closest) return fault(`there is no column "${column}"`, `${wantedBy}; did you mean "${closest}"?`);
  return fault(
    `there is no column "${column}"`,
    `${wantedBy}; the file has ${header.filter((name) => name !== '').join(', ')}`,
  );
}
