import { closestWord } from '../../agreement/closest-word.ts';
import type { Problem } from '../../values/problem.ts';
import { inOneLine, someOf } from '../in-one-line.ts';
import type { FileSource } from '../source.ts';
import { bindSource } from './bind-source.ts';
import type { Unbound } from './bind-source.ts';
import type { Slots } from './cells.ts';
import { columnsNeeded } from './row-plan.ts';

/** A source beside the header of a file that it reads. */
export interface Table {
  /** With its columns' names as the header writes them. */
  readonly source: FileSource;
  readonly header: readonly string[];
  /** The wanted columns' places among a row's values. */
  readonly slots: Slots;
  /** Where each wanted column stands in the file, and its place among the values. */
  readonly wanted: ReadonlyMap<number, number>;
}

/** How many near columns are shown where none is like a pattern. */
const nearShown = 8;

/** The columns of a source that a header lacks, by the first of each one's names. */
export function missingOf(source: FileSource, header: readonly string[]): string[] {
  return bindSource(source, header).unbound.flatMap((each) => {
    if (each.is === 'several') return [];
    return [each.is === 'missing' ? each.names.join(' or ') : each.like.join(' or ')];
  });
}

/** Finds the columns that a source wants in a file's header. What is not there, or is there twice, is a fault that names the mend. */
export function tableOf(written: FileSource, file: string, header: readonly string[]): Table | readonly Problem[] {
  const fault = (says: string, fix: string): Problem => ({ level: 'fault', file, line: 1, column: 1, says, fix });
  const { source, unbound } = bindSource(written, header);
  if (unbound.length > 0) return unbound.map((each) => fault(...sayUnbound(each, header)));
  const required = [...columnsNeeded(source).keys()];
  const twice = required.filter((column) => header.indexOf(column) !== header.lastIndexOf(column));
  if (twice.length > 0) return twice.map((column) => fault(`two columns are called "${column}"`, 'rename one of them'));
  return {
    source,
    header,
    wanted: new Map(required.map((column, slot) => [header.indexOf(column), slot])),
    slots: new Map(required.map((column, slot) => [column, slot])),
  };
}

/** What is wrong with the header, and how to mend it. */
function sayUnbound(unbound: Unbound, header: readonly string[]): [says: string, fix: string] {
  const wantedBy = `${unbound.at.file}:${unbound.at.line} reads `;
  const names = header.filter((name) => name !== '');
  if (unbound.is === 'several') {
    const columns = unbound.columns.map((column) => `"${inOneLine(column)}"`).join(' and ');
    return [
      `${columns} are both there, and one is meant`,
      `${wantedBy}one of them: leave out the name that is not meant`,
    ];
  }
  if (unbound.is === 'none like') {
    const [pattern = ''] = unbound.like;
    const start = (pattern.split(/[\s*]/)[0] ?? '').toLowerCase();
    const near = names.filter((name) => name.toLowerCase().startsWith(start));
    const shown = (near.length > 0 ? near : names).slice(0, nearShown).map(inOneLine).join(', ');
    return [`no column is like ${unbound.like.join(' or ')}`, `${wantedBy}them; the file has ${shown}`];
  }
  const says = `there is no column ${unbound.names.map((name) => `"${name}"`).join(' or ')}`;
  for (const name of unbound.names) {
    const closest = closestWord(name, names);
    if (closest) return [says, `${wantedBy}it; did you mean "${inOneLine(closest)}"?`];
  }
  return [says, `${wantedBy}it; the file has ${someOf(names)}`];
}
