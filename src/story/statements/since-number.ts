import type { PublishedValue } from '../../values/value.ts';
import type { ToldRow } from '../../values/told.ts';
import { briefest } from '../count-words.ts';
import { none } from '../locale/en/beside.ts';
import { notKnown } from '../locale/en/charts.ts';
import { readBriefs, readWords, type Read } from '../locale/en/since.ts';
import { standsHow } from '../stands-how.ts';
import { calledIn, levelsOf, type Subject } from '../subject.ts';
import { isAdditive } from '../traits.ts';
import { noneAmong } from './backed.ts';
import { claimOf } from './claims.ts';
import { overThen, runningThen, sameCount } from './since-then.ts';
import { number, text, type Facts, type StatementKind } from './statement-kind.ts';

/** Two numbers that differ by less are one: what a file keeps of it. */
const hair = 1e-9;

const differ = (one: number | null, other: number | null): boolean =>
  one === null || other === null ? one !== other : Math.abs(one - other) > hair * Math.max(1, Math.abs(one));

/** The pair of rows that can be held side by side: a period that was over, one that has ended since, or one that still runs. */
function sideBySide(subject: Subject): { told: ToldRow; now: PublishedValue; state: Read['state'] } | null {
  const { latest, running } = subject;
  const [over, ran] = [overThen(subject), runningThen(subject)];
  if (latest && over?.period === latest.period) {
    const reads = differ(over.value, latest.value) || over.waiting !== latest.waiting;
    if (reads) return { told: over, now: latest, state: 'over' };
  }
  // A share of few so far says little, and less beside another one.
  if (!isAdditive(subject.metric) && standsHow(subject) !== 'now') return null;
  if (latest && ran?.period === latest.period) return { told: ran, now: latest, state: 'ended' };
  const runs = running !== null && ran?.period === running.period && differ(ran.value, running.value);
  return runs ? { told: ran, now: running, state: 'so far' } : null;
}

const spoken = (facts: Facts, name: 'before' | 'today', subject: Subject, length: 'sentence' | 'short'): string => {
  if (facts[name] === null) return notKnown;
  if (facts[name] === 0 && subject.metric.unit.unit === 'records') return none;
  const other = facts[name === 'before' ? 'today' : 'before'];
  const beside = typeof other === 'number' ? [other] : [];
  return subject.numbers[length](number(facts, name), [...levelsOf(subject), ...beside]);
};

function read(facts: Facts, subject: Subject, length: 'sentence' | 'short'): Read {
  const row = subject.series.find(({ period }) => period === facts['period']);
  return {
    title: subject.metric.title,
    day: text(facts, 'day'),
    period: row ? calledIn(subject, row) : '',
    state: text(facts, 'state') as Read['state'],
    before: spoken(facts, 'before', subject, length),
    waitedThen: number(facts, 'waitedThen'),
    today: spoken(facts, 'today', subject, length),
    waits: number(facts, 'waits'),
  };
}

const stateNow = { over: 'over', ended: 'over', 'so far': 'so far' } as const;

/** What a period was told to be the last time, beside what it comes to now: two numbers, and no claim that one lies over the other. */
export const sinceNumber: StatementKind = {
  kind: 'since number',
  numbers: { before: 'own', today: 'own', waitedThen: 'count', waits: 'count' },
  directions: (facts) => noneAmong(facts, 'before', 'today'),
  facts(subject) {
    const found = subject.before && sameCount(subject) ? sideBySide(subject) : null;
    if (!found) return null;
    const { told, now, state } = found;
    return {
      day: told.day,
      period: now.period,
      state,
      before: told.value,
      waitedThen: told.waiting,
      today: now.value,
      waits: now.waiting,
    };
  },
  words: (facts, subject) => readWords(read(facts, subject, 'sentence')),
  brief: (facts, subject) =>
    briefest([
      ...readBriefs(read(facts, subject, 'sentence')).slice(0, 2),
      ...readBriefs(read(facts, subject, 'short')),
    ]),
  holds(facts, { before, values, metric }) {
    const was = facts['state'] === 'over' ? 'over' : 'so far';
    const then = before?.rows.filter(({ period, state }) => period === facts['period'] && state === was) ?? [];
    const now = values.filter(({ period, dimension }) => period === facts['period'] && dimension === '');
    const isNow = (status: string) =>
      (status === 'so far') === (stateNow[text(facts, 'state') as Read['state']] === 'so far');
    const [one] = then;
    return (
      one !== undefined &&
      then.length === 1 &&
      before?.day === facts['day'] &&
      one.seal === metric.seal &&
      one.value === facts['before'] &&
      one.waiting === facts['waitedThen'] &&
      now.some(
        ({ value, waiting, status, grain }) =>
          value === facts['today'] && waiting === facts['waits'] && (grain === 'all' || isNow(status)),
      )
    );
  },
  claims: (facts, subject) => [
    ...claimOf('value', subject, facts['period'], facts['today'] ?? null),
    ...claimOf('waiting', subject, facts['period'], facts['waits'] ?? null),
  ],
};
