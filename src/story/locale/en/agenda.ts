/** English: how the agenda of a review is named, and what each of its points asks for. */
import type { Day } from '../../../values/period.ts';
import { capital, listed, longDay } from './forms.ts';

export const agendaNames = {
  name: 'Review',
  about: 'The agenda of the next meeting of both teams.',
  last: 'The last one was on',
  point: 'Point',
  who: 'Whose move',
  ask: 'To decide',
  owner: 'With',
  expectedOf: 'Expected of',
  back: 'Back to what was agreed',
  stillOff: 'Off too, as before',
  stillChanged: 'Signalled then, and signal still',
  allNumbers: 'See all of them',
  anchor: (title: string) => `Link to ${title}`,
} as const;

/** The parts of the agenda, in their order, with what is said where there is nothing. */
export const agendaHeadings = {
  decisions: { title: 'What we decided last time', none: 'No decision is open: none was noted, or all are settled.' },
  turned: { title: 'What turned since then', none: 'No number left what was agreed since the last review.' },
  changed: { title: 'What really changed', none: 'No number left its usual range since the last review.' },
  open: {
    title: 'What the agreement asks',
    none: 'Nobody’s signature is missing, and no definition is to be looked at again soon.',
  },
} as const;

/** What is to be decided, an imperative without a number. */
export const asks = {
  overdue: 'Set a new day, or drop it.',
  open: 'Say how far it is.',
  met: 'Keep it, and close the point.',
  'not met': 'Keep it, change it or drop it.',
  early: 'Look at it again next time.',
  few: 'Say how else we would see it.',
  unknown: 'Say how else we would see it.',
  done: 'Close the point.',
  turned: 'Decide what to do, who does it and by when.',
  back: 'Thank those who did it, and close the point.',
  worse: 'Find out what lies behind it, and note it.',
  better: 'Note what was done, and whether to keep it.',
  neither: 'Say whether it is good, and note what lies behind it.',
  consequence: 'Do what both agreed to do.',
  sign: 'Say yes, or say what should change.',
  review: 'Keep the definition or change it, and set the next date.',
} as const;
export type Ask = keyof typeof asks;

/** Where a decision stands: `done on 28 September 2026`, `overdue since 30 October 2026`. */
export const doneWords = (on: Day) => `done on ${longDay(on)}`;
export const overdueWords = (due: Day) => `not done, overdue since ${longDay(due)}`;
export const openWords = (due: Day) => `due by ${longDay(due)}`;
export const decidedOn = (on: Day) => `decided on ${longDay(on)}`;
export const whoDecides = (teams: readonly string[]) => capital(listed(teams));
