import { sql, type SqlBool } from 'kysely';
import { columnThen } from './history-then.ts';
import { fieldNamed, join, type Place } from './place.ts';
import { kindNamed } from './statement.ts';

/** The record that links lead to, joined by its key: no row where there is no such record. */
export function follow(place: Place, links: readonly string[]): Place {
  return links.reduce(followOne, place);
}

function followOne(place: Place, link: string): Place {
  const { column, type } = fieldNamed(place.kind, link);
  if (type.is !== 'link') throw new Error(`${place.kind.name}'s ${link} is no link`);
  const kind = kindNamed(place.scope.statement, type.to);
  const from = columnThen(place, link);
  const joined = join(place.scope, `${place.alias}.${column}`, `${place.alias}_${column}`, (alias) => ({
    table: kind.table,
    on: sql<SqlBool>`${sql.ref(`${alias}.key`)} = ${from}`,
  }));
  return { scope: place.scope, kind, alias: joined.alias };
}
