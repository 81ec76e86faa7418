/** English: what is said of several numbers together. */
import { capital, inWords, listed, sentence } from './forms.ts';

const numbers = (count: number) => `${inWords(count)} ${count === 1 ? 'number' : 'numbers'}`;

/** `Three of our 58 numbers really changed.` */
export function changedTitle(changed: number, all: number): string {
  if (all === 0) return 'Nothing is counted yet.';
  if (all === 1) return changed === 1 ? 'Our one number really changed.' : 'Our one number shows no real change.';
  // Of some nobody can tell yet: that none changed would be too much said.
  if (changed === 0) return `None of our ${numbers(all)} shows a real change.`;
  const some = changed === all ? 'All' : capital(inWords(changed));
  return changed === all
    ? `${some} our ${numbers(all)} really changed.`
    : `${some} of our ${numbers(all)} really changed.`;
}

/** `Two of the 12 numbers that marketing answers for really changed.` */
export function teamTitle(changed: number, all: number, team: string): string {
  if (all === 0) return sentence(`${team} answers for no number yet`);
  if (all === 1)
    return sentence(
      `the one number that ${team} answers for ${changed === 1 ? 'really changed' : 'shows no real change'}`,
    );
  if (changed === 0) return sentence(`none of the ${numbers(all)} that ${team} answers for shows a real change`);
  const some = changed === all ? 'all' : `${inWords(changed)} of`;
  return sentence(`${some} the ${numbers(all)} that ${team} answers for really changed`);
}

/** `Two of these 14 numbers really changed.` */
export function changedHere(changed: number, all: number): string {
  if (all === 1) return changed === 1 ? 'This number really changed.' : 'This number shows no real change.';
  const of = `of these ${inWords(all)} numbers`;
  if (changed === 0) return sentence(`none ${of} shows a real change`);
  return sentence(`${changed === all ? 'all' : inWords(changed)} ${of} really changed`);
}

/** Which numbers changed so: `For the better: Meetings set and Inquiries.` */
export const changedOnes = (better: boolean | null, titles: readonly string[]) =>
  sentence(
    `${better === null ? 'Neither better nor worse' : `For the ${better ? 'better' : 'worse'}`}: ${listed(titles)}`,
  );
/** How many did, beside their list’s name. */
export const changedManyBrief = (better: boolean | null, count: number) =>
  `${inWords(count)} changed ${better === null ? 'neither for better nor worse' : `for the ${better ? 'better' : 'worse'}`}`;
/** The same as a sentence, where their names would be too many. */
export const changedManyWords = (better: boolean | null, count: number) => sentence(changedManyBrief(better, count));
export const changedBrief = (changed: number, all: number) =>
  `${changed === 0 ? 'none' : inWords(changed)} of ${inWords(all)} really changed`;

const one = (count: number, single: string, many: string) => `${inWords(count)} ${count === 1 ? single : many}`;

/** Of how many numbers no change is told, and why. */
export const unchangedWords = {
  usual: (count: number) => sentence(one(count, 'shows the usual wobble', 'show the usual wobble')),
  early: (count: number) => sentence(`for ${inWords(count)} it is too early to say, or there are too few records`),
  none: (count: number) => sentence(`for ${inWords(count)} a usual range can’t be drawn`),
  missing: (count: number) => sentence(one(count, 'can’t be counted yet', 'can’t be counted yet')),
} as const;
export const unchangedBrief = {
  usual: (count: number) => one(count, 'shows the usual wobble', 'show the usual wobble'),
  early: (count: number) => `too early to say of ${inWords(count)}`,
  none: (count: number) => `no usual range for ${inWords(count)}`,
  missing: (count: number) => `${inWords(count)} not countable yet`,
} as const;

/** `One broken, two slipping`. */
export const offBrief = (slipping: number, broken: number) =>
  listed([
    ...(broken > 0 ? [`${inWords(broken)} broken`] : []),
    ...(slipping > 0 ? [`${inWords(slipping)} slipping`] : []),
  ]);

/** Of the headline page, what it leaves out: `Beside these, 67 more numbers are counted.` */
export const alsoCountedWords = (others: number) =>
  sentence(`beside these, ${one(others, 'more number is', 'more numbers are')} counted`);
export const alsoCountedBrief = (others: number) => `${one(others, 'more number', 'more numbers')} counted`;
