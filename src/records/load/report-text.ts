import type { Problem } from '../../values/problem.ts';
import { headerNames, separators } from '../csv/separator.ts';
import { EndlessValue, rowSplitter } from '../csv/split-rows.ts';
import type { RowSplitter, SplitRow } from '../csv/split-rows.ts';
import { UnusableFile } from '../files/unusable-file.ts';
import type { FileTask } from './load-file.ts';
import { mostLinesAbove, rowsOfReport } from './report-rows.ts';
import { missingOf } from './table.ts';

/** Letters in which the header of a report must be found. */
export const reportBeginning = 256 * 1024;

/** Columns of a report. */
const mostReportColumns = 2000;

/** Splits a report that is text: with the separator by which one of its first lines is the header. */
export function reportSplitter(
  task: FileTask,
  beginning: string,
  problems: Problem[],
  fault: (line: number, says: string, fix: string) => void,
): RowSplitter {
  const separator = task.source.separator ?? separatorOfReport(task, beginning);
  const report = rowsOfReport(task, problems, fault, false);
  const splitter = wholeSplitter(separator, ({ values, line, width, malformed }) => {
    if (width > mostReportColumns) throw tooWide(line, width);
    report.row({ values: values.slice(0, width), line, width, malformed, wrong: null });
  });
  return {
    push: splitter.push,
    end() {
      splitter.end();
      report.end();
    },
  };
}

function tooWide(line: number, width: number): UnusableFile {
  const [has, most] = [width, mostReportColumns].map((count) => count.toLocaleString('en-GB'));
  return new UnusableFile(`this line has ${has} values, and a report at most ${most}`, 'export fewer columns', line);
}

/** Every line with all its values. */
function wholeSplitter(separator: string, onRow: (row: SplitRow) => void): RowSplitter {
  // The first line is a title: how many columns follow is not known.
  const all = new Map(Array.from({ length: mostReportColumns }, (_, column) => [column, column]));
  return rowSplitter(separator, onRow, (first) => {
    onRow({ ...first, values: [...first.values] });
    return all;
  });
}

function separatorOfReport(task: FileTask, beginning: string): string {
  let best = { separator: ',', missing: Infinity };
  for (const separator of separators) {
    let lines = 0;
    const splitter = wholeSplitter(separator, (row) => {
      lines += 1;
      if (lines > mostLinesAbove) return;
      const missing = missingOf(task.source, headerNames({ ...row, values: row.values.slice(0, row.width) })).length;
      if (missing < best.missing) best = { separator, missing };
    });
    splitter.push(beginning);
    endWithin(splitter);
  }
  return best.separator;
}

/** Hears the last line, too, which may be the header; a text that goes on may end within a value here. */
function endWithin(splitter: RowSplitter): void {
  try {
    splitter.end();
  } catch (error) {
    if (!(error instanceof EndlessValue)) throw error;
  }
}
