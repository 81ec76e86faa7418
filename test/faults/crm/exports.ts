/** What is exported of a CRM: whole tables and what changed in them, with rows that are late and rows that come again. */
import type { Holds } from '../../../src/records/manifest.ts';
import type { Chance } from '../../plain/chance.ts';
import { isRow, rowsAt, type Row, type Version } from './life.ts';
import type { CrmTable } from './tables.ts';

/** A table as it was exported at an instant. */
export interface CrmExport {
  readonly table: CrmTable;
  /** Seconds since 1970. */
  readonly time: number;
  readonly holds: Holds;
  readonly rows: readonly Row[];
}

/** A row's own stamp; null where its table has none. */
export const stampOf = ({ cells }: Row): number | null =>
  cells['Changed'] === undefined ? null : Date.parse(cells['Changed']) / 1000;

/** Exports a table again and again: each time all of it, or what changed since the time before. */
export function exporting(life: readonly Version[], table: CrmTable, chance: Chance) {
  const late = new Set<string>();
  let before = -Infinity;

  /** Rows that changed, and those that were late the time before. Of a table without stamps nothing is late: nobody could tell it from what is new. */
  function changed(time: number, isLast: boolean): Row[] {
    const now = rowsAt(life, table.name, time).filter(({ key, at }) => at > before || late.has(key));
    const waits = now.filter(() => table.stamped && !isLast && chance.whole(0, 9) > 8);
    late.clear();
    for (const { key } of waits) late.add(key);
    return now.filter((row) => !waits.includes(row));
  }

  /** Older versions of rows, by their stamps, as a CRM or a person exports them again. */
  function again(time: number): Row[] {
    const now = new Map(rowsAt(life, table.name, time).map((row) => [row.key, stampOf(row) ?? -Infinity]));
    return life.filter(isRow).filter((row) => {
      const isOlder = row.table === table.name && (stampOf(row) ?? Infinity) < (now.get(row.key) ?? -Infinity);
      return isOlder && row.at <= time && chance.whole(0, 9) > 8;
    });
  }

  return (time: number, holds: Holds, isLast = false): CrmExport => {
    const rows = holds === 'changes' ? [...again(time), ...changed(time, isLast)] : rowsAt(life, table.name, time);
    const twice = rows.filter(() => chance.whole(0, 19) > 18);
    before = time;
    if (holds === 'everything') late.clear();
    return { table, time, holds, rows: [...rows, ...twice] };
  };
}

/** A file that holds an export or a part of one. */
export interface LaidFile extends Omit<CrmExport, 'rows'> {
  readonly name: string;
  readonly rows: readonly Row[];
}

/** The folder that a pull writes into. */
export const pullOf = (time: number): string =>
  new Date(time * 1000).toISOString().replace('.000Z', 'Z').replaceAll(':', '-');

export function asOneFile(given: CrmExport): LaidFile {
  return { ...given, name: `${pullOf(given.time)}/${given.table.file}.csv` };
}

/** Its rows in any order, dealt out to up to three files of any name. Only the folders of pulls are called after their times. */
export function asAnyFiles(given: CrmExport, chance: Chance, isPulled: boolean): LaidFile[] {
  const parts = chance.whole(1, 3);
  const dealt = given.rows.map((row) => ({ row, part: chance.whole(1, parts), nth: chance.whole(0, 99) }));
  const letters = chance.one(['abc', 'cba', 'bca']);
  const { file } = given.table;
  const begins = isPulled ? `${pullOf(given.time)}/${file}` : `${file}-${chance.whole(100, 999)}-${given.time}`;
  return Array.from({ length: parts }, (_, index): LaidFile => {
    const own = dealt.filter(({ part }) => part === index + 1).toSorted((one, other) => one.nth - other.nth);
    return { ...given, name: `${begins}-${letters[index]}.csv`, rows: own.map(({ row }) => row) };
  });
}

/** The text of a file. */
export function textOf({ table, rows }: LaidFile): string {
  const quoted = (text: string): string => (/[",;\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = rows.map(({ cells }) => table.columns.map((column) => quoted(cells[column] ?? '')).join(','));
  return [table.columns.join(','), ...lines, ''].join('\n');
}
