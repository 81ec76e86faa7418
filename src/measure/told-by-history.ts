/** Which conditions of a definition a row of a record's history answers by itself. */
import { meaningOf } from '../agreement/meaning-of.ts';
import type { Term, Wording } from '../values/agreement.ts';
import type { RecordKind } from '../values/catalogue.ts';
import type { Meaning } from '../values/meaning.ts';
import type { Condition, Value } from '../values/tree.ts';

/**
 * The conditions that every counted record must hold and that ask nothing but texts, numbers, yes and no which the history of its kind holds,
 * beside what stands in the sentence.
 */
export function toldByHistory(wording: Wording, terms: readonly Term[], kind: RecordKind): Condition[] {
  const asked = [...(wording.term === null ? [] : asksOf(wording.term, terms)), ...exceptions(wording.exceptWhen)];
  const told = toldIn(kind);
  return asked.flatMap(apart).filter((condition) => meaningOf(told, condition));
}

/** What a term asks, and the terms that it narrows. */
function asksOf(name: string, terms: readonly Term[]): Condition[] {
  const term = terms.find((one) => one.name === name);
  if (!term) return [];
  return [...(term.isA === null ? [] : asksOf(term.isA, terms)), ...term.where, ...exceptions(term.exceptWhen)];
}

/** None of them holds. */
const exceptions = (conditions: readonly Condition[]): Condition[] =>
  conditions.map((condition) => ({ is: 'none', of: [condition] }));

/** Of a group that must all hold, its parts. */
const apart = (condition: Condition): Condition[] =>
  condition.is === 'all' ? condition.of.flatMap(apart) : [condition];

/** Whether a row of the history tells it. */
function toldIn(kind: RecordKind): Meaning<boolean> {
  const isHeld = ({ value, ...said }: Value): boolean => {
    if (value === 'literal') return true;
    if (value !== 'field' || !('path' in said)) return false;
    const { links, field, figure, type } = said.path;
    const isPlain = type.is === 'text' || type.is === 'number' || type.is === 'yes-no';
    return isPlain && !figure && links.length === 0 && kind.history?.holds[field] !== undefined;
  };
  const no = (): boolean => false;
  return {
    compare: (left, _, right) => isHeld(left) && isHeld(right),
    oneOf: isHeld,
    has: isHeld,
    known: isHeld,
    comes: (value, _, other) => isHeld(value) && isHeld(other),
    happened: no,
    lies: no,
    fallsOn: no,
    count: no,
    isA: no,
    found: no,
    all: (truths) => truths.every(Boolean),
    any: (truths) => truths.every(Boolean),
    not: (truth) => truth,
  };
}
