import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { takeBack } from '../../../src/store/take-back.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'same-page-take-back-'));
  path = join(folder, 'same-page.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A store of a thousand rows, left as a kill leaves it when half of a change has reached the disk. */
function leaveHalfChanged(): void {
  const sqlite = new Sqlite(join(folder, 'other.db'));
  sqlite.exec(`create table lead (place integer primary key, status text);
    with recursive n(i) as (values (1) union all select i + 1 from n where i < 1000) insert into lead select i, 'open' from n`);
  // So little memory that pages are written before the change is complete.
  sqlite.pragma('cache_size = 2');
  sqlite.exec(`begin; update lead set status = 'a much longer status than before'`);
  for (const end of ['', '-journal']) copyFileSync(join(folder, `other.db${end}`), `${path}${end}`);
  sqlite.close();
  rmSync(join(folder, 'other.db'));
}

test('a store that was left in the middle of a change can be read again, as it was before', () => {
  leaveHalfChanged();
  expect(() => new Sqlite(path, { readonly: true }).prepare('select 1 from lead').get()).toThrow('readonly');
  takeBack(path);
  expect(existsSync(`${path}-journal`)).toBe(false);
  const sqlite = new Sqlite(path, { readonly: true });
  expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(sqlite.prepare('select status, count(*) as leads from lead group by status').all()).toEqual([
    { status: 'open', leads: 1000 },
  ]);
  sqlite.close();
});

test('what no store stands beside is taken away: the next one must not be changed by it', () => {
  leaveHalfChanged();
  rmSync(path);
  takeBack(path);
  expect(existsSync(`${path}-journal`)).toBe(false);
  expect(existsSync(path)).toBe(false);

  leaveHalfChanged();
  writeFileSync(path, 'no database at all, and longer than a header of a hundred bytes would be '.repeat(3));
  takeBack(path);
  expect(existsSync(`${path}-journal`)).toBe(false);
});

test('a store that nobody left half-changed is not touched', () => {
  writeFileSync(path, 'anything');
  takeBack(path);
  expect(readFileSync(path, 'utf8')).toBe('anything');
});

test('a store that another process changes now is left to it', () => {
  const other = new Sqlite(path);
  other.exec('create table lead (place integer); begin immediate; insert into lead values (1)');
  expect(() => takeBack(path)).toThrow('database is locked');
  other.exec('commit');
  expect(other.prepare('select count(*) from lead').pluck().get()).toBe(1);
  other.close();
});
