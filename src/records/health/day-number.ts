/** Days and instants in one sentence of SQL that every engine understands. */
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { daySeconds } from '../../calendar/local-date.ts';
import type { LocalTime } from '../../calendar/local-time.ts';
import type { Field } from '../../values/catalogue.ts';
import { columnOf } from './health-check.ts';

/** The number of days from 1970-01-01 to a day that is written `2026-11-09`, by the civil calendar. */
function dayNumber(day: RawBuilder<unknown>): RawBuilder<number> {
  const part = (from: number, length: number) =>
    sql`cast(substr(${day}, ${sql.lit(from)}, ${sql.lit(length)}) as integer)`;
  const month = part(6, 2);
  // The year begins in March, so that the day that only some years have is its last.
  const year = sql`(${part(1, 4)} - case when ${month} <= 2 then 1 else 0 end)`;
  const ofYear = sql`((153 * ((${month} + 9) % 12) + 2) / 5 + ${part(9, 2)} - 1)`;
  return sql<number>`(365 * ${year} + ${year} / 4 - ${year} / 100 + ${year} / 400 + ${ofYear} - 719468)`;
}

const isDay = ({ type }: Field): boolean => type.is === 'moment' && type.precision === 'day';

/** The least and the most that the zone's clock is ahead of UTC, in seconds. */
function offsets({ stretches }: LocalTime): readonly [number, number] {
  const all = stretches.slice(-8).map(({ offset }) => offset);
  return [Math.min(...all), Math.max(...all)];
}

/**
 * Whether one moment surely lies before another. A day lies before an instant when it was over by then: by the clock's least offset, so that in summer an hour
 * after midnight is let pass; nothing is claimed that is not so.
 */
export function liesBefore(early: Field, late: Field, clock: LocalTime): RawBuilder<SqlBool> {
  const [one, other] = [columnOf(early), columnOf(late)];
  const [least, most] = offsets(clock);
  if (isDay(early) === isDay(late)) return sql<SqlBool>`${one} < ${other}`;
  if (isDay(early)) return sql<SqlBool>`${other} >= (${dayNumber(one)} + 1) * 86400 - ${sql.lit(least)}`;
  return sql<SqlBool>`${one} < ${dayNumber(other)} * 86400 - ${sql.lit(most)}`;
}

/** Which local day an instant falls on by the clock's least offset, as a number; of a day, the day itself. */
export function dayOf(field: Field, clock: LocalTime): RawBuilder<unknown> {
  if (isDay(field)) return columnOf(field);
  return sql`((${columnOf(field)} + ${sql.lit(offsets(clock)[0])}) / ${sql.lit(daySeconds)})`;
}
