/** What stands in a sentence as the agreement or the records have it, and so claims nothing of a period's numbers. */
import { periodWords, dayWords, longDay, monthAndYear, singular } from '../locale/en/forms.ts';
import { fullPeriodWords } from '../locale/en/charts.ts';
import { currencyNames, idioms } from '../locale/en/reading.ts';
import { dayNumbered } from '../numbers.ts';
import { currencyOf } from './fact-quantities.ts';
import type { Facts } from '../statements/statement-kind.ts';
import { calledIn, lastNouns, nounsOf, periodOf, type Subject } from '../subject.ts';

/** Stands where the agreement's words stood. */
const gap = '¤';

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&');

/** Blanks and apostrophes as a keyboard has them, so that words compare. */
export const plainText = (text: string): string => text.replace(/[\u00a0\s]+/gu, ' ').replaceAll('’', "'");

/** Any of these words, the longest first; null where there are none. */
function anyOf(words: Iterable<string>): RegExp | null {
  const all = [...new Set([...words].map((word) => plainText(word).trim()))].filter((word) =>
    /[\p{L}\p{N}]/u.test(word),
  );
  if (all.length === 0) return null;
  const longest = all.toSorted((one, other) => other.length - one.length);
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${longest.map(escaped).join('|')})(?![\\p{L}\\p{N}])`, 'giu');
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

const names = ({ metric, agreement, catalogue }: Subject): string[] => [
  ...agreement.metrics.map(({ title }) => title),
  ...agreement.terms.flatMap(({ name, plural, alsoCalled }) => [name, plural, ...alsoCalled]),
  ...catalogue.kinds.map(({ plural }) => plural),
  ...Object.values(nounsOf({ metric, agreement, catalogue } as Subject)),
  ...(metric.unit.unit === 'records' ? [metric.unit.noun, metric.unit.nouns] : []),
  ...metric.missing,
  agreement.company.name,
];

/** Own words of a metric, read once for all its sentences. */
export interface OwnWords {
  readonly templates: RegExp | null;
  readonly names: RegExp | null;
}

export const ownWordsOf = (subject: Subject): OwnWords => ({
  templates: anyOf(templates(subject)),
  names: anyOf(names(subject)),
});

/** Periods and days as sentences call them. */
function timesOf(fact: unknown, name: string, subject: Subject): string[] {
  if (typeof fact === 'number')
    return subject.metric.unit.unit === 'day' && name !== 'apart'
      ? [longDay(dayNumbered(fact)), dayWords(dayNumbered(fact))]
      : [];
  if (typeof fact !== 'string') return [];
  if (/^\d{4}-\d\d-\d\d$/u.test(fact))
    return [longDay(fact), dayWords(fact), ...(fact.endsWith('-01') ? [monthAndYear(fact)] : [])];
  const row =
    subject.values.find(({ period }) => period === fact) ?? subject.restated.find(({ period }) => period === fact);
  if (!row) return [];
  return [calledIn(subject, row), periodWords(periodOf(row), subject.today), fullPeriodWords(periodOf(row))];
}

/** The times that a sentence's facts name, and the day of the data. */
export const timesIn = (facts: Facts, subject: Subject): string[] => [
  ...Object.entries(facts).flatMap(([name, fact]) => timesOf(fact, name, subject)),
  dayWords(subject.today),
  longDay(subject.today),
];

/** Names of members and movements among the facts: they come from the records. */
function namesIn(facts: Facts): string[] {
  const told = Object.entries(facts).flatMap(([name, fact]) => [
    ...(typeof fact === 'string' && !/^(?:says|side|way|mark|why|grain|stands|team)$/u.test(name) ? [fact] : []),
    ...(name.includes(': ') ? [name.slice(name.indexOf(': ') + 2)] : []),
  ]);
  return told.filter((name) => name.length > 0);
}

/** A sentence without the agreement's words, names and the times that its facts name: what is left claims something. */
export function bareWords(words: string, facts: Facts, subject: Subject, own: OwnWords): string {
  const masks = [own.templates, own.names, anyOf(namesIn(facts)), anyOf(timesIn(facts, subject))];
  return masks.reduce((left, mask) => (mask ? left.replace(mask, gap) : left), plainText(words)).replace(idioms, gap);
}

/** What does not count when it is asked how hard a page reads: the agreement's sentences and names are the company's own. */
export const readersNames = (subjects: readonly Subject[]): RegExp | null =>
  anyOf(
    subjects.flatMap((subject) => [...templates(subject), ...names(subject), ...currencyNames(currencyOf(subject))]),
  );
