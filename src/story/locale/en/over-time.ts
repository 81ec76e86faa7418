/** English: a number beside those of other periods, records, runs of marks, and a year ago. */
import { counted, inWords, plainNumber, sentence, type grainWords } from './forms.ts';
import { none, nothing, periodNoun } from './beside.ts';

type Grain = keyof typeof grainWords;

// What it is compared with

/** `in September`; of what carries over `at the end of September`, of what stays as it began `at the start of September`. */
export const whenWords = (period: string, stands: 'now' | 'begun' | null) =>
  stands === null ? `in ${period}` : `at the ${stands === 'now' ? 'end' : 'start'} of ${period}`;

/** Another period's number. `alike`: it is the newest one's, or nearly; its words stand in the number's place. */
export interface Beside {
  readonly said: string;
  readonly when: string;
  readonly alike: boolean;
}

export const theSame = 'the same';
export const littleApart = 'about the same';

/** Of one number of two periods: `20 in September and in October 2025`. */
const twice = (one: Beside, other: Beside) =>
  one.said === none || one.said === nothing
    ? `${one.said} ${one.when}, nor ${other.when}`
    : `${one.said} ${one.when} and ${other.when}`;

/** `It was 77% in September and 80% in October 2025.` `pieces`: of what is counted in pieces it is said that there were so many. */
export function besideWords(beside: readonly Beside[], pieces: boolean): string {
  const [first, second] = beside.toSorted((one, other) => Number(other.alike) - Number(one.alike));
  if (!first) return '';
  const there = pieces && !first.alike;
  const begins = there ? `there ${first.said === '1' ? 'was' : 'were'}` : 'it was';
  if (!second) return sentence(`${begins} ${first.said} ${first.when}`);
  if (first.said === second.said) return sentence(`${begins} ${twice(first, second)}`);
  const joined = `${first.said} ${first.when}${first.alike ? ',' : ''} and ${second.said} ${second.when}`;
  return sentence(`${begins} ${joined}`);
}

/** How far the newest number lies from another period's: `9 points less than in September`. */
export const apartWords = (distance: string, more: boolean, pieces: boolean, than: string) =>
  `${moreBy(distance, more, pieces)} than ${than}`;
export const thatIs = (apart: readonly string[]) => sentence(`that is ${apart.join(' and ')}`);
/** `recent`: whether it is said of one of the last year's periods. */
export const yearAgoWords = (recent: boolean) => (recent ? 'a year ago' : 'a year before');
/** `77% in September`. */
export const besideBrief = ({ said, when }: Beside) => `${said} ${when}`;

// Records

/** What a number is of, for superlatives: `pieces` are counted, an `amount` adds up, a `time` is long or short, a `level` high or low. */
export type Sort = 'pieces' | 'amount' | 'time' | 'level';
type Side = 'highest' | 'lowest';

const superlatives: Record<Sort, Record<Side, { readonly most: string; readonly as: string }>> = {
  pieces: {
    highest: { most: 'has the most', as: 'had as many' },
    lowest: { most: 'has the fewest', as: 'had as few' },
  },
  amount: {
    highest: { most: 'has the most', as: 'had as much' },
    lowest: { most: 'has the least', as: 'had as little' },
  },
  // Of a length it is the time that is long, not the month.
  time: {
    highest: { most: 'has the longest time', as: 'had the same' },
    lowest: { most: 'has the shortest time', as: 'had the same' },
  },
  level: {
    highest: { most: 'is the highest', as: 'was as high' },
    lowest: { most: 'is the lowest', as: 'was as low' },
  },
};

interface Most {
  readonly sort: Sort;
  readonly side: Side;
}

/** `is the lowest of 22 months`, `has the most in 22 months`; `since`: in the place of them all, the period that was as high or higher. */
const mostWords = ({ sort, side }: Most, of: number, grain: Grain, since: string) =>
  `${superlatives[sort][side].most} ${since ? `since ${since}` : `${sort === 'level' ? 'of' : 'in'} ${counted(of, periodNoun[grain], `${periodNoun[grain]}s`)}`}`;

