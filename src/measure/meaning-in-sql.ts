import { sql, type SqlBool } from 'kysely';
import { happened, lies, momentAt, seen } from './moments.ts';
import { literalSql, operandAt } from './operand.ts';
import { follow, type Place } from './place.ts';
import { counts } from './related.ts';
import { textHas } from './text.ts';
import { allOf, anyOf, either, notOf, waiting, where, type Truth } from './truth.ts';
import type { Meaning } from '../values/meaning.ts';
import type { Comparison } from '../values/tree.ts';

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
    compare: (left, how, right) => {
      const [one, other] = [operandAt(place, left), operandAt(place, right)];
      const same = where(sql`${one.sql} ${sql.raw(signs[how])} ${other.sql}`);
      return waiting(same, either([one.waits, other.waits]));
    },
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
      const { sql: left, waits } = operandAt(place, value);
      return { holds: sql<SqlBool>`${left} is not null`, waits };
    },
    comes: () => {
      throw new Error('no query says "comes" yet');
    },
    fallsOn: () => {
      throw new Error('no query says "falls on" yet');
    },
    happened: (moment) => {
      const at = momentAt(place, moment);
      return allOf([happened(at, place.scope.statement), ...seen(at, place.scope.statement)]);
    },
    lies: (moment, when) => {
      const at = momentAt(place, moment);
      const truth = lies(at, when, place);
      return {
        holds: allOf([{ holds: truth.holds, waits: null }, ...seen(at, place.scope.statement)]).holds,
        waits: truth.waits,
      };
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

function found(place: Place, links: readonly string[]): Truth {
  const at = follow(place, links);
  return { holds: sql<SqlBool>`${sql.ref(`${at.alias}.key`)} is not null`, waits: null };
}
