import { inAnyCase } from './any-case.ts';
import type { AnyRecords } from './any-records.ts';
import { oneOf, type Chance } from './chance.ts';
import { testProperty } from './property.ts';
import { catalogue } from './readable.ts';
import { measured, readPlainly } from './two-readings.ts';
import type { Agreement, Metric } from '../../src/values/agreement.ts';
import type { Field } from '../../src/values/catalogue.ts';
import type { FieldPath } from '../../src/values/tree.ts';
import type { MetricValue } from '../../src/values/value.ts';

/** Fields of the kind counted that could be filled with something: of a record as it stood, those that its history does not tell. */
function anyNeeds(chance: Chance, { asOf, wordings: [{ kind: from }] }: Metric): FieldPath[] {
  const kind = catalogue.kinds.find(({ name }) => name === from);
  const told = asOf === null ? {} : (kind?.history?.holds ?? {});
  const fillable = (kind?.fields ?? []).filter(
    ({ name, type, mapped }) => mapped && !(name in told) && ['text', 'number', 'yes-no'].includes(type.is),
  );
  return [1, 2]
    .flatMap(() => oneOf(chance, fillable) ?? [])
    .filter((one, index, all) => all.indexOf(one) === index)
    .map(({ name, type }) => ({ from, links: [], field: name, type, figure: false }));
}

/** Something that could stand in a field: what stands there in another record, or anything else. */
function anyFiller(chance: Chance, { column, type }: Field, rows: AnyRecords[string]): string | number {
  const other = oneOf(
    chance,
    rows.flatMap(({ cells }) => cells[column] ?? []),
  );
  if (other !== null && chance.often(6)) return other;
  if (type.is === 'text') return chance.one(['anything', 'Head of Sales', 'Event', 'Website']);
  return type.is === 'yes-no' ? chance.whole(0, 1) : chance.one([0, 1, 2, 20, 59, 60, 61, 1000]);
}

/** The records with the needed fields of one metric filled. */
function filled(chance: Chance, { needs, wordings: [{ kind }] }: Metric, records: AnyRecords): AnyRecords {
  const fields = catalogue.kinds.find(({ name }) => name === kind)?.fields ?? [];
  const needed = fields.filter(({ name }) => needs.some(({ field }) => field === name));
  const rows = records[kind] ?? [];
  const fill = ({ cells, ...row }: (typeof rows)[number]): (typeof rows)[number] => ({
    ...row,
    cells: {
      ...cells,
      ...Object.fromEntries(needed.map((one) => [one.column, cells[one.column] ?? anyFiller(chance, one, rows)])),
    },
  });
  return { ...records, [kind]: rows.map(fill) };
}

const keyOf = ({ metric, grain, period, dimension }: Pick<MetricValue, 'metric' | 'grain' | 'period' | 'dimension'>) =>
  JSON.stringify([metric, grain, period, dimension]);

testProperty(
  'however what is missing is filled, the value lies within the bounds',
  inAnyCase(async ({ chance, company, records, agreement: read }) => {
    const agreement: Agreement = {
      ...read,
      metrics: read.metrics.map((metric) => ({ ...metric, needs: anyNeeds(chance, metric) })),
    };
    const { values } = await measured(agreement, records, company.asOf);
    const bounded = values.filter(({ low, high }) => low !== null && high !== null);
    const outside: string[] = [];
    for (const metric of agreement.metrics) {
      const plain = readPlainly({ ...agreement, metrics: [metric] }, filled(chance, metric, records), company.asOf);
      const found = new Map(plain.filter(({ dimension }) => dimension === '').map((one) => [keyOf(one), one.value]));
      for (const one of bounded.filter((value) => value.metric === metric.slug)) {
        const value = found.get(keyOf(one)) ?? null;
        if (value !== null && !isWithin(one, value))
          outside.push(`${keyOf(one)}: ${value} where filled, ${one.low} to ${one.high}`);
      }
    }
    return outside;
  }),
);

function isWithin({ low, high }: MetricValue, value: number): boolean {
  const near = 1e-9 * Math.max(1, Math.abs(value));
  return low !== null && high !== null && value >= low - near && value <= high + near;
}
