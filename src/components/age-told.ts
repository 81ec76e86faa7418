/**
 * The age of data in words, from facts that a page can carry along: the same is said when it is built and when it is read. A page that is not
 * built any more, because its schedule was delayed, dropped or switched off, is the only one that can say so.
 */
import { dataAgeWords, partOfDay, pullWords } from '../story/locale/en/age.ts';

/** Data older than this many days is said to be so in ink: a week has passed with nothing new. */
const freshDays = 7;

/** What a page knows of the age of its data. Instants and lengths in seconds. */
export interface AgeFacts {
  readonly asOf: number;
  readonly timeZone: string;
  /** The local day of it, as it is written out. */
  readonly from: string;
  /** Why nothing newer came, where a pull failed; null: none did. */
  readonly because: string | null;
  /** When a pull was complete last, and within what time the next one is agreed to be; null: nobody agreed. */
  readonly pull: { readonly complete: number; readonly agreedEvery: number } | null;
}

/** `now`: seconds since 1970, by whoever's clock reads the page. */
export function tellAge(facts: AgeFacts, now: number): { readonly words: string; readonly stale: boolean } {
  const { asOf, timeZone, from, because, pull } = facts;
  const days = Math.max(0, dayNumber(now, timeZone) - dayNumber(asOf, timeZone));
  const words = dataAgeWords(days, partOfDay(Number(localClock(asOf, timeZone).slice(0, 2))), from);
  const since = pull === null ? 0 : now - pull.complete;
  const late = pull !== null && since > pull.agreedEvery ? pullWords.late(since, pull.agreedEvery) : null;
  const why = because ?? late;
  return { words: why === null ? words : `${words}: ${why}`, stale: days > freshDays || late !== null };
}

/** The local clock time of an instant, `06:40`. */
export function localClock(instant: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(instant * 1000);
}

/** Local days since 1970. */
export function dayNumber(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, year: 'numeric', month: 'numeric', day: 'numeric' });
  const part = new Map(parts.formatToParts(instant * 1000).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(part.get('year') ?? 0, (part.get('month') ?? 1) - 1, part.get('day') ?? 1) / 86_400_000;
}
