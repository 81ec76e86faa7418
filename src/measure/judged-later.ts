import { sql, type Expression, type SqlBool } from 'kysely';
import { localDay, plainMomentField } from './moments.ts';
import { freshAlias, type Statement } from './statement.ts';
import type { Place, Scope } from './place.ts';

/** The record at a place as it stands when it is judged what is kept: where that is later than it is counted, joined to itself in the world of then. */
export function placeWhenJudged(place: Place): Place {
  const { statement } = place.scope;
  const { judged } = statement;
  if (judged === null) return place;
  const then: Statement = { ...statement, asOf: judged.instant, asOfDay: judged.day, judged: null };
  const alias = freshAlias(statement, `${place.alias}_when_judged`);
  const scope: Scope = { ...place.scope, statement: then, alias, joins: new Map(), said: new Map(), given: new Set() };
  const itself = sql<SqlBool>`${sql.ref(`${alias}.key`)} = ${sql.ref(`${place.alias}.key`)}`;
  scope.joins.set('itself', { table: place.kind.table, alias, on: itself });
  const later: Place = { scope, kind: place.kind, alias };
  then.day = () => localDay(plainMomentField(later, place.kind.happens), then) as Expression<string>;
  return later;
}
