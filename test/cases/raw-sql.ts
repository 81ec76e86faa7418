/** A second way to a case's numbers: plain SQL over the raw files, every cell a text as it stands there. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { parse } from 'csv-parse/sync';
import type { MetricValue } from '../../src/values/value.ts';

/** Where a folder of real data lies: beside the repository, or where SAME_PAGE_REAL_DATA says. Where it is not there, the title says why its tests are skipped. */
export function realData(name: string): { readonly folder: string; readonly isThere: boolean; readonly title: string } {
  const beside = fileURLToPath(new URL('../../../shared/data', import.meta.url));
  const folder = join(resolve(process.env.SAME_PAGE_REAL_DATA ?? beside), name);
  if (existsSync(folder)) return { folder, isThere: true, title: name };
  const title = `${name} (skipped: the data is not in ${folder})`;
  console.warn(title);
  return { folder, isThere: false, title };
}

/** Loads CSV files into a database in memory: a table for each, named as the file is. */
export function rawTables(folder: string, files: readonly string[]): Database.Database {
  const db = new Database(':memory:');
  for (const file of files) {
    const rows: string[][] = parse(readFileSync(join(folder, file)), { bom: true });
    const [header = [], ...data] = rows;
    const table = `"${basename(file, '.csv')}"`;
    db.exec(
      `create table ${table} (${header.map((column, index) => `"${column || `column ${index + 1}`}" text`).join(', ')})`,
    );
    const insert = db.prepare(`insert into ${table} values (${header.map(() => '?').join(', ')})`);
    db.transaction(() => {
      for (const row of data) insert.run(row);
    })();
  }
  return db;
}

/** A metric in SQL: what is counted, from which rows, by which day, and in which parts. */
export interface PlainQuery {
  readonly metric: string;
  readonly from: string;
  readonly where?: string;
  /** An SQL expression that gives `YYYY-MM-DD`, or null or '' where the row has no date. */
  readonly day: string;
  /** One of the three: a number of rows; a sum of cents; a share. */
  readonly count?: true;
  readonly cents?: string;
  readonly kept?: string;
  /** Dimension and SQL expression; an empty text is 'Not recorded'. */
  readonly by: Readonly<Record<string, string>>;
}

type Answer = readonly [
  place: string,
  value: number | null,
  numerator: number | null,
  denominator: number | null,
  records: number,
];

/** What the query says for the months, the years and all time, of the whole and of every part. */
export function askedOf(db: Database.Database, query: PlainQuery): Answer[] {
  const periods = { month: `substr(${query.day}, 1, 7)`, year: `'FY' || substr(${query.day}, 1, 4)`, all: `'all'` };
  const parts = { '': `''`, ...query.by };
  const answers: Answer[] = [];
  for (const [grain, period] of Object.entries(periods)) {
    for (const [dimension, member] of Object.entries(parts)) {
      const name =
        dimension === '' ? member : `case when coalesce(${member}, '') = '' then 'Not recorded' else ${member} end`;
      const dated = grain === 'all' ? '1' : `coalesce(${query.day}, '') <> ''`;
      const rows = db
        .prepare(
          `select ${period} as period, ${name} as member, count(*) as records,
                  ${query.cents ? `sum(${query.cents})` : 'null'} as cents, ${query.kept ? `sum(${query.kept})` : 'null'} as kept
             from ${query.from} where (${query.where ?? '1'}) and ${dated} group by 1, 2`,
        )
        .all() as { period: string; member: string; records: number; cents: number | null; kept: number | null }[];
      for (const { period: name, member: part, records, cents, kept } of rows) {
        const place = `${name} | ${dimension} | ${part}`;
        if (query.count) answers.push([place, records, null, null, records]);
        else if (query.cents) answers.push([place, cents, null, null, records]);
        else answers.push([place, kept! / records, kept, records, records]);
      }
    }
  }
  return answers.sort(byPlace);
}

/** What the run says at the same places. */
export function saidOf(values: readonly MetricValue[], metric: string): Answer[] {
  return values
    .filter((one) => one.metric === metric && ['month', 'year', 'all'].includes(one.grain) && one.records > 0)
    .map((one): Answer => [
      `${one.period} | ${one.dimension} | ${one.member}`,
      one.value,
      one.numerator,
      one.denominator,
      one.records,
    ])
    .sort(byPlace);
}

function byPlace(a: Answer, b: Answer): number {
  return a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0;
}
