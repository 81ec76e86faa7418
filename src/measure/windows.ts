/** Where a moment lies: in a window beside another, before or after it, or on some day of the week. */
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { clockOf, elapsedSeconds, jumpsInSlots, type Clock } from '../calendar/clock.ts';
import { slotSeconds } from '../calendar/slots.ts';
import { localDay, momentAt, slotIndex, type SqlMoment } from './moments.ts';
import { join, type Place } from './place.ts';
import { sourceName } from './moment-source.ts';
import { useClock, type Statement } from './statement.ts';
import { allOf, either, waiting, where, type Truth } from './truth.ts';
import type { Duration, Order, When, Window } from '../values/tree.ts';

/** The other end of a window that starts at a moment, at the precision asked for. */
export function windowEnd(
  anchor: SqlMoment,
  duration: Duration,
  side: Window['side'],
  precision: 'day' | 'instant',
): SqlMoment {
  const clock = clockOf(anchor.scope.statement.calendar, duration, side);
  return {
    ...anchor,
    precision,
    sql: endSql(anchor, clock, precision),
    name: `${duration.amount} ${duration.unit} ${side} ${anchor.name}${precision === anchor.precision ? '' : ` by ${precision}`}`,
    source: { source: 'end', of: anchor.source, clock, precision },
  };
}

function endSql(anchor: SqlMoment, clock: Clock, precision: 'day' | 'instant'): RawBuilder<unknown> {
  if (precision === 'day') return dayDeadline(anchor, clock);
  const elapsed = elapsedSeconds(clock.duration);
  if (elapsed === null) return instantDeadline(anchor, clock);
  return sql`${anchor.sql} ${sql.raw(clock.side === 'after' ? '+' : '-')} ${sql.lit(elapsed)}`;
}

/** PostgreSQL cuts names: what tells two of them apart comes first. */
const aliasOf = (anchor: SqlMoment, { duration, side }: Clock): string =>
  `${side} ${duration.amount} ${duration.unit} of ${anchor.name}`;

function dayDeadline(anchor: SqlMoment, clock: Clock): RawBuilder<unknown> {
  const { scope } = anchor;
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

function instantDeadline(anchor: SqlMoment, clock: Clock): RawBuilder<unknown> {
  const { scope } = anchor;
  const use = useClock(scope.statement.demand, clock);
  use.anchors.set(sourceName(anchor.source), anchor.source);
  const wanted = aliasOf(anchor, clock);
  const { alias } = join(scope, wanted, wanted, (alias) => ({
    table: 'deadline',
    on: sql<SqlBool>`${sql.ref(`${alias}.clock`)} = ${sql.lit(use.number)} and ${sql.ref(`${alias}.slot`)} = ${slotIndex(anchor)}`,
  }));
  const column = (name: string): RawBuilder<unknown> => sql.ref(`${alias}.${name}`);
  const rest = sql`(${anchor.sql} - ${column('slot')} * ${sql.lit(slotSeconds)})`;
  const due = jumpsInSlots(clock)
    ? sql`case when ${rest} < ${column('cut')} then ${column('due')} else ${column('due_late')} end`
    : column('due');
  return sql`(${due} + ${column('moves')} * ${rest})`;
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
  const { statement } = asking.scope;
  const truthOf = (): Truth => {
    switch (when.when) {
      case 'order':
        return inOrder(moment, when.order, momentAt(asking, when.than), statement);
      case 'between':
        return between(moment, momentAt(asking, when.from), momentAt(asking, when.to), statement);
      case 'window':
        return inWindow(moment, when.window, asking);
    }
  };
  return waiting(truthOf(), moment.waits);
}

/** Both ends inside: to the second beside an instant, by local date where either is one. */
function between(moment: SqlMoment, from: SqlMoment, to: SqlMoment, statement: Statement): Truth {
  const holds = ([one, other]: readonly [SqlMoment, SqlMoment]): Truth => {
    const byDay = one.precision === 'day' || other.precision === 'day';
    const [first, last] = byDay ? [localDay(one, statement), localDay(other, statement)] : [one.sql, other.sql];
    return waiting(where(sql`${first} <= ${last}`), either([from.waits, to.waits]));
  };
  return allOf([holds([from, moment]), holds([moment, to])]);
}

/** Two instants are compared by the second where the order is strict; 'on' speaks of local dates. */
function inOrder(moment: SqlMoment, order: Order, than: SqlMoment, statement: Statement): Truth {
  const sign = strict[order];
  const truth =
    sign && moment.precision === 'instant' && than.precision === 'instant'
      ? where(sql`${moment.sql} ${sql.raw(sign)} ${than.sql}`)
      : where(sql`${localDay(moment, statement)} ${sql.raw(byDate[order])} ${localDay(than, statement)}`);
  return waiting(truth, than.waits);
}

/**
 * Both ends inside. Calendar days go by local dates, whatever stands on either side. It waits while the later end is ahead; a window that ends with
 * a day, until that day is over. One that ends now has ended, whatever the day still brings.
 */
function inWindow(moment: SqlMoment, { duration, side, anchor: from }: Window, asking: Place): Truth {
  const { statement } = asking.scope;
  const anchor = momentAt(asking, from);
  const byDay = moment.precision === 'day' || anchor.precision === 'day' || duration.unit === 'calendar days';
  const precision = byDay ? 'day' : 'instant';
  const near = byDay ? localDay(anchor, statement) : anchor.sql;
  const far = windowEnd(anchor, duration, side, precision).sql;
  const [first, last] = side === 'after' ? [near, far] : [far, near];
  const at = byDay ? localDay(moment, statement) : moment.sql;
  const inside = where(sql`${at} between ${first} and ${last}`);
  const isOpen = side === 'before' && from.moment === 'now' ? null : ahead(last, precision, statement).holds;
  return waiting(waiting(inside, isOpen), anchor.waits);
}

/** Whether the end of a window is not reached at the as-of instant. */
export function ahead(end: RawBuilder<unknown>, precision: 'day' | 'instant', statement: Statement): Truth {
  return precision === 'day'
    ? where(sql`${end} >= ${statement.asOfDay}`)
    : where(sql`${end} > ${sql.lit(statement.asOf)}`);
}

/** Whether a moment has come: a fact where it is known, a plan not before its day. */
export function happened(moment: SqlMoment): Truth {
  const { statement } = moment.scope;
  if (!moment.isPlan) return { holds: sql<SqlBool>`${moment.sql} is not null`, waits: moment.waits };
  const now = moment.precision === 'day' ? sql`${statement.asOfDay}` : sql`${sql.lit(statement.asOf)}`;
  return waiting(where(sql`${moment.sql} <= ${now}`), moment.waits);
}
