import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyAgreement } from './any-agreement.ts';
import { anyCompany } from './any-company.ts';
import { anyRecords } from './any-records.ts';
import { chanceOf } from './chance.ts';
import { catalogue, differences, measured, readable, readPlainly } from './two-readings.ts';

/** How many companies: more by hand, `PLAIN_RUNS=5000`; `PLAIN_SEED` repeats a run. */
const runs = Number(process.env['PLAIN_RUNS'] ?? 100);
const seed = process.env['PLAIN_SEED'];

test('queries and a plain reading give the same values', { timeout: 3_600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.gen(), async (draw) => {
      const chance = chanceOf(draw);
      const company = anyCompany(chance);
      const records = anyRecords(chance, catalogue, company);
      const { agreement, files } = readable(anyAgreement(chance, catalogue, company));
      fc.pre(agreement !== null && agreement.metrics.length > 0);
      const { values } = await measured(agreement, records, company.asOf);
      const found = differences(values, readPlainly(agreement, records, company.asOf));
      const told = files.map(({ path, text }) => `${path}\n${text}`).join('\n');
      if (found.length > 0) expect.fail([...found, told, JSON.stringify(records), `as of ${company.asOf}`].join('\n'));
    }),
    { numRuns: runs, ...(seed === undefined ? {} : { seed: Number(seed) }) },
  );
});
