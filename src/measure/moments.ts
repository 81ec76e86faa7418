import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely';
import { clockOf, elapsedSeconds, jumpsInSlots, type Clock } from '../calendar/clock.ts';
import { slotOf, slotSeconds } from '../calendar/slots.ts';
import { knownThen } from './known-then.ts';
import { fieldNamed, follow, join, type Place } from './place.ts';
import { useClock, type Statement } from './statement.ts';
import { waiting, where, type Truth } from './truth.ts';
import type { FieldPath, Moment, Order, Told, When, Window } from '../values/tree.ts';

/** A moment in a query: seconds since 1970, or a local date as text. Null where it is empty. */
export interface SqlMoment {
  readonly precision: 'day' | 'instant';
  /** Whether it may lie ahead. */
  readonly isPlan: boolean;
  readonly sql: RawBuilder<unknown>;
  /** Names it within its scope: the same name is the same moment. */
  readonly name: string;
  /** Where it stands; null for a day or instant that the agreement states. */
  readonly place: Place | null;
}

/** A moment that the record at a place has, or that the agreement states. */
export function momentAt(place: Place, moment: Moment): SqlMoment {
  const { statement } = place.scope;
  switch (moment.moment) {
    case 'day':
      return { precision: 'day', isPlan: true, sql: sql`${moment.day}`, name: moment.day, place: null };
    case 'now':
      return { precision: 'instant', isPlan: false, sql: sql`${sql.lit(statement.asOf)}`, name: 'now', place: null };
    case 'told':
      return toldMoment(place, moment.told);
  }
}

function toldMoment(place: Place, told: Told): SqlMoment {
  if (told.value === 'field') return momentField(follow(place, told.path.links), told.path.field);
  throw new Error(`no query says "${told.value}" yet`);
}

/** A field of a record as a moment. */
export function momentField(place: Place, name: string): SqlMoment {
  const { column, type } = fieldNamed(place.kind, name);
  if (type.is !== 'moment') throw new Error(`${place.kind.name}'s ${name} is no moment`);
  const { precision } = type;
  place.scope.statement.demand.moments.set(`${place.kind.table}.${column}`, {
    table: place.kind.table,
    column,
    precision,
  });
  const at = `${place.alias}.${column}`;
  const known = knownThen(sql.ref(at), type, place.scope.statement);
  return { precision, isPlan: type.may === 'be a plan', sql: known, name: at, place };
}

export const momentOfPath = (place: Place, path: FieldPath): SqlMoment =>
  momentField(follow(place, path.links), path.field);

/** The local date of a moment. */
export function localDay(moment: SqlMoment, statement: Statement): RawBuilder<unknown> {
  if (moment.precision === 'day') return moment.sql;
  if (!moment.place) return sql`${statement.asOfDay}`;
  const { scope } = moment.place;
  const slot = join(scope, `${moment.name} slot`, `${moment.name}_slot`, (alias) => ({
    table: 'slot',
    on: sql<SqlBool>`${sql.ref(`${alias}.slot`)} = ${slotIndex(moment)}`,
  }));
  return sql.ref(`${slot.alias}.day`);
}

const slotIndex = (moment: SqlMoment): Expression<number> => sql<number>`${moment.sql} / ${sql.lit(slotSeconds)}`;

/** The other end of a window that starts at a moment, at the precision asked for. */
export function deadlineOf(
  anchor: SqlMoment,
  window: Window,
  host: Place,
  precision: 'day' | 'instant',
): RawBuilder<unknown> {
  const { statement } = host.scope;
  const elapsed = elapsedSeconds(window.duration);
  if (elapsed !== null && precision === 'instant') {
    return sql`${anchor.sql} ${sql.raw(window.side === 'after' ? '+' : '-')} ${sql.lit(elapsed)}`;
  }
  const clock = clockOf(statement.calendar, window.duration, window.side);
  return precision === 'day' ? dayDeadline(anchor, clock, host) : instantDeadline(anchor, clock, host);
}

const aliasOf = (anchor: SqlMoment, { side, duration }: Clock): string =>
  `${side}_${duration.amount}_${duration.unit}_of_${anchor.name}`;

function dayDeadline(anchor: SqlMoment, clock: Clock, host: Place): RawBuilder<unknown> {
  const { scope } = anchor.place ?? host;
  const use = useClock(scope.statement.demand, clock);
  use.days = true;
  const day = localDay(anchor, scope.statement);
  const wanted = aliasOf(anchor, clock);
  const { alias } = join(scope, `${wanted} by day`, wanted, (alias) => ({
    table: 'day_deadline',
    on: sql<SqlBool>`${sql.ref(`${alias}.clock`)} = ${sql.lit(use.number)} and ${sql.ref(`${alias}.day`)} = ${day}`,
  }));
  return sql.ref(`${alias}.due`);
}

