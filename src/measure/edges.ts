/** Days at the edges of periods: of that which a moment lies in, and of that which is counted. */
import { sql, type SqlBool } from 'kysely';
import { dayOfMoment, demanded, momentAt, statedDay, type SqlMoment } from './moments.ts';
import { join, type Place } from './place.ts';
import type { Edge } from '../values/tree.ts';

/** @throws for the period that is counted where there is none, which the agreement's reader has ruled out. */
export function edgeMoment(place: Place, edge: Edge): SqlMoment {
  return edge.moment === 'edge' ? edgeBeside(place, edge) : edgeOfCounted(place, edge);
}

function edgeBeside(place: Place, { which, grain, of }: Edge & { moment: 'edge' }): SqlMoment {
  const moment = momentAt(place, of);
  const day = dayOfMoment(moment);
  const key = `${moment.name} period by ${grain}`;
  const { alias } = join(moment.scope, key, `${grain}_of_${moment.name}`, (alias) => ({
    table: 'calendar_period',
    on: sql<SqlBool>`${sql.ref(`${alias}.name`)} = ${sql.ref(`${day}.${grain}`)}`,
  }));
  return demanded({
    ...moment,
    precision: 'day',
    isPlan: which === 'end' || moment.isPlan,
    sql: sql.ref(`${alias}.${which === 'start' ? 'first' : 'last'}`),
    name: `${which} of ${grain} of ${moment.name}`,
    source: { source: 'edge', of: moment.source, grain },
  });
}

function edgeOfCounted(place: Place, { which }: Edge & { moment: 'period' }): SqlMoment {
  const { counted } = place.scope.statement;
  if (counted === null) throw new Error('no period is counted here');
  return statedDay(place, which === 'start' ? counted.from : counted.to);
}
