import type { Problem } from '../../values/problem.ts';
import type { FileTask } from './load-file.ts';
import { reportFooter } from './report-footer.ts';
import { reportLine } from './report-line.ts';
import type { ReportHeader, ReportLine } from './report-line.ts';
import { leaveOut } from './row-counts.ts';
import { tableOf } from './table.ts';
import type { Table } from './table.ts';
import { takeRows } from './take-rows.ts';
import { wholeRows } from './whole-row.ts';
import type { WholeRow } from './whole-row.ts';

/** Lines above the header that are looked at. */
export const mostLinesAbove = 200;

/** Why a line of a report is left out, as the account of rows says it. */
const because = {
  blank: 'empty lines of a report',
  total: 'totals of a report',
  header: "a report's header again",
  footer: 'the footer of a report',
  above: 'lines above the header of a report',
} as const satisfies Record<Exclude<ReportLine, 'data'> | 'above', string>;

/** An exported report on its way: its lines, one after another. */
export interface ReportRows {
  row(row: WholeRow): void;
  end(): void;
  /** Null while it was not found. */
  headerLine(): number | null;
  /** The last line with data; null while there is none. */
  lastDataLine(): number | null;
  /** Whether the source reads this column, from 0. */
  isWanted(column: number): boolean;
}

/**
 * Finds the header by the columns that the source wants, and hands on the rows of data. What stands above it, totals and the footer are left out
 * and counted by why. What looks neither like data nor like a footer is read as a row, and rejected with its reason.
 */
export function rowsOfReport(
  task: FileTask,
  problems: Problem[],
  fault: (line: number, says: string, fix: string) => void,
  isSheet = true,
): ReportRows {
  const counts = task.keeper.countsOf(task.number);
  let found: (ReportHeader & { readonly line: number; readonly table: Table }) | null = null;
  let give: ((row: WholeRow) => void) | null = null;
  let likeliest: { line: number; names: readonly string[]; problems: readonly Problem[] } | null = null;
  let above = 0;
  let lastDataLine: number | null = null;
  const footer = reportFooter(isSheet, giveRow, (rows) => leaveOutAs('footer', rows));

  function leaveOutAs(what: keyof typeof because, rows = 1): void {
    counts.rows += rows;
    for (let row = 0; row < rows; row += 1) leaveOut(counts, because[what]);
  }

  function giveRow(row: WholeRow): void {
    lastDataLine = row.line;
    give?.(row);
  }

  function lookForHeader(row: WholeRow): void {
    const names = row.values.map((name) => name.replace(/[↑↓]\s*$/, '').trim());
    const table = tableOf(task.source, task.path, names);
    if (!('slots' in table)) {
      above += 1;
      if (!likeliest || table.length < likeliest.problems.length)
        likeliest = { line: row.line, names, problems: table };
      return;
    }
    task.onHeader(names);
    found = { names, keyPlaces: keyPlacesOf(table), line: row.line, table };
    give = wholeRows(task, table, takeRows(task, table, fault), isSheet);
    footer.begin(row);
    leaveOutAs('above', above);
  }

  function takeLine(row: WholeRow, header: ReportHeader): void {
    const line = reportLine(row.values, header);
    if (line === 'data') return footer.data(row, header.names.length);
    if (line === 'footer') return footer.says(row);
    footer.passes(row);
    leaveOutAs(line);
  }

  return {
    headerLine: () => found?.line ?? null,
    lastDataLine: () => lastDataLine,
    isWanted: (column) => found?.table.wanted.has(column) ?? false,
    row(row) {
      if (found) takeLine(row, found);
      else if (above < mostLinesAbove) lookForHeader(row);
    },
    end() {
      footer.end();
      if (found) return;
      if (!likeliest) return fault(1, 'the file is empty', 'export it again, with its header');
      const { line, names, problems: faults } = likeliest;
      task.onHeader(names);
      problems.push(...faults.map((each) => ({ ...each, line })));
    },
  };
}

/** Where the key of a row's first record stands in the header. */
function keyPlacesOf({ source, header }: Table): readonly number[] {
  const columns = source.gives[0]?.key?.columns ?? [];
  return columns.map((column) => header.indexOf(column)).filter((place) => place >= 0);
}
