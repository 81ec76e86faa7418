/** English: a number beside those of other periods, records, runs of marks, and a year ago. */
import { counted, inWords, plainNumber, sentence, type grainWords } from './forms.ts';
import { periodNoun } from './beside.ts';

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
export const none = 'none';
export const nothing = 'nothing';

/** Of one number of two periods: `20 both in September and in October 2025`. */
const twice = (one: Beside, other: Beside) =>
  one.said === none || one.said === nothing
    ? `${one.said} ${one.when}, nor ${other.when}`
    : `${one.said} ${one.alike ? '' : 'both '}${one.when} and ${other.when}`;

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
export const yearAgoWords = 'a year ago';
/** Of an older period than those of the last year. */
export const yearBeforeWords = 'a year before';
/** `77% in September, 80% a year ago`. */
export const besideBrief = (beside: readonly Pick<Beside, 'said' | 'when'>[]) =>
  beside.map(({ said, when }) => `${said} ${when}`).join(', ');

// Records

/** What a number is of, for superlatives: `pieces` are counted, an `amount` adds up, a `time` is long or short, a `level` high or low. */
export type Sort = 'pieces' | 'amount' | 'time' | 'level';
type Side = 'highest' | 'lowest';

const superlatives: Record<
  Sort,
  Record<Side, { readonly most: string; readonly as: string; readonly more: string }>
> = {
  pieces: {
    highest: { most: 'has the most', as: 'has as many as', more: 'had more' },
    lowest: { most: 'has the fewest', as: 'has as few as', more: 'had fewer' },
  },
  amount: {
    highest: { most: 'has the most', as: 'has as much as', more: 'had more' },
    lowest: { most: 'has the least', as: 'has as little as', more: 'had less' },
  },
  time: {
    highest: { most: 'has the longest', as: 'is as long as', more: 'had a longer one' },
    lowest: { most: 'has the shortest', as: 'is as short as', more: 'had a shorter one' },
  },
  level: {
    highest: { most: 'is the highest', as: 'is as high as', more: 'was higher' },
    lowest: { most: 'is the lowest', as: 'is as low as', more: 'was lower' },
  },
};

/** `the lowest of 22 months`. */
const ofAll = (of: number, grain: Grain) => `of ${counted(of, periodNoun[grain], `${periodNoun[grain]}s`)}`;
/** Of a length it is the time that is long, not the month. */
const timeOf = (sort: Sort) => (sort === 'time' ? ' time' : '');

interface Most {
  readonly sort: Sort;
  readonly side: Side;
  readonly period: string;
}

/** `October is the lowest of 22 months.` */
export const recordWords = ({ sort, side, period }: Most, of: number, grain: Grain) =>
  sentence(`${period} ${superlatives[sort][side].most}${timeOf(sort)} ${ofAll(of, grain)}`);
/** `October is the highest since March 2025.` */
export const recordSinceWords = ({ sort, side, period }: Most, since: string) =>
  sentence(`${period} ${superlatives[sort][side].most}${timeOf(sort)} since ${since}`);
/** `October is as high as March 2025, and no month between was higher.` */
export const tieWords = ({ sort, side, period }: Most, like: string, grain: Grain) => {
  const { as, more } = superlatives[sort][side];
  const [one, other] = sort === 'time' ? [`the time of ${period}`, `that of ${like}`] : [period, like];
  return sentence(`${one} ${as} ${other}, and no ${periodNoun[grain]} between ${more}`);
};
const bare = (sort: Sort, side: Side) => `${superlatives[sort][side].most.replace(/^\w+ /u, '')}${timeOf(sort)}`;
export const recordBrief = (sort: Sort, side: Side, of: number, grain: Grain) =>
  `${bare(sort, side)} ${ofAll(of, grain)}`;
export const recordSinceBrief = (sort: Sort, side: Side, since: string) => `${bare(sort, side)} since ${since}`;
export const tieBrief = (sort: Sort, side: Side, like: string) =>
  `${superlatives[sort][side].as.replace(/^\w+ /u, '')} ${sort === 'time' ? 'that of ' : ''}${like}`;

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
  none: (period, when) => sentence(`what ${period} has was not counted ${when}`),
  'not known': (period, when) => sentence(`what ${period} had ${when} is not known`),
  nothing: (period, when) => sentence(`there was nothing to set ${period} against ${when}`),
  few: (period, when) => sentence(`too few records to compare ${period} with ${when}`),
  open: (period, when) => sentence(`too early to compare ${period} with ${when}: records still wait`),
  reworded: (period, when) => sentence(`what ${period} has was counted another way ${when}`),
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
