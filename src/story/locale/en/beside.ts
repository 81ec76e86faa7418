/** English: what stands below a title. */
import { inWords, plainNumber, dayWords, longDay, monthAndYear, grainWords, listed, sentence } from './forms.ts';
import { withoutUnit } from './amounts.ts';
import type { Day } from '../../../values/period.ts';
import type { OutcomeSense } from '../../outcome-sense.ts';
import type { MarkWord } from '../../../values/value.ts';

export const missesWords = (missing: number, way: 'at least' | 'at most', inTime: boolean) =>
  sentence(
    `${inWords(missing)} ${way === 'at least' ? `more${inTime ? ' in time' : ''}` : 'fewer'} would have kept it`,
  );
/** `nouns`: what waits, `qualified lead`; '' where its number says enough. `marked`: whether there is a mark that they cannot change. */
export const waitingWords = (period: string, waiting: number, nouns: string, marked: boolean) =>
  sentence(
    `${inWords(waiting)}${nouns ? ` ${nouns}` : ''} of ${period} still ${waiting === 1 ? 'waits' : 'wait'}${marked ? ', but cannot change the mark' : ''}`,
  );
/** What a share of an amount is made of: `That is 185,000 of 203,000 euros.`; of a share of nothing, `none`. */
export const amountsWords = (part: string | null, whole: string) =>
  sentence(`That is ${part === null ? none : withoutUnit(part, whole)} of ${whole}`);
/** Where an earlier period stood after as much time; goes after a sentence about the running one. `value`: null where it is the same. */
export const atThisPointWords = (value: string | null, period: string) =>
  value === null ? `, the same as at this point in ${period}` : `, against ${value} at this point in ${period}`;
export const nothing = 'nothing';
export const none = 'none';
/** How many wait, last of all: parted from what another period is said to have been. */
const andWait = (waiting: number, against: string) =>
  waiting > 0 ? `${against ? ';' : ','} ${plainNumber(waiting)} still ${waiting === 1 ? 'waits' : 'wait'}` : '';
/** `against`: an `atThisPointWords`, or ''. */
export const soFarWords = (period: string, value: string, waiting: number, against: string) =>
  sentence(`${period} stands at ${value} so far${against}${andWait(waiting, against)}`);
export const fewSoFarWords = (
  period: string,
  kept: string,
  waiting: number,
  { sense, against }: { sense: OutcomeSense; against: string },
) => {
  const became = sense === 'in time' ? ' in time' : sense === 'kept' ? ' kept it' : '';
  return sentence(`${period} so far: ${kept}${became}${against}${andWait(waiting, against)}`);
};
/** Of what carries over, how it stands on the day of the data. */
export const asOfWords = (day: Day, value: string, against: string) =>
  sentence(`As of ${dayWords(day)} it is ${value}${against}`);
/** Of what stays as it was when the period began. */
export const beganWords = (period: string, value: string) => sentence(`${period} began at ${value}`);
/** `none`: `none` or `nothing`; `against`: as above; `neither`: the period before, where that had nothing either. */
export const nothingSoFarWords = (
  period: string,
  { none: no, waiting, against, neither }: { none: string; waiting: number; against: string; neither: string },
) => {
  const then = neither ? `, as at this point in ${neither}` : against;
  return sentence(`${no} in ${period} so far${then}${andWait(waiting, then)}`);
};
export const onlyWaitingWords = (period: string, waiting: number) =>
  sentence(`${period} has none to judge yet: ${plainNumber(waiting)} ${waiting === 1 ? 'waits' : 'wait'}`);
export const latelyWords = (kept: number, judged: number, of: number, grain: keyof typeof grainWords) => {
  const all = `the last ${plainNumber(of)} ${grainWords[grain]}`;
  if (judged === of)
    return sentence(`Kept in ${kept === 0 ? none : kept === judged ? 'all' : plainNumber(kept)} of ${all}`);
  const some = kept === 0 ? none : kept === judged ? 'all of them' : inWords(kept);
  return sentence(`${inWords(judged)} of ${all} can be judged; ${some} kept it`);
};
export const otherWordingWords = (since: Day) =>
  sentence(`Counted by another wording before ${since.endsWith('-01') ? monthAndYear(since) : longDay(since)}`);
