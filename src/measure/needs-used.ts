/** How a metric's definition uses the fields that it needs: what they are compared with, or that it uses them in a way that can't be walked. */
import { meaningOf } from '../agreement/meaning-of.ts';
import { momentsOf, toldIn } from '../agreement/moments-of.ts';
import {
  isFollowed,
  kindAlong,
  neededIn,
  type Found,
  type Ground,
  type NeedUse,
  type Spot,
} from './needs-in-values.ts';
import type { Meaning } from '../values/meaning.ts';
import type { Condition, Literal, Moment, Value } from '../values/tree.ts';
import type { Metric, Wording } from '../values/agreement.ts';

/** The uses of a metric's needed fields, in their order. */
export function needsUsed(metric: Metric, from: Pick<Ground, 'agreement' | 'catalogue'>): readonly NeedUse[] {
  const uses = metric.needs.map((path): NeedUse => ({ path, literals: [], words: [], isOpen: path.figure }));
  const ground = groundOf(uses, from);
  for (const wording of metric.wordings) {
    const at: Spot = { kind: wording.kind, links: [] };
    if (wording.term !== null) ground.walkTerm(wording.term, at);
    ground.walk(conditionsOf(wording), at);
    const { measure } = wording;
    const path = 'countedIn' in measure ? measure.countedIn : 'of' in measure ? measure.of : null;
    if (path !== null && typeof path !== 'string') open(neededIn({ value: 'field', path }, at, ground));
    if (metric.by) open(neededIn({ value: 'field', path: metric.by }, at, ground));
  }
  return uses;
}

/** A term is walked once for each spot. */
function groundOf(uses: readonly NeedUse[], { agreement, catalogue }: Pick<Ground, 'agreement' | 'catalogue'>): Ground {
  const walked = new Set<string>();
  const ground: Ground = {
    agreement,
    catalogue,
    uses,
    walk: (conditions, at) => {
      for (const condition of conditions) meaningOf(usesIn(ground, at), condition);
    },
    walkTerm: (name, at) => {
      const key = JSON.stringify([name, at]);
      const term = walked.has(key) ? undefined : agreement.terms.find((one) => one.name === name);
      walked.add(key);
      if (!term) return;
      if (term.isA !== null) ground.walkTerm(term.isA, at);
      ground.walk([...term.where, ...term.exceptWhen], at);
    },
  };
  return ground;
}

const conditionsOf = ({ keptWhen, instead, exceptWhen }: Wording): Condition[] => [
  ...keptWhen,
  ...exceptWhen,
  ...instead.flatMap(({ when, keptWhen }) => [when, ...keptWhen]),
];

function open({ itself, inside }: Found): void {
  for (const use of [...itself, ...inside]) use.isOpen = true;
}

/** Notes what sentences about the record at a spot say of needed fields. */
function usesIn(ground: Ground, at: Spot): Meaning<null> {
  const note = (value: Value, add: (use: NeedUse) => void): null => {
    const found = neededIn(value, at, ground);
    found.itself.forEach(add);
    open({ itself: [], inside: found.inside });
    return null;
  };
  const beside = (value: Value, other: Value): null =>
    note(value, (use) => {
      if (other.value === 'literal') use.literals.push(other.literal);
      else use.isOpen = true;
    });
  const opens = (moment: Moment): null => {
    for (const told of toldIn(moment)) open(neededIn(told, at, ground));
    return null;
  };
  const follows = (links: readonly string[]): null => {
    for (const use of ground.uses) if (isFollowed(use, at, links, ground)) use.isOpen = true;
    return null;
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
      momentsOf(when).forEach(opens);
      return null;
    },
    count: (_, records) => note({ value: 'number of', records }, () => undefined),
    isA: (links, term) => {
      const kind = kindAlong(at.kind, links, ground);
      ground.walkTerm(term, { kind, links: at.links && [...at.links, ...links] });
      return follows(links);
    },
    found: follows,
    all: () => null,
    any: () => null,
    not: () => null,
  };
}

const asText = (text: string): Literal => ({ literal: 'text', text });
