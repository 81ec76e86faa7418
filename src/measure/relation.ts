import { sql, type Expression, type SqlBool } from 'kysely';
import { askIndex } from './indexes-asked.ts';
import { existedThen } from './known-then.ts';
import type { Place } from './place.ts';
import { conditionsOf } from './truth.ts';

/**
 * What makes a record one of those that belong to the one that asks: any of the column pairs. Itself is never among them, nor what came to be
 * later than then. `by`: the field that they are told apart by, in order or in time; `isDated`: only those that happened at
 * a known time.
 */
export function belongsTo(asking: Place, place: Place, how: How = {}): Expression<SqlBool>[] {
  const { pairs, rest } = belonging(asking, place, how);
  const [first] = pairs;
  const paired = pairs.length === 1 && first ? first : sql<SqlBool>`(${sql.join(pairs, sql` or `)})`;
  return [paired, ...rest];
}

/** The same for each column pair by itself: a record may belong by several. An index finds those of a time by one pair, not by any of them. */
export function belongsBy(asking: Place, place: Place, how: How = {}): Way[] {
  const { pairs, rest, theirs } = belonging(asking, place, how);
  return pairs.map((pair, index) => ({ theirs: theirs[index] ?? '', belong: [pair, ...rest] }));
}

/** A column by which a record belongs, and what that asks of it. */
export interface Way {
  readonly theirs: string;
  readonly belong: readonly Expression<SqlBool>[];
}

interface How {
  readonly by?: string;
  readonly isDated?: boolean;
}

function belonging(asking: Place, place: Place, { by = place.kind.happens, isDated = false }: How) {
  const related = asking.kind.related.find((one) => one.kind === place.kind.name);
  if (!related) throw new Error(`${asking.kind.name} has no ${place.kind.plural}`);
  const order = place.kind.fields.find(({ name }) => name === by);
  for (const { theirs } of related.on) {
    askIndex(place.scope.statement.demand, place.kind.table, [theirs, ...(order ? [order.column] : [])]);
  }
  const pairs = related.on.map(
    ({ ours, theirs }) => sql<SqlBool>`${sql.ref(`${place.alias}.${theirs}`)} = ${sql.ref(`${asking.alias}.${ours}`)}`,
  );
  const itself = sql<SqlBool>`${sql.ref(`${place.alias}.key`)} <> ${sql.ref(`${asking.alias}.key`)}`;
  const isFellow = asking.kind.name === place.kind.name;
  const rest = [...(isFellow ? [itself] : []), ...existedThen(place, isDated).flatMap(conditionsOf)];
  return { pairs, rest, theirs: related.on.map(({ theirs }) => theirs) };
}
