import { sql, type Expression, type RawBuilder } from 'kysely';
import { ahead, deadlineOf, localDay, momentOfPath, type SqlMoment } from './moments.ts';
import { existedThen } from './known-then.ts';
import { fieldByDay, fieldSql, lacksRate } from './operand.ts';
import { selectOf, startAt, type Place, type Select } from './place.ts';
import { exceptTruth } from './sentences-in-sql.ts';
import { allOf, always, either, type Truth } from './truth.ts';
import type { DaysAndInstants, Statement } from './statement.ts';
import type { Measure, Metric, Wording } from '../values/agreement.ts';
import type { FieldPath } from '../values/tree.ts';

/**
 * One row for each record that a wording counts, or may yet count.
 *
 * | column | holds |
 * |---|---|
 * | key | of the record |
 * | day | local date of the `by` moment; null: undated |
 * | kept | 1 where `kept when` holds |
 * | waits | 1 where it is undecided |
 * | amount | what is summed, averaged or told apart; money in minor units of the reporting currency |
 * | unpriced | 1 where there is an amount but no rate for it |
 * | member_0, ... | the members of the breakdowns, in their order |
 */
export const factColumns = ['key', 'day', 'kept', 'waits', 'amount', 'unpriced'] as const;

export const memberColumn = (index: number): string => `member_${index}`;

/** The facts of one wording of a metric. The wordings' stretches part the records by their day; the newest takes the undated. */
export function factsOf(metric: Metric, wording: Wording, statement: Statement): Select {
  const place = startAt(statement, wording.kind);
  const by = metric.by && momentOfPath(place, metric.by);
  const day = by && localDay(by, statement);
  statement.day = day as Expression<string> | null;
  const member = membership(wording, place);
  const outcome = outcomeOf(wording, place, by);
  const waits = either([member.waits, outcome.waits]);
  const amount = amountOf(wording.measure, place);
  const columns = [
    sql.ref(`${place.alias}.key`).as('key'),
    (day ?? sql`null`).as('day'),
    asNumber(outcome.holds).as('kept'),
    (waits ? asNumber(waits) : sql<number>`0`).as('waits'),
    amount.amount.as('amount'),
    amount.unpriced.as('unpriced'),
    ...metric.breakdowns.map(({ path }, index) => fieldByDay(place, path).as(memberColumn(index))),
  ];
  const among = member.waits ? sql<boolean>`(${member.holds} or ${member.waits})` : member.holds;
  const inForce = day && inStretch(wording, day, wording === metric.wordings[0]);
  let query = selectOf({ ...place.scope, joins: place.scope.joins.values() });
  if (member !== always) query = query.where(among);
  if (inForce) query = query.where(inForce);
  if (by && statement.among) query = query.where(liesAmong(by, statement.among));
  return query.select(columns);
}

function liesAmong(by: SqlMoment, among: DaysAndInstants): RawBuilder<boolean> {
  const { day, instant } = among;
  const [from, to] =
    by.precision === 'day' ? [sql`${day.from}`, sql`${day.to}`] : [sql.lit(instant.from), sql.lit(instant.to)];
  return sql<boolean>`${by.sql} between ${from} and ${to}`;
}

/** Whether a day lies in a wording's stretch; the newest also takes records without one. */
function inStretch({ from, until }: Wording, day: RawBuilder<unknown>, isNewest: boolean): RawBuilder<boolean> | null {
  const ends = [from && sql`${day} >= ${from}`, until && sql`${day} <= ${until}`].filter(
    (end) => end !== null && end !== '',
  );
  if (ends.length === 0) return isNewest ? null : sql<boolean>`${day} is not null`;
  const inside = sql<boolean>`${sql.join(ends, sql` and `)}`;
  return isNewest ? sql<boolean>`(${day} is null or ${inside})` : inside;
}

const asNumber = (truth: Expression<unknown>): RawBuilder<number> => sql<number>`case when ${truth} then 1 else 0 end`;

/** Whether the record is counted at all. Measures without an outcome count what is kept. */
function membership(wording: Wording, place: Place): Truth {
  const { reader } = place.scope.statement;
  const truths = (conditions: Wording['keptWhen']): Truth[] => conditions.map((one) => reader.truthOf(one, place));
  return allOf([
    ...existedThen(place),
    ...(wording.term === null ? [] : [reader.termTruth(wording.term, place)]),
    ...exceptTruth(truths(wording.exceptWhen)),
    ...(hasOutcome(wording.measure) ? [] : truths(wording.keptWhen)),
  ]);
}

const hasOutcome = ({ measure }: Measure): boolean => measure === 'share' || measure === 'conversion';

/** Whether a counted record is kept. In a conversion only what happened within its window counts, and it waits until that is over. */
function outcomeOf(wording: Wording, place: Place, by: SqlMoment | null): Truth {
  const { statement } = place.scope;
  const { measure } = wording;
  if (!hasOutcome(measure)) return allOf([]);
  if (measure.measure !== 'conversion' || !by) return kept(wording, place);
  const window = { duration: measure.within, side: 'after', anchor: { moment: 'now' } } as const;
  const end = (wanted: SqlMoment['precision']): SqlMoment => {
    const precision = by.precision === 'day' ? 'day' : wanted;
    return {
      precision,
      isPlan: true,
      sql: deadlineOf(by, window, place, precision),
      name: `end of ${by.name}`,
      place: by.place,
    };
  };
  statement.horizon = end;
  const truth = kept(wording, place);
  statement.horizon = null;
  const open = ahead(end(by.precision).sql, by.precision, statement).holds;
  return { holds: truth.holds, waits: either([truth.waits, open]) };
}

const kept = (wording: Wording, place: Place): Truth =>
  allOf(wording.keptWhen.map((condition) => place.scope.statement.reader.truthOf(condition, place)));

function amountOf(measure: Measure, place: Place): { amount: RawBuilder<unknown>; unpriced: RawBuilder<unknown> } {
  if (!('of' in measure) || typeof measure.of === 'string') return { amount: sql`null`, unpriced: sql`0` };
  const path: FieldPath = measure.of;
  const amount = measure.measure === 'count different' ? fieldByDay(place, path) : fieldSql(place, path);
  return { amount, unpriced: path.type.is === 'money' ? asNumber(lacksRate(place, path)) : sql`0` };
}
