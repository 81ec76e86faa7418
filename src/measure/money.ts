/** Amounts in the reporting currency. */
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { columnThen, heldThen } from './history-then.ts';
import { join, type Place } from './place.ts';

/**
 * Minor units in the reporting currency, at the rate of the statement's day, half away from zero for each amount.
 * Null where there is no rate.
 */
export function reportingMoney(
  place: Place,
  minor: RawBuilder<unknown>,
  currency: RawBuilder<unknown>,
  name: string,
): RawBuilder<unknown> {
  const rate = rateOf(place, currency, name);
  const size = sql`(2 * abs(${minor}) * ${rate} + 1000000) / 2000000`;
  return sql`(case when ${isReporting(place, currency)} then ${minor} when ${minor} < 0 then -(${size}) else ${size} end)`;
}

/** A record's amount in the reporting currency. */
export function moneyField(place: Place, field: string): RawBuilder<unknown> {
  const amount = columnThen(place, field);
  const currency = currencyOf(place, field);
  return currency ? reportingMoney(place, amount, currency.sql, currency.name) : amount;
}

/** Whether a field of a record holds an amount that no rate changes into the reporting currency. */
export function fieldLacksRate(place: Place, field: string): RawBuilder<SqlBool> {
  const currency = currencyOf(place, field);
  if (!currency) return sql<SqlBool>`false`;
  const amount = columnThen(place, field);
  return sql<SqlBool>`(${amount} is not null and not ${isReporting(place, currency.sql)} and ${rateOf(place, currency.sql, currency.name)} is null)`;
}

/** The currency of a record's amount, where its kind has one: an amount of then is in the currency of then, and one of today in today's. */
function currencyOf(place: Place, amount: string): { sql: RawBuilder<unknown>; name: string } | null {
  const field = place.kind.fields.find(({ column }) => column === 'currency');
  if (!field) return null;
  const isOfThen = heldThen(place, amount) !== null && heldThen(place, field.name) !== null;
  return isOfThen
    ? { sql: columnThen(place, field.name), name: `${place.alias}_then` }
    : { sql: sql.ref(`${place.alias}.${field.column}`), name: place.alias };
}

function isReporting({ scope }: Place, currency: RawBuilder<unknown>): RawBuilder<SqlBool> {
  const reporting = scope.statement.agreement.company.currency;
  return sql<SqlBool>`coalesce(${currency}, ${reporting}) = ${reporting}`;
}

function rateOf({ scope }: Place, currency: RawBuilder<unknown>, name: string): RawBuilder<unknown> {
  const day = scope.statement.day?.();
  if (!day) return sql`null`;
  const rate = join(scope, `${name} rate`, `${name}_rate`, (alias) => ({
    table: 'exchange',
    on: sql<SqlBool>`${sql.ref(`${alias}.currency`)} = ${currency} and ${sql.ref(`${alias}.day`)} = ${day}`,
  }));
  return sql.ref(`${rate.alias}.per_million`);
}
