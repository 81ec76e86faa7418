import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyAgreement } from './any-agreement.ts';
import { anyCompany } from './any-company.ts';
import { anyRecords } from './any-records.ts';
import { chanceOf } from './chance.ts';
import { property } from './property.ts';
import { catalogue, readable } from './readable.ts';
import { differences, measured, readPlainly } from './two-readings.ts';

test(
  'queries and a plain reading give the same values',
  property(async (draw) => {
    const chance = chanceOf(draw);
    const company = anyCompany(chance);
    const records = anyRecords(chance, catalogue, company);
    const { agreement, files } = readable(anyAgreement(chance, catalogue, company));
    fc.pre(agreement !== null && agreement.metrics.length > 0);
    const { values } = await measured(agreement, records, company.asOf);
    const found = differences(values, readPlainly(agreement, records, company.asOf));
    const told = files.map(({ path, text }) => `${path}\n${text}`).join('\n');
    if (found.length > 0) expect.fail([...found, told, JSON.stringify(records), `as of ${company.asOf}`].join('\n'));
  }, 200),
);
