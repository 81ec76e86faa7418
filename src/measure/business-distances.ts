/** Opening time and working days from one instant to another. */
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { slotSeconds } from '../calendar/slots.ts';
import { instantOn, real, restOfSlot } from './clock-sql.ts';
import { slotIndex, type SqlMoment } from './moments.ts';
import { join, type Scope } from './place.ts';

type Sql = RawBuilder<unknown>;

/** The row of the opening table of a slot, by the statement's calendar. */
function openingOf(scope: Scope, name: string, slot: Sql): string {
  const { calendar, demand } = scope.statement;
  demand.openings.add(calendar);
  return join(scope, `${name} opening`, `opening of ${name}`, (alias) => ({
    table: 'opening',
    on: sql<SqlBool>`${sql.ref(`${alias}.calendar`)} = ${calendar} and ${sql.ref(`${alias}.slot`)} = ${slot}`,
  })).alias;
}

/** Seconds of opening time until an instant, since some beginning. */
const openUntil = (row: string, rest: Sql): Sql =>
  sql`(${sql.ref(`${row}.before`)} + ${sql.ref(`${row}.open`)} * ${rest})`;

/** An instant with its row, and the opening time until then. */
function opened(moment: SqlMoment): { row: string; rest: Sql; until: Sql } {
  const row = openingOf(moment.scope, moment.name, sql`${slotIndex(moment)}`);
  const rest = restOfSlot(moment, row);
  return { row, rest, until: openUntil(row, rest) };
}

/** Seconds of opening time. What lies first is at least a second before. */
export function openSecondsBetween(from: SqlMoment, to: SqlMoment): Sql {
  const seconds = sql`${opened(to).until} - ${opened(from).until}`;
  return sql`(case when ${to.sql} >= ${from.sql} then ${seconds} when ${seconds} > -1 then -1 else ${seconds} end)`;
}

/** Where a number of business days after `from` end, with the opening time until then. */
interface End {
  readonly days: Sql;
  readonly at: Sql;
  readonly openUntil: Sql;
}

/**
 * Business days: as many as are over at `to`, and the part of the opening time until the next. A second of opening time is the least that
 * counts: so much past the last is what lies later than it without opening time between.
 */
export function businessDaysBetween(from: SqlMoment, to: SqlMoment): Sql {
  const [start, end] = [opened(from), opened(to)];
  const days = sql`(${sql.ref(`${end.row}.last_day`)} - ${sql.ref(`${start.row}.starts_on`)})`;
  const clock = sql`(${sql.ref(`${start.row}.clock`)} + ${sql.ref(`${start.row}.open`)} * ${start.rest})`;
  const ends = ([-1, 0, 1] as const).map((step): End => {
    const at = endOn(step, days, clock);
    const row = openingOf(to.scope, `${to.name} beside ${from.name} ${step + 1}`, sql`${at} / ${sql.lit(slotSeconds)}`);
    const rest = sql`(${at} - ${sql.ref(`${row}.slot`)} * ${sql.lit(slotSeconds)})`;
    return { days: step === 0 ? days : sql`(${days} + ${sql.lit(step)})`, at, openUntil: openUntil(row, rest) };
  });
  const [before, at, after] = ends as [End, End, End];
  const part = (last: End, next: End): Sql => partOfDay(from, to, end.until, last, next);
  return sql`(case when ${at.at} <= ${to.sql} then ${part(at, after)} else ${part(before, at)} end)`;

  function endOn(step: -1 | 0 | 1, days: Sql, clock: Sql): Sql {
    const hours = hoursBeside(step);
    const [opens, closes] = [sql.ref(`${hours}.opens`), sql.ref(`${hours}.closes`)];
    const inHours = sql`(case when ${clock} < ${opens} then ${opens} when ${clock} > ${closes} then ${closes} else ${clock} end)`;
    // No day at all is the moment itself, in the second pass of an hour that the clock repeats too.
    const isStart = sql`${sql.ref(`${start.row}.open`)} = 1 and ${days} = ${sql.lit(-step)}`;
    return sql`(case when ${isStart} then ${from.sql} else ${instantOn(hours, inHours)} end)`;
  }

  function hoursBeside(step: -1 | 0 | 1): string {
    const { scope } = to;
    const key = `${to.name} working hours ${['before', '', 'after'][step + 1]}`;
    const number = sql`${sql.ref(`${end.row}.last_day`)} + ${sql.lit(step)}`;
    return join(scope, key, key, (alias) => ({
      table: 'working_hours',
      on: sql<SqlBool>`${sql.ref(`${alias}.calendar`)} = ${scope.statement.calendar} and ${sql.ref(`${alias}.number`)} = ${number}`,
    })).alias;
  }
}

/** What lies between the end of the last whole day and that of the next. What comes before `from` is at least a second before it, what comes after is not. */
function partOfDay(from: SqlMoment, to: SqlMoment, openUntil: Sql, last: End, next: End): Sql {
  const seconds = sql`(${openUntil} - ${last.openUntil})`;
  const passed = sql`(case when ${to.sql} = ${last.at} then 0 when ${seconds} < 1 then 1 else ${seconds} end)`;
  const open = sql`(${next.openUntil} - ${last.openUntil})`;
  const between = sql`(case when ${open} < 1 then 1 else ${open} end)`;
  return sql`case when ${last.days} < 0 and ${to.sql} >= ${from.sql} then 0
    when ${last.days} = -1 and ${passed} >= ${between} then ${real(sql`-1`)} / ${between}
    else ${last.days} + ${real(passed)} / ${between} end`;
}
