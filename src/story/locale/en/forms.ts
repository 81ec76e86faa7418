/** English: how numbers, money, stretches of time, days, periods and lists are said. */
import { Temporal } from 'temporal-polyfill';
import type { Day, Period } from '../../../values/period.ts';
import type { Unit } from '../../../values/tree.ts';

const months = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
] as const; // prettier-ignore
export const small = [
  'none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve',
] as const; // prettier-ignore
export const ordinals = ['first', 'second', 'third', 'fourth'] as const;

/** Keeps what belongs together on one line. */
export const tie = (text: string) => text.replaceAll(' ', '\u00a0');

/** Apostrophes and quotes as print has them. */
export const typographic = (text: string) => text.replace(/(\p{L})'(?=\p{L}|\s|$)/gu, '$1’');

const figures = new Intl.NumberFormat('en', { maximumFractionDigits: 3 });
const finer = new Intl.NumberFormat('en', { maximumFractionDigits: 6 });

/** With a minus sign as print has it. */
export const plainNumber = (value: number) => figures.format(value).replace('-', '−');

/** `three`, `14`. */
export const inWords = (count: number) =>
  (count >= 0 && Number.isInteger(count) ? small[count] : undefined) ?? plainNumber(count);

export const counted = (count: number, one: string, many: string) =>
  `${plainNumber(count)} ${count === 1 ? one : many}`;

/** From 0 to 1. */
export const share = (value: number) => `${finer.format(Number((value * 100).toFixed(6)))}%`;

const currencyWordsKnown = new Map<string, string>();

/** A currency's sign or name, for one or for many. Asked for once each: to ask is slow. */
export function currencyWord(currency: string, display: 'symbol' | 'name', count = 2): string {
  const key = `${currency} ${display} ${count === 1}`;
  const known = currencyWordsKnown.get(key) ?? askCurrencyWord(currency, display, count);
  currencyWordsKnown.set(key, known);
  return known;
}

function askCurrencyWord(currency: string, display: 'symbol' | 'name', count: number): string {
  const options = { style: 'currency', currency, currencyDisplay: display, maximumFractionDigits: 0 } as const;
  const parts = new Intl.NumberFormat('en', options).formatToParts(count);
  const word = parts.find(({ type }) => type === 'currency')?.value ?? currency;
  return display === 'symbol' && /\p{L}$/u.test(word) ? `${word}\u00a0` : word;
}

/** A size with its word: millions and billions; below, figures with separators. Major units; `cents`: how many figures a part has. */
function sized(value: number, cents: number): { figures: string; million: boolean; billion: boolean } {
  const size = Math.abs(value);
  const [billion, million] = [size >= 1e9, size >= 1e6 && size < 1e9];
  const scaled = Number((billion ? value / 1e9 : million ? value / 1e6 : value).toFixed(6));
  const part = !million && !billion && !Number.isInteger(scaled);
  const options = { minimumFractionDigits: part ? cents : 0, maximumFractionDigits: 6 };
  return {
    figures: part ? new Intl.NumberFormat('en', options).format(scaled) : finer.format(scaled),
    million,
    billion,
  };
}

/** `€1.94m`; of a currency whose sign is its code `1.94m Swiss francs`: a code is an abbreviation. */
export function moneyInShort(major: number, currency: string, least = 0): string {
  const { figures, million, billion } = sized(Math.abs(major), least);
  const [minus, short] = [major < 0 ? '−' : '', `${figures}${billion ? 'bn' : million ? 'm' : ''}`];
  const sign = currencyWord(currency, 'symbol');
  if (!/^\p{Lu}{2,}\s*$/u.test(sign)) return `${minus}${sign}${short}`;
  return `${minus}${short}\u00a0${currencyWord(currency, 'name', major === 1 ? 1 : 2)}`;
}

/** `1.94 million euros`. */
export function moneyInFull(major: number, currency: string, least = 0): string {
  const { figures, million, billion } = sized(Math.abs(major), least);
  const size = billion ? ' billion' : million ? ' million' : '';
  return `${major < 0 ? '−' : ''}${tie(`${figures}${size}`)} ${currencyWord(currency, 'name', major === 1 ? 1 : 2)}`;
}

/** `€1,943,218`. */
export const digits = (major: number, currency: string) =>
  `${major < 0 ? '−' : ''}${currencyWord(currency, 'symbol')}${plainNumber(Math.abs(major))}`;

/** Shares lie points apart, never percent. */
export function distanceOf(apart: number, points: boolean, say: (apart: number) => string): string {
  return points ? counted(Number((apart * 100).toFixed(4)), 'point', 'points') : say(apart);
}

/** `2.8 times`, `1 time`. */
export const timesWords = (value: number) => `${plainNumber(value)}\u00a0${Math.abs(value) === 1 ? 'time' : 'times'}`;

/** `1 business hour`, `4.2 business hours`; its last word stays with what stands before it. */
export function durationWords(amount: number, unit: Unit): string {
  return `${plainNumber(amount)}\u00a0${Math.abs(amount) === 1 ? unit.replace(/s$/, '') : unit}`;
}

export const dayWords = (day: Day) => {
  const { day: date, month } = Temporal.PlainDate.from(day);
  return tie(`${date} ${months[month - 1]}`);
};
export const longDay = (day: Day) => `${dayWords(day)}\u00a0${Temporal.PlainDate.from(day).year}`;
export const monthAndYear = (day: Day) => {
  const { month, year } = Temporal.PlainDate.from(day);
  return tie(`${months[month - 1]} ${year}`);
};
/** For the foot of a chart: `Jan 2026`, `July`. */
export const shortMonth = (day: Day, withYear: boolean) => {
  const { month, year } = Temporal.PlainDate.from(day);
  const name = months[month - 1] ?? '';
  const short = name.length > 4 ? name.slice(0, 3) : name;
  return withYear ? `${short} ${year}` : short;
};

export const noDate = 'no date';
/** In a period's place, for what is counted as things stand. */
export const asOfToday = 'today';

/** How a period is called in a sentence; with its year where it is not one of the last twelve months. */
export function periodWords(period: Period, seenFrom: Day): string {
  const from = Temporal.PlainDate.from(period.from);
  const recent = Temporal.PlainDate.compare(from.add({ months: 12 }), Temporal.PlainDate.from(seenFrom)) > 0;
  switch (period.grain) {
    case 'day':
      return recent ? dayWords(period.from) : longDay(period.from);
    case 'week':
      return `the week of ${recent ? dayWords(period.from) : longDay(period.from)}`;
    case 'month':
      return recent ? (months[from.month - 1] ?? '') : monthAndYear(period.from);
    case 'quarter': {
      const [, year = '', quarter = '1'] = /^FY(\d+)-Q(\d)$/.exec(period.name) ?? [];
      return `the ${ordinals[Number(quarter) - 1]} quarter${recent ? '' : ` of ${year}`}`;
    }
    case 'year':
      return period.name.replace(/^FY/, '');
    case 'all':
      return 'all time';
    case 'undated':
      return noDate;
  }
}

export const grainWords = {
  day: 'days',
  week: 'weeks',
  month: 'months',
  quarter: 'quarters',
  year: 'years',
  all: 'periods',
  undated: 'records without a date',
} as const;

/** `sales`, `sales and marketing`, `sales, marketing and partners`. */
export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
export const sentence = (text: string) => `${typographic(capital(text))}.`;
export const quoted = (text: string) => `‘${text}’`;

/** Dates and years as sentences hold them: numbers that are no values. */
export const dates = new RegExp(
  `\\d+\\s(?:${months.join('|')})(?:\\s\\d{4})?|(?:${months.join('|')}|quarter of)\\s\\d{4}`,
  'gu',
);

export interface Noun {
  readonly one: string;
  readonly many: string;
}

const verbs: Readonly<Record<string, string>> = { were: 'was', are: 'is', have: 'has', do: 'does' };

/** `1 waiting leads` as it is said of one: the vocabulary knows the noun, and a verb right after it follows. */
export function singular(said: string, nouns: readonly Noun[]): string {
  const words = said.split(' ');
  const at = words.findIndex((word) => nouns.some(({ many }) => many === word));
  const noun = nouns.find(({ many }) => many === words[at]);
  const verb = verbs[words[at + 1] ?? ''];
  if (!noun) return said;
  return words
    .with(at, noun.one)
    .map((word, index) => (verb && index === at + 1 ? verb : word))
    .join(' ');
}
