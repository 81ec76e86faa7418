import type { Problem } from '../values/problem.ts';
import type { RejectedRow } from '../values/rows.ts';
import { inOneLine } from './in-one-line.ts';
import { pullAgain } from './export-files.ts';
import type { ExportFile } from './export-files.ts';
import type { RowCounts } from './load/row-counts.ts';
import { repeatProblems } from './repeat-problems.ts';

/** Checks a file as a whole once it is read: that it is all there, and that not too many of its rows were rejected. */
export function checkFile(
  file: ExportFile,
  counts: RowCounts,
  firstRejected: RejectedRow | undefined,
  now: number,
): Problem[] {
  const problem = (level: Problem['level'], line: number, says: string, fix: string): Problem => ({
    level,
    file: file.path,
    line,
    column: 1,
    says,
    fix,
  });
  const problems: Problem[] = [];
  const { source, rows } = file;
  if (rows !== null && rows !== counts.rows) {
    const says = `the manifest says that this file has ${rows} rows, and ${counts.rows} were read`;
    problems.push(
      problem('fault', 1, says, file.pull === null ? 'export it again: it may have been cut off' : pullAgain),
    );
  }
  if (firstRejected && counts.rejected > source.rejectAtMost * counts.rows) {
    const { line, column, value, reason } = firstRejected;
    const first = column === '' ? `it ${reason}` : `"${inOneLine(value)}" in column "${inOneLine(column)}" ${reason}`;
    const says =
      `${counts.rejected} of ${counts.rows} rows can't be used, and ${percent(source.rejectAtMost)} may be; ` +
      `the first is in line ${line}: ${first}`;
    problems.push(
      problem('fault', line, says, `mend the export, or allow more in ${source.at.file}: reject at most: 5%`),
    );
  }
  problems.push(...repeatProblems(file, counts));
  if (file.asOf !== null && file.asOf > now) {
    problems.push(
      problem('warning', 1, 'it says that it was written later than now', 'see whether the clock is right'),
    );
  }
  return problems;
}

function percent(share: number): string {
  return `at most ${Number((share * 100).toFixed(6))}%`;
}
