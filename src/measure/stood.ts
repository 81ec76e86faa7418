/**
 * Which records could be counted as they stood at each of many instants: found for all of them at once, from the stretches of time
 * through which a history says that a record stood so. What is counted at an instant is then looked for among these only.
 */
import { expressionBuilder, sql, type RawBuilder, type SqlBool } from 'kysely';
import { membership } from './outcome.ts';
import { ranks } from './pick-join.ts';
import { fieldNamed, selectOf, startAt, type Place, type Select } from './place.ts';
import { kindNamed, type Statement } from './statement.ts';
import { toldByHistory } from './told-by-history.ts';
import { conditionsOf } from './truth.ts';
import type { AsOf } from './series.ts';
import type { AnyTables } from '../store/bulk.ts';
import type { Wording } from '../values/agreement.ts';
import type { RecordKind } from '../values/catalogue.ts';
import type { Condition } from '../values/tree.ts';

/** The temporary table that holds the instants. Columns: `instant`, and `day`, the local date then. */
export const endTable = 'measured_end';

/** A temporary table of the keys of records that could be counted at an instant. Columns: `instant`, `key`. */
export interface Stood {
  readonly name: string;
  readonly kind: RecordKind;
  /** What is asked of the rows of the table. */
  readonly select: Select;
  /** The instants of all metrics that ask it. */
  readonly ends: Map<number, AsOf>;
}

/** Fewer instants are asked one by one as quickly. */
const worthIt = 4;

/**
 * The tables to look for a metric's records among, one for each of its ends; null where nothing that its wording asks is told by a history, or
 * it may yet turn out to count what fails that. Metrics that ask the same of the same kind share a table.
 */
export function stoodAt(
  ends: readonly { readonly asOf: AsOf; readonly wording: Wording }[],
  statement: () => Statement,
): (Stood | null)[] {
  return ends.map(({ asOf, wording }) => {
    const stood = stoodFor(wording, statement, ends.length >= worthIt);
    stood?.ends.set(asOf.instant, asOf);
    return stood;
  });
}

function stoodFor(wording: Wording, statement: () => Statement, isWorthIt: boolean): Stood | null {
  const { agreement, demand, ...asking } = statement();
  const kind = asking.catalogue.kinds.find(({ name }) => name === wording.kind);
  const told = kind ? toldByHistory(wording, agreement.terms, kind) : [];
  if (!kind || told.length === 0) return null;
  const asks = `${kind.name} ${JSON.stringify(told, (key, value: unknown) => (key === 'at' || key === 'said' ? undefined : value))}`;
  const known = demand.stood.get(asks);
  if (known) return known;
  const found = isWorthIt ? selectFor(wording, told, statement) : null;
  if (!found) return null;
  const stood: Stood = { ...found, name: `measured_stood_${demand.stood.size}`, ends: new Map() };
  demand.stood.set(asks, stood);
  return stood;
}

function selectFor(
  wording: Wording,
  told: readonly Condition[],
  statement: () => Statement,
): Pick<Stood, 'kind' | 'select'> | null {
  const asking = statement();
  const kind = kindNamed(asking, wording.kind);
  const stretches = stretchesOf(kind, asking);
  if (!stretches || membership(wording, startAt(statement(), wording.kind)).waits) return null;
  const all: Statement = { ...asking, knows: 'all' };
  const place = rowPlace(kind, all);
  const conditions = told.flatMap((condition) => conditionsOf(all.reader.truthOf(condition, place)));
  const at = sql.ref(`end.${stretches.by}`);
  const lies = sql<SqlBool>`${at} >= ${sql.ref('stood.since')} and ${at} < ${sql.ref('stood.until')}`;
  // A cross join is taken in the order that it is said in: each stretch looks up the few instants in it.
  const select = expressionBuilder<AnyTables, never>()
    .selectFrom(stretches.rows.as('stood'))
    .crossJoin(`${endTable} as end`)
    .select(['end.instant', 'stood.key']) as unknown as Select;
  return { kind, select: [...conditions, lies].reduce((found, one) => found.where(one), select) };
}

