import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

/** A row of an export, as text, by column. */
export type Row = Readonly<Record<string, string>>;

/** Every row of a CSV file, without the repeats: a row that is the same in each cell as an earlier one. */
export function rowsOf(folder: string, file: string): Row[] {
  const rows: Row[] = parse(readFileSync(join(folder, file)), { columns: true, bom: true });
  const seen = new Set<string>();
  return rows.filter((row) => {
    const text = JSON.stringify(Object.values(row));
    if (seen.has(text)) return false;
    seen.add(text);
    return true;
  });
}

export function isYes(text: string | undefined): boolean {
  return text === '1' || text?.toLowerCase() === 'true';
}

/** Seconds since 1970 of `2026-11-09T05:40:00.000Z`; null where it is empty. It throws where it is anything else. */
export function instantOf(text: string | undefined): number | null {
  if (!text) return null;
  const found = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(\.\d+)?(Z|\+00:?00)$/.exec(text);
  if (!found) throw new Error(`no instant: ${text}`);
  const [year, month, day, hour, minute, second] = found.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  if (!isDay(text.slice(0, 10)) || hour > 23 || minute > 59 || second > 59) throw new Error(`no instant: ${text}`);
  return Date.UTC(year, month - 1, day, hour, minute, second) / 1000;
}

/** Whether `YYYY-MM-DD` is a day that the calendar has. */
export function isDay(text: string): boolean {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!found) return false;
  const [year, month, day] = found.slice(1).map(Number) as [number, number, number];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return month >= 1 && month <= 12 && day >= 1 && day <= lengths[month - 1]!;
}

/** Cents of `12345.6`; null where it is empty. */
export function centsOf(text: string | undefined): number | null {
  if (!text) return null;
  const found = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(text);
  if (!found) throw new Error(`no amount: ${text}`);
  const cents = Number(found[2]) * 100 + Number((found[3] ?? '').padEnd(2, '0'));
  return found[1] === '-' ? -cents : cents;
}
