import { inAnyCase } from './any-case.ts';
import { pacesPlainly, restatedPlainly } from './plain-restated.ts';
import { testProperty } from './property.ts';
import { differences, measured } from './two-readings.ts';

testProperty(
  "what is restated is every period by today's wording",
  inAnyCase(async ({ agreement, records, company: { asOf } }) => {
    const { restated } = await measured(agreement, records, asOf);
    return differences(restated, restatedPlainly(agreement, records, asOf));
  }),
  30,
);

testProperty(
  'what a running target comes to by now goes by the business days passed',
  inAnyCase(async ({ agreement, records, company: { asOf } }) => {
    const { targets } = await measured(agreement, records, asOf);
    const plain = pacesPlainly(agreement, records, asOf);
    const told = new Map(
      targets.flatMap(({ metric, grain, period, byNow }) =>
        byNow === null ? [] : [[[metric, grain, period].join(' '), byNow] as const],
      ),
    );
    return [...new Set([...plain.keys(), ...told.keys()])].flatMap((key) => {
      const [one, other] = [told.get(key), plain.get(key)];
      const same = one !== undefined && other !== undefined && Math.abs(one - other) <= 1e-9 * Math.max(1, other);
      return same ? [] : [`${key}: ${one} by now, and plainly ${other}`];
    });
  }),
  30,
);
