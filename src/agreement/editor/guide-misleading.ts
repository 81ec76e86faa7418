/** What is read without a fault and counts something else than was meant, each with what to say; the sentences are read in a test. */
import { withArticle } from '../plural.ts';
import { table } from './markdown.ts';

/** A condition that looks right, and the ones that say what is meant, of one kind of record. */
export interface Misleading {
  readonly of: string;
  readonly wrong: readonly string[];
  readonly right: readonly string[];
  readonly why: string;
}

export const misleading: readonly Misleading[] = [
  {
    of: 'stage change',
    wrong: ['to is Proposal'],
    right: ['to is Proposal', 'entry is known'],
    why: 'A row is also written where only amount, close date or probability change. `entry` is empty there. Or count a term that asks it, such as a `stage entry`.',
  },
  {
    of: 'opportunity',
    wrong: ['won is yes'],
    right: ['stage is Closed Won'],
    why: 'Where it is counted `as of` a time, `won` has no history: it is as it is today. Say the stage, or `entered Closed Won has happened`.',
  },
  {
    of: 'opportunity',
    wrong: ['the quarter of closed is the quarter of now'],
    right: ['closed is between the start of the quarter of now and the end of the quarter of now'],
    why: 'A quarter is a number from 1 to 4, the same in every year.',
  },
  {
    of: 'handover',
    wrong: ['has an activity on or after assigned', 'has an activity on or before accepted'],
    right: ['has an activity between assigned and accepted'],
    why: 'Each line looks for an activity of its own: one may lie long before, another long after. What must hold of one record stands in one line.',
  },
  {
    of: 'handover',
    wrong: ['has an activity on or before the end of the week of assigned'],
    right: ['has an activity within 5 business days of assigned'],
    why: 'Only `within` waits. The other is missed from the first minute, until it is done.',
  },
  {
    of: 'opportunity',
    wrong: ['amount is more than the result of average-sale'],
    right: ['created is on or after 2025-01-01', 'amount is more than the result of average-sale'],
    why: 'The first year is often one of which the exports hold only a part, and its result stands for it all the same. Begin a year after the first whole one.',
  },
];

const lines = (sentences: readonly string[]): string => sentences.map((one) => `\`${one}\``).join(' and ');

export const looksRight = `## Numbers that look right and are not

What stands on the left is read without a fault, and counts something else.

${table(
  ['of', 'instead of', 'say', 'because'],
  misleading.map(({ of, wrong, right, why }) => [withArticle(of), lines(wrong), lines(right), why]),
)}

- **Coverage of everything.** Not \`ratio of:\` all that is in play \`per: the rest of the target of\` new business of a quarter: what is due later, or is no new business, covers nothing of it. Give both
  sides the same type, and the upper one a due date: see \`cover\` above.
- **\`clauses of\` the very term that is counted.** Of \`share of: promising handover\`, all meet every clause. Count what it was chosen from, \`share of: handover\`: see \`accepted-by-clause\` above.
- **A share that can only be 100%, or 0%.** Not \`by: accepted\` with \`kept when: accepted has happened\`: only what was accepted has such a day. The \`by\` is the moment from which it could
  be kept or not: \`by: qualified\`. The same where a term already asks what \`kept when\` asks, or its opposite.

**When a record waits, and when it is missed.** A record waits while a \`within\` of its sentences is still open and could still be met, in \`conversion of\` also while the metric's own \`within\` is: until
then it is neither kept nor missed, and stands under "waiting". Once the time is over it is missed. A length of time waits while it has begun and is not over. No other sentence waits:
\`on or before\`, \`between\` and \`has happened\` hold or do not hold as of the day of the export.

To see what a definition came to: \`npm run measure -- SLUG\`, with the name of its file, prints its numbers and what they are made of. Look at one period that you know.`;