/** `October is the lowest of 22 months.` `tie`: whether the period that is named had the very same number. */
export const recordWords = (period: string, most: Most, { of, grain, since, tie }: Ranked) =>
  sentence(
    `${period} ${mostWords(most, of, grain, since)}${tie ? `, which ${superlatives[most.sort][most.side].as}` : ''}`,
  );
/** `the lowest of 22 months`. */
export const recordBrief = (most: Most, { of, grain, since }: Ranked) =>
  mostWords(most, of, grain, since).replace(/^\w+ /u, '');

interface Ranked {
  readonly of: number;
  readonly grain: Grain;
  readonly since: string;
  readonly tie: boolean;
}

// Runs of marks

export type Run = 'kept' | 'slipping' | 'broken' | 'off';
const runs: Record<Run, string> = {
  kept: 'kept',
  slipping: 'slipping',
  broken: 'broken',
  off: 'not kept',
};
/** `kept five months in a row`. */
export const streakBrief = (run: Run, periods: number, grain: Grain) =>
  `${runs[run]} ${run === 'kept' ? '' : 'for '}${inWords(periods)} ${periodNoun[grain]}s in a row`;
/** `Not kept for three months in a row, since August.` */
export const streakWords = (run: Run, periods: number, grain: Grain, since: string) =>
  sentence(`${streakBrief(run, periods, grain)}, since ${since}`);

// Against a year ago

/** How much more or less a number is, after which `thanThen` may stand. */
export const moreBy = (distance: string, more: boolean, fewer: boolean) =>
  `${distance} ${more ? 'more' : fewer ? 'fewer' : 'less'}`;
export const longerBy = (distance: string, longer: boolean) => `${distance} ${longer ? 'longer' : 'shorter'}`;
export const laterBy = (distance: string, later: boolean) => `${distance} ${later ? 'later' : 'earlier'}`;
/** `2.4 times as many`; of what is not counted in pieces, `as much`. */
export const timesAs = (times: number, many: boolean) =>
  `${times === 2 ? 'twice' : `${plainNumber(times)} times`} as ${many ? 'many' : 'much'}`;
export const percent = (part: number) => `${plainNumber(Math.round(part * 100))}%`;
export const thanThen = (when: string) => `than ${when}`;
export const asThen = (when: string) => `as ${when}`;

/** What a row says where two numbers can't be compared, and what a heading may say instead of its end. */
export const yearAgoUnknown = {
  none: (when: string) => ({ says: 'not counted', against: when }),
  'not known': (when: string) => ({ says: 'not known', against: when }),
  nothing: (when: string) => ({ says: 'nothing', against: when }),
  few: (when: string) => ({ says: 'too few to compare', against: `with ${when}` }),
  open: (when: string) => ({ says: 'too early to compare', against: `with ${when}` }),
  reworded: (when: string) => ({ says: 'counted another way', against: when }),
} as const;
export type Unknown = keyof typeof yearAgoUnknown;

/** The same as sentences. */
export const yearAgoUnknownWords: Record<Unknown, (period: string, when: string) => string> = {
  none: (period, when) => sentence(`${period} was not counted ${when}`),
  'not known': (period, when) => sentence(`${period}’s number of ${when} is not known`),
  nothing: (period, when) => sentence(`there was nothing to set ${period} against ${when}`),
  few: (period, when) => sentence(`too few records to compare ${period} with ${when}`),
  open: (period, when) => sentence(`too early to compare ${period} with ${when}: records still wait`),
  reworded: (period, when) => sentence(`${period} was counted another way ${when}`),
};

export type YearVerb = 'has' | 'is' | 'took';
const verbs = {
  has: { adds: 'has', now: 'ended with', begun: 'began with' },
  is: { adds: 'is', now: 'ended', begun: 'began' },
  took: { adds: 'took', now: 'took', begun: 'took' },
} as const satisfies Record<YearVerb, unknown>;

/** `October has 9% more than a year ago.` `said`: how it compares; of what carries over a period ends or begins with it. */
export const sinceYearWords = (period: string, said: string, verb: YearVerb, stands: 'now' | 'begun' | null) =>
  sentence(`${period} ${verbs[verb][stands ?? 'adds']} ${said}`);
/** A share or a rate lies above or below. */
export const aboveThen = (distance: string, above: boolean, when: string) =>
  `${distance} ${above ? 'above' : 'below'} ${when}`;
