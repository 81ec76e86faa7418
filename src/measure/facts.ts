import { sql, type Expression, type RawBuilder } from 'kysely';
import { amountOf } from './amount.ts';
import { memberSql } from './cut.ts';
import { fillNeeds } from './fill-needs.ts';
import { placeWhenJudged } from './judged-later.ts';
import { columnsRead } from './columns-read.ts';
import { heldThen } from './history-then.ts';
import { askIndex, askWhole } from './indexes-asked.ts';
import { existedThen } from './known-then.ts';
import { localDay, momentOfPath, plainMomentField, type SqlMoment } from './moments.ts';
import { membership, outcomeOf } from './outcome.ts';
import { fieldNamed, selectOf, startAt, type Place, type Select } from './place.ts';
import { always, conditionsOf, either } from './truth.ts';
import type { DaysAndInstants, Statement } from './statement.ts';
import type { Metric, Wording } from '../values/agreement.ts';

/**
 * One row for each record that a wording counts, or may yet count.
 *
 * | column | holds |
 * |---|---|
 * | key | of the record |
 * | day | local date of the `by` moment; null: undated |
 * | kept | 1 where `kept when` holds |
 * | waits | 1 where it is undecided |
 * | amount | what is summed, averaged, told apart or counted in; money in minor units of the reporting currency, a moment's local date |
 * | open | 1 where the amount is a stretch of time that is not over yet |
 * | unpriced | 1 where there is an amount but no rate for it |
 * | member_0, ... | the members of the breakdowns, in their order |
 * | way | only where records are read in the ways that what they lack could be filled: its number |
 */
export const factColumns = ['key', 'day', 'kept', 'waits', 'amount', 'open', 'unpriced'] as const;

export const memberColumn = (index: number): string => `member_${index}`;

/**
 * The facts of one wording of a metric. The wordings' stretches part the records by their day; the newest takes the undated. Without a `by`
 * moment the wording takes all records. Amounts are changed at the rate of the day that is said (`rate on`), else of the `by` moment, else of that on
 * which their record happened.
 */
export function factsOf(metric: Metric, wording: Wording, statement: Statement): Select {
  const place = startAt(statement, wording.kind);
  const by = metric.by && momentOfPath(place, metric.by);
  const day = by && localDay(by, statement);
  const rateDay = metric.rateOn ? localDay(momentOfPath(place, metric.rateOn), statement) : day;
  statement.day = () =>
    (rateDay ?? localDay(plainMomentField(place, place.kind.happens), statement)) as Expression<string>;
  const filled = statement.needs.length > 0 ? fillNeeds(place, statement.needs) : null;
  const member = membership(wording, place);
  if (!member.waits) for (const term of withNarrowed(wording.term, statement)) place.scope.given.add(term);
  const judged = placeWhenJudged(place);
  const outcome = outcomeOf(wording, judged, by);
  const amount = amountOf(wording.measure, place);
  const waits = either([member.waits, outcome.waits, amount.waits]);
  const columns = [
    sql.ref(`${place.alias}.key`).as('key'),
    (day ?? sql`null`).as('day'),
    asNumber(outcome.holds).as('kept'),
    asNumber(waits).as('waits'),
    amount.amount.as('amount'),
    asNumber(amount.open).as('open'),
    asNumber(amount.unpriced).as('unpriced'),
    ...metric.breakdowns.map(({ cut }, index) => memberSql(place, cut).as(memberColumn(index))),
    ...(filled ? [filled.way.as('way')] : []),
  ];
  const among = member.waits ? [sql<boolean>`(${member.holds} or ${member.waits})`] : conditionsOf(member);
  const inForce = day && inStretch(wording, day, wording === metric.wordings[0]);
  const joins = new Set([place, judged].flatMap(({ scope }) => [...scope.joins.values()]));
  let query = selectOf({ ...place.scope, joins });
  for (const { holds } of existedThen(place)) query = query.where(sql<boolean>`${holds}`);
  if (member !== always) query = among.reduce((rows, one) => rows.where(one), query);
  if (inForce) query = query.where(inForce);
  if (filled) query = query.where(filled.lacks);
  if (by && statement.among) query = query.where(liesAmong(ownMoment(place, metric.by) ?? by, statement.among));
  const facts = query.select(columns);
  if (statement.knows === 'all') askForAll(place, metric.by, facts);
  return facts;
}

/** By the `by` moment, so that no look-up of a few records is led to it. */
function askForAll({ kind, alias, scope }: Place, by: Metric['by'], facts: Select): void {
  if (!by || by.figure || by.links.length > 0) return;
  askWhole(scope.statement.demand, kind, fieldNamed(kind, by.field).column, columnsRead(facts, alias));
}

/** A term, and those that it narrows: all that a record of it is of. */
function withNarrowed(name: string | null, statement: Statement): string[] {
  const term = statement.agreement.terms.find((one) => one.name === name);
  return term ? [term.name, ...withNarrowed(term.isA, statement)] : [];
}

/**
 * A moment of the record's own that no history holds, as its bare column, so that an index finds the records of a stretch. A stretch ends
 * with the as-of instant: nothing that lies in it has not happened yet.
 */
function ownMoment(place: Place, path: Metric['by']): Pick<SqlMoment, 'precision' | 'sql'> | null {
  if (!path || path.figure || path.links.length > 0 || heldThen(place, path.field)) return null;
  const { column, type } = fieldNamed(place.kind, path.field);
  askIndex(place.scope.statement.demand, place.kind.table, [column]);
  return type.is === 'moment' ? { precision: type.precision, sql: sql.ref(`${place.alias}.${column}`) } : null;
}

function liesAmong(by: Pick<SqlMoment, 'precision' | 'sql'>, among: DaysAndInstants): RawBuilder<boolean> {
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

const asNumber = (truth: Expression<unknown> | null): RawBuilder<number> =>
  truth === null ? sql<number>`0` : sql<number>`case when ${truth} then 1 else 0 end`;
