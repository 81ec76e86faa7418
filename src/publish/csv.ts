/** A cell of a table file: text, a number, or nothing known. */
export type Cell = string | number | null;

/**
 * A table as CSV (RFC 4180: commas, quotes only where needed, CRLF), with its header. Nothing known is empty.
 * Text that a spreadsheet would run as a formula (`= + - @`, tab, return) is neutralised by an apostrophe; numbers stay.
 */
export function csvOf(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [columns, ...rows].map((row) => `${row.map(cellOf).join(',')}\r\n`).join('');
}

function cellOf(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const harmless = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
