import type { Day } from '../../values/period.ts';
import {
  nextReviewBrief,
  nextReviewWords,
  noReviewBrief,
  noReviewWords,
  noRhythmBrief,
  noRhythmWords,
} from '../locale/en/review.ts';
import { number, text, type Facts } from '../statements/statement-kind.ts';
import { workingDayAfter } from '../working-days.ts';
import { companyCalendar, lastReview, nextReview, workingDaysSince, type Meeting } from './meeting.ts';
import type { MeetingKind } from './meeting-kind.ts';

const dueIn = (facts: Facts) => ({
  due: text(facts, 'due'),
  late: number(facts, 'late'),
  passed: facts['passed'] === true,
});

/** When the next review is due, or for how many working days it has been; else why nobody can tell. */
export const reviewDue: MeetingKind = {
  kind: 'review due',
  numbers: {},
  counts: (facts) => (typeof facts['late'] === 'number' ? [Math.abs(facts['late'])] : []),
  directions: () => [],
  facts({ agreement, today }) {
    const [last, due, calendar] = [
      lastReview(agreement, today),
      nextReview(agreement, today),
      companyCalendar(agreement),
    ];
    const late = due !== null && calendar ? workingDaysSince(calendar, due, today) : null;
    return { last: last?.on ?? null, due, late, passed: due === null ? null : due < today };
  },
  words(facts) {
    if (facts['last'] === null) return noReviewWords;
    return facts['due'] === null ? noRhythmWords(text(facts, 'last')) : nextReviewWords(dueIn(facts));
  },
  brief(facts) {
    if (facts['last'] === null) return noReviewBrief;
    return facts['due'] === null ? noRhythmBrief : nextReviewBrief(dueIn(facts));
  },
  holds(facts, meeting) {
    const held = meeting.agreement.notes.flatMap(({ review, on }) => (review && on <= meeting.today ? [on] : []));
    const newest = held.reduce<Day | null>((one, other) => (one !== null && one > other ? one : other), null);
    if (facts['last'] !== newest || facts['due'] !== nextReview(meeting.agreement, meeting.today)) return false;
    return facts['due'] === null ? facts['late'] === null : countsTo(facts, meeting);
  },
};

/** Counts the working days from the other end. */
function countsTo(facts: Facts, { agreement, today }: Meeting): boolean {
  const calendar = companyCalendar(agreement);
  const { due, late, passed } = dueIn(facts);
  if (!calendar || passed !== due < today) return false;
  if (late < 0) return workingDayAfter(calendar, today, -late) === due;
  const reached = late === 0 ? due : workingDayAfter(calendar, due, late);
  return reached <= today && today < workingDayAfter(calendar, due, late + 1);
}
