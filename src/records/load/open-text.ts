import type { Problem } from '../../values/problem.ts';
import { headerNames, separatorOf } from '../csv/separator.ts';
import { rowSplitter } from '../csv/split-rows.ts';
import { inOneLine } from '../in-one-line.ts';
import { mostColumns } from '../files/limits.ts';
import { UnusableFile } from '../files/unusable-file.ts';
import type { FileSource } from '../source.ts';
import { missingOf, tableOf } from './table.ts';
import type { Table } from './table.ts';

/** A table that stands as text, with what separates its values. */
export interface TextTable {
  readonly separator: string;
  readonly table: Table;
}

/** Reads the header out of a file's first text, and tells it. What can't be read, or is not certain, is a fault that names the mend. */
export function openText(
  source: FileSource,
  file: string,
  beginning: string,
  onHeader: (header: readonly string[]) => void = () => undefined,
): TextTable | readonly Problem[] {
  const fault = (says: string, fix: string): Problem => ({ level: 'fault', file, line: 1, column: 1, says, fix });
  if (beginning.trim() === '') return [fault('the file is empty', 'export it again, with its header')];
  if (beginning.slice(0, 1000).includes('\0')) {
    return [fault('this is no text in UTF-8', `declare how it is written in ${source.at.file}: encoding: utf-16le`)];
  }
  // The text goes on to the first line end, or to the end of the file.
  if (!beginning.includes('\n') && /\r[^]/.test(beginning)) {
    return [fault('its lines end with a carriage return only', 'save it as CSV with the usual line ends, LF or CRLF')];
  }
  const lacks = (header: readonly string[]): number => missingOf(source, header).length;
  const found =
    source.separator === null
      ? separatorOf(beginning, lacks)
      : { separator: source.separator, header: headerBy(source.separator, beginning), certain: true };
  const [only] = found.header;
  if (found.header.length === 1 && only !== undefined && lacks(found.header) > 0) {
    const fix = `if values are not separated by comma, semicolon or tab, declare it in ${source.at.file}: separator: "|"`;
    return [fault(`there is one column only, called "${inOneLine(only)}"`, fix)];
  }
  // Before each of them is compared with what is missing.
  if (found.header.length > mostColumns) throw tooManyColumns(found.header.length);
  onHeader(found.header);
  const table = tableOf(source, file, found.header);
  if (!('slots' in table) && lacks(found.header) > 0) return table;
  if (!found.certain) {
    return [fault('it is not certain what separates the values', `declare it in ${source.at.file}: separator: ","`)];
  }
  return 'slots' in table ? { separator: found.separator, table } : table;
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

function tooManyColumns(columns: number): UnusableFile {
  const [has, most] = [columns, mostColumns].map((count) => count.toLocaleString('en-GB'));
  return new UnusableFile(`the header has ${has} columns, and at most ${most} are read`, 'export fewer columns');
}
