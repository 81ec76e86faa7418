/** English: the way of a balance through a period. */
import { capital, listed, sentence } from './forms.ts';

/** Before an amount, its sign: `+€483,000`, `−€282,000`. */
export const signedWords = (amount: number, say: (amount: number) => string): string =>
  amount === 0 ? say(0) : `${amount > 0 ? '+' : '−'}${say(Math.abs(amount))}`;

/** `the open pipeline`, for what is titled ‘Open pipeline’; what is written in capitals stays so. */
const balanceWords = (title: string): string => {
  const [first = '', second = ''] = title;
  const begins = second === second.toUpperCase() && /\p{L}/u.test(second) ? first : first.toLowerCase();
  return /^the\s/i.test(title) ? `the ${title.slice(4)}` : `the ${begins}${title.slice(1)}`;
};

/** What a movement did, in a row of such: `483,000 opened`. */
export const movementWords = (amount: string, movement: string): string =>
  `${amount} ${movement.charAt(0).toLowerCase()}${movement.slice(1)}`;

interface Went {
  readonly period: string;
  readonly title: string;
  /** By how much it went; '' where it stayed. */
  readonly change: string;
  readonly grew: boolean;
  /** Where it stands. */
  readonly closing: string;
  /** The largest movements, by their words: those up, then those down. */
  readonly up: readonly string[];
  readonly down: readonly string[];
  /** Whether others moved it too. */
  readonly others: boolean;
}

/** `In October the open pipeline shrank by 26,600 euros: mainly 483,000 opened, less 282,000 lost and 234,000 won.` */
export function wentWords({ period, title, change, grew, closing, up, down, others }: Went): string {
  const went = change ? `${grew ? 'grew' : 'shrank'} by ${change}` : `ended as it began, at ${closing}`;
  const moved = [...(up.length > 0 ? [listed(up)] : []), ...(down.length > 0 ? [listed(down)] : [])].join(', less ');
  const parts = moved ? `: ${others ? 'mainly ' : ''}${moved}` : '';
  return sentence(`In ${period} ${balanceWords(title)} ${went}${parts}`);
}

/** `change`: null where it is not known. */
export function bridgeBrief(period: string, change: number | null, say: (amount: number) => string): string[] {
  if (change === null) return [`what moved it in ${period} is not known`, 'what moved it is not known'];
  if (change === 0) return [`ended ${period} as it began`, 'ended as it began'];
  const went = `${change > 0 ? 'grew' : 'shrank'} by ${say(change)}`;
  return [`${went} in ${period}`, went];
}

export const bridgeNotKnownWords = (title: string, period: string) =>
  sentence(`What moved ${balanceWords(title)} in ${period} is not known`);

export const bridgeStart = 'At the start';
export const bridgeEnd = 'At the end';
export const notExplained = 'Not explained';
/** The same within a sentence. */
export const notExplainedWords = 'not explained';
export const bridgeAxis = (amount: string) => `The bars begin at ${amount}, not at zero`;

/** What a drawn bridge says to who can't see it. */
export const bridgeDescription = (steps: readonly { readonly name: string; readonly label: string }[]) =>
  sentence(steps.map(({ name, label }) => `${name} ${label}`).join('; '));

/** A heading over the drawing: `October, step by step`. */
export const stepByStep = (period: string) => `${capital(period)}, step by step`;

/** How a drawing reads, for below its heading. */
export const bridgeReading =
  'An arrow to the right adds, one to the left takes away; each begins where the one above ends.';
