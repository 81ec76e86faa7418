/** The world as it was at a statement's as-of instant: what happened later has not happened. By local date where only that is known. */
import { sql, type RawBuilder } from 'kysely';
import { fieldNamed, type Place } from './place.ts';
import { notOf, where, type Truth } from './truth.ts';
import type { Statement } from './statement.ts';
import type { MomentType } from '../values/catalogue.ts';

const isUntold = ({ knows }: Statement, { may }: MomentType): boolean => knows === 'all' || may === 'be a plan';

const asOfIn = ({ asOf, asOfDay }: Statement, precision: MomentType['precision']): RawBuilder<unknown> =>
  precision === 'day' ? sql`${asOfDay}` : sql`${sql.lit(asOf)}`;

/** A moment's column; empty where it lies later. A plan may lie ahead at any time, and when it was made nobody knows. */
export function knownThen(column: RawBuilder<unknown>, type: MomentType, statement: Statement): RawBuilder<unknown> {
  if (isUntold(statement, type)) return column;
  return sql`(case when ${column} <= ${asOfIn(statement, type.precision)} then ${column} end)`;
}

/** Whether a record was there: all but those that came to be later. `isDated`: of records that happened at a known time, which an index finds. */
export function existedThen({ kind, alias, scope }: Place, isDated = false): Truth[] {
  const { column, type } = fieldNamed(kind, kind.happens);
  if (type.is !== 'moment' || isUntold(scope.statement, type)) return [];
  if (isDated) return [where(sql`${sql.ref(`${alias}.${column}`)} <= ${asOfIn(scope.statement, type.precision)}`)];
  return [notOf(where(sql`${sql.ref(`${alias}.${column}`)} > ${asOfIn(scope.statement, type.precision)}`))];
}
