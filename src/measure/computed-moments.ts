/** Values that are moments: told by a record, or made of such. */
import { sql, type RawBuilder } from 'kysely';
import { edgeMoment } from './edges.ts';
import { figureMoment } from './figures.ts';
import { follow } from './follow.ts';
import { demanded, localDay, momentAt, momentField, momentOfPath, statedDay, type SqlMoment } from './moments.ts';
import { entered, picked } from './picks.ts';
import { gathered } from './related.ts';
import { freshAlias } from './statement.ts';
import { either } from './truth.ts';
import { windowEnd } from './windows.ts';
import type { Place } from './place.ts';
import type { Beyond, FieldPath, Value } from '../values/tree.ts';

/** A value of the record at a place as a moment. */
export function momentOfValue(place: Place, value: Value): SqlMoment {
  switch (value.value) {
    case 'field':
      return momentToldBy(place, value.path);
    case 'picked': {
      const record = picked(place, value.pick);
      const moment = momentToldBy(record.place, value.path);
      return { ...moment, waits: either([record.waits, moment.waits]) };
    }
    case 'entered':
      return entered(place, value);
    case 'gathered':
      return gatheredMoment(place, value);
    case 'edge':
      return edgeMoment(place, value.edge);
    case 'beyond':
      return beyond(place, value.beyond);
    case 'calculated':
      return movedMoment(place, value);
    case 'or else':
      return orElse(momentOfValue(place, value.first), momentOfValue(place, value.second));
    case 'literal':
      if (value.literal.literal === 'day') return statedDay(place, value.literal.day);
      break;
    default:
  }
  throw new Error(`a ${value.value} is no moment`);
}

function momentToldBy(place: Place, path: FieldPath): SqlMoment {
  const at = follow(place, path.links);
  return path.figure ? figureMoment(at, path.field) : momentField(at, path.field);
}

/** The end of a window beside a moment. */
function movedMoment(place: Place, { how, left, right }: Value & { value: 'calculated' }): SqlMoment {
  if (right.value !== 'literal' || right.literal.literal !== 'duration') {
    throw new Error('a moment moves by a stated stretch of time');
  }
  const moment = momentOfValue(place, left);
  const end = windowEnd(moment, right.literal.duration, how === 'plus' ? 'after' : 'before', moment.precision);
  return demanded({ ...end, sql: sql`(${end.sql})` });
}

/** The first, or where it is empty the second. */
const orElse = (first: SqlMoment, second: SqlMoment): SqlMoment =>
  oneOfTwo(first, second, `${first.name} or else ${second.name}`, (one, other) => sql`coalesce(${one}, ${other})`);

/** The later or the earlier one; null where either is. */
function beyond(place: Place, { which, one, other }: Beyond): SqlMoment {
  const [first, second] = [momentAt(place, one), momentAt(place, other)];
  const sign = sql.raw(which === 'later' ? '>=' : '<=');
  const name = `${which} of ${first.name} and ${second.name}`;
  return oneOfTwo(
    first,
    second,
    name,
    (a, b) => sql`(case when ${a} ${sign} ${b} then ${a} when ${b} ${sign} ${a} then ${b} end)`,
  );
}

/** One of two moments; by local date where either is one. */
function oneOfTwo(
  first: SqlMoment,
  second: SqlMoment,
  name: string,
  choose: (one: RawBuilder<unknown>, other: RawBuilder<unknown>) => RawBuilder<unknown>,
): SqlMoment {
  const { statement } = first.scope;
  const byDay = first.precision === 'day' || second.precision === 'day';
  const [one, other] = byDay ? [localDay(first, statement), localDay(second, statement)] : [first.sql, second.sql];
  return demanded({
    ...first,
    precision: byDay ? 'day' : 'instant',
    isPlan: first.isPlan || second.isPlan,
    sql: choose(one, other),
    waits: either([first.waits, second.waits]),
    name,
    source: { source: 'any', of: [first.source, second.source] },
  });
}

function gatheredMoment(place: Place, { how, of, records }: Value & { value: 'gathered' }): SqlMoment {
  const { scope } = place;
  if (of.type.is !== 'moment') throw new Error(`${of.field} is no moment`);
  const { sql: found, waits, place: related } = gathered(how, of, records, place);
  const { source } = momentOfPath(related, of);
  const name = freshAlias(scope.statement, `${how} ${of.field} of ${place.alias}`);
  const { precision, may } = of.type;
  return demanded({ precision, isPlan: may === 'be a plan', sql: found, waits, name, scope, source });
}
