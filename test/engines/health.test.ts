import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { catalogueOf } from '../../src/records/catalogue.ts';
import { clockOf } from '../../src/records/forms/moment.ts';
import { healthOf } from '../../src/records/health/find-health.ts';
import { readSources } from '../../src/records/read-sources.ts';
import { copyStore } from '../../src/store/copy-store.ts';
import { readHealthKeys } from '../../src/store/health.ts';
import { company as berlin } from '../unit/berlin-company.ts';
import { companies, filesOf, foundByQueries, foundPlainly, sources } from '../unit/records/health/any-company.ts';
import { workshop, type Workshop } from '../unit/records/run-ingest.ts';
import { emptyStore } from './empty-store.ts';

let work: Workshop;
beforeAll(async () => {
  work = await workshop();
});
afterAll(() => work.end());

const texts = Object.entries(sources).map(([name, text]) => ({ path: `sources/${name}.yml`, text }));
const catalogue = catalogueOf(readSources(texts).sources);

test('of any records the checks find the same on PostgreSQL as on SQLite, and as a plain reading of the rows', async () => {
  await fc.assert(
    fc.asyncProperty(companies, async (any) => {
      const run = await work.ingest({ sources, files: filesOf(any) });
      const postgres = await emptyStore();
      try {
        await copyStore(run.db, postgres, catalogue);
        const found = await healthOf(postgres, catalogue, clockOf(berlin.timeZone));
        expect(found).toEqual(await readHealthKeys(run.db));
        expect(foundByQueries(found)).toEqual(foundPlainly(any));
      } finally {
        await postgres.destroy();
      }
    }),
    { numRuns: 8, seed: 7 },
  );
});
