/** How a metric's definition uses the fields that it needs: what they are compared with, or that it uses them in a way that can't be walked. */
import { meaningOf } from '../agreement/meaning-of.ts';
import { isFollowed, spotsOf, type Ground, type NeedUse, type Spots } from './needs-in-values.ts';
import type { Meaning } from '../values/meaning.ts';
import type { Condition, Literal, Moment, Value } from '../values/tree.ts';
import type { Metric, Wording } from '../values/agreement.ts';

/** The uses of a metric's needed fields, in their order. */
export function needsUsed(metric: Metric, ground: Omit<Ground, 'uses' | 'walkTerm'>): readonly NeedUse[] {
  const uses = metric.needs.map((path): NeedUse => ({ path, literals: [], words: [], isOpen: path.figure }));
  const walked = new Set<string>();
  const full: Ground = { ...ground, uses, walkTerm };
  function walkTerm(name: string, links: readonly string[]): void {
    const key = JSON.stringify([name, links]);
    const term = walked.has(key) ? undefined : ground.agreement.terms.find((one) => one.name === name);
    walked.add(key);
    if (!term) return;
    if (term.isA !== null) walkTerm(term.isA, links);
    walk([...term.where, ...term.exceptWhen], links);
  }
  function walk(conditions: readonly Condition[], links: readonly string[]): void {
    for (const condition of conditions) meaningOf(usesIn(full, links), condition);
  }
  for (const wording of metric.wordings) {
    if (wording.term !== null) walkTerm(wording.term, []);
    walk(conditionsOf(wording), []);
    const { measure } = wording;
    const path = 'countedIn' in measure ? measure.countedIn : 'of' in measure ? measure.of : null;
    if (path !== null && typeof path !== 'string') open(spotsOf({ value: 'field', path }, [], full));
  }
  if (metric.by) open(spotsOf({ value: 'field', path: metric.by }, [], full));
  return uses;
}

const conditionsOf = ({ keptWhen, instead, exceptWhen }: Wording): Condition[] => [
  ...keptWhen,
  ...exceptWhen,
  ...instead.flatMap(({ when, keptWhen }) => [when, ...keptWhen]),
];

function open({ itself, inside }: Spots): void {
  for (const use of [...itself, ...inside]) use.isOpen = true;
}

/** Notes what sentences about the record that links lead to say of needed fields. */
function usesIn(ground: Ground, links: readonly string[]): Meaning<null> {
  const note = (value: Value, add: (use: NeedUse) => void): null => {
    const spots = spotsOf(value, links, ground);
    spots.itself.forEach(add);
    open({ itself: [], inside: spots.inside });
    return null;
  };
  const beside = (value: Value, other: Value): null =>
    note(value, (use) => {
      if (other.value === 'literal') use.literals.push(other.literal);
      else use.isOpen = true;
    });
  const opens = (moment: Moment): null => {
    if (moment.moment === 'told') open(spotsOf(moment.told, links, ground));
    return null;
  };
  const follows = (more: readonly string[]): void => {
    for (const use of ground.uses) if (isFollowed(use, [...links, ...more])) use.isOpen = true;
  };
  return {
    compare: (left, _, right) => {
      beside(left, right);
      return beside(right, left);
    },
    oneOf: (value, literals) => note(value, (use) => use.literals.push(...literals)),
    has: (value, where, words) => note(value, (use) => use.words.push(...words.map((word) => ({ where, word })))),
    known: (value) => note(value, () => undefined),
    comes: (value, _, other) => {
      const choices = ground.agreement.orders.flatMap((order) => order.choices);
      const add = (use: NeedUse): void => void use.literals.push(...choices.map(asText));
      note(value, add);
      return note(other, add);
    },
    happened: opens,
    fallsOn: opens,
    lies: (moment, when) => {
      opens(moment);
      return opens(when.when === 'window' ? when.window.anchor : when.than);
    },
    count: (_, records) => note({ value: 'number of', records }, () => undefined),
    isA: (more, term) => {
      follows(more);
      ground.walkTerm(term, [...links, ...more]);
      return null;
    },
    found: (more) => {
      follows(more);
      return null;
    },
    all: () => null,
    any: () => null,
    not: () => null,
  };
}

const asText = (text: string): Literal => ({ literal: 'text', text });
