/** English: the log of what changed. */
import type { Day } from '../../../values/period.ts';
import { capital, inWords, longDay } from './forms.ts';

export const changeNames = {
  name: 'What changed',
  lead: 'Every new wording and signature, every number that reads otherwise than when its period closed, and every dated note, newest first.',
  /** `Two changes since the review of 8 October 2026`. */
  since: (count: number, on: Day) =>
    `${count === 0 ? 'Nothing new' : `${capital(inWords(count))} ${count === 1 ? 'change' : 'changes'}`} since the review of ${longDay(on)}`,
  none: 'Nothing has been noted or changed yet. A dated note in the agreement’s folder of notes is the first line here.',
  newWording: (title: string) => `${title}: a new wording holds`,
  /** `of`: the one definition that it was; '' where they were several. */
  agreedFor: (by: string, team: string, of: string) => `${by} agreed for ${team}${of ? `: ${of}` : ''}`,
  signedHow: (how: string, recordedBy: string) => `In ${how}, written down by ${recordedBy}.`,
  restated: (title: string) => `${title}: reads otherwise today`,
  earlier: (year: string, hasRecent: boolean) => (hasRecent ? `Earlier in ${year}` : year),
  toWhich: 'To these definitions',
  from: 'before',
  to: 'now',
  nothing: 'nothing',
  parts: {
    counts: 'Counts',
    keptWhen: 'Kept when',
    instead: 'Kept when, for some',
    exceptWhen: 'Except when',
    target: 'Agreed',
    broken: 'Broken',
  },
  sorts: {
    definition: 'Definition',
    signature: 'Signature',
    restatement: 'Restated',
    note: 'Note',
    decision: 'Decision',
    review: 'Review',
  },
  anchor: (title: string) => `Link to ${title}`,
} as const;
