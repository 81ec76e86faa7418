import { columnOfPlace } from '../files/workbook/cell-place.ts';
import type { ReportRows } from './report-rows.ts';

type Said = [line: number, says: string, fix: string];

/**
 * Cells that are merged hold one value for several places, and only the first of them has it. In the header, and among the rows of a sheet, that is
 * a fault: which value the others have is not said.
 */
export function mergedFaults(ranges: readonly string[], headerLine: number | null): Said[] {
  const below = ranges.filter((range) => headerLine === null || firstLine(range) >= headerLine);
  const where = firstLine(below[0] ?? '') === headerLine ? 'the header' : 'the rows';
  return sayMerged(below, where, 'unmerge them, so that each has its value');
}

/**
 * The same of a report. What is merged above its header and in its footer is no matter, nor what is merged in columns that nobody reads. A group of rows
 * that shares a cell would lose what it says in all rows but the first.
 */
export function mergedInReport(ranges: readonly string[], report: ReportRows): Said[] {
  const headerLine = report.headerLine();
  if (headerLine === null) return [];
  const inHeader = ranges.filter((range) => firstLine(range) === headerLine);
  if (inHeader.length > 0) return sayMerged(inHeader, 'the header', 'unmerge them, so that each has its value');
  const last = report.lastDataLine() ?? headerLine;
  const inRows = ranges.filter((range) => firstLine(range) > headerLine && firstLine(range) <= last);
  const groups = inRows.filter((range) => lastLine(range) > firstLine(range) && columnsOf(range).some(report.isWanted));
  return sayMerged(
    groups,
    'the rows',
    'export the report again without groups ("Details Only"), or unmerge them and fill each',
  );
}

function sayMerged(ranges: readonly string[], where: string, fix: string): Said[] {
  const [first] = ranges;
  if (first === undefined) return [];
  const more = ranges.length > 1 ? ` and ${ranges.length - 1} more ranges` : '';
  return [[firstLine(first), `cells of ${where} are merged: ${first}${more}`, fix]];
}

function columnsOf(range: string): number[] {
  const [from = '', to = from] = range.split(':');
  const [first, last] = [columnOfPlace(from), columnOfPlace(to)];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}

const firstLine = (range: string): number => Number(/\d+/.exec(range)?.[0] ?? 0);
const lastLine = (range: string): number => Number(/\d+$/.exec(range)?.[0] ?? 0);
