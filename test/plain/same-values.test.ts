import { inAnyCase } from './any-case.ts';
import { testProperty } from './property.ts';
import { differences, measured, readPlainly } from './two-readings.ts';

testProperty(
  'queries and a plain reading give the same values',
  inAnyCase(async ({ agreement, records, company: { asOf } }) => {
    const { values } = await measured(agreement, records, asOf);
    return differences(values, readPlainly(agreement, records, asOf));
  }),
  200,
);
