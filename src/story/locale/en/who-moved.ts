/** English: which member of a breakdown makes up most of the misses, or of a change. Arithmetic, no cause. */
import { periodNoun } from './beside.ts';
import { counted, grainWords, plainNumber, sentence } from './forms.ts';
import { verbs, type Tense } from './parts.ts';

interface MissesTold {
  readonly lead: string;
  readonly name: string;
  readonly ill: number;
  readonly allIll: number;
  /** Null: that it has so many records says nothing. */
  readonly records: string | null;
  readonly against: boolean;
  readonly tense: Tense;
}
const missNoun = (against: boolean) => (against ? 'cases' : 'misses');
/** `In October, Event made up 21 of the 42 misses, with 48 of the 249 qualified leads.` */
export const mostMissedSentence = ({ lead, name, ill, allIll, records, against, tense }: MissesTold) =>
  sentence(
    `${lead}, ${name} ${verbs[tense].makes} up ${plainNumber(ill)} of the ${plainNumber(allIll)} ${missNoun(against)}${records ? `, with ${records}` : ''}`,
  );
export const ofTheRecords = (part: number, whole: number, one: string, many: string) =>
  `${plainNumber(part)} of the ${counted(whole, one, many)}`;
export const mostMissedBriefs = (name: string, ill: number, allIll: number, against: boolean, noun: string) => [
  `${name} has ${plainNumber(ill)} of ${plainNumber(allIll)} ${missNoun(against)}`,
  `${name} has ${plainNumber(ill)} of ${plainNumber(allIll)}`,
  `${plainNumber(ill)} of ${plainNumber(allIll)} ${missNoun(against)} in a single ${noun}`,
];

interface MovedTold {
  readonly period: string;
  readonly before: string;
  readonly name: string;
  /** `18 fewer qualified leads`, `18,000 euros less`. */
  readonly whole: string;
  /** `14`, `14,000 euros`; of one that lies beyond the whole `14 fewer`. */
  readonly part: string;
  /** Whether the others together went the other way. */
  readonly beyond: boolean;
  readonly many: boolean;
}
/** `October had 18 fewer qualified leads than September; Webinar makes up 14 of them.` */
export const movedSentence = ({ period, before, name, whole, part, beyond, many }: MovedTold) =>
  sentence(
    `${period} ${many ? 'had' : 'came to'} ${whole} than ${before}; ${beyond ? `${name} alone had ${part}` : `${name} makes up ${part} of ${many ? 'them' : 'it'}`}`,
  );
interface SinceTold extends Omit<MovedTold, 'period' | 'before'> {
  readonly since: string;
  readonly grain: keyof typeof periodNoun;
  /** How many there were before. */
  readonly periods: number;
}
/** `Since January there were 9.2 more qualified leads a month than in the 14 months before; Website makes up 4.1 of them.` */
export const sinceSentences = ({ since, name, whole, part, beyond, many, grain, periods }: SinceTold): string[] => {
  const who = beyond ? `${name} alone had ${part}` : `${name} makes up ${part} of ${many ? 'them' : 'it'}`;
  const than = [`in the ${plainNumber(periods)} ${grainWords[grain]} before`, 'before'];
  return than.map((when) =>
    sentence(
      `Since ${since} ${many ? 'there were' : 'it came to'} ${whole} a ${periodNoun[grain]} than ${when}; ${who}`,
    ),
  );
};
export const lessOrMore = (amount: string, over: boolean) => `${amount} ${over ? 'more' : 'less'}`;
export const fewerOrMore = (count: number, over: boolean) => `${plainNumber(count)} ${over ? 'more' : 'fewer'}`;
export const ofNouns = (said: string, count: number, one: string, many: string) =>
  `${said} ${count === 1 ? one : many}`;
/** `when`: since when, or than when. */
export const movedBriefs = (
  name: string,
  part: string,
  whole: string,
  { when, noun }: { when: string; noun: string },
) => [
  `${name} has ${part} of ${whole} ${when}`,
  `${name} makes up ${part} of ${whole}`,
  `${part} of ${whole} in a single ${noun}`,
  `${part} in a single ${noun}`,
  part,
];
export const sinceWhen = (since: string) => `since ${since}`;
export const thanWhen = (before: string) => `than in ${before}`;
export const aloneBriefs = (name: string, part: string, { when, noun }: { when: string; noun: string }) => [
  `${name} alone had ${part} ${when}`,
  `${name} alone had ${part}`,
  `${part} in a single ${noun}`,
];

interface WithoutTold {
  readonly period: string;
  readonly before: string;
  readonly name: string;
  readonly value: string;
  readonly without: string;
  readonly earlier: string;
}
/** `Without Event, October would be at 88%, not 83%; September was at 89%.` */
export const withoutSentence = ({ period, before, name, value, without, earlier }: WithoutTold) =>
  sentence(`Without ${name}, ${period} would be at ${without}, not ${value}; ${before} was at ${earlier}`);
export const withoutBriefs = (name: string, without: string, value: string, noun: string) => [
  `${without} without ${name}, not ${value}`,
  `${without} without a single ${noun}`,
];
