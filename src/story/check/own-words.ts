/** What stands in a sentence as the agreement or the records have it, and so claims nothing of a period's numbers. */
import type { Agreement } from '../../values/agreement.ts';
import { capital, singular } from '../locale/en/forms.ts';
import { bandWords } from '../locale/en/parts.ts';
import { currencyNames, idioms, tellingWords } from '../locale/en/reading.ts';
import { currencyOf } from './fact-quantities.ts';
import type { Facts, OwnFacts } from '../statements/statement-kind.ts';
import { lastNouns, nounsOf, type Subject } from '../subject.ts';
import { timesOf, type TimesOf } from './fact-times.ts';

/** Stands where the agreement's words stood. */
const gap = '¤';

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&');

/** Blanks and apostrophes as a keyboard has them, so that words compare. */
const plainText = (text: string): string => text.replace(/[\u00a0\s]+/gu, ' ').replaceAll('’', "'");

/** A name as it stands at the beginning of a sentence, and within it. */
function eitherCase(word: string): string {
  const [first = ''] = word;
  const [upper, lower] = [first.toUpperCase(), first.toLowerCase()];
  const begins = upper !== lower && upper.length === 1 ? `[${upper}${lower}]` : escaped(first);
  return `${begins}${escaped(word.slice(first.length))}`;
}

