import type { MetricValue } from '../../values/value.ts';
import { byTodaysWording, newestCompared, periodBefore, settledPeriods, yearBefore } from '../by-todays-wording.ts';
import { mostBriefWords, wordsIn } from '../count-words.ts';
import * as en from '../locale/en/over-time.ts';
import { standsHow } from '../stands-how.ts';
import { calledIn, levelsOf, type Subject } from '../subject.ts';
import { isAdditive, isShare } from '../traits.ts';
import { isBetter } from '../usual.ts';
import { levelOn } from '../wording-on.ts';
import { claimOfThen } from './claim-of-then.ts';
import { claimOf } from './claims.ts';
import { holdsCompared } from './compared-holds.ts';
import { number, type Facts, type StatementKind } from './statement-kind.ts';

const pieces = ({ metric }: Subject) => metric.unit.unit === 'records';

interface Neighbours {
  readonly now: MetricValue;
  /** The period before it, and the same one a year before. */
  readonly before: MetricValue | null;
  readonly then: MetricValue | null;
}

/** What may stand beside the newest number. While records wait, what adds up only grows: it is not held against what is done. */
function neighboursOf(subject: Subject): Neighbours | null {
  const now = newestCompared(subject);
  if (!now || (now.status === 'waiting' && !isShare(subject.metric))) return null;
  const settled = settledPeriods(subject);
  const [before, then] = [periodBefore(settled, now), yearBefore(settled, now)];
  if (!before && !then) return null;
  return { now, before, then: then === before ? null : then };
}

/** The side on which the newest number left its usual range, or keeps to in a long run; null where no rule fires. */
const firedSide = ({ usual: { signals, newest } }: Subject, now: MetricValue) =>
  newest === now.period ? (signals.find(({ period }) => period === newest)?.side ?? null) : null;

/** How far they lie apart, where a rule of signal fires and all of them lie in its direction; else they only stand side by side. */
function apartFacts({ now, before, then }: Neighbours, subject: Subject): Facts | null {
  const side = firedSide(subject, now);
  const apart = (row: MetricValue | null) =>
    row && subject.numbers.apart(now.value ?? 0, row.value ?? 0) * Math.sign((now.value ?? 0) - (row.value ?? 0));
  const [beforeApart, yearAgoApart] = [apart(before), apart(then)];
  const sign = side === 'above' ? 1 : -1;
  if (side === null || ![beforeApart, yearAgoApart].every((by) => by === null || sign * by > 0)) return null;
  return {
    says: 'apart',
    more: side === 'above',
    better: isBetter(subject.metric, side, now.to),
    beforeApart: beforeApart && Math.abs(beforeApart),
    yearAgoApart: yearAgoApart && Math.abs(yearAgoApart),
  };
}

/** A fact's row, as today's wording counts it. */
const rowOf = (subject: Subject, period: unknown) =>
  byTodaysWording(subject).find((row) => row.period === period) ?? null;

/** The number of another period, clear of the newest one and of what was agreed then; or that it is the same. */
function saidOf(value: number, row: MetricValue, facts: Facts, subject: Subject, length: 'sentence' | 'short'): string {
  const { metric, numbers } = subject;
  const now = number(facts, 'value');
  if (value === now) return en.theSame;
  const agreed = [row.target, row.broken].map((level) => levelOn(metric, row.to, level));
  const clearOf = [now, ...agreed.filter((level) => level !== null)];
  const said = numbers[length](value, clearOf);
  if (said === numbers[length](now, levelsOf(subject))) return en.littleApart;
  if (value === 0 && isAdditive(metric)) return pieces(subject) ? en.none : en.nothing;
  return said;
}

type Name = 'before' | 'yearAgo';
const names = ['before', 'yearAgo'] as const;

function besideOf(name: Name, facts: Facts, subject: Subject, length: 'sentence' | 'short'): en.Beside[] {
  const row = rowOf(subject, facts[name]);
  if (!row) return [];
  const said = saidOf(number(facts, `${name}Value`), row, facts, subject, length);
  const stands = length === 'sentence' ? standsHow(subject) : null;
  const isYearAgo = length === 'short' && name === 'yearAgo';
  const when = isYearAgo ? en.yearAgoWords : en.whenWords(calledIn(subject, row), stands);
  return [{ said, when, alike: said === en.theSame || said === en.littleApart }];
}

/** `9 points less than in September`. `brief`: a year ago is said so. */
function apartOf(name: Name, facts: Facts, subject: Subject, brief: boolean): string[] {
  const row = rowOf(subject, facts[name]);
  if (!row) return [];
  const distance = subject.numbers.distance(number(facts, 'value'), number(facts, `${name}Value`));
  const than = brief && name === 'yearAgo' ? en.yearAgoWords : en.whenWords(calledIn(subject, row), null);
  return [en.apartWords(distance, facts['more'] === true, pieces(subject), than)];
}

const isApart = (facts: Facts) => facts['says'] === 'apart';

/**
 * What the newest number is put beside: the period before it, and the same one a year before, both by today's wording, with records enough. The
 * numbers stand side by side; how far they lie apart is said only where a rule of signal fires, and in its direction.
 */
export const compared: StatementKind = {
  kind: 'compared',
  facts(subject) {
    const found = neighboursOf(subject);
    if (!found) return null;
    const { now, before, then } = found;
    return {
      period: now.period,
      value: now.value,
      before: before?.period ?? null,
      beforeValue: before?.value ?? null,
      yearAgo: then?.period ?? null,
      yearAgoValue: then?.value ?? null,
      ...(apartFacts(found, subject) ?? { says: 'beside' }),
    };
  },
  words(facts, subject) {
    if (isApart(facts)) return en.thatIs(names.flatMap((name) => apartOf(name, facts, subject, false)));
    const beside = names.flatMap((name) => besideOf(name, facts, subject, 'sentence'));
    const counted = names.every((name) => facts[`${name}Value`] === null || number(facts, `${name}Value`) >= 0);
    return en.besideWords(beside, pieces(subject) && counted);
  },
  brief(facts, subject) {
    const said = isApart(facts)
      ? names.flatMap((name) => apartOf(name, facts, subject, true))
      : names.flatMap((name) => besideOf(name, facts, subject, 'short')).map((one) => en.besideBrief([one]));
    const both = said.join(', ');
    return wordsIn(both) > mostBriefWords ? (said[0] ?? '') : both;
  },
  holds: holdsCompared,
  claims: (facts, subject) => [
    ...claimOf('value', subject, facts['period'], number(facts, 'value')),
    ...names.flatMap((name) => claimOfThen(subject, facts[name], facts[`${name}Value`])),
    ...(isApart(facts) ? claimOf('change', subject, facts['period'], changeOf(facts)) : []),
  ],
};

const changeOf = ({ better }: Facts) => (better === true ? 'better' : better === false ? 'worse' : 'changed');
