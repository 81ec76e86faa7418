import type { Statement } from '../values/statement.ts';
import { mostWords, wordsIn } from './count-words.ts';
import { dates } from './locale/en/forms.ts';
import { kinds } from './statements/kinds.ts';
import type { Facts, StatementKind } from './statements/statement-kind.ts';
import { subjectOf, type Material, type Subject } from './subject.ts';
import { everything, headlinePromises } from './verdict-of.ts';

/** Numbers in a text, dates and the agreement's own words left out: what a reader would hold against the values. */
function numbersIn(words: string, { metric, agreement }: Subject): string[] {
  const own = [
    metric.title,
    ...(metric.promise?.ifBroken ?? []),
    ...agreement.terms.flatMap(({ name, plural }) => [name, plural]),
  ];
  const bare = own.reduce((left, each) => (each ? left.replaceAll(each, ' ') : left), words);
  return bare.replace(dates, ' ').match(/\d[\d,]*(?:\.\d+)?/gu) ?? [];
}

/** Whether a number is a fact as people say it: as is, as percent, in minutes of an hour, in major units, in millions; rounded to three figures. */
function isSaid(figures: string, facts: Facts): boolean {
  const number = Number(figures.replaceAll(',', ''));
  const lastFigure = 10 ** -(figures.split('.')[1]?.length ?? 0);
  const forms = (fact: number) => [fact, fact * 60, fact * 100, fact / 100, fact / 1e8, fact / 1e11].map(Math.abs);
  return Object.values(facts)
    .filter((fact) => typeof fact === 'number')
    .some((fact) => forms(fact).some((form) => Math.abs(form - number) <= Math.max(form * 0.006, lastFigure * 0.501)));
}

function checkForm({ words, kind }: Statement): string[] {
  return [
    ...(wordsIn(words) > mostWords ? [`${kind}: more than ${mostWords} words: ${words}`] : []),
    ...(/[.]$/u.test(words) ? [] : [`${kind}: no full stop: ${words}`]),
    ...(/undefined|NaN|null|\{|\}/u.test(words) ? [`${kind}: unfinished: ${words}`] : []),
  ];
}

/** Counts the promises again, from their values. */
function checkVerdict({ kind, facts, words }: Statement, materials: readonly Material[]): string[] {
  const marks = headlinePromises(materials).map(({ latest }) => latest?.mark.mark ?? 'none');
  const count = (mark: string) => marks.filter((one) => one === mark).length;
  const judged = marks.length - count('none');
  const right: Facts =
    kind === 'verdict'
      ? { ...facts, promises: marks.length, judged, kept: count('kept') }
      : { slipping: count('slipping'), broken: count('broken') };
  return Object.entries(right).every(([name, fact]) => facts[name] === fact)
    ? []
    : [`${kind}: counted wrongly: ${words}`];
}

function checkAbout(statement: Statement, kind: StatementKind, subject: Subject): string[] {
  const { facts, words } = statement;
  const strange = numbersIn(words, subject).filter((number) => !isSaid(number, facts));
  return [
    ...(kind.holds(facts, subject) ? [] : [`${kind.kind}: its facts do not hold: ${words}`]),
    ...(kind.words(facts, subject) === words ? [] : [`${kind.kind}: its words do not say its facts: ${words}`]),
    ...strange.map((number) => `${kind.kind}: no fact for ${number}: ${words}`),
  ];
}

/**
 * What is wrong with a published sentence: its facts are worked out again from the values, its numbers held against its facts.
 * Empty: it is true. `materials`: those that the edition was made from.
 */
export function checkStatement(statement: Statement, materials: readonly Material[]): string[] {
  const form = checkForm(statement);
  if (statement.subject === everything) return [...form, ...checkVerdict(statement, materials)];
  const kind = kinds.find((one) => one.kind === statement.kind);
  const material = materials.find(({ metric }) => metric.slug === statement.subject);
  if (!kind || !material) return [...form, `${statement.kind}: nobody knows this kind, or '${statement.subject}'`];
  return [...form, ...checkAbout(statement, kind, subjectOf(material))];
}
