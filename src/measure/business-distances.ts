/** Opening time and working days from one instant to another. */
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { slotSeconds } from '../calendar/slots.ts';
import { real, restOfSlot } from './clock-sql.ts';
import { slotIndex, type SqlMoment } from './moments.ts';
import { join } from './place.ts';

type Sql = RawBuilder<unknown>;

/** An instant with its row of the opening table, the seconds since its slot's start, and the opening time until then. */
interface Opened {
  readonly of: (column: string) => Sql;
  readonly rest: Sql;
  readonly openUntil: Sql;
}

function opened(moment: SqlMoment): Opened {
  const { scope } = moment;
  const { calendar, demand } = scope.statement;
  demand.openings.add(calendar);
  const { alias } = join(scope, `${moment.name} opening`, `opening of ${moment.name}`, (alias) => ({
    table: 'opening',
    on: sql<SqlBool>`${sql.ref(`${alias}.calendar`)} = ${calendar} and ${sql.ref(`${alias}.slot`)} = ${slotIndex(moment)}`,
  }));
  const of = (column: string): Sql => sql.ref(`${alias}.${column}`);
  const rest = restOfSlot(moment, alias);
  return { of, rest, openUntil: sql`(${of('before')} + ${of('open')} * ${rest})` };
}

/** Seconds of opening time. What lies first is at least a second before. */
export function openSecondsBetween(from: SqlMoment, to: SqlMoment): Sql {
  const seconds = sql`${opened(to).openUntil} - ${opened(from).openUntil}`;
  return sql`(case when ${to.sql} >= ${from.sql} then ${seconds} when ${seconds} > -1 then -1 else ${seconds} end)`;
}

/** Where a number of business days after `from` end, with the opening time until then. */
interface End {
  /** The number of the working day. */
  readonly day: Sql;
  readonly at: Sql;
  readonly openUntil: Sql;
}

/**
 * Business days: as many as are over at `to`, and the part of the opening time until the next. A second of opening time is the least that
 * counts: so much past the last is what lies later than it without opening time between.
 */
export function businessDaysBetween(from: SqlMoment, to: SqlMoment): Sql {
  const [start, end] = [opened(from), opened(to)];
  const like = `of ${to.name} like ${from.name}`;
  const today = endOn(from, start, `day ${like}`, end.of('last_day'));
  const isOver = sql`(case when ${today.at} <= ${to.sql} then 0 else 1 end)`;
  const last = endOn(from, start, `last ${like}`, sql`${end.of('last_day')} - ${isOver}`);
  const next = endOn(from, start, `next ${like}`, sql`${last.day} + 1`);
  const days = sql`${last.day} - ${start.of('starts_on')}`;
  const seconds = sql`${end.openUntil} - ${last.openUntil}`;
  const passed = sql`(case when ${to.sql} = ${last.at} then 0 when ${seconds} < 1 then 1 else ${seconds} end)`;
  const open = sql`${next.openUntil} - ${last.openUntil}`;
  const between = sql`(case when ${open} < 1 then 1 else ${open} end)`;
  // What comes before `from` is at least a second before it, what comes after is not.
  return sql`(case when ${days} < 0 and ${to.sql} >= ${from.sql} then 0 when ${days} = -1 and ${passed} >= ${between} then ${real(sql`-1`)} / ${between} else ${days} + ${real(passed)} / ${between} end)`;
}

/** The clock time at which `from` starts, on a working day. */
function endOn(from: SqlMoment, start: Opened, name: string, day: Sql): End {
  const { scope } = from;
  const { calendar, demand } = scope.statement;
  demand.workingQuarters.add(calendar);
  const { alias } = join(scope, name, name, (alias) => {
    const of = (column: string): Sql => sql.ref(`${alias}.${column}`);
    const quarter = sql`${start.of('clock')} / ${sql.lit(slotSeconds)}`;
    return {
      table: 'working_quarter',
      on: sql<SqlBool>`${of('calendar')} = ${calendar} and ${of('number')} = ${day} and ${of('quarter')} = ${quarter}`,
    };
  });
  const of = (column: string): Sql => sql.ref(`${alias}.${column}`);
  // No day at all is the moment itself, in the second pass of an hour that the clock repeats too.
  const isStart = sql`${start.of('open')} = 1 and ${of('number')} = ${start.of('starts_on')}`;
  const rest = sql`${start.of('open')} * ${start.rest}`;
  return {
    day: of('number'),
    at: sql`(case when ${isStart} then ${from.sql} else ${of('instant')} + ${of('moves')} * ${rest} end)`,
    openUntil: sql`(case when ${isStart} then ${start.openUntil} else ${of('before')} + ${of('open')} * ${rest} end)`,
  };
}
