/** Joins one of the records that belong to another: the first or last in an order. */
import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely';
import { fieldNamed, join, selectOf, type Place } from './place.ts';
import type { RecordKind } from '../values/catalogue.ts';

/** What stands in an order: by a value, then by the kind's sequence, then by the order of files and rows. Without a value, it is in none. */
export interface Ordered {
  readonly place: Place;
  readonly by: RawBuilder<unknown>;
}

/** Before every number. */
const lowest = -1e300;

/** By what records are told before others, from the first to the last. */
export function ranks({ place: { kind, alias }, by }: Ordered): RawBuilder<unknown>[] {
  const row = sql.ref(`${alias}.place`);
  if (kind.sequence === null) return [by, row];
  const sequence = sql.ref(`${alias}.${fieldNamed(kind, kind.sequence).column}`);
  return [by, sql`coalesce(${sequence}, ${sql.lit(lowest)})`, row];
}

/** Whether one stands before another of its kind. That it does not come later is said first and by itself: an index can answer it. */
export function standsBefore(one: Ordered, other: Ordered): RawBuilder<SqlBool> {
  const theirs = ranks(other);
  const [first, ...rest] = ranks(one).map((mine, index) => [mine, theirs[index] ?? sql`null`] as const);
  const compare = ([mine, their]: readonly [RawBuilder<unknown>, RawBuilder<unknown>], after: typeof rest) => {
    const [next, ...more] = after;
    const before = sql<SqlBool>`${mine} < ${their}`;
    if (!next) return before;
    const tie: RawBuilder<SqlBool> = sql<SqlBool>`(${mine} = ${their} and ${compare(next, more)})`;
    return sql<SqlBool>`(${before} or ${tie})`;
  };
  if (!first) return sql<SqlBool>`false`;
  const [mine, their] = first;
  return sql<SqlBool>`${mine} <= ${their} and ${compare(first, rest)}`;
}

/** Joins, beside the record that asks, the first or last of those for which all `where` holds. `key` names it within the scope. */
export function joinPicked(
  asking: Place,
  { key, wanted, kind }: { readonly key: string; readonly wanted: string; readonly kind: RecordKind },
  which: 'first' | 'last',
  make: () => { readonly among: Ordered; readonly where: readonly Expression<SqlBool>[] },
): Place {
  const made = join(asking.scope, key, wanted, (alias) => {
    const { among, where } = make();
    const { scope } = among.place;
    let rows = selectOf({ ...scope, joins: scope.joins.values() });
    for (const condition of [...where, sql<SqlBool>`${among.by} is not null`]) rows = rows.where(condition);
    for (const rank of ranks(among)) rows = rows.orderBy(rank, which === 'first' ? 'asc' : 'desc');
    const found = rows.select(sql.ref(`${among.place.alias}.key`).as('key')).limit(sql.lit(1));
    return { table: kind.table, on: sql<SqlBool>`${sql.ref(`${alias}.key`)} = ${found}` };
  });
  return { scope: asking.scope, kind, alias: made.alias };
}
