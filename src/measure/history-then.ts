/** Fields with a history, in the world of then: they hold what the last row until then says. */
import { sql, type RawBuilder } from 'kysely';
import { joinPicked } from './pick-join.ts';
import { fieldNamed, startAt, type Place } from './place.ts';
import { belongsTo } from './relation.ts';
import { kindNamed } from './statement.ts';
import type { History } from '../values/catalogue.ts';

/** A field's column: in the world of then what its history says, where that tells; a record without a row by then holds today's value. */
export function columnThen(place: Place, name: string): RawBuilder<unknown> {
  const { statement } = place.scope;
  const { column, type } = fieldNamed(place.kind, name);
  const own = sql.ref(`${place.alias}.${column}`);
  if (statement.knows === 'all') return own;
  const held = heldThen(place, name);
  if (held) {
    const row = lastRow(place, held.history);
    const then = sql.ref(`${row.alias}.${fieldNamed(row.kind, held.by).column}`);
    return sql`(case when ${sql.ref(`${row.alias}.key`)} is null then ${own} else ${then} end)`;
  }
  const isFact = type.is === 'moment' && type.may === 'be a fact';
  if (!isFact && !isLog(place)) statement.todays.add(`${place.kind.name}'s ${name}`);
  return own;
}

/** The column of a history's row that holds a field, where one does. */
export function heldThen({ kind }: Place, name: string): { history: History; by: string } | null {
  const by = kind.history?.holds[name];
  return kind.history && by !== undefined ? { history: kind.history, by } : null;
}

/** Rows of a history say what was: they do not change. */
function isLog({ kind, scope }: Place): boolean {
  return scope.statement.catalogue.kinds.some(({ history }) => history?.kind === kind.name);
}

function lastRow(place: Place, { kind: name }: History): Place {
  const { statement } = place.scope;
  const kind = kindNamed(statement, name);
  const key = `${place.alias} as it was`;
  return joinPicked(place, { key, wanted: `${place.alias}_then`, kind }, 'last', () => {
    const row = startAt(statement, name);
    const by = sql.ref(`${row.alias}.${fieldNamed(kind, kind.happens).column}`);
    return { among: { place: row, by }, where: belongsTo(place, row, { isDated: true }) };
  });
}
