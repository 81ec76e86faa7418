import { afterAll, beforeAll, expect, test } from 'vitest';
import { faultsOf, workshop } from './run-ingest.ts';
import type { Workshop } from './run-ingest.ts';

let work: Workshop;
beforeAll(async () => {
  work = await workshop();
});
afterAll(() => work.end());

const source = (file: string): string =>
  `reads: ${file}\nkey: id\ngives:\n  - record: account\n    columns: { name: name }\n`;

test('two files of two sources that claim the same record and differ stop the run, by both names and the first key', async () => {
  const run = work.ingest({
    sources: { one: source('one.csv'), two: source('two.csv') },
    files: { 'one.csv': 'id,name\na,North\nb,South\nc,West\n', 'two.csv': 'id,name\nb,South\nc,Other\na,Another\n' },
  });
  expect(await faultsOf(run)).toContain(
    'exports/two.csv:3:1  2 rows and one.csv claim the same records and differ; the first is account "c"; map "modified" in both, or let one of them only add: only adds: yes (this one is read by two.yml)',
  );
});

test('the very same record in both, a newer one, and one object that is split over files, are no quarrel', async () => {
  const same = await work.ingest({
    sources: { one: source('one.csv'), two: source('two.csv') },
    files: { 'one.csv': 'id,name\na,North\n', 'two.csv': 'id,name\na,North\n' },
  });
  expect(same.account.files.map(({ repeats }) => repeats)).toEqual([0, 1]);
  const dated = (file: string): string => source(file).replace('gives', 'modified: at\ngives');
  const newer = await work.ingest({
    sources: { one: dated('one.csv'), two: dated('two.csv') },
    files: {
      'one.csv': 'id,name,at\na,North,2026-03-02T00:00:00Z\n',
      'two.csv': 'id,name,at\na,South,2026-03-01T00:00:00Z\n',
    },
  });
  expect(await newer.rows('account', 'name')).toEqual([['North']]);
  const split = await work.ingest({
    sources: { all: source('"part-*.csv"') },
    files: { 'part-1.csv': 'id,name\na,North\n', 'part-2.csv': 'id,name\na,South\n' },
  });
  expect(split.account.files.map(({ superseded }) => superseded)).toEqual([1, 0]);
});
