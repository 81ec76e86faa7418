/** English: the pages of promises and partners. */
import { periodNoun } from './beside.ts';
import { counted, inWords, listed, plainNumber, sentence, type grainWords } from './forms.ts';
import { groupNoun } from './parts.ts';

type Grain = keyof typeof grainWords;

/** How many of the periods that a row of marks shows had which mark. */
export interface MarksCounted {
  readonly periods: number;
  readonly kept: number;
  readonly slipping: number;
  readonly broken: number;
  /** Without a mark. */
  readonly none: number;
}

const periodsOf = (periods: number, grain: Grain) =>
  counted(periods, periodNoun[grain], `${periodNoun[grain]}s`).replace(/^1 /u, 'one ');

/** `kept in 7 of 12 months, slipping in three, broken in two`. */
function countedPhrase({ periods, kept, slipping, broken, none }: MarksCounted, grain: Grain): string {
  const all = periodsOf(periods, grain);
  if (none === periods) return periods === 1 ? `the ${periodNoun[grain]} has no mark` : `no mark in any of ${all}`;
  if (kept === periods) return periods === 1 ? `kept in ${all}` : `kept in all ${all}`;
  const first = `kept in ${kept === 0 ? 'none' : plainNumber(kept)} of ${all}`;
  const rest = [
    ...(slipping > 0 ? [`slipping in ${inWords(slipping)}`] : []),
    ...(broken > 0 ? [`broken in ${inWords(broken)}`] : []),
    ...(none > 0 ? [`no mark in ${inWords(none)}`] : []),
  ];
  return [first, ...rest].join(', ');
}

/** `Kept in 7 of 12 months, slipping in three, broken in two.` */
export const marksCountedWords = (counts: MarksCounted, grain: Grain) => sentence(countedPhrase(counts, grain));
/** The same with fewer words, where its metric’s name stands beside it. */
export const marksCountedBrief = ({ periods, kept, none }: MarksCounted, grain: Grain) =>
  none === periods
    ? `no mark in ${periodsOf(periods, grain)}`
    : `kept in ${kept === 0 ? 'none' : kept === periods ? 'all' : plainNumber(kept)} of ${periodsOf(periods, grain)}`;

// Whom a promise pauses

export interface PausedTold {
  readonly paused: readonly string[];
  readonly members: number;
  readonly dimension: string;
  /** `50%`. */
  readonly below: string;
  readonly periods: number;
  readonly grain: Grain;
}

const forHowLong = ({ below, periods, grain }: PausedTold) =>
  `below ${below} for ${inWords(periods)} ${periodNoun[grain]}${periods === 1 ? '' : 's in a row'}`;

/** `One of four partners is to be paused`; `the one partner`, where there is no other. */
function whoIsPaused({ paused, members, dimension }: PausedTold): string {
  const { one, many } = groupNoun(dimension, 'name');
  if (members === 1) return `the one ${one} is ${paused.length === 0 ? 'not ' : ''}to be paused`;
  const some = paused.length === 0 ? 'none' : inWords(paused.length);
  return `${some} of ${inWords(members)} ${many} ${paused.length > 1 ? 'are' : 'is'} to be paused`;
}

/** `One of four partners is to be paused: Nordlicht, below 50% for two years in a row.` */
export const pausedWords = (told: PausedTold): string =>
  sentence(
    told.paused.length === 0 ? whoIsPaused(told) : `${whoIsPaused(told)}: ${listed(told.paused)}, ${forHowLong(told)}`,
  );
/** The same where the names would be too many. */
export const pausedManyWords = (told: PausedTold) => sentence(`${whoIsPaused(told)}: ${forHowLong(told)}`);
export const pausedBrief = ({ paused, members }: PausedTold) =>
  `${paused.length === 0 ? 'none' : inWords(paused.length)} of ${inWords(members)} to be paused`;

// All promises together

/** How many promises have no mark, by why. */
export interface Unmarked {
  readonly all: number;
  readonly none: number;
  readonly unsigned: number;
  readonly few: number;
  readonly early: number;
}

const some = (count: number, one: string, many: string) =>
  count > 0 ? [`${inWords(count)} ${count === 1 ? one : many}`] : [];

/** `Of nine promises, three have no mark: one waits for a yes, one has too few records, for one it is too early.` */
export function unmarkedPromisesWords({ all, none, unsigned, few, early }: Unmarked): string {
  const whys = [
    ...some(unsigned, 'waits for a yes', 'wait for a yes'),
    ...some(few, 'has too few records', 'have too few records'),
    ...(early > 0 ? [`for ${inWords(early)} it is too early`] : []),
  ];
  const lead = `of ${inWords(all)} ${all === 1 ? 'promise' : 'promises'}, ${inWords(none)} ${none === 1 ? 'has' : 'have'} no mark`;
  return sentence(whys.length > 0 ? `${lead}: ${listed(whys)}` : lead);
}
export const unmarkedPromisesBrief = ({ all, none }: Pick<Unmarked, 'all' | 'none'>) =>
  `${inWords(none)} of ${inWords(all)} ${none === 1 ? 'has' : 'have'} no mark`;

// What stands around them

export const promisesPage = {
  name: 'Promises',
  question: 'What did we promise each other, and do we keep it?',
  /** `Sales promised marketing`. */
  promised: (by: string, to: string) => `${by} promised ${to}`,
  together: 'Promised together',
  agreed: (level: string) => `agreed: ${level}`,
  ifBroken: 'If broken:',
  signed: (teams: string, on: string) => `Agreed by ${teams} on ${on}.`,
  waitsFor: (teams: string) => `Waiting for ${teams} to agree`,
  nobodySigned: 'No yes is written down yet.',
  review: (day: string) => `To be reviewed by ${day}.`,
  reviewDue: (day: string) => `Review overdue: it was to be by ${day}.`,
  record: (first: string, last: string) => `The record from ${first} to ${last}`,
} as const;

export const partnersPage = {
  promises: 'What partners promised, partner by partner',
  leads: 'What became of the leads',
  byName: 'By name: nobody is ranked.',
  few: 'A ring is no mark: fewer than ten leads are too few to judge by.',
  record: 'Record',
  lead: 'Partner',
  judged: 'Mark',
  stretch: (first: string, last: string) => `${first} to ${last}`,
  noRecords: 'none yet',
  waiting: (count: string) => `${count} waiting`,
  all: 'All',
  caption: (title: string) => `${title}, by partner`,
  leadsCaption: 'What became of the leads, by partner. Pale numbers come from too few records to judge.',
} as const;
