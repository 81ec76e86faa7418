import { closestWord } from '../../agreement/closest-word.ts';
import type { Problem } from '../../values/problem.ts';
import { separatorOf } from '../csv/separator.ts';
import { rowSplitter } from '../csv/split-rows.ts';
import { headerNames } from '../csv/separator.ts';
import type { FileSource } from '../source.ts';
import { columnsNeeded } from './row-plan.ts';
import type { Slots } from './cells.ts';

/** Characters of a header that are shown. */
const longestShown = 100;

/** How a file's text is to be split, and which columns are wanted. */
export interface Table {
  readonly separator: string;
  readonly header: readonly string[];
  /** The wanted columns' places among a row's values. */
  readonly slots: Slots;
  /** Where each wanted column stands in the file, and its place among the values. */
  readonly wanted: ReadonlyMap<number, number>;
}

/** Reads the header out of a file's first text. What can't be read, or is not certain, is a fault that names the mend. */
export function openTable(source: FileSource, file: string, beginning: string): Table | readonly Problem[] {
  const fault = (says: string, fix: string): Problem => ({ level: 'fault', file, line: 1, column: 1, says, fix });
  if (beginning.trim() === '') return [fault('the file is empty', 'export it again, with its header')];
  if (beginning.slice(0, 1000).includes('\0')) {
    return [fault('this is no text in UTF-8', `declare how it is written in ${source.at.file}: encoding: utf-16le`)];
  }
  const needed = columnsNeeded(source);
  const required = [...needed.keys()];
  const found =
    source.separator === null
      ? separatorOf(beginning, required)
      : { separator: source.separator, header: headerBy(source.separator, beginning), certain: true };
  const [only] = found.header;
  if (found.header.length === 1 && only !== undefined && required.some((column) => column !== only)) {
    const fix = `if values are not separated by comma, semicolon or tab, declare it in ${source.at.file}: separator: "|"`;
    return [fault(`there is one column only, called "${only.slice(0, longestShown)}"`, fix)];
  }
  const problems: Problem[] = required
    .filter((column) => !found.header.includes(column))
    .map((column) => missingColumn(column, needed.get(column) ?? source.at, found.header, fault));
  if (problems.length > 0) return problems;
  if (!found.certain) {
    return [fault('it is not certain what separates the values', `declare it in ${source.at.file}: separator: ","`)];
  }
  const twice = required.filter((column) => found.header.indexOf(column) !== found.header.lastIndexOf(column));
  if (twice.length > 0) return twice.map((column) => fault(`two columns are called "${column}"`, 'rename one of them'));
  const wanted = new Map(required.map((column, slot) => [found.header.indexOf(column), slot]));
  return { ...found, wanted, slots: new Map(required.map((column, slot) => [column, slot])) };
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

function headerBy(separator: string, beginning: string): string[] {
  let header: string[] = [];
  const splitter = rowSplitter(
    separator,
    () => undefined,
    (row) => {
      header = headerNames(row);
      return new Map();
    },
  );
  splitter.push(beginning);
  if (header.length === 0) splitter.end();
  return header;
}
