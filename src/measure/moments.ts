import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely';
import { slotSeconds } from '../calendar/slots.ts';
import { follow } from './follow.ts';
import { columnThen, heldThen } from './history-then.ts';
import { knownThen } from './known-then.ts';
import { sourceName, type MomentSource } from './moment-source.ts';
import { fieldNamed, join, type Place, type Scope } from './place.ts';
import { kindNamed, type Statement } from './statement.ts';
import { where, type Truth } from './truth.ts';
import type { FieldPath, Moment } from '../values/tree.ts';

/** A moment in a query: seconds since 1970, or a local date as text. Null where it is empty. */
export interface SqlMoment {
  readonly precision: 'day' | 'instant';
  /** Whether it may lie ahead. */
  readonly isPlan: boolean;
  readonly sql: RawBuilder<unknown>;
  readonly waits: Truth['waits'];
  /** Names it within its scope: the same name is the same moment. */
  readonly name: string;
  /** The select that it stands in. */
  readonly scope: Scope;
  readonly source: MomentSource;
}

/** A moment that the record at a place has, or that the agreement states. */
export function momentAt(place: Place, moment: Moment): SqlMoment {
  const { scope } = place;
  const { statement } = scope;
  switch (moment.moment) {
    case 'day':
      return statedDay(place, moment.day);
    case 'now': {
      const source: MomentSource = { source: 'instant', instant: statement.asOf };
      const now = sql`${sql.lit(statement.asOf)}`;
      return { precision: 'instant', isPlan: false, sql: now, waits: null, name: 'now', scope, source };
    }
    case 'told':
      return statement.reader.momentOf(place, moment.told);
    case 'edge':
    case 'period':
      return statement.reader.momentOf(place, { value: 'edge', edge: moment });
    case 'beyond':
      return statement.reader.momentOf(place, { value: 'beyond', beyond: moment });
  }
}

/** A local date that the agreement states. */
export function statedDay({ scope }: Place, day: string): SqlMoment {
  const source: MomentSource = { source: 'day', day };
  return demanded({ precision: 'day', isPlan: true, sql: sql`${day}`, waits: null, name: day, scope, source });
}

/** A moment whose times the calendar tables are to hold. */
export function demanded(moment: SqlMoment): SqlMoment {
  moment.scope.statement.demand.moments.set(sourceName(moment.source), moment.source);
  return moment;
}

/** A field of a record as a moment. In the world of then, and in a window, a fact that lies later is empty. */
export function momentField(place: Place, name: string): SqlMoment {
  const moment = plainMomentField(place, name);
  const [inWindow] = moment.isPlan ? [] : seen(moment);
  if (!inWindow) return moment;
  const known = sql`(case when ${inWindow.holds} then ${moment.sql} end)`;
  return { ...moment, sql: known, name: `${moment.name} in the window` };
}

/** The same, whatever a window says. */
export function plainMomentField(place: Place, name: string): SqlMoment {
  const { scope, kind, alias } = place;
  const { column, type } = fieldNamed(kind, name);
  if (type.is !== 'moment') throw new Error(`${kind.name}'s ${name} is no moment`);
  return demanded({
    precision: type.precision,
    isPlan: type.may === 'be a plan',
    sql: knownThen(columnThen(place, name), type, scope.statement),
    waits: null,
    name: `${alias}.${column}`,
    scope,
    source: columnSource(place, name, type.precision),
  });
}

function columnSource(place: Place, name: string, precision: 'day' | 'instant'): MomentSource {
  const { kind, scope } = place;
  const own = { source: 'column', table: kind.table, column: fieldNamed(kind, name).column, precision } as const;
  const held = scope.statement.knows === 'all' ? null : heldThen(place, name);
  if (!held) return own;
  const rows = kindNamed(scope.statement, held.history.kind);
  const then = { ...own, table: rows.table, column: fieldNamed(rows, held.by).column };
  return { source: 'any', of: [own, then] };
}

/** The moment at the end of a path: a field, or a figure. */
export function momentOfPath(place: Place, path: FieldPath): SqlMoment {
  return path.figure
    ? place.scope.statement.reader.momentOf(place, { value: 'field', path })
    : momentField(follow(place, path.links), path.field);
}

/** The row of the slot table that a moment lies in. */
export function slotOfMoment(moment: SqlMoment): string {
  const { alias } = join(moment.scope, `${moment.name} slot`, `${moment.name}_slot`, (alias) => ({
    table: 'slot',
    on: sql<SqlBool>`${sql.ref(`${alias}.slot`)} = ${slotIndex(moment)}`,
  }));
  return alias;
}

/** The local date of a moment. */
export function localDay(moment: SqlMoment, statement: Statement): RawBuilder<unknown> {
  if (moment.precision === 'day') return moment.sql;
  if (moment.source.source === 'instant') return sql`${statement.asOfDay}`;
  return sql.ref(`${slotOfMoment(moment)}.day`);
}

/** The row of the day table of a moment's local date. */
export function dayOfMoment(moment: SqlMoment): string {
  const day = localDay(moment, moment.scope.statement);
  const { alias } = join(moment.scope, `${moment.name} day`, `${moment.name}_day`, (alias) => ({
    table: 'day',
    on: sql<SqlBool>`${sql.ref(`${alias}.day`)} = ${day}`,
  }));
  return alias;
}

export const slotIndex = (moment: SqlMoment): Expression<number> =>
  sql<number>`${moment.sql} / ${sql.lit(slotSeconds)}`;

/** Where a statement has a horizon, what happened after it has not happened. */
export function seen(moment: SqlMoment): Truth[] {
  const { statement } = moment.scope;
  const horizon = statement.horizon?.(moment.precision);
  if (!horizon) return [];
  const at = horizon.precision === 'day' ? localDay(moment, statement) : moment.sql;
  return [where(sql`${at} <= ${horizon.sql}`)];
}
