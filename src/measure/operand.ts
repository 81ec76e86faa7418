import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { typeOfValue } from '../agreement/value-type.ts';
import { calculated } from './calculated.ts';
import { momentOfValue } from './computed-moments.ts';
import { distance } from './distances.ts';
import { figureNamed, figureValue } from './figures.ts';
import { follow } from './follow.ts';
import { columnThen } from './history-then.ts';
import { literalSql } from './literals.ts';
import { fieldLacksRate, moneyField } from './money.ts';
import { localDay } from './moments.ts';
import { partOf } from './parts.ts';
import { picked } from './picks.ts';
import { resultIn } from './results.ts';
import { anyOfRelated, countOf, gathered } from './related.ts';
import { sorted } from './sorted.ts';
import { either, type Truth } from './truth.ts';
import { fieldNamed, type Operand, type Place } from './place.ts';
import type { FieldPath, Value } from '../values/tree.ts';

/** A value of the record at a place: amounts in minor units of the reporting currency, yes and no as 1 and 0. */
export function operandAt(place: Place, value: Value): Operand {
  if (typeOfValue(value).is === 'moment') {
    const { sql, waits } = momentOfValue(place, value);
    return { sql, waits };
  }
  switch (value.value) {
    case 'literal':
      return { sql: literalSql(place, value.literal), waits: null };
    case 'field':
      return valueOfPath(place, value.path);
    case 'picked': {
      const record = picked(place, value.pick);
      const found = valueOfPath(record.place, value.path);
      return { sql: whereFound(record.place, value.path, found.sql), waits: either([record.waits, found.waits]) };
    }
    case 'number of':
      return countOf(value.records, place);
    case 'gathered':
      return gathered(value.how, value.of, value.records, place);
    case 'distance':
      return distance(place, value);
    case 'part of':
      return partOf(place, value.part, value.of);
    case 'calculated':
      return calculated(place, value);
    case 'or else':
      return orElse(operandAt(place, value.first), operandAt(place, value.second));
    case 'sorted':
      return sorted(place, value);
    case 'result':
      return { sql: resultIn(place.scope.statement, value.metric), waits: null };
    case 'entered':
    case 'edge':
    case 'beyond':
      throw new Error(`a value that is ${value.value} is a moment`);
  }
}

const orElse = (first: Operand, second: Operand): Operand => ({
  sql: sql`coalesce(${first.sql}, ${second.sql})`,
  waits: either([first.waits, second.waits]),
});

/** A figure may be known of no record at all, as a number of records is 0: of a record that is not there it is empty. */
function whereFound({ alias }: Place, { figure }: FieldPath, value: RawBuilder<unknown>): RawBuilder<unknown> {
  return figure ? sql`(case when ${sql.ref(`${alias}.key`)} is not null then ${value} end)` : value;
}

function valueOfPath(place: Place, path: FieldPath): Operand {
  const at = follow(place, path.links);
  if (path.figure) {
    const value = figureValue(at, path.field);
    return path.links.length === 0 ? value : { ...value, sql: whereFound(at, path, value.sql) };
  }
  const { column, type } = fieldNamed(at.kind, path.field);
  const value = type.is === 'money' ? moneyField(at, path.field) : columnThen(at, path.field);
  const filler = place.scope.statement.filled.get(`${at.alias}.${column}`);
  return { sql: filler ? sql`coalesce(${value}, ${filler})` : value, waits: null };
}

/** A field or figure of the record, or of one that links lead to; null where it is empty or a link finds nothing. */
export function fieldSql(place: Place, path: FieldPath): RawBuilder<unknown> {
  return operandAt(place, { value: 'field', path }).sql;
}

/** The local date of a moment, else the field as it is: for comparing with a day, and for groups. */
export function fieldByDay(place: Place, path: FieldPath): RawBuilder<unknown> {
  if (path.type.is !== 'moment') return fieldSql(place, path);
  return localDay(momentOfValue(place, { value: 'field', path }), place.scope.statement);
}

/** Whether a field or figure takes in an amount that no rate changes into the reporting currency. */
export function lacksRate(place: Place, path: FieldPath): RawBuilder<SqlBool> {
  const at = follow(place, path.links);
  if (!path.figure) return fieldLacksRate(at, path.field);
  const { is, term } = figureNamed(at, path.field);
  const lacking = either(valueLacksRate(at, is));
  if (!lacking) return sql<SqlBool>`false`;
  // Where a record is not of its term, the figure is empty, and takes in nothing.
  return term === null
    ? sql<SqlBool>`${lacking}`
    : sql<SqlBool>`(${at.scope.statement.reader.termTruth(term, at).holds} and ${lacking})`;
}

function valueLacksRate(place: Place, value: Value): Truth['waits'][] {
  if (typeOfValue(value).is !== 'money' && value.value !== 'calculated') return [];
  switch (value.value) {
    case 'field':
      return [lacksRate(place, value.path)];
    case 'picked':
      return [lacksRate(picked(place, value.pick).place, value.path)];
    case 'gathered':
      return [anyOfRelated(value.records, place, (related) => lacksRate(related, value.of)).holds];
    case 'calculated':
      return [...valueLacksRate(place, value.left), ...valueLacksRate(place, value.right)];
    case 'or else':
      return [...valueLacksRate(place, value.first), ...valueLacksRate(place, value.second)];
    default:
      return [];
  }
}
