import { alike } from './backed.ts';
import type { MetricValue } from '../../values/value.ts';
import { newestCompared, settledPeriods } from '../by-todays-wording.ts';
import { fewestPeriods } from '../limits.ts';
import * as en from '../locale/en/over-time.ts';
import { calledIn, levelsOf, type Subject } from '../subject.ts';
import { isAdditive, isShare } from '../traits.ts';
import { claimOfThen } from './claim-of-then.ts';
import { claimOf } from './claims.ts';
import { holdsRecord } from './record-holds.ts';
import { number, type Facts, type StatementKind } from './statement-kind.ts';

type Side = 'highest' | 'lowest';

const sortOf = ({ metric }: Subject): en.Sort => {
  if (metric.unit.unit === 'records') return 'pieces';
  if (metric.unit.unit === 'duration') return 'time';
  return isAdditive(metric) ? 'amount' : 'level';
};

/** What carries over mostly grows or shrinks for long, and a date moves on by itself: their newest number is the highest as a rule. */
const wanders = ({ usual: { none } }: Subject) => none !== 'carries over' && none !== 'day';

/** The periods that are ranked, the newest last; null where there is none of it yet, or too few before it. */
function comparedOf(subject: Subject): { now: MetricValue; earlier: readonly MetricValue[] } | null {
  const now = newestCompared(subject);
  const settled = wanders(subject) ? settledPeriods(subject) : [];
  if (!now || settled.at(-1) !== now || settled.length < fewestPeriods) return null;
  return { now, earlier: settled.slice(0, -1) };
}

const valueOf = ({ value }: MetricValue): number => value ?? Number.NaN;

/** Whether two numbers that differ are said alike: no reader could see which is the higher. */
function lookAlike(one: number, other: number, subject: Subject): boolean {
  const said = (value: number) => subject.numbers.sentence(value, levelsOf(subject));
  return one !== other && said(one) === said(other);
}

/** What can't be lower, or higher: that no number was is no news of those that equal it. */
const isAtItsEnd = ({ metric }: Subject, side: Side, value: number) =>
  side === 'lowest' ? value === 0 : isShare(metric) && value === 1;

/** How far back no number was as high, or as low; null where that is no record. */
function factsOnSide(now: MetricValue, earlier: readonly MetricValue[], side: Side, subject: Subject): Facts | null {
  const sign = side === 'highest' ? 1 : -1;
  const at = earlier.findLastIndex((row) => sign * (valueOf(row) - valueOf(now)) >= 0);
  const [like, between] = [earlier[at], earlier.slice(at + 1)];
  if (between.length < fewestPeriods - (like ? 0 : 1)) return null;
  const next = sign * Math.max(...between.map((row) => sign * valueOf(row)));
  if (lookAlike(valueOf(now), next, subject) || (like && lookAlike(valueOf(now), valueOf(like), subject))) return null;
  const says = !like ? 'ever' : like.value === now.value ? 'as' : 'since';
  if (says === 'as' && isAtItsEnd(subject, side, valueOf(now))) return null;
  const facts = {
    says,
    record: side,
    period: now.period,
    value: now.value,
    of: earlier.length + 1,
    between: between.length,
  };
  return like ? { ...facts, since: like.period, sinceValue: like.value, same: says === 'as' } : facts;
}

/** The name of a fact's period. */
function called(name: 'period' | 'since', facts: Facts, subject: Subject): string {
  const row = subject.series.find(({ period }) => period === facts[name]);
  return row ? calledIn(subject, row) : '';
}

const mostOf = (facts: Facts, subject: Subject) => ({
  sort: sortOf(subject),
  side: facts['record'] === 'highest' ? ('highest' as const) : ('lowest' as const),
});

const rankedOf = (facts: Facts, subject: Subject) => ({
  of: number(facts, 'of'),
  grain: subject.usual.grain,
  since: called('since', facts, subject),
  tie: facts['says'] === 'as',
});

/**
 * That the newest number is the highest or the lowest of all that compare with it, or since a period that twelve others or more have followed. It is
 * a fact about numbers, and no claim that they really changed.
 */
export const record: StatementKind = {
  kind: 'record',
  numbers: { of: 'count' },
  directions: (facts) => [facts['record'] === 'highest' ? 'record high' : 'record low', ...alike(facts)],
  facts(subject) {
    const ranked = comparedOf(subject);
    if (!ranked) return null;
    const { now, earlier } = ranked;
    return factsOnSide(now, earlier, 'highest', subject) ?? factsOnSide(now, earlier, 'lowest', subject);
  },
  words: (facts, subject) =>
    en.recordWords(called('period', facts, subject), mostOf(facts, subject), rankedOf(facts, subject)),
  brief: (facts, subject) => en.recordBrief(mostOf(facts, subject), rankedOf(facts, subject)),
  holds: holdsRecord,
  claims: (facts, subject) => [
    ...claimOf('value', subject, facts['period'], number(facts, 'value')),
    ...claimOfThen(subject, facts['since'], facts['sinceValue']),
  ],
};
