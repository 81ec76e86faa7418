import { rowSplitter } from './split-rows.ts';
import type { SplitRow } from './split-rows.ts';

export const separators = [',', ';', '\t'] as const;

/** Rows that are looked at to tell one separator from another. */
const rowsLookedAt = 20;

/** The header as a separator splits it, and whether the first rows are as wide. */
interface Trial {
  readonly separator: string;
  readonly header: readonly string[];
  readonly even: boolean;
}

/** The header's names, without blanks around them. */
export function headerNames(header: SplitRow): string[] {
  return header.values.map((name) => name.trim());
}

/**
 * The separator that a file is certain to use: the one by which its header lacks no column and, should there be several, by which its
 * first rows are as wide as the header. `certain` is false where none or several do; it is then the likeliest. `lacks` tells how many
 * of the wanted columns a header has not.
 */
export function separatorOf(
  beginning: string,
  lacks: (header: readonly string[]) => number,
): { separator: string; header: readonly string[]; certain: boolean } {
  const trials = separators.map((separator) => tryOut(separator, beginning));
  const complete = trials.filter(({ header }) => lacks(header) === 0);
  const even = complete.filter((trial) => trial.even);
  // A file of a single column has no separator, so that any will do which is in none of its values.
  const oneColumn = complete.every(({ header }) => header.length === 1);
  const only = complete.length === 1 ? complete[0] : even.length === 1 || oneColumn ? even[0] : undefined;
  if (only) return { separator: only.separator, header: only.header, certain: true };
  const likeliest = trials.toSorted(
    (a, b) => lacks(a.header) - lacks(b.header) || b.header.length - a.header.length,
  )[0];
  return { separator: likeliest?.separator ?? ',', header: likeliest?.header ?? [], certain: false };
}

function tryOut(separator: string, beginning: string): Trial {
  let header: string[] = [];
  let even = true;
  let rows = 0;
  const splitter = rowSplitter(
    separator,
    ({ width }) => {
      rows += 1;
      if (rows <= rowsLookedAt && width !== header.length) even = false;
    },
    (row) => {
      header = headerNames(row);
      return new Map();
    },
  );
  try {
    splitter.push(beginning);
  } catch {
    even = false;
  }
  // A file with a header only may have no line end.
  if (header.length === 0) {
    try {
      splitter.end();
    } catch {
      even = false;
    }
  }
  return { separator, header, even };
}
