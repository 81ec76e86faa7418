import type { Problem } from '../../values/problem.ts';
import type { FileTask } from './load-file.ts';
import { reportLine } from './report-line.ts';
import { tableOf } from './table.ts';
import { takeRows } from './take-rows.ts';
import { wholeRows } from './whole-row.ts';
import type { WholeRow } from './whole-row.ts';

/** Lines above the header that are looked at. */
export const mostLinesAbove = 200;

/** An exported report on its way: its lines, one after another. */
export interface ReportRows {
  row(row: WholeRow): void;
  end(): void;
  /** Null while it was not found. */
  headerLine(): number | null;
}

/**
 * Finds the header by the columns that the source wants, and hands on the rows of data. What stands above it, totals and the footer are left out
 * and counted. A single value below the table is a footer only if what a footer says follows or was said; else it is read as a row.
 */
export function rowsOfReport(
  task: FileTask,
  problems: Problem[],
  fault: (line: number, says: string, fix: string) => void,
  endsEarly = true,
): ReportRows {
  const counts = task.keeper.countsOf(task.number);
  let header: readonly string[] = [];
  let headerLine: number | null = null;
  let give: ((row: WholeRow) => void) | null = null;
  let likeliest: { line: number; problems: readonly Problem[] } | null = null;
  let above = 0;
  let isBelow = false;
  /** Single values that may be the beginning of a footer: the report's name. */
  let loose: WholeRow[] = [];

  function leaveOut(rows: number): void {
    counts.rows += rows;
    counts.leftOut += rows;
  }

  function lookForHeader(row: WholeRow): void {
    const names = row.values.map((name) => name.replace(/[\s\u00a0]*[↑↓]\s*$/, '').trim());
    const table = tableOf(task.source, task.path, names);
    if ('slots' in table) {
      header = names;
      headerLine = row.line;
      give = wholeRows(task, table, takeRows(task, table, fault), endsEarly);
      leaveOut(above);
      return;
    }
    above += 1;
    if (likeliest === null || table.length < likeliest.problems.length) likeliest = { line: row.line, problems: table };
  }

  function release(): void {
    for (const row of loose) give?.(row);
    loose = [];
  }

  function takeLine(row: WholeRow): void {
    const line = reportLine(row.values, header);
    if (line === 'footer') {
      leaveOut(loose.length + 1);
      loose = [];
      isBelow = true;
    } else if (line !== 'data') leaveOut(1);
    else if (row.width === 1 && header.length > 1 && loose.length < mostLinesAbove) {
      if (isBelow) leaveOut(1);
      else loose.push({ ...row, values: [...row.values] });
    } else {
      release();
      isBelow = false;
      give?.(row);
    }
  }

  return {
    headerLine: () => headerLine,
    row(row) {
      if (give) takeLine(row);
      else if (above < mostLinesAbove) lookForHeader(row);
    },
    end() {
      release();
      if (headerLine !== null) return;
      if (likeliest) problems.push(...likeliest.problems.map((each) => ({ ...each, line: likeliest?.line ?? 1 })));
      else fault(1, 'the file is empty', 'export it again, with its header');
    },
  };
}
