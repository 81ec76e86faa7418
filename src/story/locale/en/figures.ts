/** English: the words on drawings of lengths, of two periods side by side and of a cohort’s steps, notes over a drawing, and the tables beside all of them. */
import { capital, longDay, plainNumber, sentence } from './forms.ts';
import type { Day } from '../../../values/period.ts';

/** Above the title of a metric’s lengths. */
export const lengthsKicker = 'How long each took';
/** Below the title: what stands in the columns. */
export const lengthsSub = (nouns: string, unit: string) =>
  sentence(`Number of ${nouns} by how long each took${unit ? `, in ${unit}` : ''}`);
export const lengthsTitle = (title: string, period: string) => sentence(`${title}: how long each took in ${period}`);
const stretch = (amount: string, unit: string) => (unit ? `${amount} ${unit}` : amount);
/** `2 to under 4 business hours`: the upper end is not in it. */
export const lengthBin = (from: number, to: number, unit: string) =>
  stretch(`${plainNumber(from)} to under ${plainNumber(to)}`, unit);
export const lengthsBeyond = (from: number, unit: string) => stretch(plainNumber(from), `${unit} or longer`.trim());
export const longer = 'longer';
export const notOver = 'not over yet';
/** `2 to under 4 business hours: 31`. */
export const countedSays = (what: string, count: number) => `${capital(what)}: ${plainNumber(count)}`;

/** Where the metric’s own number stands among the lengths. `percent`: how many of 100 lie below; null: it is their average. */
export const middleLabel = (percent: number | null, length: string) => {
  if (percent === null) return `average: ${length}`;
  return percent === 50 ? `half within ${length}` : `${plainNumber(percent)} of 100 within ${length}`;
};
/** What was agreed of that number, not of each record. */
export const agreedMiddle = (promised: boolean, way: 'at least' | 'at most', middle: string, level: string) =>
  `${promised ? 'agreed' : 'target'}: ${way === 'at most' ? middle : `at least ${level}`}`;

export const lengthsDescription = (nouns: string, says: readonly string[]) =>
  `Number of ${nouns} by how long each took. ${sentence(says.join('; '))}`;

/** Members then and now, with the unit that their numbers leave out. */
export const slopeTitle = (
  title: string,
  dimension: string,
  { before, after }: Pick<Sides, 'before' | 'after'>,
  unit: string,
) => sentence(`${title} by ${dimension}, ${before} and ${after}${unit ? `, in ${unit}` : ''}`);
interface Sides {
  readonly name: string;
  readonly before: string;
  readonly from: string;
  readonly after: string;
  readonly to: string;
}
/** `Website: 71% in October 2025, 83% in October 2026`. */
export const slopeSays = ({ name, before, from, after, to }: Sides) =>
  `${name}: ${from} in ${before}, ${to} in ${after}`;
export const slopeDescription = (says: readonly string[]) => sentence(says.join('; '));
/** What opens the drawing. */
export const slopeSummary = (dimension: string) => `By ${dimension}, against a year before`;

/** `62% of 249`. */
export const ofTheStepBefore = (part: string, before: number) => `${part} of ${plainNumber(before)}`;
export const mayComeWords = (count: number) => `${plainNumber(count)} may still come`;
export const funnelDescription = (steps: readonly { name: string; label: string; detail: string }[]) =>
  sentence(steps.map(({ name, label, detail }) => `${name} ${label}${detail ? `, ${detail}` : ''}`).join('; '));

/** What a note says: its day and what it is called. */
export const noteSays = (on: Day, title: string) => `${longDay(on)}: ${title}`;

/** What the columns of tables hold. */
export const heads = {
  period: 'Period',
  value: 'Number',
  agreed: 'Agreed',
  target: 'Target',
  mark: 'Mark',
  state: 'State',
  counted: 'Counted',
  length: 'How long',
  step: 'Step',
  amount: 'Amount',
  came: 'Came here',
  ofBefore: 'Of the step before',
  mayCome: 'May still come',
} as const;
/** How far a period’s number is settled, and by which wording it was counted. */
export const states = { 'so far': 'so far', open: 'still maturing', old: 'earlier wording' } as const;
/** In a cell that has nothing to say. */
export const nothing = '';
