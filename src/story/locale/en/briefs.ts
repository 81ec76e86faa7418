/** English: what a sentence says where its metric’s name stands beside it, in at most nine words and without a full stop; from the one that says most to one that always fits. */
import type { Day } from '../../../values/period.ts';
import type { MarkWord, Why } from '../../../values/value.ts';
import type { OutcomeSense } from '../../outcome-sense.ts';
import { withoutUnit } from './amounts.ts';
import { periodNoun } from './beside.ts';
import {
  dayWords,
  inWords,
  listed,
  longDay,
  monthAndYear,
  plainNumber,
  typographic,
  type grainWords,
} from './forms.ts';

type Grain = keyof typeof grainWords;
type Briefs = readonly string[];

const wait = (count: number) => `${plainNumber(count)} still ${count === 1 ? 'waits' : 'wait'}`;
/** Where a level is named in short: one that somebody promised, else a target. */
const underOrOver = {
  promised: { under: 'under what was agreed', over: 'over what was agreed', on: 'just what was agreed' },
  target: { under: 'under the target', over: 'over the target', on: 'just on target' },
} as const;
export type By = keyof typeof underOrOver;
export type Side = keyof (typeof underOrOver)[By];

/** `83%, 7 points under its promise`. */
export const levelBrief = (value: string, soFar: boolean, distance: string, side: Side, by: By): Briefs => {
  const level = `${value}${soFar ? ' so far' : ''}`;
  return [`${level}, ${distance}`, `${level}, ${underOrOver[by][side]}`, level, value];
};
export const levelAloneBrief = (value: string, soFar: boolean, period: string): Briefs => {
  const level = `${value}${soFar ? ' so far' : ''}`;
  return [`${level} ${inPeriod(period)}`, level, value];
};
const inPeriod = (period: string) => (period === 'today' ? period : `in ${period}`);
export const nothingYetBrief: Briefs = ['no period is over yet'];
export const notCountableBrief: Briefs = ['not countable yet'];
export const notKnownBrief = (period: string): Briefs => [`not known for ${period}`, 'not known'];
export const reachedBrief: Briefs = ['the target is reached: nothing to divide by'];
export const distanceBrief = (distance: string, side: Side, by: By): Briefs => [distance, underOrOver[by][side]];

/** `short`: the same amounts as charts say them. */
export const amountsBrief = (part: string, whole: string, short: { part: string; whole: string }): Briefs => [
  `${withoutUnit(part, whole)} of ${whole}`,
  `${short.part} of ${short.whole}`,
];
export const boundsBrief = (low: string, high: string): Briefs => [
  `could be ${low} to ${high}, and the mark another`,
  `could be ${low} to ${high}`,
];
export const closingBrief = (closes: Day): Briefs => [`can still change until ${dayWords(closes)}`];
export const openBrief = (dataOf: Day): Briefs => [`still open: its data is of ${dayWords(dataOf)}`];
export const latelyBrief = (kept: number, judged: number, of: number, grain: Grain): Briefs => {
  const some = kept === 0 ? 'none' : kept === judged ? 'all' : plainNumber(kept);
  return judged === of
    ? [`kept in ${some} of the last ${plainNumber(of)} ${periodNoun[grain]}s`]
    : [`kept in ${some} of ${plainNumber(judged)} ${periodNoun[grain]}s with a mark`];
};
export const maturingBrief = (period: string, periods: number, grain: Grain): Briefs =>
  periods === 1
    ? [`${period} has not had its full time`, `the newest ${periodNoun[grain]} has not had its time`]
    : [`${inWords(periods)} ${periodNoun[grain]}s have not had their full time`];
export const missesBrief = (missing: number, way: 'at least' | 'at most', inTime: boolean): Briefs => [
  `${plainNumber(missing)} ${way === 'at least' ? `more${inTime ? ' in time' : ''}` : 'fewer'} would have kept it`,
];
export const otherWordingBrief = (since: Day): Briefs => [
  `counted by another wording before ${since.endsWith('-01') ? monthAndYear(since) : longDay(since)}`,
];
interface Pace {
  readonly byNow: string;
  readonly target: string;
}
/** `short`: the same as charts say them. */
export const paceBrief = (way: 'at least' | 'at most', told: Pace, short: Pace): Briefs => {
  const say = ({ byNow, target }: Pace) =>
    way === 'at least'
      ? `about ${withoutUnit(byNow, target)} of ${target} due by now`
      : `${target} would allow about ${byNow} by now`;
  return [say(told), say(short), `about ${short.byNow} by now`];
};
interface Restated {
  readonly before: string;
  readonly today: string;
}
/** `mark`: the one that it keeps, where today’s number would have another. */
export const restatementBrief = (mark: MarkWord | null, told: Restated, short: Restated): Briefs => {
  const kept = mark === 'none' ? 'without a mark' : `as ${mark}`;
  const say = ({ before, today }: Restated) =>
    mark === null ? `${before} at its close, ${today} today` : `closed ${kept} at ${before}, ${today} today`;
  return [say(told), say(short), `${short.today} today`];
};
export const reviewBrief = (by: Day): Briefs => [`review was due by ${longDay(by)}`];
export const undatedBrief = (records: number): Briefs => [
  `${plainNumber(records)} ${records === 1 ? 'has' : 'have'} no date`,
];
export const waitingBrief = (waiting: number, marked: boolean): Briefs =>
  marked ? [`${wait(waiting)}, but cannot change the mark`] : [wait(waiting)];

