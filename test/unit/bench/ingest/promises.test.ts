import { expect, test } from 'vitest';
import { growthOf, verdictsOf } from '../../../../scripts/bench/ingest/promises.ts';
import type { IngestReport } from '../../../../scripts/bench/ingest/report.ts';
import { allHolds, took } from './ingest-report.ts';

const said = (report: IngestReport) =>
  verdictsOf(report).map(({ of, promised, came, holds }) => [of, promised, came, holds]);

test('each promise stands beside what came of it', () => {
  expect(said(allHolds)).toEqual([
    ['full', 'no longer than the floor (aim: 0.7 of it)', '0.80 (CPU: 1.50)', true],
    ['full', 'memory of any ingest at most 400 MB', '350 MB', true],
    ['full', 'for a row at most 1.15 times a smaller size', '0.10', true],
    ['unchanged', 'CPU at most 1.00 s', '0.25 s', true],
    ['delta', 'at most 5.0% of all', '5.0% (CPU: 5.0%)', true],
    ['fromNothing', 'at most 33.0 s', '32.0 s', true],
    ['fromNothing', 'memory at most 500 MB', '450 MB', true],
    ['afterAChange', 'at most 4.00 s', '3.50 s', true],
  ]);
});

test('what takes longer, or more, does not hold', () => {
  const { full, sizes, delta, whole } = allHolds;
  const slow = { ...full, wall: 25.1, perMillionRows: 25 };
  const verdicts = verdictsOf({
    ...allHolds,
    full: slow,
    sizes: [...sizes.slice(0, 1), slow],
    unchanged: took(0.9, 1.01),
    delta: { ...delta, took: took(1.3, 2, 401) },
    whole: { ...whole, fromNothing: took(33.1, 60, 501), afterAChange: took(4.1) },
  });
  expect(verdicts.map(({ holds }) => holds)).toEqual(Array.from({ length: 8 }, () => false));
});

test('what nobody measured is neither kept nor broken, and why is told', () => {
  const [first = allHolds.full] = allHolds.sizes;
  const little = { ...allHolds, floor: null, sizes: [first], full: first, unchanged: took(1, null, null) };
  const untold = verdictsOf(little).filter(({ holds }) => holds === null);
  expect(untold.map(({ of, came, because }) => [of, came, because])).toEqual([
    ['full', '?', 'no sqlite3 command here'],
    ['full', '?', 'one size only'],
    ['unchanged', '?', 'the system does not tell'],
  ]);
});

test('what is promised of a million leads is not kept by fewer, but may be broken by them', () => {
  const fewer = verdictsOf({ ...allHolds, leads: 100_000, whole: { ...allHolds.whole, afterAChange: took(4.1) } });
  expect(fewer.slice(-3).map(({ holds, because }) => [holds, because])).toEqual([
    [null, 'of 1,000,000 leads'],
    [null, 'of 1,000,000 leads'],
    [false, null],
  ]);
});

test('growth compares a row among the most with the quickest of those among fewer', () => {
  const [small = allHolds.full] = allHolds.sizes;
  const sizes = (...perMillionRows: number[]) => ({
    sizes: perMillionRows.map((each) => ({ ...small, perMillionRows: each })),
  });
  expect(growthOf(sizes(20, 24))).toBe(1.2);
  expect(growthOf(sizes(20, 10, 15))).toBe(1.5);
  expect(growthOf(sizes(20))).toBe(null);
});
