import { sql, type SqlBool } from 'kysely';
import { existedThen } from './known-then.ts';
import { lies, momentField, seen } from './moments.ts';
import { selectOf, startAt, type Place, type Select } from './place.ts';
import { allOf, always, either, type Truth } from './truth.ts';
import type { Operand } from './operand.ts';
import type { Count, Records } from '../values/tree.ts';

/** Related records as a subquery: those that count, and whether any of them, or the window they are asked for, still waits. */
export interface Related {
  readonly place: Place;
  readonly joinedTo: Truth;
  readonly counts: Truth;
  readonly waits: Truth['waits'];
}

/** The records related to the one at a place, in a select of their own. */
export function relate(records: Records, asking: Place): Related {
  const { statement } = asking.scope;
  const { reader } = statement;
  const place = startAt(statement, records.kind);
  const happens = momentField(place, place.kind.happens);
  const inTime = records.when ? lies(happens, records.when, asking) : null;
  const counts = allOf([
    ...(records.term === null ? [] : [reader.termTruth(records.term, place)]),
    ...records.where.map((condition) => reader.truthOf(condition, place)),
    ...(inTime ? [{ holds: inTime.holds, waits: null }] : []),
    ...seen(happens, statement),
    ...existedThen(place),
  ]);
  const joinedTo = relation(asking, place);
  const one = counts.waits && exists({ place, joinedTo, counts: { holds: counts.waits, waits: null }, waits: null });
  return { place, joinedTo, counts, waits: either([inTime?.waits ?? null, one]) };
}

function relation(asking: Place, place: Place): Truth {
  const related = asking.kind.related.find((one) => one.kind === place.kind.name);
  if (!related) throw new Error(`${asking.kind.name} has no ${place.kind.plural}`);
  const pairs = related.on.map(
    ({ ours, theirs }) => sql<SqlBool>`${sql.ref(`${place.alias}.${theirs}`)} = ${sql.ref(`${asking.alias}.${ours}`)}`,
  );
  const [first] = pairs;
  return { holds: pairs.length === 1 && first ? first : sql<SqlBool>`(${sql.join(pairs, sql` or `)})`, waits: null };
}

function rows({ place, joinedTo, counts }: Related): Select {
  const related = selectOf({ ...place.scope, joins: place.scope.joins.values() }).where(joinedTo.holds);
  return counts === always ? related : related.where(counts.holds);
}

const exists = (related: Related) => sql<SqlBool>`exists ${rows(related).select(sql<number>`1`.as('one'))}`;

const size = (related: Related) => sql<number>`${rows(related).select(sql<number>`count(*)`.as('number'))}`;

/** How many related records count: never empty. */
export function countOf(records: Records, asking: Place): Operand {
  const related = relate(records, asking);
  return { sql: size(related), waits: related.waits };
}

const signs: Readonly<Record<Count['count'], string>> = { 'at least': '>=', 'at most': '<=', exactly: '=' };

/** Whether so many related records count. */
export function counts(how: Count, records: Records, asking: Place): Truth {
  const related = relate(records, asking);
  const { waits } = related;
  if (how.count === 'at least' && how.number === 1) return { holds: exists(related), waits };
  if (how.count !== 'at least' && how.number === 0) return { holds: sql<SqlBool>`not ${exists(related)}`, waits };
  return { holds: sql<SqlBool>`${size(related)} ${sql.raw(signs[how.count])} ${sql.lit(how.number)}`, waits };
}
