import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { NewStore } from '../store/open.ts';
import type { Catalogue, Field, RecordKind } from '../values/catalogue.ts';
import type { LinkAccount } from '../values/rows.ts';
import { columnOf } from './column-of.ts';
import { placesOf } from './load/place.ts';
import type { FileSource } from './source.ts';

type Db = NewStore['db'];

/** A link that is written as the value of another field of the record that it leads to. */
interface NamedLink {
  readonly kind: RecordKind;
  readonly field: Field;
  readonly target: RecordKind;
  readonly by: string;
  readonly first: number;
  readonly last: number;
}

/**
 * Turns links that are written as names into links by key, where exactly one record has the name: none and several leave it
 * empty. Then counts all links that lead nowhere.
 */
export async function settleLinks(
  { db }: NewStore,
  catalogue: Catalogue,
  files: readonly { readonly source: FileSource }[],
): Promise<readonly LinkAccount[]> {
  const lost = new Map<string, number>();
  const named = files.flatMap(({ source }, number) => namedLinks(source, number, catalogue));
  for (const link of named) {
    const name = `${link.kind.name}.${link.field.name}`;
    lost.set(name, (lost.get(name) ?? 0) + (await settleNamed(link, db)));
  }
  const counted: LinkAccount[] = [];
  for (const kind of catalogue.kinds) counted.push(...(await countLinks(kind, catalogue, db)));
  return counted.flatMap(({ filled, notFound, ...link }) => {
    const unnamed = lost.get(`${link.kind}.${link.field}`) ?? 0;
    return filled + unnamed === 0 ? [] : [{ ...link, filled: filled + unnamed, notFound: notFound + unnamed }];
  });
}

function kindNamed(catalogue: Catalogue, name: string): RecordKind | undefined {
  return catalogue.kinds.find((kind) => kind.name === name);
}

function namedLinks(source: FileSource, number: number, catalogue: Catalogue): NamedLink[] {
  return source.gives.flatMap((gift) =>
    gift.columns.flatMap((mapping) => {
      const kind = kindNamed(catalogue, gift.record);
      const field = kind?.fields.find((each) => each.name === mapping.field);
      const target = mapping.type.is === 'link' ? kindNamed(catalogue, mapping.type.to) : undefined;
      return mapping.by !== null && kind && field && target
        ? [{ kind, field, target, by: columnOf(mapping.by), ...placesOf(number) }]
        : [];
    }),
  );
}

/** Gives how many were left empty. */
async function settleNamed({ kind, field, target, by, first, last }: NamedLink, db: Db): Promise<number> {
  const table = sql.table(kind.table);
  const column = sql.id(field.column);
  const inFile = sql`place between ${first} and ${last} and ${column} is not null`;
  const index = sql.id(`${target.table}_named_${by}`);
  const before = await count(sql`select count(*) as n from ${table} where ${inFile}`, db);
  await sql`create index ${index} on ${sql.table(target.table)} (${sql.id(by)})`.execute(db);
  await sql`update ${table} set ${column} = (
      select max(named.key) from ${sql.table(target.table)} as named
      where named.${sql.id(by)} = ${sql.ref(`${kind.table}.${field.column}`)} having count(*) = 1
    ) where ${inFile}`.execute(db);
  await sql`drop index ${index}`.execute(db);
  return before - (await count(sql`select count(*) as n from ${table} where ${inFile}`, db));
}

/** Counts the links of all records of a kind in one reading: keys are unique, so that no record is found twice. */
async function countLinks(kind: RecordKind, catalogue: Catalogue, db: Db): Promise<readonly LinkAccount[]> {
  const links = kind.fields.flatMap((field, nth) => {
    const target = field.type.is === 'link' && field.mapped ? kindNamed(catalogue, field.type.to) : undefined;
    return target ? [{ field, target, theirs: `theirs_${nth}`, ours: sql.ref(`ours.${field.column}`) }] : [];
  });
  if (links.length === 0) return [];
  const counts = links.flatMap(({ ours, theirs }) => [
    sql`count(${ours}) as ${sql.id(`${theirs}_filled`)}`,
    sql`count(${sql.ref(`${theirs}.key`)}) as ${sql.id(`${theirs}_found`)}`,
  ]);
  const joins = links.map(
    ({ ours, theirs, target }) =>
      sql`left join ${sql.table(target.table)} as ${sql.id(theirs)} on ${sql.ref(`${theirs}.key`)} = ${ours}`,
  );
  const query = sql<Record<string, number>>`select ${sql.join(counts)} from ${sql.table(kind.table)} as ours
    ${sql.join(joins, sql` `)}`;
  const { rows } = await query.execute(db);
  const told = (name: string): number => Number(rows[0]?.[name] ?? 0);
  return links.map(({ field, theirs }) => {
    const filled = told(`${theirs}_filled`);
    return { kind: kind.name, field: field.name, filled, notFound: filled - told(`${theirs}_found`) };
  });
}

async function count(query: RawBuilder<unknown>, db: Db): Promise<number> {
  const { rows } = await query.execute(db);
  return Number((rows[0] as { n: number } | undefined)?.n ?? 0);
}
