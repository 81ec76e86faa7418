/** The words that a language has in its dates. */
export interface WordsOfDates {
  /** The month, from 1, of a short name in lower case and without its point. */
  readonly short: ReadonlyMap<string, number>;
  /** The same of full names, as they stand alone and as they stand in dates. */
  readonly long: ReadonlyMap<string, number>;
  /** Names of weekdays, short and full, in lower case and without points. */
  readonly weekdays: ReadonlySet<string>;
  /** `am` and `pm`, and what the language says for them, without blanks and points: hours after noon are true. */
  readonly noon: ReadonlyMap<string, boolean>;
}

const known = new Map<string, WordsOfDates>();
const year = 2026;

/** The words of a language by its code (`en`, `de`, `pt-BR`), read once; null where there is no such language. */
export function wordsOfDates(language: string): WordsOfDates | null {
  const found = known.get(language);
  if (found) return found;
  if (!isLanguage(language)) return null;
  const words = {
    short: monthsOf(language, 'short'),
    long: monthsOf(language, 'long'),
    weekdays: weekdaysOf(language),
    noon: noonOf(language),
  };
  known.set(language, words);
  return words;
}

export function isLanguage(language: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(language).length > 0;
  } catch {
    return false;
  }
}

/** A word as it is looked up: `Sept.` is `sept`, `a. m.` is `am`. */
export function bareWord(word: string, language: string): string {
  return word.toLocaleLowerCase(language).replaceAll(/[\s.]/g, '');
}

type Shown = Intl.DateTimeFormatOptions;

function partOf(language: string, shown: Shown, part: Intl.DateTimeFormatPartTypes, time: number): string {
  const parts = new Intl.DateTimeFormat(language, { ...shown, timeZone: 'UTC' }).formatToParts(time);
  return bareWord(parts.find(({ type }) => type === part)?.value ?? '', language);
}

/** Short names are also the first three letters of the full ones, where no two months begin so. */
function monthsOf(language: string, length: 'short' | 'long'): Map<string, number> {
  const months = Array.from({ length: 12 }, (_, index) => index);
  const named = (shown: Shown): string[] =>
    months.map((month) => partOf(language, shown, 'month', Date.UTC(year, month, 4)));
  const alone = named({ month: length });
  const inDates = named({ month: length, day: 'numeric' });
  const starts = length === 'long' ? [] : named({ month: 'long', day: 'numeric' }).map((name) => name.slice(0, 3));
  const once = starts.map((start) => (starts.filter((each) => each === start).length === 1 ? start : ''));
  const all = [once, inDates, alone].flatMap((names) => names.map((name, index) => [name, index + 1] as const));
  return new Map(all.filter(([name]) => /\p{L}/u.test(name)));
}

function weekdaysOf(language: string): Set<string> {
  const days = Array.from({ length: 7 }, (_, index) => Date.UTC(year, 0, index + 1));
  const lengths = ['short', 'long'] as const;
  return new Set(lengths.flatMap((weekday) => days.map((day) => partOf(language, { weekday }, 'weekday', day))));
}

function noonOf(language: string): Map<string, boolean> {
  const said = (hour: number): string =>
    partOf(language, { hour: 'numeric', hour12: true }, 'dayPeriod', Date.UTC(year, 0, 1, hour));
  return new Map([
    [said(3), false],
    [said(15), true],
    ['am', false],
    ['pm', true],
  ]);
}
