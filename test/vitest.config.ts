import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './longest-first.ts';
import { CountReporter } from './reporter.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const minute = 60_000;

/** The quick tests run first, by themselves. All others run beside each other, a file on each core: each has its own folders, schemas and ports. */
export default defineConfig({
  root,
  test: {
    // Else one core is left free, which is half of a machine with two.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    reporters: [['default', { summary: false }], new CountReporter()],
    projects: [
      {
        root,
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.ts', 'test/house/**/*.test.ts'],
          testTimeout: minute / 3,
          hookTimeout: minute / 3,
          // Files share what they import, which is most of their time: no test changes what another one reads.
          isolate: false,
          sequence: { groupOrder: 0 },
        },
      },
      {
        root,
        test: {
          name: 'cases',
          include: ['test/cases/**/*.test.ts', 'test/proof/**/*.test.ts', 'test/plain/**/*.test.ts'],
          testTimeout: 3 * minute,
          hookTimeout: 3 * minute,
          sequence: { groupOrder: 1 },
        },
      },
      {
        root,
        test: {
          // A sample of what `npm run test:faults` tries.
          name: 'faults',
          include: ['test/faults/**/*.test.ts'],
          testTimeout: 3 * minute,
          hookTimeout: 3 * minute,
          sequence: { groupOrder: 1 },
        },
      },
      {
        root,
        test: {
          name: 'engines',
          // What the queries give is tested again, on PostgreSQL. How they are worded for SQLite is not.
          include: ['test/engines/**/*.test.ts', 'test/unit/measure/**/*.test.ts', 'test/plain/**/*.test.ts'],
          // Sentences and marks are made from values, whichever engine they come from.
          exclude: [
            'test/unit/measure/compile.test.ts',
            'test/unit/measure/*-in-sql.test.ts',
            'test/plain/marks.test.ts',
            'test/plain/says/**/*.test.ts',
          ],
          globalSetup: ['test/engines/postgres.ts'],
          // Each random company is a store of its own, which takes a server longer than a file in memory.
          env: { PLAIN_RUNS: process.env['PLAIN_RUNS'] ?? '12' },
          testTimeout: 3 * minute,
          hookTimeout: 3 * minute,
          sequence: { groupOrder: 1 },
        },
      },
      {
        root,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/browser/chromium.ts', 'test/browser/serve.ts'],
          testTimeout: 3 * minute,
          hookTimeout: 2 * minute,
          sequence: { groupOrder: 1 },
        },
      },
      {
        root,
        test: {
          name: 'workflows',
          include: ['test/workflows/**/*.test.ts'],
          globalSetup: ['test/browser/chromium.ts'],
          testTimeout: 5 * minute,
          hookTimeout: 5 * minute,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
