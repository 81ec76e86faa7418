import { alike, moreOrLess, noneAmong } from './backed.ts';
import type { MetricValue } from '../../values/value.ts';
import { newestCompared, periodBefore, settledPeriods, yearBefore } from '../by-todays-wording.ts';
import type { Subject } from '../subject.ts';
import { isShare } from '../traits.ts';
import { isBetter } from '../usual.ts';
import { claimOfThen } from './claim-of-then.ts';
import { claimOf } from './claims.ts';
import { holdsCompared } from './compared-holds.ts';
import { comparedBrief, comparedWords, likeness } from './compared-words.ts';
import { number, type Facts, type StatementKind } from './statement-kind.ts';

interface Neighbours {
  readonly now: MetricValue;
  /** The period before it, and the same one a year before. */
  readonly before: MetricValue | null;
  readonly yearAgo: MetricValue | null;
}

/** What may stand beside the newest number. While records wait, what adds up only grows: it is not held against what is done. */
function neighboursOf(subject: Subject): Neighbours | null {
  const now = newestCompared(subject);
  if (!now || (now.status === 'waiting' && !isShare(subject.metric))) return null;
  const settled = settledPeriods(subject);
  const [before, yearAgo] = [periodBefore(settled, now), yearBefore(settled, now)];
  if (!before && !yearAgo) return null;
  return { now, before, yearAgo: yearAgo === before ? null : yearAgo };
}

const valueOf = ({ value }: MetricValue): number => value ?? Number.NaN;

/** How far they lie apart, where a rule of signal fires at the newest one and all of them lie in its direction. */
function apartFacts({ now, before, yearAgo }: Neighbours, subject: Subject): Facts | null {
  const { signals, newest } = subject.usual;
  const signal = newest === now.period ? signals.find(({ period }) => period === newest) : undefined;
  if (!signal) return null;
  const more = signal.side === 'above';
  const apart = (row: MetricValue | null) => row && subject.numbers.apart(valueOf(now), valueOf(row));
  const goesAlong = (row: MetricValue | null) =>
    row === null || (apart(row) !== 0 && valueOf(now) > valueOf(row) === more && now.value !== row.value);
  if (!goesAlong(before) || !goesAlong(yearAgo)) return null;
  const better = isBetter(subject.metric, signal.side, now.to);
  return { says: 'apart', more, better, beforeApart: apart(before), yearAgoApart: apart(yearAgo) };
}

/** Else they only stand side by side. */
function besideFacts({ now, before, yearAgo }: Neighbours, subject: Subject): Facts {
  const alike = [before, yearAgo].map((row) => row && likeness(row, valueOf(now), subject));
  return { says: 'beside', same: alike.includes('same'), nearly: alike.includes('nearly') };
}

const changeOf = ({ better }: Facts) => (better === true ? 'better' : better === false ? 'worse' : 'changed');

/**
 * What the newest number is put beside: the period before it, and the same one a year before, both by today's wording, with records enough. The
 * numbers stand side by side; how far they lie apart is said only where a rule of signal fires, and in its direction.
 */
export const compared: StatementKind = {
  kind: 'compared',
  numbers: { beforeValue: 'own', yearAgoValue: 'own', beforeApart: 'apart', yearAgoApart: 'apart' },
  directions: (facts) => [...moreOrLess(facts), ...alike(facts), ...noneAmong(facts, 'beforeValue', 'yearAgoValue')],
  facts(subject) {
    const found = neighboursOf(subject);
    if (!found) return null;
    const { now, before, yearAgo } = found;
    return {
      period: now.period,
      value: now.value,
      before: before?.period ?? null,
      beforeValue: before?.value ?? null,
      yearAgo: yearAgo?.period ?? null,
      yearAgoValue: yearAgo?.value ?? null,
      ...(apartFacts(found, subject) ?? besideFacts(found, subject)),
    };
  },
  words: comparedWords,
  brief: comparedBrief,
  holds: holdsCompared,
  claims: (facts, subject) => [
    ...claimOf('value', subject, facts['period'], number(facts, 'value')),
    ...claimOfThen(subject, facts['before'], facts['beforeValue']),
    ...claimOfThen(subject, facts['yearAgo'], facts['yearAgoValue']),
    ...(facts['says'] === 'apart' ? claimOf('change', subject, facts['period'], changeOf(facts)) : []),
  ],
};
