import { noSuchDay, offsetOf, readingOf } from './clock-reading.ts';
import type { DateReading } from './clock-reading.ts';
import { countedForms } from './counted-form.ts';
import { bareWord, wordsOfDates } from './words-of-dates.ts';
import type { WordsOfDates } from './words-of-dates.ts';

/** Reads texts of one form; null where a text is not of that form. */
export type DateForm = (text: string) => DateReading;

/** The parts of a form, each with what it names. */
const parts = {
  YYYY: ['year', String.raw`\d{4}`],
  YY: ['year', String.raw`\d{2}`],
  MMMM: ['month name', String.raw`[\p{L}\p{M}]+\.?`],
  MMM: ['short month', String.raw`[\p{L}\p{M}]+\.?`],
  MM: ['month', String.raw`\d{2}`],
  M: ['month', String.raw`\d{1,2}`],
  DD: ['day', String.raw`\d{2}`],
  Do: ['day', String.raw`\d{1,2}(?=st|nd|rd|th)`],
  D: ['day', String.raw`\d{1,2}`],
  dddd: ['weekday', String.raw`[\p{L}\p{M}]+\.?`],
  ddd: ['weekday', String.raw`[\p{L}\p{M}]+\.?`],
  HH: ['hours', String.raw`\d{2}`],
  H: ['hours', String.raw`\d{1,2}`],
  hh: ['half', String.raw`\d{2}`],
  h: ['half', String.raw`\d{1,2}`],
  mm: ['minutes', String.raw`\d{2}`],
  ss: ['seconds', String.raw`\d{2}`],
  SSS: ['fraction', String.raw`\d{1,9}`],
  A: ['noon', String.raw`[\p{L}\p{M}.]+(?:[\s]+[\p{L}.]+)?`],
  Z: ['offset', String.raw`Z|UTC|GMT|[+-]\d\d(?::?\d\d)?`],
} as const;
type Part = keyof typeof parts;
type Named = (typeof parts)[Part][0];

/** Longest first, so that `YYYY` is not read as something and three letters more; what stands in brackets is meant as it is. */
const pieces = /\[[^\]]*\]|YYYY|YY|MMMM|MMM|MM|M|DD|Do|D|dddd|ddd|HH|H|hh|h|mm|ss|SSS|A|Z|[\s\S]/g;

/**
 * Makes a reader out of a form like `M/D/YYYY H:mm`, `D MMMM YYYY` or `epoch ms`; names are those of the language. Null where the form
 * does not name year, month and day once each, or nobody knows the language.
 */
export function compileDateForm(form: string, language = 'en'): DateForm | null {
  const counted = countedForms.get(form);
  if (counted) return counted;
  const words = wordsOfDates(language);
  const { pattern, names } = patternOf(form);
  if (!words || !isWhole(names)) return null;
  const whole = new RegExp(`^${pattern}$`, 'u');
  const read = readerOf(names, words, language);
  return (text) => {
    const found = whole.exec(text);
    return found ? read(found) : null;
  };
}

function patternOf(form: string): { readonly pattern: string; readonly names: readonly Named[] } {
  const names: Named[] = [];
  const pattern = form.replaceAll(pieces, (piece) => {
    if (Object.hasOwn(parts, piece)) {
      const [name, digits] = parts[piece as Part];
      names.push(name);
      return `(${digits})${piece === 'Do' ? '(?:st|nd|rd|th)' : ''}`;
    }
    if (/^\s$/.test(piece)) return String.raw`\s+`;
    const literal = piece.length > 1 ? piece.slice(1, -1) : piece;
    return literal.replaceAll(/[$()*+.?[\\\]^{|}/]/g, String.raw`\$&`);
  });
  return { pattern, names };
}

/** A date is named once; its time, where there is one, has hours of one kind. */
function isWhole(names: readonly Named[]): boolean {
  const count = (...these: readonly Named[]): number => names.filter((name) => these.includes(name)).length;
  const months = count('month', 'month name', 'short month');
  const hours = count('hours', 'half');
  if (count('year') !== 1 || months !== 1 || count('day') !== 1 || hours > 1) return false;
  if (new Set(names).size !== names.length || names.includes('half') !== names.includes('noon')) return false;
  return hours === 1 || count('minutes', 'seconds', 'fraction', 'offset') === 0;
}

/** Puts together what the pattern found. */
function readerOf(
  names: readonly Named[],
  words: WordsOfDates,
  language: string,
): (found: RegExpExecArray) => DateReading {
  const at = (name: Named): number => names.indexOf(name) + 1;
  const [year, month, day, hours, half] = [at('year'), at('month'), at('day'), at('hours'), at('half')];
  const [minutes, seconds, noon, offset, weekday] = [
    at('minutes'),
    at('seconds'),
    at('noon'),
    at('offset'),
    at('weekday'),
  ];
  const named = at('month name') || at('short month');
  const months = names.includes('month name') ? words.long : words.short;
  const number = (found: RegExpExecArray, place: number): number => (place === 0 ? 0 : Number(found[place]));
  const bare = (found: RegExpExecArray, place: number): string => bareWord(found[place] ?? '', language);
  return (found) => {
    const inMonth = named === 0 ? number(found, month) : months.get(bare(found, named));
    const afterNoon = noon === 0 ? false : words.noon.get(bare(found, noon));
    if (inMonth === undefined || afterNoon === undefined) return null;
    if (weekday !== 0 && !words.weekdays.has(bare(found, weekday))) return null;
    const date = [yearOf(found[year] ?? ''), inMonth, number(found, day)] as const;
    if (hours === 0 && half === 0) return readingOf(date);
    const halfHours = number(found, half);
    if (halfHours > 12) return noSuchDay;
    const hour = half === 0 ? number(found, hours) : (halfHours % 12) + (afterNoon ? 12 : 0);
    const zone = offset === 0 ? null : offsetOf(found[offset] ?? '');
    return readingOf(date, [hour, number(found, minutes), number(found, seconds)], zone);
  };
}

/** A year of two digits is one from 1970 to 2069: no CRM is older. */
function yearOf(written: string): number {
  if (written.length === 4) return Number(written);
  return Number(written) + (Number(written) < 70 ? 2000 : 1900);
}
