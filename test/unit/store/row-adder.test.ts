import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { rowAdder } from '../../../src/store/row-adder.ts';

test('adds every row, also those after the last full statement; columns that are not given are empty', () => {
  const sqlite = new Sqlite(':memory:');
  sqlite.exec('create table step (place integer primary key, "from" text, note text)');
  const adder = rowAdder(sqlite, 'step', ['place', 'from']);
  for (let place = 1; place <= 123; place += 1) adder.add(place, place % 2 === 0 ? null : `s${place}`);
  adder.end();
  adder.end();
  expect(sqlite.prepare('select count(*) as n, sum(place) as sum, count("from") as given from step').get()).toEqual({
    n: 123,
    sum: 7626,
    given: 62,
  });
  expect(sqlite.prepare('select * from step where place in (51, 122)').raw().all()).toEqual([
    [51, 's51', null],
    [122, null, null],
  ]);
  sqlite.close();
});
