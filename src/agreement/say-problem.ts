import type { Problem } from '../values/problem.ts';

/** A problem as one line: where it is, what is wrong, what to do: `data/agreement/vocabulary.yml:14:9  "score is atleast 60": I don't know ...`. */
export function sayProblem(problem: Problem): string {
  const place = `${problem.file}:${problem.line}:${problem.column}`;
  const level = problem.level === 'warning' ? 'warning: ' : '';
  const joint = problem.says.endsWith('.') ? ' ' : '; ';
  return `${place}  ${level}${problem.says}${problem.fix && joint}${problem.fix}`;
}
