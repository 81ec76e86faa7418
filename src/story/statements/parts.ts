import type { PublishedValue } from '../../values/value.ts';
import { briefest } from '../count-words.ts';
import { membersIn } from '../figures/compared-period.ts';
import { partsIn, type Parts } from '../parts/breakdown-parts.ts';
import { ends } from '../parts/ends-shape.ts';
import { kept } from '../parts/kept.ts';
import { leaders } from '../parts/leaders.ts';
import { fittingSentence, memberClaim, wholeClaim, wholeIn, type Shape } from '../parts/shape.ts';
import type { Subject } from '../subject.ts';
import { text, type Facts, type StatementKind } from './statement-kind.ts';

const shapes: Readonly<Record<string, Shape>> = { kept, leaders, ends };

/** The first thing that members show. */
export function shownBy(subject: Subject, found: Parts, dimension: string): Facts | null {
  for (const shape of Object.values(shapes)) {
    const facts = shape.facts(subject, found, dimension);
    if (facts) return facts;
  }
  return null;
}

/** What a breakdown shows in the period that its members are compared in: the title of its chart. Nothing of teams and people. */
export const parts: StatementKind = {
  kind: 'parts',
  numbers: Object.assign({}, ...Object.values(shapes).map(({ numbers }) => numbers)) as Shape['numbers'],
  names: ['dimension', 'lowest', 'highest', 'first', 'second'],
  directions: (facts) => shapes[text(facts, 'says')]?.directions(facts) ?? [],
  facts(subject, dimension = '') {
    const found = partsIn(subject, dimension);
    return found && shownBy(subject, found, dimension);
  },
  words: (facts, subject) => fittingSentence(shapes[text(facts, 'says')]?.words(facts, subject) ?? []),
  brief: (facts, subject) => briefest(shapes[text(facts, 'says')]?.briefs(facts, subject) ?? []),
  holds(facts, subject) {
    const whole = wholeIn(subject, text(facts, 'period'));
    const shape = shapes[text(facts, 'says')];
    if (!whole || !shape || ('target' in facts && facts['target'] !== whole.target)) return false;
    const members = membersIn(subject.values, text(facts, 'dimension'), whole);
    return holdsCounts(facts, members) && shape.holds(facts, members, subject);
  },
  claims: (facts, subject) => [
    ...['lowest', 'highest', 'first', 'second'].flatMap((name) => memberClaim(facts, subject, name)),
    ...(facts['says'] === 'leaders' ? wholeClaim(facts, subject) : []),
  ],
};

/** Whether a member that is told at an end has so many of so many records, where they are told. */
const holdsCounts = (facts: Facts, members: readonly PublishedValue[]): boolean =>
  ['lowest', 'highest'].every((end) => {
    const own = members.find(({ member }) => member === facts[end]);
    const [part, of] = [facts[`${end}Part`] ?? null, facts[`${end}Of`] ?? null];
    return (part === null && of === null) || (own?.numerator === part && own.denominator === of);
  });
