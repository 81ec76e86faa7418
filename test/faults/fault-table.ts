import type { FaultReport } from './fault-report.ts';

export interface TimedReport extends FaultReport {
  /** All rows of a part took it together: told in the first of them. */
  readonly seconds: number | null;
}

const titles = ['what', 'tried', 'held', 'seconds', 'found'] as const;

/** The reports as a table in Markdown, its columns set, for a terminal and for a guide. */
export function faultTable(reports: readonly TimedReport[]): string {
  const rows = reports.map((report) => titles.map((title) => cell(report[title])));
  const widths = titles.map((title, index) => Math.max(title.length, ...rows.map((row) => row[index]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((text, index) => (isNumber(index) ? text.padStart(widths[index] ?? 0) : text.padEnd(widths[index] ?? 0))).join(' | ')} |`;
  const rule = `| ${widths.map((width, index) => (isNumber(index) ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width))).join(' | ')} |`;
  return [line(titles), rule, ...rows.map(line)].join('\n');
}

function isNumber(column: number): boolean {
  return ['tried', 'held', 'seconds'].includes(titles[column] ?? '');
}

function cell(value: string | number | null): string {
  if (value === null) return '';
  return typeof value === 'number' ? Math.round(value).toLocaleString('en-GB') : value.replaceAll('|', '/');
}
