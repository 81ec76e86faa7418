import type { Literal } from '../../values/tree.ts';
import { minorOf, sayMoney } from '../money.ts';
import { anotherValue, isWord, reading, type Asking, type Reader, type Reading } from '../reading.ts';
import { isDay } from '../day.ts';
import { readDuration, sayDuration } from './durations.ts';
import { readList } from './lists.ts';
import { numberOf, pointMisfits, sayNumber } from './numbers.ts';
import type { Saying, Slot } from './slot.ts';

/** Words that end a plain text: a text that holds one of them stands in quotes. */
const ends = new Set(['and', 'or', 'is', 'has', 'where']);

/** Words that may end one, where the sentence makes sense of what follows. */
const mayEnd = new Set('comes contains starts differs within times plus minus divided to by else'.split(' '));

/** Reads a number, money, a day, a quotation, or plain words up to a comma or to a word that a sentence goes on with. */
export function readLiteral(asking: Asking, from: number): Reading<Literal>[] {
  const token = asking.tokens[from];
  if (token?.is === 'quoted') return [reading({ literal: 'text', text: token.text }, from + 1)];
  if (token?.is === 'day') return [dayAt(asking, from)];
  if (token?.is === 'number') {
    const after = asking.tokens[from + 1];
    if (after && /^[A-Z]{3}$/.test(after.text)) return [moneyAt(asking, from, after.text)];
    if (numberStandsAlone(asking, from))
      return [reading({ literal: 'number', number: numberOf(token.text) }, from + 1, pointMisfits(asking, from))];
  }
  const durations = readDuration(asking, from, anotherValue).map((found): Reading<Literal> => ({
    ...found,
    value: { literal: 'duration', duration: found.value },
  }));
  const texts = bareText(asking, from).map((found): Reading<Literal> => ({
    ...found,
    value: { literal: 'text', text: found.value },
  }));
  return [...durations, ...texts];
}

/** Reads plain words as a text, as far as they go; or up to a word with which the sentence may go on. */
export function bareText(asking: Asking, from: number): Reading<string>[] {
  const found: Reading<string>[] = [];
  const first = asking.tokens[from];
  if (!first || first.is === "'s") return found;
  for (let next = from; isBare(asking, next); next += 1) {
    const after = asking.tokens[next + 1];
    if (isBare(asking, next + 1) && !mayEnd.has(after?.text.toLowerCase() ?? '')) continue;
    const text = asking.sentence.slice(first.start, asking.tokens[next]?.end).replace(/\s+/g, ' ');
    found.push({ value: text, next: next + 1, bare: next + 1 - from, misfits: [] });
  }
  return found;
}

/** A list with commas, its last item also after `or`. */
export const literals: Slot<readonly Literal[]> = {
  means: 'values with commas between them: `Website, Event`',
  read: (asking, from) =>
    readList(asking, from, (_, start) => [...readYesNo(asking, start), ...readLiteral(asking, start)]),
  say: (list, saying) => list.map((literal) => sayLiteral(literal, saying)).join(', '),
};

export const words: Slot<readonly string[]> = {
  means: 'words with commas between them: `head, chief`',
  read: (asking, from) => readList(asking, from, readText),
  say: (list, { inner }) => list.map((text) => sayText(text, inner ? 'inside' : 'at the end')).join(', '),
};

const alone = { inner: false, years: false };

/** A literal as it is read: `60`, `180,000 EUR`, `Website`, `"yes"`. */
export function sayLiteral(literal: Literal, { inner, years }: Pick<Saying, 'inner' | 'years'> = alone): string {
  if (literal.literal === 'text') return sayText(literal.text, inner ? 'inside' : 'at the end');
  if (literal.literal === 'number') return years ? String(literal.number) : sayNumber(literal.number);
  if (literal.literal === 'money') return sayMoney(literal.minor, literal.currency);
  if (literal.literal === 'duration') return sayDuration(literal.duration);
  return literal.literal === 'day' ? literal.day : literal.yes ? 'yes' : 'no';
}

/** Whether the sentence goes on behind a text. */
export type Standing = 'inside' | 'at the end';

/** The text, in quotes where it would not be read as this text without them. */
export function sayText(text: string, stands: Standing = 'at the end'): string {
  const words = text.split(' ').map((word) => word.toLowerCase());
  const taken = (word: string) => ends.has(word) || (stands === 'inside' && mayEnd.has(word));
  const plain = words.every((word) => /^[\p{L}][\p{L}\p{M}\p{N}&/.+-]*$/u.test(word) && !taken(word));
  return plain && words[0] !== 'else' ? text : inQuotes(text);
}

export function inQuotes(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** Reads `yes` or `no`. */
export function readYesNo(asking: Asking, from: number): Reading<Literal>[] {
  return (['yes', 'no'] as const).flatMap((word) =>
    isWord(asking, from, word) ? [reading<Literal>({ literal: 'yes-no', yes: word === 'yes' }, from + 1)] : [],
  );
}

/** Reads a text: a quotation, or plain words. */
export const readText: Reader<string> = (asking, from) => {
  const token = asking.tokens[from];
  return token?.is === 'quoted' ? [reading(token.text, from + 1)] : bareText(asking, from);
};

function isBare(asking: Asking, at: number): boolean {
  const token = asking.tokens[at];
  if (!token || token.is === 'comma' || token.is === 'quoted') return false;
  return !ends.has(token.text.toLowerCase());
}

function numberStandsAlone(asking: Asking, at: number): boolean {
  return !isBare(asking, at + 1) || mayEnd.has(asking.tokens[at + 1]?.text.toLowerCase() ?? '');
}

function moneyAt(asking: Asking, from: number, currency: string): Reading<Literal> {
  const amount = asking.tokens[from]?.text ?? '';
  const money: Literal = { literal: 'money', minor: minorOf(numberOf(amount), currency), currency };
  const { currencies } = asking.names;
  const misfits = pointMisfits(asking, from);
  if (currencies === null || currencies.includes(currency)) return reading(money, from + 2, misfits);
  const says = `there is no rate for ${currency}`;
  return reading(money, from + 2, [{ from: from + 1, to: from + 2, says, fix: 'add it to currencies.yml' }]);
}

function dayAt(asking: Asking, from: number): Reading<Literal> {
  const day = asking.tokens[from]?.text ?? '';
  const misfits = isDay(day) ? [] : [{ from, to: from + 1, says: `there is no day ${day}`, fix: '' }];
  return reading({ literal: 'day', day }, from + 1, misfits);
}
