import { sql, type RawBuilder } from 'kysely';
import { calculatedType, typeOfValue } from '../agreement/value-type.ts';
import { real } from './clock-sql.ts';
import { inUnitOf } from './durations.ts';
import { either } from './truth.ts';
import type { Operand, Place } from './place.ts';
import type { Calculation, Value } from '../values/tree.ts';

type Calculated = Value & { readonly value: 'calculated' };

/** Empty where either side is, and over 0. Whole amounts stay whole; all else is reckoned in doubles. */
const results: Readonly<
  Record<Calculation, (one: RawBuilder<unknown>, other: RawBuilder<unknown>) => RawBuilder<unknown>>
> = {
  times: (one, other) => sql`(${real(one)} * ${real(other)})`,
  'divided by': (one, other) => sql`(${real(one)} / nullif(${real(other)}, 0))`,
  plus: (one, other) => sql`(${real(one)} + ${real(other)})`,
  minus: (one, other) => sql`(${real(one)} - ${real(other)})`,
};

/** A calculation with numbers, amounts and stretches of time; of moments see `computed-moments.ts`. */
export function calculated(place: Place, { how, left, right }: Calculated): Operand {
  const { reader } = place.scope.statement;
  const [one, other] = [reader.valueAt(place, left), reader.valueAt(place, right)];
  const [type, others] = [typeOfValue(left), typeOfValue(right)];
  const result = results[how](one.sql, inUnitOf(type, right, others, other));
  const isMoney = calculatedType(how, type, others)?.is === 'money';
  return { sql: isMoney ? wholeAmount(result) : result, waits: either([one.waits, other.waits]) };
}

/** Minor units, half away from zero. */
function wholeAmount(amount: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`cast(sign(${amount}) * floor(abs(${amount}) + 0.5) as bigint)`;
}
