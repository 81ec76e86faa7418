/** `UNIT from A to B`: on instants and on local dates, as equi-joins with the calendar tables. */
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { businessDaysBetween, openSecondsBetween } from './business-distances.ts';
import { dayOfMoment, localDay, momentAt, slotOfMoment, type SqlMoment } from './moments.ts';
import { instantOn, real, restOfSlot } from './clock-sql.ts';
import { join, type Operand, type Place } from './place.ts';
import { either } from './truth.ts';
import { workingDayOf } from './working-days.ts';
import type { Unit, Value } from '../values/tree.ts';

type Sql = RawBuilder<unknown>;
type Between = (from: SqlMoment, to: SqlMoment) => Sql;

/** How long it is from one moment to another, in a unit; negative where the second lies first, empty where either is empty. */
export function distance(place: Place, { unit, from, to }: Value & { readonly value: 'distance' }): Operand {
  const [first, last] = [momentAt(place, from), momentAt(place, to)];
  const ways = first.precision === 'day' || last.precision === 'day' ? betweenDays : betweenInstants;
  return { sql: ways[unit](first, last), waits: either([first.waits, last.waits]) };
}

const elapsed = (from: SqlMoment, to: SqlMoment): Sql => sql`(${to.sql} - ${from.sql})`;
const per = (seconds: Sql, size: number): Sql => sql`(${real(seconds)} / ${sql.lit(size)})`;
const nothing: Between = () => sql`null`;

const betweenInstants: Readonly<Record<Unit, Between>> = {
  minutes: (from, to) => per(elapsed(from, to), 60),
  hours: (from, to) => per(elapsed(from, to), 3600),
  days: daysOfOneClock,
  'calendar days': calendarDays,
  weeks: (from, to) => per(daysOfOneClock(from, to), 7),
  months: monthsOfOneClock,
  'business minutes': (from, to) => per(openSecondsBetween(from, to), 60),
  'business hours': (from, to) => per(openSecondsBetween(from, to), 3600),
  'business days': businessDaysBetween,
};

/** Dates have no hours: `check` refuses these units beside them. */
const betweenDays: Readonly<Record<Unit, Between>> = {
  minutes: nothing,
  hours: nothing,
  days: calendarDays,
  'calendar days': calendarDays,
  weeks: (from, to) => per(calendarDays(from, to), 7),
  months: monthsOfDates,
  'business minutes': nothing,
  'business hours': nothing,
  'business days': workingDaysBetween,
};

const ofDay = (moment: SqlMoment, column: string): Sql => sql.ref(`${dayOfMoment(moment)}.${column}`);

function calendarDays(from: SqlMoment, to: SqlMoment): Sql {
  return sql`(${ofDay(to, 'number')} - ${ofDay(from, 'number')})`;
}

/** Working days by their numbers; a day that is none has that of the next. What lies first is at least one day before. */
function workingDaysBetween(from: SqlMoment, to: SqlMoment): Sql {
  const { statement } = from.scope;
  const days = sql`${sql.ref(`${workingDayOf(to)}.number`)} - ${sql.ref(`${workingDayOf(from)}.number`)}`;
  const isAfter = sql`${localDay(to, statement)} >= ${localDay(from, statement)}`;
  return sql`(case when ${isAfter} then ${days} when ${days} > -1 then -1 else ${days} end)`;
}

/** The row of the day table of a day's number, beside a moment. */
function dayNumbered(beside: SqlMoment, number: Sql, name: string): string {
  const key = `${beside.name} ${name}`;
  return join(beside.scope, key, key, (alias) => ({
    table: 'day',
    on: sql<SqlBool>`${sql.ref(`${alias}.number`)} = ${number}`,
  })).alias;
}

/** The month some months after that of a moment. */
function monthBeside(moment: SqlMoment, months: number): string {
  const key = `${moment.name} month ${months < 0 ? 'before' : months > 0 ? 'after' : ''}`;
  return join(moment.scope, key, key, (alias) => ({
    table: 'month',
    on: sql<SqlBool>`${sql.ref(`${alias}.month`)} = ${ofDay(moment, 'month_number')} + ${sql.lit(months)}`,
  })).alias;
}

/** The number of a day like that of `from` in a month beside that of `to`; past the month's end it is its last day. */
function dayInMonth(from: SqlMoment, month: string): Sql {
  const [like, days] = [ofDay(from, 'month_day'), sql.ref(`${month}.days`)];
  return sql`${sql.ref(`${month}.first`)} + (case when ${like} < ${days} then ${like} else ${days} end) - 1`;
}

const steps = [-1, 0, 1] as const;

/** Days of the same local clock time, and the elapsed part of the next. */
function daysOfOneClock(from: SqlMoment, to: SqlMoment): Sql {
  const whole = calendarDays(from, to);
  const rows = steps.map((step) =>
    step === 0
      ? dayOfMoment(to)
      : dayNumbered(to, sql`${ofDay(to, 'number')} + ${sql.lit(step)}`, step < 0 ? 'day before' : 'day after'),
  );
  return steppedBetween(from, to, whole, rows);
}

/** Months of the same local clock time and day, and the elapsed part of the next. */
function monthsOfOneClock(from: SqlMoment, to: SqlMoment): Sql {
  const whole = sql`(${ofDay(to, 'month_number')} - ${ofDay(from, 'month_number')})`;
  const rows = steps.map((step) =>
    dayNumbered(to, dayInMonth(from, monthBeside(to, step)), `day of ${from.name} ${step + 1}`),
  );
  return steppedBetween(from, to, whole, rows);
}

/** The instants at the clock time of `from` on the days of three rows, of which the one in the middle is `whole` steps after `from`. */
function steppedBetween(from: SqlMoment, to: SqlMoment, whole: Sql, rows: readonly string[]): Sql {
  const slot = slotOfMoment(from);
  const clock = sql`(${sql.ref(`${slot}.clock`)} + ${restOfSlot(from, slot)})`;
  const ends = rows.map((row, index) => {
    // No step at all is the moment itself, in the second pass of an hour that the clock repeats too.
    return sql`(case when ${whole} = ${sql.lit(1 - index)} then ${from.sql} else ${instantOn(row, clock)} end)`;
  });
  return along(whole, to.sql, ends);
}

/** Months between local dates, and the part of the days until the next. */
function monthsOfDates(from: SqlMoment, to: SqlMoment): Sql {
  const whole = sql`(${ofDay(to, 'month_number')} - ${ofDay(from, 'month_number')})`;
  const ends = steps.map((step) => sql`(${dayInMonth(from, monthBeside(to, step))})`);
  return along(whole, ofDay(to, 'number'), ends);
}

/** The whole steps that are over at `to`, and the part of the next: that in the middle of `ends` is over, or it is the one before. */
function along(whole: Sql, to: Sql, ends: readonly Sql[]): Sql {
  const [before, at, after] = ends;
  const part = (start: Sql | undefined, end: Sql | undefined): Sql =>
    sql`${real(sql`${to} - ${start}`)} / nullif(${end} - ${start}, 0)`;
  return sql`(case when ${at} <= ${to} then ${whole} + ${part(at, after)} else ${whole} - 1 + ${part(before, at)} end)`;
}
