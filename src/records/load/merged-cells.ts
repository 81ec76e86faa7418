/**
 * Cells that are merged hold one value for several places, and only the first of them has it. In the header, and among the rows of a sheet, that is
 * a fault: which value the others have is not said. The lines above a report's header may be merged.
 */
export function mergedFaults(
  ranges: readonly string[],
  headerLine: number | null,
  isReport: boolean,
): [line: number, says: string, fix: string][] {
  const below = ranges.filter((range) => headerLine === null || lineOf(range) >= headerLine);
  const inHeader = below.filter((range) => lineOf(range) === headerLine);
  // A report's groups and footer are merged; what its rows lack by that is empty and seen.
  const [first] = isReport ? inHeader : below;
  if (first === undefined) return [];
  const all = isReport ? inHeader : below;
  const more = all.length > 1 ? ` and ${all.length - 1} more ranges` : '';
  const where = lineOf(first) === headerLine ? 'the header' : 'the rows';
  return [[lineOf(first), `cells of ${where} are merged: ${first}${more}`, 'unmerge them, so that each has its value']];
}

function lineOf(range: string): number {
  return Number(/\d+/.exec(range)?.[0] ?? 0);
}
