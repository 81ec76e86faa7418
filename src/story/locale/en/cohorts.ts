/** English: records of one period on their way from stage to stage. */
import type { Day } from '../../../values/period.ts';
import { capital, counted, inWords, listed, longDay, plainNumber, sentence, type Noun } from './forms.ts';

export interface CameWords {
  readonly cohort: number;
  readonly noun: Noun;
  /** `the first quarter`. */
  readonly period: string;
  /** The stages after the first. */
  readonly came: readonly { readonly count: number; readonly noun: Noun }[];
}

const countedAs = (count: number, { one, many }: Noun) => counted(count, one, many);

/** Without the word that the whole cohort already has: inbound leads bring `deals`, not `inbound deals`. */
function withoutSame({ one, many }: Noun, cohort: Noun): Noun {
  const [same = ''] = cohort.many.split(' ');
  const begins = cohort.many.includes(' ') && [one, many].every((word) => word.startsWith(`${same} `));
  return begins ? { one: one.slice(same.length + 1), many: many.slice(same.length + 1) } : { one, many };
}

/** `The 123 inbound leads of the first quarter brought 69 qualified leads, 34 deals and 12 wins.` */
export const cameWords = ({ cohort, noun, period, came }: CameWords) =>
  sentence(
    `the ${countedAs(cohort, noun)} of ${period} brought ${listed(came.map(({ count, noun: of }) => countedAs(count, withoutSame(of, noun))))}`,
  );

/** `March: 12 wins of 123 inbound leads`; without the period where there is no room. */
export function cameBrief({ cohort, noun, period, came }: CameWords): string[] {
  const last = came.at(-1) ?? { count: 0, noun };
  const said = `${countedAs(last.count, withoutSame(last.noun, noun))} of ${countedAs(cohort, noun)}`;
  return [`${period}: ${said}`, said, `${plainNumber(last.count)} of ${plainNumber(cohort)}`];
}

export const cohortsHeading = (grain: string) => `One ${grain} from stage to stage`;
/** What is followed, below the heading. */
export const cohortsLead = (nouns: string, grain: string) =>
  `The ${nouns} of one ${grain}, and how far they came. Whoever came to a stage came to all before it.`;
export const ripeHeading = (period: string) => `${capital(period)}: all have had their time`;
export const maturingHeading = (period: string) => `${capital(period)}: still maturing`;
export const titleOf = (nouns: string, period: string) => `How far the ${nouns} of ${period} came`;

/** `36% of 14 so far`: of those whose time is over. */
export const ofThoseTold = (part: string, told: number) => `${part} of ${plainNumber(told)} so far`;
export const upTo = (count: number) => `up to ${plainNumber(count)} more`;
export const tooEarly = 'too early';
export const cohortTable = (nouns: string, grain: string) => `${capital(nouns)} by the ${grain} in which they came`;

/** What the columns of the cohorts hold. */
export const cohortHeads = {
  came: 'Came',
  ofAll: 'Of all',
  ofBefore: 'Of those before',
  state: 'All is known',
} as const;
/** `Days`: how long it took half of them. */
export const timeHead = (unit: string) => capital(unit || 'time');
export const ripensLead = 'All is known:';
export const known = 'yes';
export const stillComing = 'not yet, it still runs';
export const notToldWhen = 'not yet';
/** `on 27 December 2026`. */
export const knownOn = (day: Day) => `on ${longDay(day)}`;
export const soFarOf = (told: number) => `of ${plainNumber(told)}`;

export const cohortReading =
  'Pale numbers are still maturing: they count only those whose time is over. How long it took is told once all have had their time, for the quick ones come first.';
/** Where the time is a median. */
export const halfWithin = 'Half of those who came were there within these days.';
export const countedByWords = 'How each is counted:';
/** Periods that are left out, and why. */
export const leftOutWords = (count: number, grain: string) =>
  sentence(
    `${inWords(count)} ${count === 1 ? `${grain} is` : `${grain}s are`} left out, for its stages do not count the same records on one way`,
  );
