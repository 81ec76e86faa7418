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
  const days = sql`(${end.of('last_day')} - ${start.of('starts_on')})`;
  const endOn = (step: -1 | 0 | 1): End => {
    const quarter = quarterBeside(from, to, { start, end, step });
    // No day at all is the moment itself, in the second pass of an hour that the clock repeats too.
    const isStart = sql`${start.of('open')} = 1 and ${days} = ${sql.lit(-step)}`;
    const rest = sql`${start.of('open')} * ${start.rest}`;
    return {
      days: step === 0 ? days : sql`(${days} + ${sql.lit(step)})`,
      at: sql`(case when ${isStart} then ${from.sql} else ${quarter('instant')} + ${quarter('moves')} * ${rest} end)`,
      openUntil: sql`(case when ${isStart} then ${start.openUntil} else ${quarter('before')} + ${quarter('open')} * ${rest} end)`,
    };
  };
  const [before, at, after] = [endOn(-1), endOn(0), endOn(1)];
  const part = (last: End, next: End): Sql => partOfDay(from, to, end.openUntil, last, next);
  return sql`(case when ${at.at} <= ${to.sql} then ${part(at, after)} else ${part(before, at)} end)`;
}

/** The clock time at which `from` starts, on the last working day by `to`, or the one before or after. */
function quarterBeside(
  from: SqlMoment,
  to: SqlMoment,
  { start, end, step }: { start: Opened; end: Opened; step: -1 | 0 | 1 },
): (column: string) => Sql {
  const { scope } = to;
  const { calendar, demand } = scope.statement;
  demand.workingQuarters.add(calendar);
  const wanted = `${['day before', 'day', 'day after'][step + 1]} of ${to.name} like ${from.name}`;
  const { alias } = join(scope, wanted, wanted, (alias) => {
    const of = (column: string): Sql => sql.ref(`${alias}.${column}`);
    const day = step === 0 ? end.of('last_day') : sql`${end.of('last_day')} + ${sql.lit(step)}`;
    const quarter = sql`${start.of('clock')} / ${sql.lit(slotSeconds)}`;
    return {
      table: 'working_quarter',
      on: sql<SqlBool>`${of('calendar')} = ${calendar} and ${of('number')} = ${day} and ${of('quarter')} = ${quarter}`,
    };
  });
  return (column) => sql.ref(`${alias}.${column}`);
}

/** What lies between the end of the last whole day and that of the next. What comes before `from` is at least a second before it, what comes after is not. */
function partOfDay(from: SqlMoment, to: SqlMoment, openUntil: Sql, last: End, next: End): Sql {
  const seconds = sql`${openUntil} - ${last.openUntil}`;
  const passed = sql`(case when ${to.sql} = ${last.at} then 0 when ${seconds} < 1 then 1 else ${seconds} end)`;
  const open = sql`${next.openUntil} - ${last.openUntil}`;
  const between = sql`(case when ${open} < 1 then 1 else ${open} end)`;
  return sql`case when ${last.days} < 0 and ${to.sql} >= ${from.sql} then 0 when ${last.days} = -1 and ${passed} >= ${between} then ${real(sql`-1`)} / ${between} else ${last.days} + ${real(passed)} / ${between} end`;
}
