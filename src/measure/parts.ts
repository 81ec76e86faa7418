import { sql, type RawBuilder } from 'kysely';
import { dayOfMoment, momentAt, slotOfMoment } from './moments.ts';
import type { Operand, Place } from './place.ts';
import type { DatePart, Moment } from '../values/tree.ts';

const columns: Readonly<Record<Exclude<DatePart, 'hour'>, string>> = {
  year: 'fiscal_year',
  quarter: 'fiscal_quarter',
  month: 'month_name',
  weekday: 'weekday',
};

/** A part of a moment's local date, or of its local clock. */
export function partOf(place: Place, part: DatePart, of: Moment): Operand {
  const moment = momentAt(place, of);
  const found: RawBuilder<unknown> =
    part === 'hour'
      ? moment.precision === 'day'
        ? sql`null`
        : sql`${sql.ref(`${slotOfMoment(moment)}.clock`)} / 3600`
      : sql.ref(`${dayOfMoment(moment)}.${columns[part]}`);
  return { sql: found, waits: moment.waits };
}
