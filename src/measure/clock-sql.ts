/** Local clock times as SQL, by rows of the calendar tables. */
import { sql, type RawBuilder } from 'kysely';
import { slotSeconds } from '../calendar/slots.ts';
import type { SqlMoment } from './moments.ts';

type Sql = RawBuilder<unknown>;

/** As a double: what is divided is not to be a whole number on any engine. */
export const real = (value: Sql): Sql => sql`cast(${value} as double precision)`;

/** The seconds of a moment since the start of its slot, the row of which is joined. */
export const restOfSlot = ({ sql: at }: SqlMoment, slotRow: string): Sql =>
  sql`(${at} - ${sql.ref(`${slotRow}.slot`)} * ${sql.lit(slotSeconds)})`;

/** The instant at a clock time (seconds after midnight) on a day whose row holds `starts`, `change` and `shift`. */
export function instantOn(row: string, clock: Sql): Sql {
  const of = (column: string): Sql => sql.ref(`${row}.${column}`);
  return sql`(${of('starts')} + ${clock} + (case when ${clock} >= ${of('change')} then ${of('shift')} else 0 end))`;
}
