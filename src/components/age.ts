import { daysBetween } from '../story/days-between.ts';
import { longDay } from '../story/locale/en/forms.ts';
import { localDay } from '../story/subject.ts';

/** Data older than this many days is said to be so in ink, in the masthead: a week has passed with nothing new. */
const freshDays = 7;

/** How old data is, in words: 'Data from this morning, 9 November 2026', 'Data is 13 days old, from 9 November 2026'. Instants in seconds. */
export function sayAge(
  asOf: number,
  now: number,
  timeZone: string,
): { readonly words: string; readonly stale: boolean } {
  const then = localDay(asOf, timeZone);
  const days = daysBetween(then, localDay(now, timeZone));
  if (days > 1) return { words: `Data is ${long(days)} old, from ${longDay(then)}`, stale: days > freshDays };
  const when = `${days === 1 ? 'yesterday' : 'this'} ${partOfDay(localClock(asOf, timeZone))}`;
  return { words: `Data from ${when}, ${longDay(then)}`, stale: false };
}

/** When a file was written, and how long ago that is: `9 November 2026, 06:40` and `13 days ago`. */
export function fullAge(
  asOf: number,
  now: number,
  timeZone: string,
): { readonly written: string; readonly ago: string } {
  const then = localDay(asOf, timeZone);
  const days = daysBetween(then, localDay(now, timeZone));
  const ago = days <= 0 ? 'today' : days === 1 ? 'yesterday' : `${long(days)} ago`;
  return { written: `${longDay(then)}, ${localClock(asOf, timeZone)}`, ago };
}

/** The local clock time of an instant, `06:40`. */
export function localClock(instant: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(instant * 1000);
}

/** A stretch of two days or more as people say it: days, past two months months, past two years years. */
function long(days: number): string {
  if (days < 61) return `${days} days`;
  const months = Math.floor(days / 30.44);
  return months < 24 ? `${months} months` : `${Math.floor(days / 365.25)} years`;
}

function partOfDay(clock: string): string {
  const hour = Number(clock.slice(0, 2));
  if (hour < 12) return 'morning';
  return hour < 18 ? 'afternoon' : 'evening';
}
