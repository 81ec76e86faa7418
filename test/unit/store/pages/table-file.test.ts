import Sqlite from 'better-sqlite3';
import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StoredValue } from '../../../../src/store/database.ts';
import { tableFile } from '../../../../src/store/pages/table-file.ts';
import type { FileTable } from '../../../../src/store/pages/table-file.ts';

const lead: FileTable = {
  name: 'lead',
  sql: 'CREATE TABLE lead (place integer primary key, key text not null, created bigint, score double precision)',
  affinities: ['row number', 'text', 'integer', 'real'],
};
const visit: FileTable = {
  name: 'visit',
  sql: 'CREATE TABLE visit (place integer primary key, page text)',
  affinities: ['row number', 'text'],
};

type Rows = readonly (readonly StoredValue[])[];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'table-file-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Writes the rows of each table in turns, and reads them as the engine does. */
function writtenAndRead(tables: readonly { readonly table: FileTable; readonly rows: Rows }[]) {
  const path = join(folder, 'part.db');
  const file = tableFile(path);
  const open = tables.map(({ table, rows }) => ({ rows, into: file.table(table) }));
  const longest = Math.max(...open.map(({ rows }) => rows.length));
  for (let nth = 0; nth < longest; nth += 1)
    for (const { rows, into } of open) for (const row of rows.slice(nth, nth + 1)) into.add(row);
  file.end();
  file.close();
  const db = new Sqlite(path, { readonly: true });
  const read = tables.map(({ table }) => readIn(db, table.name));
  const fault = db.pragma('integrity_check', { simple: true });
  db.close();
  return { read, fault };
}

/** The rows as numbers of eight bytes, texts and types: two that look alike are the same. */
function readIn(db: Sqlite.Database, table: string): unknown[] {
  const names = db.prepare(`select name from pragma_table_info(?)`).pluck().all(table) as string[];
  const cells = names.flatMap((name) => [`"${name}"`, `typeof("${name}")`]);
  return db
    .prepare(`select ${cells.join(', ')} from ${table} order by place`)
    .raw()
    .safeIntegers()
    .all();
}

function insertedByStatements({ sql, name, affinities }: FileTable, rows: Rows): unknown[] {
  const db = new Sqlite(':memory:');
  db.exec(sql);
  const insert = db.prepare(`insert into ${name} values (${affinities.map(() => '?').join(', ')})`);
  for (const row of rows) insert.run(row);
  const read = readIn(db, name);
  db.close();
  return read;
}

const text = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.nat({ max: 100_000 }).map((length) => 'é'.repeat(length % 700) + 'x'.repeat(length)),
);
const whole = fc.oneof(
  fc.constantFrom(
    0,
    1,
    -1,
    127,
    128,
    -128,
    -129,
    32_767,
    32_768,
    8_388_607,
    8_388_608,
    2 ** 31 - 1,
    2 ** 31,
    -(2 ** 31),
  ),
  fc.constantFrom(2 ** 47 - 1, 2 ** 47, -(2 ** 47), -(2 ** 47) - 1, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER),
  fc.maxSafeInteger(),
);
const number = fc.oneof(
  whole,
  fc.double({ noNaN: true }).map((value) => value + 0),
);
const orNone = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null, freq: 4 });

describe('A file of tables that is written page by page', () => {
  it('holds what statements would have written, of any values', () => {
    const row = fc.tuple(fc.integer({ min: 1, max: 10 ** 9 }), text, orNone(whole), orNone(number));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 60 }), fc.array(text, { maxLength: 60 }), (rows, pages) => {
        let place = 0;
        const leads = rows.map(([step, ...values]): StoredValue[] => [(place += step), ...values]);
        const visits = pages.map((page, index): StoredValue[] => [index, page]);
        const found = writtenAndRead([
          { table: lead, rows: leads },
          { table: visit, rows: visits },
        ]);
        expect(found.fault).toBe('ok');
        expect(found.read).toEqual([insertedByStatements(lead, leads), insertedByStatements(visit, visits)]);
      }),
      { numRuns: 60 },
    );
  });

  it('holds rows of every length around that of a page, whose rest lies in pages of its own', () => {
    const lengths = [32_690, 32_720, 32_728, 32_729, 32_730, 32_760, 65_400, 65_500, 98_240, 300_000];
    const rows = lengths.flatMap((length, nth) => [
      [3 * nth, 'x'.repeat(length)],
      [3 * nth + 1, 'after'],
    ]);
    const { read, fault } = writtenAndRead([{ table: visit, rows }]);
    expect(fault).toBe('ok');
    expect(read).toEqual([insertedByStatements(visit, rows)]);
  });

  it('finds rows by their number where pages lead to pages that lead to pages', () => {
    const path = join(folder, 'part.db');
    const file = tableFile(path);
    const into = file.table(visit);
    // A row a page, and a page leads to at most 2,339 others.
    const pages = 2_400;
    const wide = 'x'.repeat(32_600);
    for (let place = 1; place <= pages; place += 1) into.add([place * 1000, wide]);
    file.end();
    file.close();
    const db = new Sqlite(path, { readonly: true });
    const length = db.prepare('select length(page) from visit where place = ?').pluck();
    expect([1000, 1_200_000, 2_339_000, 2_340_000, 2_400_000, 2_400_001].map((place) => length.get(place))).toEqual([
      32_600,
      32_600,
      32_600,
      32_600,
      32_600,
      undefined,
    ]);
    expect(db.prepare('select count(*) from visit').pluck().get()).toBe(pages);
    db.close();
  });

  it('is a table without rows where none were added', () => {
    expect(writtenAndRead([{ table: visit, rows: [] }])).toEqual({ read: [[]], fault: 'ok' });
  });

  it('takes rows by rising number only', () => {
    const file = tableFile(join(folder, 'part.db'));
    const into = file.table(visit);
    into.add([7, 'first']);
    expect(() => into.add([7, 'again'])).toThrow('Row 7 of "visit" comes after row 7.');
    file.close();
  });
});