/** Where the running period stands. `value`: null where nothing is judged yet. */
export const soFarBrief = (period: string, value: string | null, waiting: number): Briefs => {
  if (value === null)
    return [`none to judge yet ${inPeriod(period)}: ${wait(waiting)}`, `none to judge yet: ${wait(waiting)}`];
  const stands = `${value} ${inPeriod(period)} so far`;
  const waits = waiting > 0 ? [`${stands}, ${wait(waiting)}`, `${value} so far, ${wait(waiting)}`] : [];
  return [...waits, stands, `${value} so far`];
};
/** Of a share of few records: `November so far: 3 of 4 in time`. */
export const fewSoFarBrief = (period: string, kept: string, waiting: number, sense: OutcomeSense): Briefs => {
  const became = sense === 'in time' ? ' in time' : sense === 'kept' ? ' kept it' : '';
  const waits = waiting > 0 ? `, ${plainNumber(waiting)} ${waiting === 1 ? 'waits' : 'wait'}` : '';
  return [`${period} so far: ${kept}${became}${waits}`, `${kept}${became} so far${waits}`];
};
export const asOfBrief = (day: Day, value: string): Briefs => [`${value} as of ${dayWords(day)}`, value];
export const beganBrief = (period: string, value: string): Briefs => [
  `${period} began at ${value}`,
  `began at ${value}`,
];

type Told = Readonly<Record<'waiting' | 'records', number>> & {
  readonly period: string;
  readonly teams: readonly string[];
};
/** Why there is no mark. */
export const unmarkedBriefs: Record<Why, (told: Told) => Briefs> = {
  'too early': ({ waiting }) => (waiting > 0 ? [`too early to judge: ${wait(waiting)}`] : ['too early to judge']),
  'too few': ({ records }) => [`too few to judge: ${plainNumber(records)}`],
  'no target': () => ['no target is agreed yet'],
  'waiting for agreement': ({ teams }) => [`waiting for ${listed(teams)} to agree`, 'waiting for all to agree'],
  'two wordings': () => ['counted by two wordings, so no mark'],
  'not countable': () => notCountableBrief,
  stale: () => ['the data is too old to judge by'],
  'not known': ({ period }) => [`nothing to judge ${inPeriod(period)}`, 'nothing to judge'],
};

// Whether a number really changed

export const realChangeBrief = (better: boolean | null): Briefs => [
  better === null ? 'real change' : `real change for the ${better ? 'better' : 'worse'}`,
];
export const wobbleBrief: Briefs = ['usual wobble'];
export const tooEarlyBrief: Briefs = ['too early to tell a real change'];
export const tooFewBrief: Briefs = ['too few records to tell a real change'];
export const unmovedBrief = (periods: number, of: number, grain: Grain): Briefs => [
  `the same in ${periods === of ? 'all' : 'the first'} ${plainNumber(periods)} ${periodNoun[grain]}s`,
];
export const carriesOverBrief: Briefs = ['no usual range is drawn'];

// Promises

/** Beside a kept promise, of its pair that is off. */
export const butBrief = (mark: MarkWord): Briefs => [`kept, but its pair is ${mark}`];
export const offBrief = (mark: MarkWord, value: string, distance: string): Briefs => [
  ...(distance ? [`${mark} at ${value}, ${distance}`] : []),
  `${mark} at ${value}`,
  mark,
];
/** `contact 5 waiting leads, the last by 10 November`; where that is too much, only that they wait. `doing`: without its day. */
export const moveBrief = (said: string, doing: string, count: number): Briefs => [
  lower(said),
  lower(doing),
  wait(count),
];
const lower = (said: string) => typographic(said.charAt(0).toLowerCase() + said.slice(1)).replace(/\.$/u, '');
export const agreedMoveBrief = (consequence: string): Briefs => [
  typographic(`as agreed: ${consequence}`),
  'do what was agreed for a break',
];
/** `misses` or `cases` with their number, or how far it lies off. */
export const lookBrief = (period: string, found: string): Briefs => [
  `look at ${period}’s ${found}`,
  `look at ${found}`,
];
export const lookAtBrief = (period: string, distance: string, over: boolean): Briefs => {
  const off = `${distance} ${over ? 'over' : 'short'}`;
  return [`look at it: ${off} ${inPeriod(period)}`, off];
};
export const signBrief: Briefs = ['agree to it, or change it'];

/** `three of five kept`; `judged` of `all` have a mark. */
export function verdictBrief(kept: number, judged: number, all: number): string {
  if (all === 0) return 'nothing promised yet';
  if (judged === 0) return 'none can be judged yet';
  if (judged === 1 && all === 1) return kept === 1 ? 'kept' : 'not kept';
  const some =
    kept === judged ? (judged === 2 ? 'both' : `all ${inWords(judged)}`) : `${inWords(kept)} of ${inWords(judged)}`;
  const rest = all - judged;
  return `${judged === 1 ? (kept === 1 ? 'one' : 'none of one') : some} kept${rest > 0 ? `, ${inWords(rest)} not judged yet` : ''}`;
}
export const offTogetherBrief = (slipping: number, broken: number): string =>
  listed([
    ...(broken > 0 ? [`${inWords(broken)} broken`] : []),
    ...(slipping > 0 ? [`${inWords(slipping)} slipping`] : []),
  ]);
