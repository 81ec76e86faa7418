/** Which directions facts back that mean the same in several kinds. */
import type { Direction } from '../locale/en/reading.ts';
import { number, type Facts, type OwnFacts } from './statement-kind.ts';

type Directions = readonly Direction[];

export const when = (is: boolean, ...directions: Directions): Directions => (is ? directions : []);

/** Of a fact that is one of two, or neither. */
const either = (fact: unknown, yes: Direction, no: Direction): Directions => [
  ...when(fact === true, yes),
  ...when(fact === false, no),
];

/** `over`: whether a number lies over what was agreed. */
export const overOrUnder = ({ over }: Facts): Directions => either(over, 'more', 'less');
/** `more`: whether a number is more than another one. */
export const moreOrLess = ({ more }: Facts): Directions => either(more, 'more', 'less');
/** `better`: which way a change is good; null where neither is. */
export const betterOrWorse = ({ better }: Facts): Directions => either(better, 'better', 'worse');

/** Numbers that are one, or are said as one. */
export const alike = ({ same, nearly }: Facts): Directions => [
  ...when(same === true, 'equal'),
  ...when(nearly === true, 'nearly equal'),
];

export const marked = (mark: unknown): Directions =>
  mark === 'kept' || mark === 'slipping' || mark === 'broken' ? [mark] : [];

/** So many of all of them. */
export const allOrNone = (some: unknown, all: unknown): Directions => [
  ...when(some === all, 'all'),
  ...when(some === 0, 'none'),
];

/** That any of these numbers is none. */
export const noneAmong = (facts: Facts, ...names: readonly string[]): Directions =>
  when(
    names.some((name) => facts[name] === 0),
    'none',
  );

/** How many promises are slipping and broken. */
export const offFacts: OwnFacts<unknown> = {
  numbers: { slipping: 'count', broken: 'count' },
  directions: (facts) => [
    ...when(number(facts, 'slipping') > 0, 'slipping'),
    ...when(number(facts, 'broken') > 0, 'broken'),
  ],
};
