import type { Problem } from '../values/problem.ts';
import { compareText } from './compare-text.ts';

/** Orders problems by file, line and column, and there by what they say, for `sort`. */
export function byPlace(one: Problem, other: Problem): number {
  return (
    compareText(one.file, other.file) ||
    one.line - other.line ||
    one.column - other.column ||
    compareText(one.says, other.says)
  );
}
