import type { Statement } from '../../values/statement.ts';
import { capital } from '../locale/en/forms.ts';
import { namesOfTimes } from '../locale/en/reading.ts';
import { kinds } from '../statements/kinds.ts';
import type { Facts, StatementKind } from '../statements/statement-kind.ts';
import type { Material } from '../subject.ts';
import { everything } from '../verdict-of.ts';
import { directionsWithoutFact } from './directions.ts';
import { currencyOf, quantitiesIn } from './fact-quantities.ts';
import { blameIn, lengthsOf, unexplained } from './form.ts';
import { groundOf, type Ground, type Known } from './ground.ts';
import { bareWords, namedBy } from './own-words.ts';
import { numbersWithoutFact } from './said-numbers.ts';

const textsOf = ({ words, headline, brief }: Statement) => [...new Set([words, headline, brief])];
const withoutStop = (words: string): string => words.replace(/\.$/u, '');

/** What is said at any length against what its facts give to say. `ofAll`: of all promises together. */
function checkReading(
  statement: Statement,
  known: Known,
  { against, ofAll }: Pick<Ground, 'against'> & { ofAll: boolean },
): string[] {
  const { subject, own } = known;
  const { facts } = statement;
  const [currency, quantities] = [currencyOf(subject), quantitiesIn(facts, ofAll ? null : subject)];
  const named = namedBy(facts, own);
  return textsOf(statement).flatMap((text) => {
    const bare = bareWords(text, named, own);
    return [
      ...numbersWithoutFact(bare.replace(namesOfTimes, ' '), quantities, currency).map((one) => `no fact for ${one}`),
      ...(bare.match(namesOfTimes) ?? []).map((one) => `no fact for ${one}`),
      ...directionsWithoutFact(bare, facts).map((one) => `no fact for ‘${one}’`),
      ...blameIn(bare, against),
    ];
  });
}

function checkForm(statement: Statement, { longestName, explains }: Ground, known: Known): string[] {
  const names = Object.values(statement.facts).filter((fact) => typeof fact === 'string');
  const explained = `${explains}\n${names.join('\n')}`;
  return [
    ...lengthsOf(statement, longestName),
    ...textsOf(statement).flatMap((text) => unexplained(text, explained, currencyOf(known.subject))),
  ];
}

/** Counts the promises again from their marks, and makes the words again. */
function checkVerdict({ kind, facts, words }: Statement, ground: Ground): string[] {
  const marks = ground.promises().map(({ latest }) => latest?.mark.mark ?? 'none');
  const count = (mark: string) => marks.filter((one) => one === mark).length;
  const right: Facts =
    kind === 'verdict'
      ? { promises: marks.length, judged: marks.length - count('none'), kept: count('kept') }
      : { slipping: count('slipping'), broken: count('broken') };
  const again = kind === 'verdict' ? ground.verdict().title : ground.verdict().off;
  return [
    ...(Object.entries(right).every(([name, fact]) => facts[name] === fact) ? [] : ['counted wrongly']),
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

/**
 * What is wrong with a statement: its facts are worked out again from the values, its words made again from the facts, and read as a reader
 * would: every number and every word of direction is a fact. Empty: it is true.
 */
export function checkAgainst(statement: Statement, ground: Ground): string[] {
  const ofAll = statement.subject === everything;
  const known = ground.about(ofAll ? onePromise(statement, ground) : statement.subject);
  if (!known) return ofAll ? checkVerdict(statement, ground) : [`nobody knows ‘${statement.subject}’`];
  const kind = kinds.find((one) => one.kind === statement.kind);
  if (!ofAll && !kind) return [`nobody knows this kind: ${statement.kind}`];
  return [
    ...checkForm(statement, ground, known),
    ...(kind && !ofAll ? checkAbout(statement, kind, known) : checkVerdict(statement, ground)),
    ...checkReading(statement, known, { against: ground.against, ofAll }),
  ];
}

/** The same of a statement alone. `materials`: those that the edition was made from. */
export function checkStatement(statement: Statement, materials: readonly Material[]): string[] {
  const ground = groundOf(materials);
  const wrong = ground ? checkAgainst(statement, ground) : ['nothing is known that it could be about'];
  return wrong.map((why) => `${statement.kind}: ${why}: ${statement.words}`);
}
