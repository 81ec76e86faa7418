import { notRecorded } from '../../values/breakdown.ts';
import { mostWords, wordsIn } from '../count-words.ts';
import { pausedBrief, pausedManyWords, pausedWords, type PausedTold } from '../locale/en/promises.ts';
import { fewest, judgedFrom } from '../mark-of.ts';
import { mayBePaused, pausedOf } from '../paused.ts';
import type { Subject } from '../subject.ts';
import { when } from './backed.ts';
import { number, text, type Facts, type StatementKind } from './statement-kind.ts';

/** Before the name of each who is to be paused. */
const named = 'paused: ';

const told = (facts: Facts, { numbers, metric }: Subject): PausedTold => ({
  paused: Object.keys(facts).flatMap((name) => (name.startsWith(named) ? [name.slice(named.length)] : [])),
  members: number(facts, 'members'),
  dimension: text(facts, 'dimension'),
  below: numbers.short(number(facts, 'below')),
  periods: number(facts, 'periods'),
  grain: metric.promise?.pause?.grain ?? 'year',
});

/**
 * Whom the promise says to pause, or that it is nobody. To name them is the agreement's own rule, and the list is published for lead routing anyway;
 * of those who are not on it nothing is said.
 */
export const paused: StatementKind = {
  kind: 'paused',
  numbers: { paused: 'count', members: 'count', below: 'own', periods: 'count' },
  names: [named],
  directions: (facts) => [...when(facts['paused'] === 0, 'none'), ...when(number(facts, 'paused') > 0, 'less')],
  facts({ metric, values }) {
    const rule = metric.promise?.pause;
    const who = pausedOf({ metric, values });
    const members = mayBePaused({ metric, values });
    if (!rule || !who || members.length === 0) return null;
    const { dimension, below, periods } = rule;
    return {
      paused: who.length,
      members: members.length,
      dimension,
      below,
      periods,
      ...Object.fromEntries(who.map(({ member }) => [`${named}${member}`, true])),
    };
  },
  words(facts, subject) {
    const whole = pausedWords(told(facts, subject));
    return wordsIn(whole) > mostWords ? pausedManyWords(told(facts, subject)) : whole;
  },
  brief: (facts, subject) => pausedBrief(told(facts, subject)),
  // Period by period from the newest: who was below in every one of them, and had records enough.
  holds(facts, { metric, values }) {
    const rule = metric.promise?.pause;
    if (!rule || facts['below'] !== rule.below || facts['periods'] !== rule.periods) return false;
    const ofGrain = values.filter(({ grain }) => grain === rule.grain);
    const over = ofGrain.filter(({ dimension, status }) => dimension === '' && status === 'complete');
    const newest = over.map(({ period, from }) => ({ period, from }));
    newest.sort((one, other) => (one.from < other.from ? 1 : -1));
    const asked = newest.slice(0, rule.periods).map(({ period }) => period);
    const own = ofGrain.filter(
      (row) => row.dimension === rule.dimension && row.member !== notRecorded && row.records > 0,
    );
    const members = [...new Set(own.map(({ member }) => member))];
    const isPaused = (member: string) =>
      asked.length === rule.periods &&
      asked.every((period) =>
        own.some(
          (row) =>
            row.member === member &&
            row.period === period &&
            row.status === 'complete' &&
            (row.value ?? rule.below) < rule.below &&
            (judgedFrom(metric, row) ?? row.records) >= fewest,
        ),
      );
    const right = members.filter(isPaused);
    return (
      facts['members'] === members.length &&
      facts['paused'] === right.length &&
      right.every((member) => facts[`${named}${member}`] === true)
    );
  },
  claims: () => [],
};
