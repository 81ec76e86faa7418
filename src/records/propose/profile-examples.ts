/** A value, and in how many rows it stands. */
export interface Counted {
  readonly value: string;
  readonly count: number;
}

const mostExamples = 5;
const mostCounts = 30;

/** The most frequent values, and all of them with their counts where they are few. */
export function examplesOf(filled: readonly string[]): { examples: readonly string[]; counts: readonly Counted[] } {
  const found = new Map<string, number>();
  for (const text of filled) found.set(text, (found.get(text) ?? 0) + 1);
  const counts = [...found].map(([value, count]) => ({ value, count }));
  // The order of equals is the file's.
  const frequent = counts.toSorted((a, b) => b.count - a.count);
  return {
    examples: frequent.slice(0, mostExamples).map(({ value }) => value),
    counts: counts.length <= mostCounts ? frequent : [],
  };
}
