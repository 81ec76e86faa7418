/** Something that takes up height beside a drawing: where its middle should stand, and how high it is. */
export interface Wanted {
  readonly y: number;
  readonly height: number;
}

/** The nearest numbers, by the sum of squares, that never go down: pool adjacent violators (Ayer and others 1955). */
function neverDown(numbers: readonly number[]): number[] {
  const pools: { sum: number; count: number }[] = [];
  for (const number of numbers) {
    let pool = { sum: number, count: 1 };
    for (let last = pools.at(-1); last && last.sum / last.count > pool.sum / pool.count; last = pools.at(-1)) {
      pool = { sum: pool.sum + last.sum, count: pool.count + last.count };
      pools.pop();
    }
    pools.push(pool);
  }
  return pools.flatMap(({ sum, count }) => Array<number>(count).fill(sum / count));
}

/**
 * Moves labels apart as little as can be and keeps their order, so that no two leader lines cross. All stay between `top` and
 * `bottom` where there is room for all. Takes them from the top down, and gives their middles in that order.
 */
export function movedApart(wanted: readonly Wanted[], top: number, bottom: number): number[] {
  const heights = wanted.map(({ height }) => height);
  const stacked = heights.map((_, index) => heights.slice(0, index).reduce((sum, height) => sum + height, 0));
  const spare = bottom - heights.reduce((sum, height) => sum + height, 0);
  // Measured from where each would stand if all were packed from zero on, no label may pass the one before it.
  const starts = neverDown(wanted.map(({ y, height }, index) => y - height / 2 - (stacked[index] ?? 0)));
  return starts.map((start, index) => {
    const held = Math.max(top, Math.min(start, spare));
    return held + (stacked[index] ?? 0) + (heights[index] ?? 0) / 2;
  });
}
