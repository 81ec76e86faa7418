import { describe, expect, test } from 'vitest';
import { checkMeetingStatement } from '../../../../src/story/check/check-meeting.ts';
import { agenda } from '../../../../src/story/meeting/agenda.ts';
import { sayOf, type MeetingKind } from '../../../../src/story/meeting/meeting-kind.ts';
import { workingDaysSince, type Meeting } from '../../../../src/story/meeting/meeting.ts';
import { reviewDue } from '../../../../src/story/meeting/review-due.ts';
import type { Note } from '../../../../src/values/note.ts';
import { agreement, place } from '../made-up.ts';

const minutes = (on: string): Note => ({
  slug: `review-${on}`, on, title: 'Review', metrics: [], decision: null, review: true, text: '', at: place,
}); // prettier-ignore

const none = { decisions: 0, turned: 0, changed: 0, open: 0 };

function told(kind: MeetingKind, over: Partial<Meeting>): string {
  const meeting = { agreement, today: '2026-11-09', ...none, ...over };
  const said = sayOf(kind, meeting);
  expect(checkMeetingStatement(said, meeting)).toEqual([]);
  return `${said.words.replaceAll('\u00a0', ' ')} (${said.brief.replaceAll('\u00a0', ' ')})`;
}

/** Reviews every four weeks, the last on Thursday, 8 October: the next is due on Thursday, 5 November 2026. */
const monthly = {
  ...agreement,
  company: { ...agreement.company, reviewsEvery: { amount: 4, unit: 'weeks' } as const },
  notes: [minutes('2026-09-10'), minutes('2026-10-08'), minutes('2026-12-03')],
};

describe('when the next review is due', () => {
  test.each([
    ['2026-11-03', 'The next review is due on 5 November 2026, in two working days. (review due in two working days)'],
    ['2026-11-05', 'The next review is due today, 5 November 2026. (review due today)'],
    [
      '2026-11-06',
      'The next review was due on 5 November 2026, one working day ago. (review overdue by one working day)',
    ],
    [
      '2026-11-09',
      'The next review was due on 5 November 2026, two working days ago. (review overdue by two working days)',
    ],
  ])('on %s: %s', (today, says) => {
    expect(told(reviewDue, { agreement: monthly, today })).toBe(says);
  });

  test('a due day that is free waits for the next working day, and a day off is no working day late', () => {
    const company = { ...agreement.company, reviewsEvery: { amount: 1, unit: 'months' } as const };
    const one = { ...agreement, company, notes: [minutes('2026-10-07')] };
    // 7 November 2026 is a Saturday.
    expect(told(reviewDue, { agreement: one, today: '2026-11-07' })).toContain(
      'due on 9 November 2026, in one working day',
    );
    const friday = { ...one, notes: [minutes('2026-10-06')] };
    expect(told(reviewDue, { agreement: friday, today: '2026-11-07' })).toContain(
      'The next review was due on 6 November 2026. (',
    );
  });

  test('without a rhythm, or without minutes, it says so', () => {
    expect(told(reviewDue, { agreement: { ...monthly, company: agreement.company } })).toBe(
      'The last review was on 8 October 2026; when the next is due, nobody has agreed. (no day is agreed for the next review)',
    );
    expect(told(reviewDue, { agreement })).toBe('No review has been noted yet. (no review noted yet)');
  });
});

test('how much there is to go through', () => {
  expect(told(agenda, { decisions: 5, turned: 3, open: 1 })).toBe(
    'To go through: five decisions to check, three numbers newly off and one open point. (nine things to go through)',
  );
  expect(told(agenda, { changed: 1 })).toBe('To go through: one real change. (one thing to go through)');
  expect(told(agenda, {})).toBe('Nothing asks for a decision. (nothing asks for a decision)');
});

test('what is false is found', () => {
  const meeting = { agreement: monthly, today: '2026-11-09', ...none };
  const said = sayOf(reviewDue, meeting);
  const other = sayOf(reviewDue, { ...meeting, today: '2026-11-10' });
  expect(checkMeetingStatement({ ...said, facts: other.facts }, meeting)).not.toEqual([]);
  expect(checkMeetingStatement({ ...said, words: said.words.replace('two', 'six') }, meeting)).not.toEqual([]);
  expect(checkMeetingStatement({ ...said, kind: 'else' }, meeting)).toEqual([
    'else: nobody knows this kind of a review',
  ]);
});

test('working days are counted both ways', () => {
  const [office] = agreement.calendars;
  if (!office) throw new Error('There is no calendar');
  expect(workingDaysSince(office, '2026-11-05', '2026-11-09')).toBe(2);
  expect(workingDaysSince(office, '2026-11-09', '2026-11-05')).toBe(-2);
  expect(workingDaysSince(office, '2026-11-06', '2026-11-08')).toBe(0);
});
