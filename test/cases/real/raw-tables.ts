/** The files of a company of real data, as plain tables in which every cell is a text as it stands there. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { parse } from 'csv-parse/sync';

/** Where a folder of real data lies: beside the repository, or where SAME_PAGE_REAL_DATA says. Where it is not there, the title says why its tests are skipped. */
export function realData(name: string): { readonly folder: string; readonly isThere: boolean; readonly title: string } {
  const beside = fileURLToPath(new URL('../../../../shared/data', import.meta.url));
  const folder = join(resolve(process.env.SAME_PAGE_REAL_DATA ?? beside), name);
  if (existsSync(folder)) return { folder, isThere: true, title: name };
  const title = `${name} (skipped: the data is not in ${folder})`;
  console.warn(title);
  return { folder, isThere: false, title };
}

/**
 * Loads CSV files into a database in memory: a table for each, named as the file is; a row that is too short lacks its last cells. Beside them stand
 * `calendar` (each day with the periods that it lies in) and `period` (each period's first and last day).
 */
export function rawTables(folder: string, files: readonly string[]): Database.Database {
  const db = new Database(':memory:');
  for (const file of files) {
    const rows: string[][] = parse(readFileSync(join(folder, file)), { bom: true, relax_column_count_less: true });
    const [header = [], ...data] = rows;
    const table = `"${basename(file, '.csv')}"`;
    db.exec(
      `create table ${table} (${header.map((column, index) => `"${column || `column ${index + 1}`}" text`).join(', ')})`,
    );
    const insert = db.prepare(`insert into ${table} values (${header.map(() => '?').join(', ')})`);
    db.transaction(() => {
      for (const row of data) insert.run(header.map((_, index) => row[index] ?? ''));
    })();
  }
  db.exec(periods);
  return db;
}

/** Years begin in January in all of these companies. */
const periods = `
  create table calendar as
    with recursive days(day) as (select '2016-01-01' union all select date(day, '+1 day') from days where day < '2026-12-31')
    select day, 'day' as grain, day as period from days
    union all select day, 'week', 'week-' || date(day, 'weekday 0', '-6 days') from days
    union all select day, 'month', substr(day, 1, 7) from days
    union all select day, 'quarter', 'FY' || substr(day, 1, 4) || '-Q' || ((substr(day, 6, 2) + 2) / 3) from days
    union all select day, 'year', 'FY' || substr(day, 1, 4) from days;
  create index calendar_day on calendar (day, grain);
  create table period as select grain, period, min(day) as first, max(day) as last from calendar group by grain, period;`;
