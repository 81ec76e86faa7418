import type { Problem } from '../../src/values/problem.ts';
import { sayProblem } from '../../src/agreement/say-problem.ts';

/** Prints problems, a line each, sorted by place; or as data. Faults and warnings go to the error stream, data to the output. */
export function printProblems(problems: readonly Problem[], json: boolean): void {
  const sorted = [...problems].sort(
    (a, b) => compareText(a.file, b.file) || a.line - b.line || a.column - b.column || compareText(a.says, b.says),
  );
  if (json) {
    console.log(JSON.stringify({ problems: sorted }, null, 2));
    return;
  }
  for (const problem of sorted) console.error(sayProblem(problem));
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
