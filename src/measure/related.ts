import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely';
import { columnsRead } from './columns-read.ts';
import { askLookedUp } from './indexes-asked.ts';
import { plainMomentField, seen } from './moments.ts';
import { fieldNamed, selectOf, startAt, type Operand, type Place, type Select } from './place.ts';
import { belongsBy, belongsTo, type Way } from './relation.ts';
import { allOf, always, conditionsOf, either, type Truth } from './truth.ts';
import { lies } from './windows.ts';
import type { Count, FieldPath, Gathering, Records } from '../values/tree.ts';

/** Related records as a subquery: those that count, and whether any of them, or the window they are asked for, still waits. */
export interface Related {
  readonly place: Place;
  readonly belong: readonly Expression<SqlBool>[];
  /** The same for each way to belong. */
  readonly ways: readonly Way[];
  readonly counts: Truth;
  readonly waits: Truth['waits'];
}

/** The records of a kind that belong to the one that asks, with what is said of them. `isDated`: only those that happened at a known time. */
export function relate(records: Records, asking: Place, isDated = false): Related {
  const { statement } = asking.scope;
  const { reader } = statement;
  const place = startAt(statement, records.kind);
  const happens = plainMomentField(place, place.kind.happens);
  const inTime = records.when ? lies(happens, records.when, asking) : null;
  const counts = allOf([
    ...(records.term === null ? [] : [reader.termTruth(records.term, place)]),
    ...records.where.map((condition) => reader.truthOf(condition, place)),
    ...(inTime ? [{ ...inTime, waits: null }] : []),
    ...seen(happens),
  ]);
  const belong = belongsTo(asking, place, { isDated });
  const one = counts.waits && existsAmong({ place, belong }, counts.waits);
  return {
    place,
    belong,
    ways: belongsBy(asking, place, { isDated }),
    counts,
    waits: either([inTime?.waits ?? null, one]),
  };
}

type Belonging = Pick<Related, 'place' | 'belong'>;

function belonging({ place, belong }: Belonging): Select {
  const { scope } = place;
  return belong.reduce<Select>((rows, one) => rows.where(one), selectOf({ ...scope, joins: scope.joins.values() }));
}

function rows(related: Related): Select {
  const { counts } = related;
  return counts === always ? belonging(related) : asked(belonging(related), counts);
}

/** The rows for which a truth holds. */
const asked = (rows: Select, truth: Truth): Select =>
  conditionsOf(truth).reduce((all, condition) => all.where(condition), rows);

const existsAmong = (related: Belonging, such: Expression<SqlBool>): RawBuilder<SqlBool> =>
  sql<SqlBool>`exists ${belonging(related)
    .where(such)
    .select(sql<number>`1`.as('one'))}`;

/** Whether there is one in any of the ways: each is asked by itself, so that an index finds those in time. */
function exists(related: Related): RawBuilder<SqlBool> {
  const { kind, alias, scope } = related.place;
  const happens = fieldNamed(kind, kind.happens).column;
  const ways = related.ways.map(({ theirs, belong }) => {
    const found = rows({ ...related, belong }).select(sql<number>`1`.as('one'));
    askLookedUp(scope.statement.demand, kind, [theirs, happens], columnsRead(found, alias));
    return sql<SqlBool>`exists ${found}`;
  });
  const [first] = ways;
  return ways.length === 1 && first ? first : sql<SqlBool>`(${sql.join(ways, sql` or `)})`;
}

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

const gather: Readonly<Record<Gathering, (value: RawBuilder<unknown>) => RawBuilder<unknown>>> = {
  total: (value) => sql`sum(${value})`,
  average: (value) => sql`cast(sum(${value}) as double precision) / count(${value})`,
  smallest: (value) => sql`min(${value})`,
  largest: (value) => sql`max(${value})`,
};

/** What the related records' known fields come to, with the place where they stand; of none, empty. */
export function gathered(how: Gathering, of: FieldPath, records: Records, asking: Place): Operand & { place: Place } {
  const related = relate(records, asking);
  const value = asking.scope.statement.reader.valueAt(related.place, { value: 'field', path: of });
  const all = sql`${rows(related).select(gather[how](value.sql).as('gathered'))}`;
  const waits = either([related.waits, value.waits && existsAmong(related, value.waits)]);
  return { sql: all, waits, place: related.place };
}

/** Whether something is so of any related record that counts. */
export function anyOfRelated(records: Records, asking: Place, such: (place: Place) => Expression<SqlBool>): Truth {
  const related = relate(records, asking);
  const holds = such(related.place);
  return {
    holds: sql<SqlBool>`exists ${rows(related)
      .where(holds)
      .select(sql<number>`1`.as('one'))}`,
    waits: null,
  };
}
