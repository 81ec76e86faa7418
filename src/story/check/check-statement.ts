import type { Statement } from '../../values/statement.ts';
import { capital } from '../locale/en/forms.ts';
import { kinds } from '../statements/kinds.ts';
import type { Facts, StatementKind } from '../statements/statement-kind.ts';
import type { Material } from '../subject.ts';
import { everything, ofAllPromises } from '../verdict-of.ts';
import { countsIn, currencyOf, quantitiesIn } from './fact-quantities.ts';
import { groundOf, type Ground, type Known } from './ground.ts';
import { readStatement, type Held } from './read-statement.ts';

const withoutStop = (words: string): string => words.replace(/\.$/u, '');

/** Counts the promises again from their marks, and makes the words again. */
function checkVerdict({ kind, facts, words }: Statement, ground: Ground): string[] {
  const marks = ground.promises().map(({ latest }) => latest?.mark.mark ?? 'none');
  const count = (mark: string) => marks.filter((one) => one === mark).length;
  const right: Readonly<Record<string, Facts>> = {
    verdict: { promises: marks.length, judged: marks.length - count('none'), kept: count('kept') },
    off: { slipping: count('slipping'), broken: count('broken') },
  };
  const { title, off, since } = ground.verdict();
  const again = [title, off, ...since].find((one) => one?.kind === kind && one.subject === everything);
  return [
    ...(Object.entries(right[kind] ?? {}).every(([name, fact]) => facts[name] === fact) ? [] : ['counted wrongly']),
    ...(again?.words === words ? [] : ['its words do not say its facts']),
  ];
}

function checkAbout(statement: Statement, kind: StatementKind, { subject }: Known): string[] {
  const { facts, words, headline, brief } = statement;
  const headlines = [withoutStop(words), `${subject.metric.title}: ${brief}`, capital(brief)];
  return [
    ...(kind.holds(facts, subject) ? [] : ['its facts do not hold']),
    ...(kind.words(facts, subject) === words ? [] : ['its words do not say its facts']),
    ...(kind.brief(facts, subject) === brief ? [] : [`its brief does not say its facts: ${brief}`]),
    ...(headlines.includes(headline) ? [] : [`its headline says something else: ${headline}`]),
  ];
}

/** The slug of a promise that knows the period which is said of all of them; of any, where none is said. */
function onePromise({ facts }: Statement, ground: Ground): string {
  const promises = ground.promises();
  const one = promises.find(({ latest }) => latest !== null && latest.period === facts['period']) ?? promises[0];
  return one?.metric.slug ?? '';
}

/** What a statement about one metric is held against as it is read. */
const heldOf = ({ facts }: Statement, kind: StatementKind, { subject, own }: Known, ground: Ground): Held => ({
  ...ground,
  kind,
  own,
  quantities: quantitiesIn(facts, kind, subject),
  currency: currencyOf(subject),
});

/** Of all promises together periods are named as one of them knows them. */
function checkOfAll(statement: Statement, ground: Ground): string[] {
  const kind = ofAllPromises[statement.kind];
  const known = ground.about(onePromise(statement, ground));
  if (!kind) return [`nobody knows this kind: ${statement.kind}`];
  if (!known) return checkVerdict(statement, ground);
  const quantities = countsIn(statement.facts, kind, null);
  return [
    ...checkVerdict(statement, ground),
    ...readStatement(statement, { ...ground, kind, own: known.own, quantities, currency: currencyOf(known.subject) }),
  ];
}

/**
 * What is wrong with a statement: its facts are worked out again from the values, its words made again from the facts, and read as a reader
 * would: every number and every word of direction is a fact. Empty: it is true.
 */
export function checkAgainst(statement: Statement, ground: Ground): string[] {
  if (statement.subject === everything) return checkOfAll(statement, ground);
  const known = ground.about(statement.subject);
  if (!known) return [`nobody knows ‘${statement.subject}’`];
  const kind = kinds.find((one) => one.kind === statement.kind);
  if (!kind) return [`nobody knows this kind: ${statement.kind}`];
  return [...checkAbout(statement, kind, known), ...readStatement(statement, heldOf(statement, kind, known, ground))];
}

/** The same of a statement alone. `materials`: those that the edition was made from. */
export function checkStatement(statement: Statement, materials: readonly Material[]): string[] {
  const ground = groundOf(materials);
  const wrong = ground ? checkAgainst(statement, ground) : ['nothing is known that it could be about'];
  return wrong.map((why) => `${statement.kind}: ${why}: ${statement.words}`);
}
