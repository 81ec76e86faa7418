import { expect, test } from 'vitest';
import { ingestInWords } from '../../../../scripts/bench/ingest/in-words.ts';
import { allHolds, took } from './ingest-report.ts';

test('everything stands in one table: each run with its ratios, and what is promised of it', () => {
  expect(ingestInWords(allHolds).split('\n')).toEqual([
    'Ingest of 1,000,000 leads, 10,000,000 rows in 2,500 MB, on 2 cores, each run once:',
    '',
    '                                             wall     CPU  memory  of the floor  of all   rows/s  MB/s  promised                                     it is             holds',
    'the floor, sqlite3 .import as bare text    25.0 s  24.0 s    8 MB          1.00    1.25  400,000   100',
    '10,000 leads, from nothing                 3.00 s  3.00 s  120 MB                         33,333     8',
    'all of it, from nothing                    20.0 s  36.0 s  350 MB          0.80    1.00  500,000   125  no longer than the floor (aim: 0.7 of it)    0.80 (CPU: 1.50)  yes',
    '                                                                                                        memory of any ingest at most 400 MB          350 MB            yes',
    '                                                                                                        for a row at most 1.15 times a smaller size  0.10              yes',
    'nothing new                                0.30 s  0.25 s   80 MB          0.01    0.01                 CPU at most 1.00 s                           0.25 s            yes',
    '1% changed: 90,000 rows, 25.0 MB           1.00 s  1.80 s  200 MB          0.04    0.05                 at most 5.0% of all                          5.0% (CPU: 5.0%)  yes',
    'ingest, 11 metrics, 38 pages from nothing  32.0 s  50.0 s  450 MB          1.28    1.60                 at most 33.0 s                               32.0 s            yes',
    '                                                                                                        memory at most 500 MB                        450 MB            yes',
    'after one changed definition               3.50 s  3.50 s  100 MB          0.14    0.17                 at most 4.00 s                               3.50 s            yes',
    '',
    'Growth: a million rows take 20.0 s with 10,000 leads, 1.90 s with 1,000,000 leads; with the most it is 0.10 times the quickest of the others. The start is not in it.',
    'Where the time goes, by the clock: load 15.0 s (75%), derive 3.90 s (20%), start 1.00 s (5%).',
    "The processor's seconds of each part on one thread, with 100,000 leads: parse 3.00 s (75%), read 1.00 s (25%).",
    'Beside it, for five such charts of a million leads, measured on two cores elsewhere: Observable Framework with DuckDB took 33 s and 1000 MB from nothing, and 4 s after a change.',
  ]);
});

test('where there is no sqlite3 command, the floor is said not to be measured', () => {
  const lines = ingestInWords({ ...allHolds, floor: null }).split('\n');
  expect(lines[3]).toBe('the floor, sqlite3 .import: not measured, no sqlite3 command here');
  expect(lines[5]).toMatch(/^all of it.* 20\.0 s .* {10}1\.00 .* \? +not told: no sqlite3 command here$/);
});

test('what does not hold is told in capitals', () => {
  const lines = ingestInWords({ ...allHolds, unchanged: took(2, 1.2) }).split('\n');
  expect(lines.find((line) => line.startsWith('nothing new'))).toMatch(/CPU at most 1\.00 s +1\.20 s +NO$/);
});
