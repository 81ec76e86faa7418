/** One of the related records: the first, the last, the one before or after; and the entries of a record's history. */
import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely';
import { momentField, plainMomentField, seen, type SqlMoment } from './moments.ts';
import { joinPicked, standsBefore, type Ordered } from './pick-join.ts';
import { fieldNamed, startAt, type Place, type Said } from './place.ts';
import { relate } from './related.ts';
import { belongsTo } from './relation.ts';
import { kindNamed } from './statement.ts';
import { always, conditionsOf } from './truth.ts';
import type { Pick, Told } from '../values/tree.ts';

type Picked = Said & { readonly said: 'record' };

/** The record that is picked: no row where there is none. What was picked once in a scope is there. */
export function picked(asking: Place, pick: Pick): Picked {
  const { scope } = asking;
  const name = nameOf(asking, pick);
  const known = scope.said.get(name);
  if (known?.said === 'record') return known;
  const isByTime = isPickedByTime(pick, asking);
  const related = relate(pick.records, asking, isByTime);
  const among = isByTime ? inTime(related.place) : ordered(related.place, pick);
  const beside = besides(among, asking, pick);
  const counts = related.counts === always ? [] : conditionsOf(related.counts);
  const { kind } = related.place;
  const wanted = `${pick.which} ${kind.name} of ${asking.alias}`;
  const which = pick.which === 'first' || pick.which === 'next' ? 'first' : 'last';
  const place = joinPicked(asking, { key: name, wanted, kind }, which, () => ({
    among,
    where: [...related.belong, ...counts, ...beside],
  }));
  const made: Picked = { said: 'record', place, waits: related.waits };
  scope.said.set(name, made);
  return made;
}

/** On which side of the record that asks they stand, where it is one of them. */
function besides(among: Ordered, asking: Place, pick: Pick): Expression<SqlBool>[] {
  switch (pick.which) {
    case 'previous':
      return [standsBefore(among, ordered(asking, pick))];
    case 'next':
      return [standsBefore(ordered(asking, pick), among)];
    default:
      return [];
  }
}

/** Whether the records stand in the order in which they happened, which no history tells otherwise. */
function isPickedByTime({ records, by }: Pick, { scope }: Place): boolean {
  const { happens, history } = kindNamed(scope.statement, records.kind);
  return (by ?? happens) === happens && history?.holds[happens] === undefined;
}

/** By the moment that it happened at, as it stands in the records: what has not happened yet is not among those that are picked from. */
function inTime(place: Place): Ordered {
  return { place, by: sql.ref(`${place.alias}.${fieldNamed(place.kind, place.kind.happens).column}`) };
}

function ordered(place: Place, { by }: Pick): Ordered {
  return { place, by: orderedBy(place, by ?? place.kind.happens) };
}

function orderedBy(place: Place, field: string): RawBuilder<unknown> {
  const { type } = fieldNamed(place.kind, field);
  if (type.is === 'moment') return momentField(place, field).sql;
  const path = { from: place.kind.name, links: [], field, type, figure: false };
  return place.scope.statement.reader.valueAt(place, { value: 'field', path }).sql;
}

/** The same for picks that mean the same, wherever they were written; in a conversion's window another. */
function nameOf({ scope, alias }: Place, pick: Pick): string {
  const meaning = JSON.stringify(pick, (key, value: unknown) => (key === 'at' || key === 'said' ? undefined : value));
  return `${alias}${scope.statement.horizon ? ' in the window' : ''} ${meaning}`;
}

/** The moment of the first or last entry into a choice; a row whose `from` is its `to` is none. */
export function entered(asking: Place, { which, choice, type }: Told & { value: 'entered' }): SqlMoment {
  const { scope, kind } = asking;
  const { history } = kind;
  if (!history) throw new Error(`${kind.name} has no history`);
  const rows = kindNamed(scope.statement, history.kind);
  const key = `${nameOfEntries(asking)} ${which} entered ${choice}`;
  const place = joinPicked(asking, { key, wanted: `${which} ${choice} of ${asking.alias}`, kind: rows }, which, () => {
    const row = startAt(scope.statement, history.kind);
    const happens = plainMomentField(row, rows.happens);
    const inWindow = seen(happens).map(({ holds }) => holds);
    return {
      among: { place: row, by: happens.sql },
      where: [...belongsTo(asking, row, { isDated: true }), ...entry(row, history, choice), ...inWindow],
    };
  });
  return { ...momentField(place, rows.happens), isPlan: type.may === 'be a plan' };
}

const nameOfEntries = ({ alias, scope }: Place): string => `${alias}${scope.statement.horizon ? ' in the window' : ''}`;

function entry(row: Place, { from, to }: { from: string; to: string }, choice: string): Expression<SqlBool>[] {
  const column = (name: string): RawBuilder<unknown> => sql.ref(`${row.alias}.${fieldNamed(row.kind, name).column}`);
  const isAnother = sql`${column(from)} is null or ${column(from)} <> ${column(to)}`;
  return [sql<SqlBool>`${column(to)} = ${choice}`, sql<SqlBool>`(${isAnother})`];
}
