import { pullAmissWords, pullDue } from '../publish/pulls-of.ts';
import { daysBetween } from '../story/days-between.ts';
import { stretchWords } from '../story/locale/en/age.ts';
import { longDay } from '../story/locale/en/forms.ts';
import { localDay } from '../story/subject.ts';
import type { Edition } from '../values/edition.ts';
import { localClock, type AgeFacts } from './age-told.ts';

/** What a page of the edition knows of the age of its data. */
export function ageFacts(edition: Edition): AgeFacts {
  const { asOf, agreement } = edition;
  const { timeZone } = agreement.company;
  const from = longDay(localDay(asOf, timeZone));
  return { asOf, timeZone, from, because: pullAmissWords(edition), pull: pullDue(edition) };
}

/** When a file was written, and how long ago that is: `9 November 2026, 06:40` and `13 days ago`. */
export function fullAge(
  asOf: number,
  now: number,
  timeZone: string,
): { readonly written: string; readonly ago: string } {
  const then = localDay(asOf, timeZone);
  const days = daysBetween(then, localDay(now, timeZone));
  const ago = days <= 0 ? 'today' : days === 1 ? 'yesterday' : `${stretchWords(days)} ago`;
  return { written: `${longDay(then)}, ${localClock(asOf, timeZone)}`, ago };
}
