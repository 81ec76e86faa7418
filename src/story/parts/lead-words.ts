import { isFrozen } from '../../values/frozen.ts';
import type { PublishedValue } from '../../values/value.ts';
import { leads, type Tense } from '../locale/en/parts.ts';
import { calledIn, type Subject } from '../subject.ts';
import { standsToday } from '../traits.ts';

/** How a sentence about a period begins, by what its number is of: the time in it, or an instant. */
function leadOf({ metric }: Subject, { grain, status }: PublishedValue): keyof typeof leads {
  const { asOf, running } = metric;
  if (standsToday(metric) && grain === 'all') return 'today';
  if (asOf !== null && typeof asOf === 'object') return 'as of';
  if (status === 'so far') return 'so far';
  if (asOf === 'period end') return 'at the end';
  if (asOf === 'period start' && !isFrozen(metric)) return 'at the start';
  if (running !== null) return 'by the end';
  return grain === 'all' ? 'in all' : grain === 'day' ? 'on' : 'in';
}

/** What a sentence about the members of a breakdown begins with: `In October`, `So far in 2026`, `At the end of October`; and how its verbs stand. */
export function leadWords(subject: Subject, whole: PublishedValue): { readonly lead: string; readonly tense: Tense } {
  const { asOf } = subject.metric;
  const which = leadOf(subject, whole);
  const day = asOf !== null && typeof asOf === 'object' ? asOf.day : whole.to;
  const tense = which === 'today' || which === 'so far' ? 'present' : 'past';
  return { lead: leads[which](calledIn(subject, whole), day), tense };
}