function instantDeadline(anchor: SqlMoment, clock: Clock, host: Place): RawBuilder<unknown> {
  const { scope, path } = anchor.place ?? host;
  const { statement } = scope;
  const use = useClock(statement.demand, clock);
  const slot = slotIndex(anchor);
  if (anchor.place) {
    const from = { table: scope.table, alias: scope.alias, joins: path };
    // A statement about an earlier time comes after that about today, whose slots hold its own.
    if (!use.anchors.has(sourceName(anchor))) use.anchors.set(sourceName(anchor), { from, slot });
  } else {
    use.anchors.set(`${anchor.name} ${statement.asOf}`, slotOf(statement.asOf));
  }
  const wanted = aliasOf(anchor, clock);
  const { alias } = join(scope, wanted, wanted, (alias) => ({
    table: 'deadline',
    on: sql<SqlBool>`${sql.ref(`${alias}.clock`)} = ${sql.lit(use.number)} and ${sql.ref(`${alias}.slot`)} = ${slot}`,
  }));
  const column = (name: string): RawBuilder<unknown> => sql.ref(`${alias}.${name}`);
  const rest = sql`(${anchor.sql} - ${column('slot')} * ${sql.lit(slotSeconds)})`;
  const due = jumpsInSlots(clock)
    ? sql`case when ${rest} < ${column('cut')} then ${column('due')} else ${column('due_late')} end`
    : column('due');
  return sql`(${due} + ${column('moves')} * ${rest})`;
}

/** The same for the same moment of the same kind in every statement, so that its slots are looked up once. */
function sourceName(anchor: SqlMoment): string {
  const place = anchor.place;
  return `${place?.scope.table} ${place?.path.map((one) => one.table).join(' ')} ${anchor.name}`;
}

const strict: Partial<Record<Order, string>> = { before: '<', after: '>' };
const byDate: Readonly<Record<Order, string>> = {
  before: '<',
  after: '>',
  on: '=',
  'on or before': '<=',
  'on or after': '>=',
};

/** Whether a moment lies where a sentence says. `asking` is the record whose moments the sentence names. */
export function lies(moment: SqlMoment, when: When, asking: Place): Truth {
  return when.when === 'order'
    ? inOrder(moment, when.order, momentAt(asking, when.than), asking.scope.statement)
    : inWindow(moment, when.window, asking);
}

/** Two instants are compared by the second where the order is strict; 'on' speaks of local dates. */
function inOrder(moment: SqlMoment, order: Order, than: SqlMoment, statement: Statement): Truth {
  const sign = strict[order];
  if (sign && moment.precision === 'instant' && than.precision === 'instant') {
    return where(sql`${moment.sql} ${sql.raw(sign)} ${than.sql}`);
  }
  return where(sql`${localDay(moment, statement)} ${sql.raw(byDate[order])} ${localDay(than, statement)}`);
}

/** Both ends inside. It waits while the later end is ahead; a window that ends with a day, until that day is over. */
function inWindow(moment: SqlMoment, window: Window, asking: Place): Truth {
  const { statement } = asking.scope;
  const anchor = momentAt(asking, window.anchor);
  const precision = moment.precision === 'day' || anchor.precision === 'day' ? 'day' : 'instant';
  const near = precision === 'day' ? localDay(anchor, statement) : anchor.sql;
  const far = deadlineOf(anchor, window, asking, precision);
  const [first, last] = window.side === 'after' ? [near, far] : [far, near];
  const at = precision === 'day' ? localDay(moment, statement) : moment.sql;
  const inside = where(sql`${at} between ${first} and ${last}`);
  return waiting(inside, ahead(last, precision, statement).holds);
}

/** Whether the end of a window is not reached at the as-of instant. */
export function ahead(end: RawBuilder<unknown>, precision: 'day' | 'instant', statement: Statement): Truth {
  return precision === 'day'
    ? where(sql`${end} >= ${statement.asOfDay}`)
    : where(sql`${end} > ${sql.lit(statement.asOf)}`);
}

/** Where a statement has a horizon, what happened after it has not happened. */
export function seen(moment: SqlMoment, statement: Statement): Truth[] {
  const horizon = statement.horizon?.(moment.precision);
  if (!horizon) return [];
  const at = horizon.precision === 'day' ? localDay(moment, statement) : moment.sql;
  return [where(sql`${at} <= ${horizon.sql}`)];
}

/** Whether a moment has come: a fact where it is known, a plan not before its day. */
export function happened(moment: SqlMoment, statement: Statement): Truth {
  if (!moment.isPlan) return { holds: sql<SqlBool>`${moment.sql} is not null`, waits: null };
  const now = moment.precision === 'day' ? sql`${statement.asOfDay}` : sql`${sql.lit(statement.asOf)}`;
  return where(sql`${moment.sql} <= ${now}`);
}
