/** English: of which day the data is. */
import { Temporal } from 'temporal-polyfill';
import type { Day } from '../../../values/period.ts';
import { capital, dayWords, listed } from './forms.ts';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** `Friday, 6 November`: how old a file is, people tell by its weekday. */
export const dayName = (day: Day): string =>
  `${weekdays[Temporal.PlainDate.from(day).dayOfWeek - 1] ?? ''}, ${dayWords(day)}`;

/** A pull by its day: `today’s pull`, `the pull of Tuesday`; one of a week ago or longer by its date, `the pull of 3 November`. */
export const pullOf = (day: Day, today: Day): string => {
  const ago = Temporal.PlainDate.from(day).until(today).days;
  if (ago === 0) return 'today’s pull';
  const weekday = weekdays[Temporal.PlainDate.from(day).dayOfWeek - 1] ?? '';
  return `the pull of ${ago > 0 && ago < 7 ? weekday : dayWords(day)}`;
};

/** `OpportunityContactRole.csv is of Friday, 6 November, the rest of Monday, 9 November. As old are:` Then the names of numbers follow. */
export const lagWords = (files: readonly string[], day: string, newest: string): string =>
  `${capital(listed(files))} ${files.length === 1 ? 'is' : 'are'} of ${day}, the newest of ${newest}. As of then:`;
