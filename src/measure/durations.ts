import { sql, type RawBuilder } from 'kysely';
import type { Operand } from './place.ts';
import type { Unit, Value, ValueType } from '../values/tree.ts';

/** What a unit is a multiple of, and how many of that. Units of one family are compared with each other. */
const families: Readonly<Record<Unit, readonly [family: string, size: number]>> = {
  minutes: ['time', 60],
  hours: ['time', 3600],
  days: ['days', 1],
  weeks: ['days', 7],
  'calendar days': ['calendar days', 1],
  months: ['months', 1],
  'business minutes': ['business time', 60],
  'business hours': ['business time', 3600],
  'business days': ['business days', 1],
};

/** A value in another unit, where it is a stretch of time in one that can be changed into that. */
export function inUnitOf(type: ValueType, value: Value, other: ValueType, operand: Operand): RawBuilder<unknown> {
  if (type.is !== 'duration' || other.is !== 'duration' || type.unit === other.unit) return operand.sql;
  const [[family, size], [wanted, per]] = [families[other.unit], families[type.unit]];
  if (family !== wanted) return operand.sql;
  if (value.value === 'literal' && value.literal.literal === 'duration') {
    return sql`${sql.lit((value.literal.duration.amount * size) / per)}`;
  }
  return sql`(${operand.sql} * ${sql.lit(size)}.0 / ${sql.lit(per)})`;
}
