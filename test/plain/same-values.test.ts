import { inAnyCase } from './any-case.ts';
import { lengthsApart } from './plain-lengths.ts';
import { testProperty } from './property.ts';
import { differences, measured, readPlainly } from './two-readings.ts';

testProperty(
  'queries and a plain reading give the same values',
  inAnyCase(async ({ agreement, records, company: { asOf } }) => {
    const { values, distributions } = await measured(agreement, records, asOf);
    const plain = readPlainly(agreement, records, asOf);
    return [...differences(values, plain), ...lengthsApart(agreement, distributions, plain)];
  }),
  200,
);
