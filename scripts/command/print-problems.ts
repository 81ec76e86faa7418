import type { Problem } from '../../src/values/problem.ts';
import { byPlace } from '../../src/agreement/by-place.ts';
import { sayProblem } from '../../src/agreement/say-problem.ts';

/** Prints problems, a line each, sorted by place; or as data. Faults and warnings go to the error stream, data to the output. */
export function printProblems(problems: readonly Problem[], json: boolean): void {
  const sorted = problems.toSorted(byPlace);
  if (json) {
    console.log(JSON.stringify({ problems: sorted }, null, 2));
    return;
  }
  for (const problem of sorted) console.error(sayProblem(problem));
}
