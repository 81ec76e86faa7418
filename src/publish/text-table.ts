/** A table as plain text for a screen: the first column begins at the left, the others end at the right, two blanks between. */
export function textTable(rows: readonly (readonly string[])[]): string[] {
  const lines = rows.map((row) => row.map(withPlainBlanks));
  const widths = (lines[0] ?? []).map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines.map((line) =>
    line
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}

/** The site ties words that belong together; a screen that is copied from should not. */
export const withPlainBlanks = (text: string): string => text.replaceAll('\u00a0', ' ');
