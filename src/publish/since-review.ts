/** What came to light since a review: periods whose marks were not there to see when it was held. */
import type { Subject } from '../story/subject.ts';
import { newestMarked } from '../story/statements/turned.ts';
import type { Agreement } from '../values/agreement.ts';
import type { Day } from '../values/period.ts';
import type { FixedMark, MarkWord, PublishedValue } from '../values/value.ts';
import { closingDay } from './closing.ts';

/** Tells whether a period was known when a review was held. */
export type KnownThen = (row: PublishedValue) => boolean;

/**
 * A period is known once it has closed; where its mark was fixed by a later build, as it had to wait, from then on. The first build that counts
 * a metric fixes all of its past on one day, which tells nothing: then the closing day does.
 */
export function knownBefore(review: Day | null, agreement: Agreement, ledger: readonly FixedMark[]): KnownThen {
  if (review === null) return () => false;
  const first = new Map<string, Day>();
  for (const { metric, fixed } of ledger) if (fixed < (first.get(metric) ?? '9999')) first.set(metric, fixed);
  return ({ metric, fixed, to }) => {
    const known = fixed && fixed.fixed !== first.get(metric) ? fixed.fixed : closingDay(agreement, to);
    return known !== null && known < review;
  };
}

/** How the newest mark stands beside the one that was known at the review. */
export interface Turn {
  readonly how: 'off' | 'back' | 'still off' | 'same';
  /** The period that was known then; '' where none was judged. */
  readonly before: string;
}

const off: Record<MarkWord, number> = { kept: 0, none: 0, slipping: 1, broken: 2 };

/**
 * Null: no mark came up since then. With no review before, the period before the newest is what was known. What is counted of all records as
 * they stand has no period before, so nobody can tell that it turned.
 */
export function turnOf(subject: Subject, knownThen: KnownThen, reviewed: boolean): Turn | null {
  const now = newestMarked(subject);
  if (!now || knownThen(now)) return null;
  const earlier = subject.series.slice(0, subject.series.indexOf(now)).filter(({ mark }) => mark.mark !== 'none');
  const then = earlier.findLast((row) => !reviewed || knownThen(row));
  const [was, is] = [off[then?.mark.mark ?? 'kept'], off[now.mark.mark]];
  const before = then?.period ?? '';
  if (is > was && (then || now.grain !== 'all')) return { how: 'off', before };
  if (is === 0) return { how: was > 0 ? 'back' : 'same', before };
  return { how: 'still off', before };
}

/** Whether a rule of signal fires anew: outside its range in a period that was not known then, or a run that was no run yet. */
export function signalsAnew({ usual: { newest, signals }, series }: Subject, knownThen: KnownThen): boolean {
  const row = series.find(({ period }) => period === newest);
  const signal = signals.find(({ period }) => period === newest);
  if (!row || !signal || knownThen(row)) return false;
  if (signal.rules.includes('outside')) return true;
  const then = series.findLast((one) => one.to < row.from && knownThen(one));
  return !signals.some(({ period, side }) => period === then?.period && side === signal.side);
}
