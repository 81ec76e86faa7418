/** English: what pages of topics say of a breakdown in the period in which several numbers stand side by side. */
import { capital, inWords, listed, plainNumber, sentence } from './forms.ts';
import { theRest } from '../../../values/breakdown.ts';
import { partOf, verbs, type Tense } from './parts.ts';

interface Counted {
  readonly whole: number;
  readonly nouns: string;
  /** `So far in 2026`. */
  readonly lead: string;
  readonly tense: Tense;
}

export interface CountedCase {
  readonly name: string;
  readonly count: number;
}

const within = (lead: string) => lead.charAt(0).toLowerCase() + lead.slice(1);
const are = { past: 'were', present: 'are' } as const;

/** `Of 64 rejected leads so far in 2026, 37 are ‘Not good’, 12 ‘Not ready’ and 10 ‘Not reached’.` */
export function sortedSentence({ whole, nouns, lead, tense }: Counted, cases: readonly CountedCase[]): string {
  const said = cases.map(({ name, count }, at) => {
    const verb = at > 0 ? '' : count === 1 ? `${verbs[tense].is} ` : `${are[tense]} `;
    return `${plainNumber(count)} ${verb}${name}`;
  });
  return sentence(`of ${plainNumber(whole)} ${nouns} ${within(lead)}, ${listed(said)}`);
}
export const sortedBriefs = ([first]: readonly CountedCase[], whole: number) =>
  first
    ? [
        `${plainNumber(first.count)} of ${plainNumber(whole)} ${first.name}`,
        `${plainNumber(first.count)} of ${plainNumber(whole)} alike`,
      ]
    : [];

/** `Of 64 rejected leads so far in 2026, 11 say what would make them good, 4 of them ‘When the team has grown’.` */
export function wouldBeSentence({ whole, nouns, lead }: Counted, known: number, first: CountedCase | ''): string {
  const say = known === 0 ? 'none says' : `${plainNumber(known)} ${known === 1 ? 'says' : 'say'}`;
  const most = first && first.count < known ? `, ${plainNumber(first.count)} of them ${first.name}` : '';
  const only = first && first.count === known ? `: ${first.name}` : '';
  return sentence(
    `of ${plainNumber(whole)} ${nouns} ${within(lead)}, ${say} what would make ${known === 1 ? 'it' : 'them'} good${most || only}`,
  );
}
export const wouldBeBriefs = (known: number, whole: number) => [
  known === 0
    ? 'none says what would make it good'
    : `${plainNumber(known)} of ${plainNumber(whole)} say what would help`,
];

export interface CreditTold {
  /** '' where every other way moves as much. */
  readonly least: string;
  readonly most: string;
  readonly whole: string;
  /** `campaigns`. */
  readonly nouns: string;
  readonly models: number;
}

const otherWays = (models: number) => (models === 1 ? 'the other way' : `the other ${inWords(models)} ways`);

/** `So far in 2026, the other three ways to give credit would move from 24,800 euros to 51,000 of 794,000 euros to other campaigns.` */
export function creditSentence(lead: string, { least, most, whole, nouns, models }: CreditTold): string {
  const moved = partOf(most, whole);
  const from = least ? `from ${least} to ${moved}` : moved;
  return sentence(`${lead}, ${otherWays(models)} to give credit would move ${from} to other ${nouns}`);
}
export const sameCredit = (lead: string, models: number) =>
  sentence(`${lead}, ${otherWays(models)} to give credit would say the same`);
export const creditBriefs = (same: boolean, { most, whole }: CreditTold) =>
  same ? ['other ways say the same'] : [`up to ${partOf(most, whole)} by other ways`, partOf(most, whole)];

/** Rows of a table of groups that are no single one. */
export const allMembers = 'All';
export const everyoneElse = (count: number) => `${theRest} (${plainNumber(count)})`;

/** Headings and captions of what stands side by side. */
export const acrossHeading = (dimension: string) => `${capital(dimension)} by ${dimension}`;
export const acrossMore = (dimension: string) => `The same by ${dimension}`;
export const acrossCaption = (dimension: string, period: string) => sentence(`by ${dimension}, ${period}`);
export const acrossPale = ' Pale numbers come from too few records to judge.';
export const whyHeading = 'Why leads came back';
export const wouldBeKicker = 'What would have made them good';
export const creditKicker = 'Who gets the credit';
export const creditNote = (agreed: string) =>
  `Who gets the credit is a choice, not a measurement. Agreed is: ${agreed}. The other columns are other choices, and no mark is judged by them.`;
export const moreTold = 'What each other column shows';
/** In a cell beside an amount: `+€19,900`, `−€4,850`. */
export const apartWords = (amount: string, more: boolean) => `${more ? '+' : '−'}${amount}`;
