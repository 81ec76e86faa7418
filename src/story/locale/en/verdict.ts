/** English: whether we keep our promises, what is off, and whose move it is. */
import {
  asOfToday,
  small,
  plainNumber,
  inWords,
  counted,
  dayWords,
  listed,
  sentence,
  quoted,
  type Noun,
  singular,
} from './forms.ts';
import type { Day } from '../../../values/period.ts';

/** `in October`; `today`. */
const inPeriod = (period: string) => (period === asOfToday ? period : `in ${period}`);

/** Are we keeping our promises? `judged` of `all` have a mark; `period` is '' where they are not of one period. */
export function verdictWords(kept: number, judged: number, all: number, period: string): string {
  const when = period ? ` ${inPeriod(period)}` : '';
  if (all === 0) return 'We have not promised each other anything yet.';
  if (judged === 0)
    return sentence(
      all === 1 ? 'Our promise cannot be judged yet' : `None of our ${inWords(all)} promises can be judged yet`,
    );
  const ours = judged === all ? `our ${inWords(all)} promises` : `the ${inWords(judged)} promises that can be judged`;
  if (judged === 1) {
    const one = all === 1 ? 'our promise' : 'the one promise that can be judged';
    return sentence(`We ${kept === 1 ? 'kept' : 'did not keep'} ${one}${when}`);
  }
  if (kept === judged) {
    const whole = judged === 2 ? 'both' : `all ${inWords(judged)}`;
    return sentence(
      `We kept ${judged === all ? `${whole} of our promises` : `${whole} promises that can be judged`}${when}`,
    );
  }
  return sentence(`We kept ${inWords(kept)} of ${ours}${when}`);
}

/** What is off, in one sentence. `whose`: of the promises that were just told of, or of the numbers of a list. */
export function offTogetherWords(
  { slipping, broken, whose }: { slipping: readonly string[]; broken: readonly string[]; whose: 'promises' | 'these' },
  fits: (sentence: string) => boolean,
): string {
  const named = (titles: readonly string[], word: string) =>
    titles.length > 0 ? [`${listed(titles.map(quoted))} ${titles.length === 1 ? 'is' : 'are'} ${word}`] : [];
  const whole = sentence([...named(broken, 'broken'), ...named(slipping, 'slipping')].join('; '));
  if (fits(whole)) return whole;
  const amount = (count: number, word: string) =>
    count > 0 ? [`${inWords(count)} ${count === 1 ? 'is' : 'are'} ${word}`] : [];
  const amounts = listed([...amount(broken.length, 'broken'), ...amount(slipping.length, 'slipping')]);
  return sentence(whose === 'these' ? `of these numbers, ${amounts}` : amounts);
}

/** An imperative with its count and day. `last`: they run out one after another until then. */
export function moveWords(move: string, count: number, by: Day | null, last: boolean, nouns: readonly Noun[]): string {
  const said = (count === 1 ? singular(move, nouns) : move).replaceAll('{count}', plainNumber(count));
  return sentence(`${said}${by ? `${last && count > 1 ? ', the last by' : ' by'} ${dayWords(by)}` : ''}`);
}
/** What was agreed for a break; `in a row`: how many broken periods it takes, as the agreement says it. */
export const agreedMoveWords = (title: string, consequence: string) =>
  sentence(`As agreed for ${quoted(title)}: ${consequence}`);

/** `two months in a row`: how many; null for anything else. */
export function inARow(condition: string): number | null {
  const [, count = ''] = /^(\w+) (?:days|weeks|months|quarters|years) in a row$/.exec(condition.trim()) ?? [];
  const number = Number.isInteger(Number.parseInt(count, 10))
    ? Number.parseInt(count, 10)
    : (small as readonly string[]).indexOf(count);
  return number > 0 ? number : null;
}
export const missesFoundWords = (missed: number) => counted(missed, 'miss', 'misses');
export const casesWords = (cases: number) => counted(cases, 'case', 'cases');
export const lookAtMissedWords = (title: string, period: string, missed: number) =>
  sentence(`Look at ${period}’s ${missesFoundWords(missed)} in ${quoted(title)}`);
/** Of what should be rare. */
export const lookAtCasesWords = (title: string, period: string, cases: number) =>
  sentence(`Look at ${period}’s ${casesWords(cases)} in ${quoted(title)}`);
export const lookAtWords = (title: string, period: string, distance: string, over: boolean) =>
  sentence(`Look at ${quoted(title)}: ${distance} ${over ? 'over' : 'short'} ${inPeriod(period)}`);
/** `by`: the day that has passed. */
export const reviewMoveWords = (title: string, by: Day) =>
  sentence(`Look again at what ${quoted(title)} asks: that was due by ${dayWords(by)}`);
export const signMoveWords = (title: string) => sentence(`Agree to ${quoted(title)}, or change it`);
