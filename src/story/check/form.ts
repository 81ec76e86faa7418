/** How a statement is written, whatever it says: how long, how it ends, and what none may hold. */
import type { Statement } from '../../values/statement.ts';
import type { Agreement } from '../../values/agreement.ts';
import { mostBriefWords, mostWords, wordsIn } from '../count-words.ts';
import {
  abbreviations,
  againstWhom,
  causeWords,
  currencyNames,
  scoreWords,
  unfinishedWords,
} from '../locale/en/reading.ts';
import { longestHeadline } from '../statements/statement-kind.ts';

/** What is wrong with a statement's lengths and ends. A name that no one may shorten may make a headline longer than it should be. */
export function lengthsOf({ words, headline, brief }: Statement, longestName: number): string[] {
  const room = Math.max(longestHeadline, longestName);
  return [
    ...(wordsIn(words) > mostWords ? [`more than ${mostWords} words`] : []),
    ...(wordsIn(brief) > mostBriefWords ? [`brief with more than ${mostBriefWords} words: ${brief}`] : []),
    ...(headline.length > room ? [`headline of more than ${longestHeadline} characters: ${headline}`] : []),
    ...(/[.]$/u.test(words) ? [] : ['no full stop']),
    ...(/[.]$/u.test(headline) || /[.]$/u.test(brief) ? ['a stop after a headline or a brief'] : []),
    ...[words, headline, brief]
      .filter((text) => text.trim() === '' || unfinishedWords.test(text))
      .map((text) => `unfinished: ${text}`),
  ];
}

/** What no sentence of ours says: a cause, or who is ahead of whom. `bare`: without the agreement's own words; `against`: an `againstTeams`. */
export function blameIn(bare: string, against: RegExp | null): string[] {
  const [cause] = causeWords.exec(bare) ?? [];
  const [score] = scoreWords.exec(bare) ?? [];
  const [whom] = against?.exec(bare) ?? [];
  return [
    ...(cause === undefined ? [] : [`claims a cause: ${cause}`]),
    ...(score === undefined ? [] : [`keeps a score: ${score}`]),
    ...(whom === undefined ? [] : [`holds one against another: ${whom}`]),
  ];
}

/** What holds one against a team of the agreement; null where it has none. */
export function againstTeams({ teams }: Pick<Agreement, 'teams'>): RegExp | null {
  const names = teams.flatMap(({ name, inText }) => [name, inText]);
  return names.length > 0 ? againstWhom(names) : null;
}

/** Abbreviations that the vocabulary, the company's, the teams' and the metrics' names do not explain. `known`: all of these as one text. */
export function unexplained(text: string, known: string, currency: string): string[] {
  const without = currencyNames(currency).reduce((left, name) => left.replaceAll(name, ' '), text);
  const found = without.match(abbreviations) ?? [];
  return found.filter((one) => !known.includes(one)).map((one) => `not explained by the vocabulary: ${one}`);
}

/** What explains abbreviations: the words of the vocabulary, and the names that a company goes by. */
export function explaining({ company, teams, terms, metrics }: Agreement): string {
  return [
    company.name,
    ...teams.flatMap(({ name, inText }) => [name, inText]),
    ...terms.flatMap(({ name, plural, alsoCalled, inWords }) => [name, plural, ...alsoCalled, inWords]),
    ...metrics.map(({ title }) => title),
  ].join('\n');
}