/** A row of the stretches as if it were a record: the fields that the history holds stand in columns of the record's own names. */
function rowPlace(kind: RecordKind, statement: Statement): Place {
  const scope = {
    statement,
    table: kind.table,
    alias: 'stood',
    joins: new Map(),
    said: new Map(),
    given: new Set<string>(),
  };
  return { scope, kind, alias: 'stood' };
}

/** Before and after every instant, and every day. */
const beyond = {
  instant: [sql`-9000000000000000`, sql`9000000000000000`],
  day: [sql`''`, sql`'9999-12-31'`],
} as const;

/**
 * The stretches through which records stood unchanged: from each row of the history to the next, and before the first as today. `since` is
 * inside, `until` is not. Null where the kind has no history that is found by the record's key.
 */
function stretchesOf(kind: RecordKind, statement: Statement): { rows: Select; by: 'instant' | 'day' } | null {
  const { history } = kind;
  const [pair, ...others] = kind.related.find((one) => one.kind === history?.kind)?.on ?? [];
  if (!history || !pair || pair.ours !== 'key' || others.length > 0) return null;
  const row = startAt(statement, history.kind);
  const happens = fieldNamed(row.kind, row.kind.happens);
  if (happens.type.is !== 'moment') return null;
  const by = happens.type.precision;
  const [first, last] = beyond[by];
  const link = sql.ref(`${row.alias}.${pair.theirs}`);
  const at = sql.ref(`${row.alias}.${happens.column}`);
  const order = sql.join(ranks({ place: row, by: at }));
  const held = Object.entries(history.holds).map(([field, told]) => ({
    column: fieldNamed(kind, field).column,
    told: fieldNamed(row.kind, told).column,
  }));
  const after = selectOf({ ...row.scope, joins: [] })
    .where(link, 'is not', null)
    .where(at, 'is not', null)
    .select([
      link.as('key'),
      at.as('since'),
      sql`coalesce(lead(${at}) over (partition by ${link} order by ${order}), ${last})`.as('until'),
      ...held.map(({ column, told }) => sql.ref(`${row.alias}.${told}`).as(column)),
    ]);
  const record = startAt(statement, kind.name);
  const next = startAt(statement, history.kind);
  const firstAt = selectOf({ ...next.scope, joins: [] })
    .where(sql<SqlBool>`${sql.ref(`${next.alias}.${pair.theirs}`)} = ${sql.ref(`${record.alias}.key`)}`)
    .select(sql`min(${sql.ref(`${next.alias}.${happens.column}`)})`.as('first'));
  const before = selectOf({ ...record.scope, joins: [] }).select([
    sql.ref(`${record.alias}.key`).as('key'),
    sinceCreated(record, by, first).as('since'),
    sql`coalesce((${firstAt}), ${last})`.as('until'),
    ...held.map(({ column }) => sql.ref(`${record.alias}.${column}`).as(column)),
  ]);
  return { rows: after.unionAll(before), by };
}

/** When a record came to be, where that is told as exactly as its history; else it may have been there all the time. */
function sinceCreated({ kind, alias }: Place, by: 'instant' | 'day', first: RawBuilder<unknown>): RawBuilder<unknown> {
  const { column, type } = fieldNamed(kind, kind.happens);
  const isAlike = type.is === 'moment' && type.precision === by && type.may === 'be a fact';
  return isAlike ? sql`coalesce(${sql.ref(`${alias}.${column}`)}, ${first})` : first;
}

/** Facts as they stood at an instant, looked for among the records that could be counted then. */
export function amongStood(facts: readonly Select[], stood: Stood | null, { instant }: AsOf): readonly Select[] {
  if (!stood) return facts;
  const key = sql.ref(`${stood.kind.table}.key`);
  const then = sql`select ${sql.ref('key')} from ${sql.table(stood.name)} where ${sql.ref('instant')} = ${sql.lit(instant)}`;
  return facts.map((select) => select.where(sql<SqlBool>`${key} in (${then})`));
}
