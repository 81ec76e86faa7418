/** True sentences made false by one change: of a number, a word of direction, a period, a member. */
import type { Fact, Statement } from '../../../src/values/statement.ts';
import { months } from './read-english.ts';
import type { Random } from './random.ts';

export interface Mutated {
  readonly what: 'number' | 'direction' | 'period' | 'member' | 'fact';
  readonly statement: Statement;
}

const opposites: readonly (readonly [string, string])[] = [
  ['more', 'less'], ['more', 'fewer'], ['over', 'under'], ['above', 'below'], ['better', 'worse'], ['highest', 'lowest'], ['longest', 'shortest'], ['most', 'fewest'],
  ['kept', 'broken'], ['slipping', 'broken'], ['grew', 'shrank'], ['all', 'none'], ['later', 'earlier'], ['at least', 'at most'], ['over', 'short'],
]; // prettier-ignore
const words = new Map([...opposites, ...opposites.map(([one, other]) => [other, one] as const)]);

const swapped = (text: string, at: number, old: string, fresh: string) =>
  text.slice(0, at) + fresh + text.slice(at + old.length);

/** A number of a sentence, changed by more than it could be rounded. */
function otherNumber(text: string, random: Random): string | null {
  const found = [...text.matchAll(/(?<![\d\p{L}])\d[\d,]*(?:\.\d+)?/gu)];
  const one = found[random.whole(0, Math.max(found.length - 1, 0))];
  if (!one) return null;
  const number = Number(one[0].replaceAll(',', ''));
  const other = random.one([number + 1 + Math.ceil(number * 0.05), number * 2 + 1, number + 10]);
  return swapped(text, one.index, one[0], new Intl.NumberFormat('en', { maximumFractionDigits: 3 }).format(other));
}

function otherDirection(text: string, random: Random): string | null {
  const found = [...text.matchAll(new RegExp(`\\b(?:${[...words.keys()].join('|')})\\b`, 'gu'))];
  const one = found[random.whole(0, Math.max(found.length - 1, 0))];
  return one ? swapped(text, one.index, one[0], words.get(one[0]) ?? '') : null;
}

function otherPeriod(text: string, random: Random): string | null {
  const found = [...text.matchAll(new RegExp(`\\b(?:${months.join('|')})\\b`, 'gu'))];
  const one = found[random.whole(0, Math.max(found.length - 1, 0))];
  if (!one) return null;
  return swapped(text, one.index, one[0], months[(months.indexOf(one[0]) + random.whole(1, 11)) % 12] ?? '');
}

/** One of the names among its facts, as another one. */
function otherMember({ facts, words: text }: Statement): string | null {
  const name = ['first', 'lowest', 'highest', 'member']
    .map((one) => facts[one])
    .find((fact) => typeof fact === 'string' && text.includes(fact));
  return typeof name === 'string' ? text.replace(name, 'Somebody else') : null;
}

/** The sentence with one word changed; null where it has no such word. */
export function mutateWords(statement: Statement, random: Random): Mutated | null {
  const what = random.one(['number', 'number', 'direction', 'period', 'member'] as const);
  const changes = {
    number: otherNumber,
    direction: otherDirection,
    period: otherPeriod,
    member: () => otherMember(statement),
  };
  const changed = changes[what](statement.words, random);
  return changed === null || changed === statement.words ? null : { what, statement: { ...statement, words: changed } };
}

/** Facts that are counted by themselves and only said together with others. */
const otherFact = (fact: Fact, random: Random): Fact => {
  if (typeof fact === 'boolean') return !fact;
  if (typeof fact !== 'number') return fact;
  return Number.isInteger(fact)
    ? fact + random.one([1, -1, 7, Math.ceil(Math.abs(fact) * 0.3) + 1])
    : fact * random.one([1.3, 0.6]) + 0.02;
};

/** Its facts with one of them changed: words that are made of these say something else. */
export function mutateFacts(
  { facts }: Statement,
  random: Random,
): { readonly name: string; readonly facts: Statement['facts'] } | null {
  const names = Object.keys(facts).filter(
    (name) => typeof facts[name] === 'number' || typeof facts[name] === 'boolean',
  );
  const name = names[random.whole(0, Math.max(names.length - 1, 0))];
  return name === undefined ? null : { name, facts: { ...facts, [name]: otherFact(facts[name] ?? null, random) } };
}
