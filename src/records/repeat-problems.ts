import type { Problem } from '../values/problem.ts';
import type { ExportFile } from './export-files.ts';
import { inOneLine } from './in-one-line.ts';
import type { RowCounts } from './load/row-counts.ts';

/** Keys that came again: with other values, where the source asks to be told; and in files of two sources, of which nothing tells which is right. */
export function repeatProblems({ path }: Pick<ExportFile, 'path'>, { changed, claimed, source }: RowCounts): Problem[] {
  const problems: Problem[] = [];
  if (changed && changed.rows > 0) {
    const [first = ''] = changed.keys;
    const keys = changed.keys.size === 1 ? '1 key' : `${changed.keys.size} keys`;
    const says = `${keys} came again with other values, in ${sayRows(changed.rows)}; the first is "${inOneLine(first)}"`;
    const fix = 'see which row is right; to count each of them, write repeats: keep';
    problems.push({ level: 'warning', file: path, line: changed.line, column: 1, says, fix });
  }
  for (const [other, { kind, key, line, rows }] of claimed) {
    const says = `${sayRows(rows)} and ${other} claim the same records and differ; the first is ${kind} "${inOneLine(key)}"`;
    const fix = `map "modified" in both, or let one of them only add: only adds: yes (this one is read by ${source}.yml)`;
    problems.push({ level: 'fault', file: path, line, column: 1, says, fix });
  }
  return problems;
}

function sayRows(rows: number): string {
  return rows === 1 ? '1 row' : `${rows} rows`;
}
