/** The texts that occur, without empty ones, the most frequent first. */
export function countsOf(values: readonly string[]): readonly { readonly value: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const value of values) if (value.trim() !== '') counts.set(value.trim(), (counts.get(value.trim()) ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}
