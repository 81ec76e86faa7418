import { meaningOf } from '../agreement/meaning-of.ts';
import { momentOfValue } from './computed-moments.ts';
import { meaningInSql } from './meaning-in-sql.ts';
import { operandAt } from './operand.ts';
import { always, anyOf, belongs, notOf, type Truth } from './truth.ts';
import type { Place } from './place.ts';
import type { Reader } from './statement.ts';

/** Reads sentences and terms of the agreement into SQL. */
export const readerInSql: Reader = {
  truthOf: (condition, place) => meaningOf(meaningInSql(place), condition),
  termTruth,
  valueAt: operandAt,
  momentOf: momentOfValue,
};

/** Whether the record at a place is of a term: of the one that it narrows, where all holds, except when any holds. */
function termTruth(name: string, place: Place): Truth {
  if (isGiven(name, place)) return always;
  const term = place.scope.statement.agreement.terms.find((one) => one.name === name);
  if (!term) throw new Error(`no term is named "${name}"`);
  return belongs([
    ...(term.isA === null ? [] : [termTruth(term.isA, place)]),
    ...term.where.map((condition) => readerInSql.truthOf(condition, place)),
    ...exceptTruth(term.exceptWhen.map((condition) => readerInSql.truthOf(condition, place))),
  ]);
}

/** In a conversion's window a record may not yet be what it is by now. */
const isGiven = (term: string, { scope, alias }: Place): boolean =>
  alias === scope.alias && scope.statement.horizon === null && scope.given.has(term);

/** None of them holds. */
export const exceptTruth = (truths: readonly Truth[]): Truth[] => (truths.length === 0 ? [] : [notOf(anyOf(truths))]);
