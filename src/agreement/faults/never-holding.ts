/**
 * Conditions that no record can meet: `score is at least 60` and `score is at most 50`.
 *
 * One value at a time is tried out, with everything that it could hold and that the conditions tell apart. What they say of other values is
 * left open. Where they are false whatever the value holds, they can never hold.
 */
import { meaningOf } from '../meaning-of.ts';
import { constantOf, fillingsOf, type Constant, type Filling, type Sort, type Spoken } from './fillings.ts';
import type { Term } from '../../values/agreement.ts';
import type { Meaning } from '../../values/meaning.ts';
import type { Comparison, Condition, FieldPath, Literal, Moment, Order, Test, Value } from '../../values/tree.ts';

/** Yes, no, or open. */
type Kleene = boolean | null;

/** What conditions say, value by value. */
interface Says {
  readonly spoken: ReadonlyMap<string, Spoken>;
  /** Whether it holds where the value of this name holds that. */
  try(name: string, filling: Filling): Kleene;
}

/** The sentences that can't hold together, those of them that stand in the conditions; null: they can. What the term's records are holds too. */
export function neverHolding(
  conditions: readonly Condition[],
  term: string | null,
  terms: readonly Term[],
): readonly Test[] | null {
  const meaning = trying(terms, [], []);
  const own = conditions.map((condition) => meaningOf(meaning, condition));
  const whole = meaning.all([...own, ...(term === null ? [] : [meaning.isA([], term)])]);
  for (const [name, spoken] of whole.spoken) {
    if (fillingsOf(spoken).every((filling) => whole.try(name, filling) === false)) {
      return conditions.flatMap(testsIn).filter((test) => meaningOf(meaning, test).spoken.has(name));
    }
  }
  return null;
}

function testsIn(condition: Condition): Test[] {
  return condition.is === 'test' ? [condition] : condition.of.flatMap(testsIn);
}

const open: Says = { spoken: new Map(), try: () => null };

/** Says something of one value, and is open where another one is tried out. */
function saysOf(name: string, sort: Sort, constants: readonly Constant[], holds: (filling: Filling) => Kleene): Says {
  return {
    spoken: new Map([[name, { sort, constants }]]),
    try: (tried, filling) => (tried === name ? holds(filling) : null),
  };
}

function together(parts: readonly Says[], combine: (answers: readonly Kleene[]) => Kleene): Says {
  const spoken = new Map<string, Spoken>();
  for (const [name, { sort, constants }] of parts.flatMap((part) => [...part.spoken])) {
    spoken.set(name, { sort, constants: [...(spoken.get(name)?.constants ?? []), ...constants] });
  }
  return { spoken, try: (name, filling) => combine(parts.map((part) => part.try(name, filling))) };
}

/** Tries conditions on the record that links lead to from the one that is asked about. `within` are the terms that are being followed. */
function trying(terms: readonly Term[], links: readonly string[], within: readonly string[]): Meaning<Says> {
  const name = (what: unknown): string => JSON.stringify({ links, what }, withoutPlaces);
  const valueName = (value: Value): string => (value.value === 'field' ? pathName(value.path, links) : name(value));
  const meaning: Meaning<Says> = {
    compare: (left, how, right) => (right.value === 'literal' ? compared(valueName(left), how, right.literal) : open),
    oneOf: (value, literals) => meaning.any(literals.map((literal) => compared(valueName(value), 'is', literal))),
    has: (value) => saysOf(valueName(value), 'text', [], ({ holds }) => (holds === 'nothing' ? false : null)),
    known: (value) => (value.value === 'field' && isText(value) ? knownText(valueName(value)) : open),
    comes: () => open,
    happened: () => open,
    lies: (moment, when) => {
      if (when.when === 'between') {
        const { from, to } = when;
        const first = meaning.lies(moment, { when: 'order', order: 'on or after', than: from });
        return meaning.all([first, meaning.lies(moment, { when: 'order', order: 'on or before', than: to })]);
      }
      if (moment.moment !== 'told' || when.when !== 'order' || when.than.moment !== 'day') return open;
      const { than, order } = when;
      return saysOf(valueName(moment.told), 'day', [than.day], (filling) =>
        filling.holds === 'this' ? inOrder(String(filling.constant), order, than) : false,
      );
    },
    fallsOn: () => open,
    count: ({ count, number }, records) =>
      saysOf(name(records), 'whole', [number], (filling) => {
        const there = filling.holds === 'this' ? Number(filling.constant) : 0;
        return count === 'exactly' ? there === number : count === 'at least' ? there >= number : there <= number;
      }),
    isA: (further, termName) => {
      const term = terms.find((one) => one.name === termName);
      if (!term || within.includes(termName)) return open;
      const there = trying(terms, [...links, ...further], [...within, termName]);
      return there.all([
        ...(term.isA === null ? [] : [there.isA([], term.isA)]),
        ...term.where.map((condition) => meaningOf(there, condition)),
        ...term.exceptWhen.map((condition) => there.not(meaningOf(there, condition))),
      ]);
    },
    found: () => open,
    all: (parts) => together(parts, allOf),
    any: (parts) => together(parts, (answers) => negated(allOf(answers.map(negated)))),
    not: (part) => ({ ...part, try: (tried, filling) => negated(part.try(tried, filling)) }),
  };
  return meaning;
}

const negated = (answer: Kleene): Kleene => (answer === null ? null : !answer);

const allOf = (answers: readonly Kleene[]): Kleene =>
  answers.includes(false) ? false : answers.includes(null) ? null : true;

/** A field is the same value from wherever links are followed to it. */
const pathName = (path: FieldPath, links: readonly string[]): string =>
  JSON.stringify([...links, ...path.links, path.field]);

/** Two sentences may stand at two places and speak of the same. */
const withoutPlaces = (key: string, value: unknown): unknown => (key === 'at' || key === 'said' ? undefined : value);

const isText = (value: Extract<Value, { value: 'field' }>): boolean => value.path.type.is === 'text';

const knownText = (name: string): Says => saysOf(name, 'text', [], ({ holds }) => holds !== 'nothing');

function compared(name: string, how: Comparison, literal: Literal): Says {
  const told = constantOf(literal);
  if (!told) return open;
  return saysOf(name, told.sort, [told.constant], (filling) =>
    filling.holds === 'this' ? inPlace(filling.constant, how, told.constant) : false,
  );
}

function inPlace(held: Constant, how: Comparison, constant: Constant): boolean {
  switch (how) {
    case 'is':
      return held === constant;
    case 'at least':
      return held >= constant;
    case 'at most':
      return held <= constant;
    case 'more than':
      return held > constant;
    case 'less than':
      return held < constant;
  }
}

function inOrder(held: string, order: Order, { day }: Extract<Moment, { moment: 'day' }>): boolean {
  switch (order) {
    case 'before':
      return held < day;
    case 'after':
      return held > day;
    case 'on':
      return held === day;
    case 'on or before':
      return held <= day;
    case 'on or after':
      return held >= day;
  }
}
