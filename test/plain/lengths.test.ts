import type { GeneratorValue } from 'fast-check';
import { anyCompany } from './any-company.ts';
import { anyRecords } from './any-records.ts';
import { chanceOf, type Chance } from './chance.ts';
import { lengthsApart } from './plain-lengths.ts';
import { testProperty } from './property.ts';
import { catalogue } from './readable.ts';
import { agreementOf } from './same-truth.ts';
import { differences, measured, readPlainly } from './two-readings.ts';

interface Length {
  readonly kind: string;
  readonly is: string;
  readonly by: string;
}

/** Lengths that records of random companies have, each with a moment that every record has. */
const lengths: readonly [Length, ...Length[]] = [
  { kind: 'handover', is: 'hours from assigned to accepted', by: 'qualified' },
  { kind: 'handover', is: "business hours from qualified to its first activity's completed", by: 'qualified' },
  { kind: 'lead', is: 'calendar days from created to converted', by: 'created' },
  { kind: 'opportunity', is: 'days from closed to created', by: 'created' },
];

/** A metric that tells how long something usually takes, with the figure that it is made of. */
function anyLengths(chance: Chance): { vocabulary: string; metric: string } {
  const { kind, is, by } = chance.one(lengths);
  const how = chance.one(['median', 'average', 'percentile']);
  const timing = chance.one([
    `by: ${by}\nfinest: ${chance.one(['week', 'month', 'quarter'])}\n`,
    `by: ${by}\nfinest: month\nrunning: ${chance.one(['quarter', 'year', 'all time'])}\n`,
    `as of: ${chance.one(['period end', 'period start'])}\nfinest: ${chance.one(['month', 'quarter'])}\n`,
    'by: nothing\n',
  ]);
  const percent = how === 'percentile' ? `percentile: ${chance.one([10, 75, 90])}\n` : '';
  return {
    vocabulary: `length of ${kind}:\n  is the: ${is}\n  in words: how long it took\n`,
    metric: `${how} of: ${kind}'s length\n${percent}${timing}business time: odd\n`,
  };
}

testProperty(
  'lengths are sorted as a plain count sorts them, and their number lies where it should',
  async (draw: GeneratorValue) => {
    const chance = chanceOf(draw);
    const company = anyCompany(chance);
    const records = anyRecords(chance, catalogue, company);
    const { vocabulary, metric } = anyLengths(chance);
    const files = { ...company.files, 'vocabulary.yml': vocabulary };
    const agreement = agreementOf({ ...company, files }, metric);
    const { values, distributions } = await measured(agreement, records, company.asOf);
    const plain = readPlainly(agreement, records, company.asOf);
    const found = [...differences(values, plain), ...lengthsApart(agreement, distributions, plain)];
    if (found.length > 0)
      throw new Error([...found, vocabulary, metric, JSON.stringify({ records, company })].join('\n'));
  },
  60,
);
