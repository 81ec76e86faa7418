import { meaningInSql } from './meaning-in-sql.ts';
import { allOf, anyOf, notOf, type Truth } from './truth.ts';
import type { Place } from './place.ts';
import type { Reader } from './statement.ts';
import type { Condition } from '../values/tree.ts';

/** Reads sentences and terms into SQL. */
export const readerInSql: Reader = { truthOf, termTruth };

/** A condition of the agreement about the record at a place. */
function truthOf(condition: Condition, place: Place): Truth {
  const meaning = meaningInSql(place);
  const parts = (of: readonly Condition[]): Truth[] => of.map((part) => truthOf(part, place));
  switch (condition.is) {
    case 'all':
      return meaning.all(parts(condition.of));
    case 'any':
      return meaning.any(parts(condition.of));
    case 'none':
      return meaning.not(meaning.any(parts(condition.of)));
    case 'test': {
      const phrase = place.scope.statement.phrases[condition.phrase];
      if (!phrase) throw new Error(`no phrase is named "${condition.phrase}"`);
      return phrase.query(meaning, condition.slots);
    }
  }
}

/** Whether the record at a place is of a term: of the one that it narrows, where all holds, except when any holds. */
function termTruth(name: string, place: Place): Truth {
  const term = place.scope.statement.agreement.terms.find((one) => one.name === name);
  if (!term) throw new Error(`no term is named "${name}"`);
  return allOf([
    ...(term.isA === null ? [] : [termTruth(term.isA, place)]),
    ...term.where.map((condition) => truthOf(condition, place)),
    ...exceptTruth(term.exceptWhen.map((condition) => truthOf(condition, place))),
  ]);
}

/** None of them holds. */
export const exceptTruth = (truths: readonly Truth[]): Truth[] => (truths.length === 0 ? [] : [notOf(anyOf(truths))]);
