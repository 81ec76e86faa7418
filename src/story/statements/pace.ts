import { briefest } from '../count-words.ts';
import { paceBrief } from '../locale/en/briefs.ts';
import { claimOf } from './claims.ts';
import type { PeriodTarget } from '../../values/value.ts';
import { paceWords } from '../locale/en/beside.ts';
import { calledIn, type Subject } from '../subject.ts';
import { levelOn } from '../wording-on.ts';
import { number, text, type StatementKind } from './statement-kind.ts';

/** What was agreed for the running period, if a part of it falls to the days that have passed: early in it that may be none. */
function targetOfRunning({ running, targets, numbers }: Subject): PeriodTarget | null {
  const found = targets.find(({ grain, period }) => grain === running?.grain && period === running.period);
  return found?.byNow != null && numbers.sentence(found.byNow) !== numbers.sentence(0) ? found : null;
}

/** Where the running period of what adds up should be by now. */
export const pace: StatementKind = {
  kind: 'pace',
  numbers: { byNow: 'own', target: 'own' },
  directions: ({ way }) => [way === 'at most' ? 'at most' : 'at least'],
  facts(subject) {
    const agreed = targetOfRunning(subject);
    if (!agreed || subject.running?.value == null) return null;
    const { period, byNow, way } = agreed;
    const target = levelOn(subject.metric, subject.running.to, agreed.target);
    return { period, value: subject.running.value, byNow, target, way };
  },
  words: (facts, subject) =>
    paceWords({
      period: subject.running ? calledIn(subject, subject.running) : '',
      byNow: subject.numbers.sentence(number(facts, 'byNow')),
      target: subject.numbers.sentence(number(facts, 'target')),
      way: facts['way'] === 'at most' ? 'at most' : 'at least',
    }),
  brief(facts, { numbers }) {
    const [byNow, target] = [number(facts, 'byNow'), number(facts, 'target')];
    const told = { byNow: numbers.sentence(byNow), target: numbers.sentence(target) };
    const short = { byNow: numbers.short(byNow), target: numbers.short(target) };
    return briefest(paceBrief(facts['way'] === 'at most' ? 'at most' : 'at least', told, short));
  },
  holds(facts, { metric, series, targets }) {
    const row = series.find(({ period, status }) => period === text(facts, 'period') && status === 'so far');
    const agreed = targets.find(({ grain, period }) => grain === row?.grain && period === row.period);
    const [byNow, target] = [number(facts, 'byNow'), number(facts, 'target')];
    const level = row ? levelOn(metric, row.to, row.target) : null;
    return row?.value === facts['value'] && agreed?.byNow === byNow && level === target && byNow <= target + 1;
  },
  claims: (facts, subject) => claimOf('value', subject, facts['period'], facts['value'] ?? null),
};
