import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readHealthKeys } from '../../../../src/store/health.ts';
import { workshop, type Workshop } from '../run-ingest.ts';
import { companies, filesOf, foundByQueries, foundPlainly, sources } from './any-company.ts';

let work: Workshop;
beforeAll(async () => {
  work = await workshop();
});
afterAll(() => work.end());

test('of any records the checks find those that a plain reading of the rows finds', async () => {
  await fc.assert(
    fc.asyncProperty(companies, async (company) => {
      const run = await work.ingest({ sources, files: filesOf(company) });
      expect(foundByQueries(await readHealthKeys(run.db))).toEqual(foundPlainly(company));
    }),
    { numRuns: 20, seed: 7 },
  );
});
