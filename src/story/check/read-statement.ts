/** What is said, as a reader sees it: held against what its facts give to say, and against how all is written. */
import type { Statement } from '../../values/statement.ts';
import { namesOfTimes } from '../locale/en/reading.ts';
import type { OwnFacts } from '../statements/statement-kind.ts';
import { directionsWithoutFact } from './directions.ts';
import type { Quantity } from './fact-quantities.ts';
import { blameIn, lengthsOf, unexplained } from './form.ts';
import { bareWords, namedBy, namesIn, type OwnWords } from './own-words.ts';
import { numbersWithoutFact } from './said-numbers.ts';

export interface Held {
  readonly kind: OwnFacts<never>;
  /** All that its facts give to say. */
  readonly quantities: readonly Quantity[];
  readonly currency: string;
  readonly own: OwnWords;
  /** What holds one team against another; what explains abbreviations; the longest name that a headline may have to hold. */
  readonly against: RegExp | null;
  readonly explains: string;
  readonly longestName: number;
}

const textsOf = ({ words, headline, brief }: Statement) => [...new Set([words, headline, brief])];

/** Every number, time and word of direction is a fact, at any length; nobody is blamed. */
function checkReading(statement: Statement, { kind, quantities, currency, own, against }: Held): string[] {
  const named = namedBy(statement.facts, kind, own);
  const backed = kind.directions(statement.facts);
  return textsOf(statement).flatMap((text) => {
    const bare = bareWords(text, named, own);
    return [
      ...numbersWithoutFact(bare.replace(namesOfTimes, ' '), quantities, currency).map((one) => `no fact for ${one}`),
      ...(bare.match(namesOfTimes) ?? []).map((one) => `no fact for ${one}`),
      ...directionsWithoutFact(bare, backed).map((one) => `no fact for ‘${one}’`),
      ...blameIn(bare, against),
    ];
  });
}

function checkForm(statement: Statement, { kind, explains, longestName, currency }: Held): string[] {
  const explained = [explains, ...namesIn(statement.facts, kind)].join('\n');
  return [
    ...lengthsOf(statement, longestName),
    ...textsOf(statement).flatMap((text) => unexplained(text, explained, currency)),
  ];
}

/** What is wrong with a statement for whoever only reads it. */
export const readStatement = (statement: Statement, held: Held): string[] => [
  ...checkForm(statement, held),
  ...checkReading(statement, held),
];