/** `lacks`: the fields that some records lack, as they are called. */
export const boundsWords = (low: string, high: string, lacks: readonly string[]) =>
  sentence(
    `Some records lack ${lacks.length > 0 && lacks.length < 4 ? `their ${listed(lacks)}` : 'what it needs'}: filled in, the number could be ${low} to ${high}, and the mark another`,
  );
/** Where the running period should stand by now to come to what was agreed for it. */
export const paceWords = ({ period, byNow, target, way }: Pace) =>
  sentence(
    way === 'at least'
      ? `At an even pace, about ${withoutUnit(byNow, target)} of ${period}’s ${target} would be due by now`
      : `At an even pace, ${period}’s ${target} would allow about ${byNow} by now`,
  );
interface Pace {
  readonly period: string;
  readonly byNow: string;
  readonly target: string;
  readonly way: 'at least' | 'at most';
}
/** `mark`: the one that it keeps, where today's number would have another. */
export const restatementWords = ({ period, before, today, mark }: Restatement) => {
  if (mark === null) return sentence(`When ${period} closed it was ${before}; today it is ${today}`);
  const kept = mark === 'none' ? 'without a mark' : `as ${mark}`;
  return sentence(`${period} closed ${kept} at ${before}, and that stands; today it is ${today}`);
};
interface Restatement {
  readonly period: string;
  readonly before: string;
  readonly today: string;
  readonly mark: MarkWord | null;
}
export const reviewWords = (by: Day) => sentence(`The teams were to review this by ${longDay(by)}`);
export const undatedWords = (records: string, one: boolean, grain: keyof typeof grainWords) =>
  sentence(`${records} ${one ? 'has' : 'have'} no date and so ${one ? 'stands' : 'stand'} in no ${periodNoun[grain]}`);
export const periodNoun: Record<keyof typeof grainWords, string> = {
  day: 'day', week: 'week', month: 'month', quarter: 'quarter', year: 'year', all: 'period', undated: 'period',
}; // prettier-ignore
export const closingWords = (period: string, closes: Day) =>
  sentence(`${period} stays open until ${dayWords(closes)}: what is recorded by then can still change it`);
/** `dataOf`: of which day its data is, where the day that it was to close on has passed. */
export const openWords = (period: string, dataOf: Day) =>
  sentence(`${period} is still open here: this number reads data of ${dayWords(dataOf)}`);
/** `periods`: how many there are from the first to the last. */
export const maturingWords = (first: string, last: string, periods: number, grain: keyof typeof grainWords) =>
  sentence(
    periods === 1
      ? `${first} has not had its full time yet`
      : periods === 2
        ? `${first} and ${last} have not had their full time yet`
        : `From ${first} to ${last}, no ${periodNoun[grain]} has had its full time yet`,
  );

export const unmarkedWords = {
  'too early': (period: string, waiting: string, one: boolean) =>
    sentence(`Too early to judge ${period}: ${waiting} still ${one ? 'waits' : 'wait'} and could change the mark`),
  'too few': (period: string, records: string) => sentence(`Too few to judge ${period}: ${records}`),
  'no target': () => sentence('No target is agreed for this yet'),
  'waiting for agreement': (teams: readonly string[]) => sentence(`Waiting for ${listed(teams)} to agree`),
  'two wordings': (period: string) => sentence(`${period} was counted by two wordings, so it has no mark`),
  'not countable': (missing: readonly string[]) =>
    sentence(
      `Not countable yet: no source maps ${listed(missing.length > 3 ? [...missing.slice(0, 2), `${plainNumber(missing.length - 2)} more`] : missing)}`,
    ),
  stale: () => sentence('The data is too old to judge by'),
  'not known': (period: string) => sentence(`There was nothing to judge in ${period}`),
};
