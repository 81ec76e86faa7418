/** English: what is new since the last time, and what is worth celebrating. */
import type { Day } from '../../../values/period.ts';
import type { MarkWord } from '../../../values/value.ts';
import { asOfToday, capital, dayWords, grainWords, inWords, plainNumber, quoted, sentence } from './forms.ts';

/** `for October`; '' for what is counted as things stand. */
const forPeriod = (period: string) => (period === asOfToday ? '' : ` for ${period}`);
const stood = (mark: MarkWord) => (mark === 'none' ? 'had no mark' : `was ${mark}`);

/** `earlier`, `now`: the periods; one and the same, where that was judged anew. */
export interface Turned {
  readonly title: string;
  readonly day: Day;
  readonly earlier: string;
  readonly before: MarkWord;
  readonly now: string;
  readonly mark: MarkWord;
}

export function turnedWords({ title, day, earlier, before, now, mark }: Turned): string {
  if (earlier === now)
    return sentence(`${quoted(title)} is ${mark}${forPeriod(now)}; on ${dayWords(day)} it ${stood(before)}`);
  return sentence(`${quoted(title)} ${stood(before)}${forPeriod(earlier)}, and is ${mark}${forPeriod(now)}`);
}
export const turnedBriefs = ({ earlier, before, now, mark }: Turned): string[] => [
  ...(earlier === now ? [] : [`${stood(before)}${forPeriod(earlier)}, ${mark}${forPeriod(now)}`]),
  `${mark}; before it ${stood(before)}`,
];

const andWaiting = (waiting: number) => (waiting > 0 ? ` with ${plainNumber(waiting)} waiting` : '');

/** What a period was told to be, and what it comes to now. `state`: whether it was over then and is now, ended meanwhile, or still runs. */
export interface Read {
  readonly title: string;
  readonly day: Day;
  readonly period: string;
  readonly state: 'over' | 'ended' | 'so far';
  readonly before: string;
  readonly waitedThen: number;
  readonly today: string;
  readonly waits: number;
}

const nowWords = { over: 'now', ended: 'now that it is over', 'so far': 'so far now' } as const;

function readBoth({ day, state, before, waitedThen, today, waits }: Read): string {
  const [then, now] = [`${before}${andWaiting(waitedThen)}`, `${today}${andWaiting(waits)}`];
  const parted = waitedThen + waits > 0 ? ';' : ',';
  return `${then}${state === 'ended' ? ' so far' : ''} on ${dayWords(day)}${parted} ${now} ${nowWords[state]}`;
}

export const readWords = (read: Read): string =>
  sentence(`${quoted(read.title)}${forPeriod(read.period)}: ${readBoth(read)}`);
export const readBriefs = (read: Read): string[] => [
  readBoth(read),
  readBoth({ ...read, waitedThen: 0, waits: 0 }),
  `${read.before} then, ${read.today} now`,
  `another number than on ${dayWords(read.day)}`,
];

export const nowAgreedWords = (title: string, day: Day) =>
  sentence(`${quoted(title)} waited for a yes on ${dayWords(day)}, and has it now`);
export const nowAgreedBrief = (day: Day) => `waited for a yes on ${dayWords(day)}`;

export const nowDefinedWords = (title: string, day: Day) =>
  sentence(`${quoted(title)} is counted by another wording than on ${dayWords(day)}`);
export const nowDefinedBrief = (day: Day) => `counted by another wording than on ${dayWords(day)}`;

export const nothingNewWords = (day: Day) => sentence(`nothing is new since ${dayWords(day)}`);
export const nothingNewBrief = (day: Day) => `nothing new since ${dayWords(day)}`;

const periodNouns = (count: number, grain: keyof typeof grainWords) =>
  `${inWords(count)} ${count === 1 ? grainWords[grain].replace(/s$/u, '') : grainWords[grain]}`;

/** A promise that is kept after one or more periods that did not keep it. */
export const keptAgainWords = (title: string, period: string, off: number, grain: keyof typeof grainWords) =>
  sentence(
    `${quoted(title)} is kept${forPeriod(period)}, after ${periodNouns(off, grain)} that ${off === 1 ? 'was' : 'were'} not`,
  );
export const keptAgainBrief = (off: number, grain: keyof typeof grainWords) =>
  `kept, after ${periodNouns(off, grain)} that ${off === 1 ? 'was' : 'were'} not`;

/** The headings of what is told of it: they hold no number. */
export const sinceHeading = (day: Day) => `New since ${dayWords(day)}`;
export const winHeading = capital('worth celebrating');

/** Of a decision that was to be done by a day which has passed. */
export const stillOpenWords = (due: Day) => `due by ${dayWords(due)}, still open`;
