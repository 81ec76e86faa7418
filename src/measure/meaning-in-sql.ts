import { sql, type SqlBool } from 'kysely';
import { typeOfValue } from '../agreement/value-type.ts';
import { momentOfValue } from './computed-moments.ts';
import { inUnitOf } from './durations.ts';
import { follow } from './follow.ts';
import { literalSql } from './literals.ts';
import { dayOfMoment, localDay, momentAt, seen } from './moments.ts';
import { operandAt } from './operand.ts';
import { comes } from './orders.ts';
import { counts } from './related.ts';
import { textHas } from './text.ts';
import { allOf, always, anyOf, either, notOf, waiting, where, type Truth } from './truth.ts';
import { happened, lies } from './windows.ts';
import { isWorkingDay } from './working-days.ts';
import type { Place } from './place.ts';
import type { Meaning } from '../values/meaning.ts';
import type { Comparison, Moment, Value, Weekday } from '../values/tree.ts';

const signs: Readonly<Record<Comparison, string>> = {
  is: '=',
  'at least': '>=',
  'at most': '<=',
  'more than': '>',
  'less than': '<',
};

/** What phrases mean of the record at a place, as SQL. */
export function meaningInSql(place: Place): Meaning<Truth> {
  return {
    compare: (left, how, right) => compare(place, left, signs[how], right),
    oneOf: (value, literals) => {
      if (literals.length === 0) return where(sql`false`);
      const { sql: left, waits } = operandAt(place, value);
      const list = sql.join(literals.map((literal) => literalSql(place, literal)));
      return waiting(where(sql`${left} in (${list})`), waits);
    },
    has: (value, how, words) => {
      const { sql: text, waits } = operandAt(place, value);
      return waiting(anyOf(words.map((word) => where(textHas(text, how, word)))), waits);
    },
    known: (value) => {
      // PostgreSQL can't tell of what type a bare parameter is.
      if (value.value === 'literal') return always;
      const { sql: left, waits } = operandAt(place, value);
      return { holds: sql<SqlBool>`${left} is not null`, waits };
    },
    comes: (value, order, other) => comes(place, value, order, other),
    happened: (moment) => {
      const at = momentAt(place, moment);
      return allOf([happened(at), ...seen(at)]);
    },
    fallsOn: (moment, days) => fallsOn(place, moment, days),
    lies: (moment, when) => {
      const at = momentAt(place, moment);
      const truth = lies(at, when, place);
      return { ...allOf([{ ...truth, waits: null }, ...seen(at)]), waits: truth.waits };
    },
    count: (how, records) => counts(how, records, place),
    isA: (links, term) =>
      allOf([found(place, links), place.scope.statement.reader.termTruth(term, follow(place, links))]),
    found: (links) => found(place, links),
    all: allOf,
    any: anyOf,
    not: notOf,
  };
}

/** Moments are compared by local dates if either is a day; stretches of time in the unit of the left side. */
function compare(place: Place, left: Value, sign: string, right: Value): Truth {
  const [type, others] = [typeOfValue(left), typeOfValue(right)];
  if (type.is === 'moment' && others.is === 'moment') {
    const [one, other] = [momentOfValue(place, left), momentOfValue(place, right)];
    const { statement } = place.scope;
    const alike = one.precision === other.precision;
    const sides = alike ? [one.sql, other.sql] : [localDay(one, statement), localDay(other, statement)];
    return waiting(where(sql.join(sides, sql.raw(` ${sign} `))), either([one.waits, other.waits]));
  }
  const [one, other] = [operandAt(place, left), operandAt(place, right)];
  const same = where(sql`${one.sql} ${sql.raw(sign)} ${inUnitOf(type, right, others, other)}`);
  return waiting(same, either([one.waits, other.waits]));
}

function fallsOn(place: Place, moment: Moment, days: readonly Weekday[] | 'a working day'): Truth {
  const at = momentAt(place, moment);
  if (days === 'a working day') return waiting(where(isWorkingDay(at)), at.waits);
  const weekday = sql.ref(`${dayOfMoment(at)}.weekday`);
  return waiting(where(sql`${weekday} in (${sql.join(days.map((day) => sql`${day}`))})`), at.waits);
}

function found(place: Place, links: readonly string[]): Truth {
  const at = follow(place, links);
  return { holds: sql<SqlBool>`${sql.ref(`${at.alias}.key`)} is not null`, waits: null };
}
