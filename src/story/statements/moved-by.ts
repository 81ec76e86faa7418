import { moreOrLess } from './backed.ts';
import { briefest } from '../count-words.ts';
import { amount } from '../parts/moved-amount.ts';
import { level } from '../parts/moved-level.ts';
import { stretch } from '../parts/moved-stretch.ts';
import { changeClaimed, newestSignal, type MovedShape } from '../parts/moved.ts';
import { fittingSentence } from '../parts/shape.ts';
import { text, type StatementKind } from './statement-kind.ts';

const shapes: Readonly<Record<string, MovedShape>> = { stretch, amount, level };

/**
 * Where the newest period is a real change: the member of a breakdown that makes up most of it. A long run is held against the periods before it
 * began, a number outside its range against the period before. Arithmetic only: the facts hold every member's part, and they add up to the whole.
 */
export const movedBy: StatementKind = {
  kind: 'moved by',
  numbers: { difference: 'own', moved: 'own', periods: 'count', value: 'own', without: 'own', earlier: 'own' },
  names: ['dimension', 'member'],
  directions: moreOrLess,
  facts(subject, dimension = '') {
    const signal = newestSignal(subject);
    if (!signal) return null;
    for (const shape of Object.values(shapes)) {
      const facts = shape.facts(subject, dimension, signal);
      if (facts) return facts;
    }
    return null;
  },
  words: (facts, subject) => fittingSentence(shapes[text(facts, 'says')]?.words(facts, subject) ?? []),
  brief: (facts, subject) => briefest(shapes[text(facts, 'says')]?.briefs(facts, subject) ?? []),
  holds: (facts, subject) => shapes[text(facts, 'says')]?.holds(facts, subject) ?? false,
  claims: (facts, subject) => [
    ...changeClaimed(subject),
    ...(shapes[text(facts, 'says')]?.claims(facts, subject) ?? []),
  ],
};
