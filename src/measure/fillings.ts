/** The ways in which the fields that a definition needs could be filled, as far as it can tell them apart. */
import { needsUsed } from './needs-used.ts';
import type { NeedUse } from './needs-in-values.ts';
import type { Sources } from './compile.ts';
import type { Metric } from '../values/agreement.ts';
import type { Literal } from '../values/tree.ts';

/** What could stand in a needed field, as the store keeps it: yes and no as 1 and 0, money in minor units of the reporting currency. */
export type Filler = string | number;

/** One way: a filler for each needed field, in their order. */
export type Filling = readonly Filler[];

/** More ways than this are not walked: then there are no bounds. */
const mostFillings = 1000;

/** More words than this in one text are not walked either: each may be in it or not. */
const mostWords = 6;

/**
 * All ways in which the needed fields could be filled; none where not all can be walked: where a needed field is a moment or a link that is
 * followed, is compared with another field, calculated with, or what the measure adds up; or where they are too many.
 */
export function fillingsOf(metric: Metric, { agreement, catalogue }: Sources): readonly Filling[] {
  const uses = needsUsed(metric, { agreement, catalogue });
  const fillers = uses.map((use) => fillersOf(use, agreement.company.currency));
  if (fillers.length === 0 || fillers.some((of) => of === null)) return [];
  const ways = fillers.map((of) => of ?? []);
  if (ways.reduce((product, of) => product * of.length, 1) > mostFillings) return [];
  return ways.reduce<Filling[]>((so, of) => so.flatMap((one) => of.map((filler) => [...one, filler])), [[]]);
}

/** The values that tell a needed field's uses apart; null: they can't be walked. */
export function fillersOf(use: NeedUse, reporting: string): readonly Filler[] | null {
  if (use.isOpen) return null;
  switch (use.path.type.is) {
    case 'text':
    case 'link':
      return textsFor(use);
    case 'number':
      return numbersFor(use.literals.map(numberOf), (one, other) => [(one + other) / 2]);
    case 'money':
      return amountsFor(use, reporting);
    case 'yes-no':
      return [0, 1];
    default:
      return null;
  }
}

const numberOf = (literal: Literal): number => (literal.literal === 'number' ? literal.number : Number.NaN);

/** The numbers themselves, those between two of them, and one beyond each end. */
function numbersFor(
  numbers: readonly number[],
  between: (one: number, other: number) => number[],
): readonly number[] | null {
  if (numbers.some(Number.isNaN)) return null;
  const sorted = [...new Set(numbers)].sort((one, other) => one - other);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return [0];
  const inner = sorted.flatMap((one, index) => {
    const next = sorted[index + 1];
    return next === undefined ? [one] : [one, ...between(one, next)];
  });
  return [first - 1, ...inner, last + 1];
}

/** Amounts in another currency would need a rate for each record: these are not walked. */
function amountsFor({ literals }: NeedUse, reporting: string): readonly number[] | null {
  const minor = literals.map((literal) =>
    literal.literal === 'money' && literal.currency === reporting ? literal.minor : Number.NaN,
  );
  return numbersFor(minor, (one, other) => (other - one > 1 ? [one + 1] : []));
}

/** A text that is none of those named and has none of the words in it. */
const somethingElse = '\u00B7';

/** The texts themselves, and every choice of words; of those that stand at the start, one at most. */
function textsFor({ literals, words }: NeedUse): readonly string[] | null {
  const texts = literals.flatMap((literal) => (literal.literal === 'text' ? [literal.text] : []));
  const starts = new Set(words.filter(({ where }) => where === 'at the start').map(({ word }) => word));
  const within = new Set(words.filter(({ where }) => where !== 'at the start').map(({ word }) => word));
  if (texts.length < literals.length || within.size > mostWords) return null;
  const choices = [...within].reduce<string[][]>((so, word) => [...so, ...so.map((one) => [...one, word])], [[]]);
  const made = [somethingElse, ...starts].flatMap((start) => choices.map((choice) => [start, ...choice].join(' ')));
  return [...new Set([...texts, ...made])];
}
