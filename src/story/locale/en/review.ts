/** English: what a review has before it: when it is due, what was decided and what came, what turned, and what may wait. */
import type { Day } from '../../../values/period.ts';
import type { MarkWord } from '../../../values/value.ts';
import { inWords, listed, longDay, sentence } from './forms.ts';

const workingDays = (count: number) => `${inWords(count)} working ${count === 1 ? 'day' : 'days'}`;

/** `late`: working days since it was due; below zero they are still to come. `passed`: whether its day lies behind. */
export interface Due {
  readonly due: Day;
  readonly late: number;
  readonly passed: boolean;
}
/** When both teams meet next. A day off after it is no working day late. */
export function nextReviewWords({ due, late, passed }: Due): string {
  if (late > 0) return sentence(`the next review was due on ${longDay(due)}, ${workingDays(late)} ago`);
  if (passed) return sentence(`the next review was due on ${longDay(due)}`);
  if (late === 0) return sentence(`the next review is due today, ${longDay(due)}`);
  return sentence(`the next review is due on ${longDay(due)}, in ${workingDays(-late)}`);
}
export function nextReviewBrief({ due, late, passed }: Due): string {
  if (late > 0) return `review overdue by ${workingDays(late)}`;
  if (passed) return `review overdue since ${longDay(due)}`;
  return late === 0 ? 'review due today' : `review due in ${workingDays(-late)}`;
}
export const noRhythmWords = (last: Day) =>
  sentence(`the last review was on ${longDay(last)}; when the next is due, nobody has agreed`);
export const noRhythmBrief = 'no day is agreed for the next review';
export const noReviewWords = sentence('No review has been noted yet');
export const noReviewBrief = 'no review noted yet';

const many = (count: number, one: string, several: string) =>
  count > 0 ? [`${inWords(count)} ${count === 1 ? one : several}`] : [];

export interface AgendaCounts {
  readonly decisions: number;
  readonly turned: number;
  readonly changed: number;
  readonly open: number;
}
const agendaParts = ({ decisions, turned, changed, open }: AgendaCounts) => [
  ...many(decisions, 'decision to check', 'decisions to check'),
  ...many(turned, 'number newly off', 'numbers newly off'),
  ...many(changed, 'real change', 'real changes'),
  ...many(open, 'open point', 'open points'),
];
/** `To go through: five decisions to check, three numbers newly off and two open points.` */
export function agendaWords(counts: AgendaCounts): string {
  const parts = agendaParts(counts);
  return sentence(parts.length === 0 ? 'nothing asks for a decision' : `to go through: ${listed(parts)}`);
}
export function agendaBrief(counts: AgendaCounts): string {
  const points = counts.decisions + counts.turned + counts.changed + counts.open;
  return points === 0
    ? 'nothing asks for a decision'
    : `${inWords(points)} ${points === 1 ? 'thing' : 'things'} to go through`;
}

/** What became of what a decision was expected to do. */
export const outcomes = ['met', 'not met', 'early', 'few', 'unknown'] as const;
export type Outcome = (typeof outcomes)[number];

export interface ExpectedWords {
  readonly outcome: Outcome;
  readonly way: 'at least' | 'at most';
  readonly level: string;
  readonly period: string;
  /** '' where it is not known, or can't be told. */
  readonly value: string;
}
/** What was expected beside what came. That the one brought the other, no sentence says. */
export function decidedWords({ outcome, way, level, period, value }: ExpectedWords): string {
  const was = `it was to be ${way} ${level} in ${period}`;
  if (outcome === 'met') return sentence(`${was} and came to ${value}: as expected`);
  if (outcome === 'not met') return sentence(`${was} and came to ${value}: not as expected`);
  if (outcome === 'early') return sentence(`it is to be ${way} ${level} in ${period}: too early to tell`);
  return sentence(`${was}: ${outcome === 'few' ? 'too few records to tell' : 'what it came to is not known'}`);
}
export function decidedBrief({ outcome, value, period }: ExpectedWords): readonly string[] {
  if (outcome === 'met') return [`as expected: ${value} in ${period}`, `as expected: ${value}`, 'as expected'];
  if (outcome === 'not met')
    return [`not as expected: ${value} in ${period}`, `not as expected: ${value}`, 'not as expected'];
  if (outcome === 'early') return ['too early to tell'];
  return [outcome === 'few' ? 'too few records to tell' : 'what it came to is not known'];
}
/** The outcome where it stands as a word beside its decision. */
export const outcomeWords: Readonly<Record<Outcome, string>> = {
  met: 'As expected',
  'not met': 'Not as expected',
  early: 'Too early to tell',
  few: 'Too few to tell',
  unknown: 'Not known',
};

/** A mark beside the one before it; that the number rose or fell, it does not say. */
export const turnedWords = (period: string, mark: MarkWord, before: string, was: MarkWord) =>
  sentence(`${period} is ${mark}; ${before} was ${was}`);
export const turnedBrief = (mark: MarkWord, was: MarkWord): readonly string[] => [`${mark}, ${was} before`];
export const firstMarkWords = (period: string, mark: MarkWord) => sentence(`${period} is ${mark}: its first mark`);
export const firstMarkBrief = (mark: MarkWord): readonly string[] => [`${mark}: its first mark`];

export const reviewSoonWords = (by: Day) => sentence(`the teams want to look at this again by ${longDay(by)}`);
export const reviewSoonBrief = (by: Day): readonly string[] => [`review due by ${longDay(by)}`];

/** `The other 52 numbers can wait.` */
export const canWaitWords = (others: number) =>
  sentence(`the other ${others === 1 ? 'number' : `${inWords(others)} numbers`} can wait`);
export const canWaitBrief = (others: number) => `${inWords(others)} can wait`;