/** Any of these words, the longest first; null where there are none. */
function anyOf(words: Iterable<string>): RegExp | null {
  const all = [...new Set([...words].map((word) => plainText(word).trim()))].filter((word) =>
    /[\p{L}\p{N}]/u.test(word),
  );
  if (all.length === 0) return null;
  const longest = all.toSorted((one, other) => other.length - one.length);
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${longest.map(eitherCase).join('|')})(?![\\p{L}\\p{N}])`, 'gu');
}

/** What stands between the numbers and periods of the sentence that a company gave its metric. */
function fragments(template: string): string[] {
  const said = template
    .split(/\{(?:value|period|count)\}(?:'s)?/u)
    .map((part) => part.replace(/^[\s,]+|[\s,]+$/gu, ''));
  return said.filter((part) => part.includes(' ') || /\d/u.test(part) || part.length > 3);
}

/** The company's own words about a metric: its sentence, what to do, what follows a break; also as they are said of one. */
function templates({ metric, agreement }: Subject): string[] {
  const nouns = lastNouns({ metric, agreement } as Subject);
  const given = [metric.words.says, metric.words.move ?? '', ...(metric.promise?.ifBroken ?? [])];
  const consequences = (metric.promise?.ifBroken ?? []).flatMap((said) => said.split(/, (?=the |both )/u));
  const all = [...given, ...consequences, consequences.slice(1).join(', ')];
  return all.flatMap((said) => [...fragments(said), ...fragments(singular(said, nouns))]);
}

/** Names that the whole agreement knows. */
const sharedNames = ({ company, metrics, terms }: Agreement): string[] => [
  ...metrics.map(({ title }) => title),
  ...terms.flatMap(({ name, plural, alsoCalled }) => [name, plural, ...alsoCalled]),
  company.name,
];

const names = ({ metric, agreement, catalogue }: Subject): string[] => [
  ...Object.values(nounsOf({ metric, agreement, catalogue } as Subject)),
  ...(metric.unit.unit === 'records' ? [metric.unit.noun, metric.unit.nouns] : []),
  ...metric.missing,
];

/** Whether words could be taken for a number, a time, a direction, a cause or a score: of the others nothing need be left out. */
function isTelling(words: string): boolean {
  const plain = plainText(words);
  return /\d/u.test(plain) || tellingWords.some((telling) => plain.search(telling) >= 0);
}

/** Own words of a metric, read once for all its sentences. */
export interface OwnWords {
  readonly templates: RegExp | null;
  readonly names: RegExp | null;
  /** Those of the whole agreement. */
  readonly shared: RegExp | null;
  readonly times: TimesOf;
}

const sharedKnown = new WeakMap<Agreement, { readonly words: RegExp | null }>();

/** The names of an agreement that could be taken for more than names. Read once: every list of numbers asks for them. */
export function sharedWords(agreement: Agreement): RegExp | null {
  const known = sharedKnown.get(agreement) ?? { words: anyOf(sharedNames(agreement).filter(isTelling)) };
  sharedKnown.set(agreement, known);
  return known.words;
}

export const ownWordsOf = (subject: Subject, shared: RegExp | null): OwnWords => ({
  templates: anyOf(templates(subject).filter(isTelling)),
  names: anyOf(names(subject).filter(isTelling)),
  shared,
  times: timesOf(subject),
});

/** The same of several metrics together, and of whose they are: no period is told of them. */
export const ownWordsOfList = (agreement: Agreement, whose: string): OwnWords => ({
  templates: null,
  names: anyOf([whose].filter(isTelling)),
  shared: sharedWords(agreement),
  times: () => [],
});

/** What the facts of a kind hold as the records or the agreement have it: names of members and of movements. */
export function namesIn(facts: Facts, { names = [] }: Pick<OwnFacts<never>, 'names'>): string[] {
  const told = Object.entries(facts).flatMap(([name, fact]) => {
    const [start, rest] = [name.slice(0, name.indexOf(': ') + 2), name.slice(name.indexOf(': ') + 2)];
    if (names.includes(name)) return typeof fact === 'string' ? [fact, bandWords(fact)] : [];
    return names.includes(start) ? [rest] : [];
  });
  return told.filter((name) => name.length > 0);
}

const isInWord = (text: string, at: number) => /[\p{L}\p{N}]/u.test(text.charAt(at));

/** A text with a gap wherever one of these few words stands by itself, as it is or as a sentence begins with it. */
function without(text: string, few: readonly string[]): string {
  const longest = few.toSorted((one, other) => other.length - one.length);
  return longest.reduce((left, word) => [word, capital(word), lower(word)].reduce(withoutOne, left), text);
}

const lower = (word: string) => word.charAt(0).toLowerCase() + word.slice(1);

function withoutOne(text: string, word: string): string {
  const at = text.indexOf(word);
  if (at === -1) return text;
  const end = at + word.length;
  const rest = withoutOne(text.slice(end), word);
  return isInWord(text, at - 1) || isInWord(text, end) ? text.slice(0, end) + rest : text.slice(0, at) + gap + rest;
}

/** What a sentence's facts let it name: members, movements, times. */
export const namedBy = (facts: Facts, kind: Pick<OwnFacts<never>, 'names' | 'numbers'>, own: OwnWords): string[] =>
  [...namesIn(facts, kind), ...own.times(facts, kind)].map(plainText);

/** A text without the agreement's words and what its facts name (`namedBy`): what is left claims something. */
export function bareWords(words: string, named: readonly string[], own: OwnWords): string {
  const masks = [own.shared, own.templates, own.names];
  const said = masks.reduce((left, mask) => (mask ? left.replace(mask, gap) : left), plainText(words));
  return without(said, named).replace(idioms, gap);
}

/** What counts when it is asked how hard these sentences are: the agreement's sentences and names are the company's own. */
export function readersWords(sentences: readonly string[], subjects: readonly Subject[]): string[] {
  const all = new Set(
    subjects.flatMap((subject) => [
      ...templates(subject),
      ...names(subject),
      ...sharedNames(subject.agreement),
      ...subject.agreement.teams.flatMap(({ name, inText }) => [name, inText]),
      ...currencyNames(currencyOf(subject)),
    ]),
  );
  const plain = sentences.map(plainText);
  const text = plain.join(gap).toLowerCase();
  const few = [...all].map((name) => plainText(name).trim()).filter((name) => text.includes(name.toLowerCase()));
  const told = few.filter((name) => /[\p{L}\p{N}]/u.test(name));
  return plain.map((sentence) => without(sentence, told));
}
