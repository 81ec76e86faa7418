import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { localDay, type SqlMoment } from './moments.ts';
import { join } from './place.ts';

/** The row of the working day table of a moment's local date, by the statement's calendar. */
export function workingDayOf(moment: SqlMoment): string {
  const { scope } = moment;
  const { calendar, demand } = scope.statement;
  demand.workingDays.add(calendar);
  const day = localDay(moment, scope.statement);
  const { alias } = join(scope, `${moment.name} working day`, `working day of ${moment.name}`, (alias) => ({
    table: 'working_day',
    on: sql<SqlBool>`${sql.ref(`${alias}.calendar`)} = ${calendar} and ${sql.ref(`${alias}.day`)} = ${day}`,
  }));
  return alias;
}

/** Whether the calendar is open on a moment's local date. Null where the moment is empty. */
export const isWorkingDay = (moment: SqlMoment): RawBuilder<SqlBool> =>
  sql<SqlBool>`${sql.ref(`${workingDayOf(moment)}.open`)} = 1`;
