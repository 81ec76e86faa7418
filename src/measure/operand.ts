import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { knownThen } from './known-then.ts';
import { localDay, momentField } from './moments.ts';
import { fieldNamed, follow, join, type Place } from './place.ts';
import { countOf } from './related.ts';
import type { Truth } from './truth.ts';
import type { FieldPath, Literal, Value } from '../values/tree.ts';

/** Something that can be compared, as SQL: null where it is empty. */
export interface Operand {
  readonly sql: RawBuilder<unknown>;
  readonly waits: Truth['waits'];
}

/** A value of the record at a place: amounts in minor units of the reporting currency, yes and no as 1 and 0. */
export function operandAt(place: Place, value: Value): Operand {
  switch (value.value) {
    case 'literal':
      return { sql: literalSql(place, value.literal), waits: null };
    case 'field':
      return { sql: fieldSql(place, value.path), waits: null };
    case 'number of':
      return countOf(value.records, place);
    default:
      throw new Error(`no query says "${value.value}" yet`);
  }
}

/** A literal as an operand. */
export function literalSql(place: Place, literal: Literal): RawBuilder<unknown> {
  switch (literal.literal) {
    case 'text':
      return sql`${literal.text}`;
    case 'number':
      return sql`${sql.lit(literal.number)}`;
    case 'money':
      return reportingMoney(place, sql`${sql.lit(literal.minor)}`, sql`${literal.currency}`, literal.currency);
    case 'yes-no':
      return sql`${sql.lit(literal.yes ? 1 : 0)}`;
    case 'day':
      return sql`${literal.day}`;
    case 'duration':
      return sql`${sql.lit(literal.duration.amount)}`;
  }
}

/** A field of the record, or of one that links lead to; null where it is empty or a link finds nothing. */
export function fieldSql(place: Place, path: FieldPath): RawBuilder<unknown> {
  const at = follow(place, path.links);
  const { column, type } = fieldNamed(at.kind, path.field);
  const value = sql.ref(`${at.alias}.${column}`);
  if (type.is === 'moment') return knownThen(value, type, place.scope.statement);
  if (type.is !== 'money') return value;
  const currency = currencyOf(at);
  return currency ? reportingMoney(place, value, currency, at.alias) : value;
}

/** The local date of a moment, else the field as it is: for comparing with a day, and for groups. */
export function fieldByDay(place: Place, path: FieldPath): RawBuilder<unknown> {
  if (path.type.is !== 'moment') return fieldSql(place, path);
  return localDay(momentField(follow(place, path.links), path.field), place.scope.statement);
}

/**
 * Minor units in the reporting currency, at the rate of the statement's day, half away from zero for each amount.
 * Null where there is no rate.
 */
function reportingMoney(
  place: Place,
  minor: RawBuilder<unknown>,
  currency: RawBuilder<unknown>,
  name: string,
): RawBuilder<unknown> {
  const rate = rateOf(place, currency, name);
  const size = sql`(2 * abs(${minor}) * ${rate} + 1000000) / 2000000`;
  return sql`(case when ${isReporting(place, currency)} then ${minor} when ${minor} < 0 then -(${size}) else ${size} end)`;
}

/** Whether a field holds an amount that no rate changes into the reporting currency. */
export function lacksRate(place: Place, path: FieldPath): RawBuilder<SqlBool> {
  const at = follow(place, path.links);
  const currency = currencyOf(at);
  if (!currency) return sql<SqlBool>`false`;
  const amount = sql.ref(`${at.alias}.${fieldNamed(at.kind, path.field).column}`);
  return sql<SqlBool>`${amount} is not null and not ${isReporting(place, currency)} and ${rateOf(place, currency, at.alias)} is null`;
}

/** The currency of a record's amounts, where its kind has one. */
function currencyOf({ kind, alias }: Place): RawBuilder<unknown> | null {
  return kind.fields.some(({ column }) => column === 'currency') ? sql.ref(`${alias}.currency`) : null;
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
