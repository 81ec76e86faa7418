import { briefest } from '../count-words.ts';
import { membersIn } from '../figures/compared-period.ts';
import { partsIn } from '../parts/breakdown-parts.ts';
import { ends } from '../parts/ends-shape.ts';
import { kept } from '../parts/kept.ts';
import { leaders } from '../parts/leaders.ts';
import { fittingSentence, memberClaim, wholeClaim, wholeIn, type Shape } from '../parts/shape.ts';
import { text, type StatementKind } from './statement-kind.ts';

const shapes: Readonly<Record<string, Shape>> = { kept, leaders, ends };

/** What a breakdown shows in the period that its members are compared in: the title of its chart. Nothing of teams and people. */
export const parts: StatementKind = {
  kind: 'parts',
  facts(subject, dimension = '') {
    const found = partsIn(subject, dimension);
    if (!found) return null;
    for (const shape of Object.values(shapes)) {
      const facts = shape.facts(subject, found, dimension);
      if (facts) return facts;
    }
    return null;
  },
  words: (facts, subject) => fittingSentence(shapes[text(facts, 'says')]?.words(facts, subject) ?? []),
  brief: (facts, subject) => briefest(shapes[text(facts, 'says')]?.briefs(facts, subject) ?? []),
  holds(facts, subject) {
    const whole = wholeIn(subject, text(facts, 'period'));
    const shape = shapes[text(facts, 'says')];
    return whole && shape
      ? shape.holds(facts, membersIn(subject.values, text(facts, 'dimension'), whole), subject)
      : false;
  },
  claims: (facts, subject) => [
    ...['lowest', 'highest', 'first', 'second'].flatMap((name) => memberClaim(facts, subject, name)),
    ...(facts['says'] === 'leaders' ? wholeClaim(facts, subject) : []),
  ],
};
