import { noneAmong, when } from './backed.ts';
import { asOfBrief, beganBrief, fewSoFarBrief, soFarBrief } from '../locale/en/briefs.ts';
import { claimOf } from './claims.ts';
import { briefest, mostWords, wordsIn } from '../count-words.ts';
import { ofWords } from '../locale/en/charts.ts';
import {
  asOfWords,
  atThisPointWords,
  beganWords,
  fewSoFarWords,
  none,
  nothing,
  nothingSoFarWords,
  onlyWaitingWords,
  soFarWords,
} from '../locale/en/beside.ts';
import { fewest } from '../mark-of.ts';
import { countedSince } from '../same-count.ts';
import { calledIn, type Subject } from '../subject.ts';
import { outcomeSense } from '../outcome-sense.ts';
import { standsHow } from '../stands-how.ts';
import { isAdditive, isOfRecords } from '../traits.ts';
import { number, type Facts, type StatementKind } from './statement-kind.ts';
import type { MetricValue } from '../../values/value.ts';

/** The period before the running one, if it was counted as today. */
function earlierOf({ metric, series }: Subject, name: unknown): MetricValue | null {
  const since = countedSince(metric);
  const earlier = series.find(({ period }) => period === name);
  return earlier && (since === null || since <= earlier.from) ? earlier : null;
}

/** Where the period before the running one stood after as much time. */
function factsOfEarlier(subject: Subject): Facts {
  const { stretch } = subject;
  if (!stretch || stretch.value === null || !earlierOf(subject, stretch.earlier)) return {};
  const { earlier, value, numerator, denominator } = stretch;
  return { earlier, earlierValue: value, earlierNumerator: numerator, earlierDenominator: denominator };
}

interface Said {
  readonly value: number;
  readonly numerator: number;
  readonly denominator: number;
}

const toldNow = (facts: Facts): Said => ({
  value: number(facts, 'value'),
  numerator: number(facts, 'numerator'),
  denominator: number(facts, 'denominator'),
});

const isFew = ({ metric }: Subject, { denominator }: Said) => isOfRecords(metric) && denominator < fewest;

const noneOf = ({ metric }: Subject) => (metric.unit.unit === 'records' ? none : nothing);

/** `counts`: told as so many of so many. `beside`: what it is compared with, which rounding must not make it touch. */
function spoken({ value, numerator, denominator }: Said, subject: Subject, counts: boolean, beside: number): string {
  const { metric, numbers } = subject;
  if (counts) return ofWords(numerator, denominator);
  if (value === 0 && isAdditive(metric)) return noneOf(subject);
  return numbers.sentence(value, Number.isNaN(beside) ? [] : [beside]);
}

function wordsWith(facts: Facts, subject: Subject, compared: boolean): string {
  const now = toldNow(facts);
  const then = {
    value: number(facts, 'earlierValue'),
    numerator: number(facts, 'earlierNumerator'),
    denominator: number(facts, 'earlierDenominator'),
  };
  const period = subject.running ? calledIn(subject, subject.running) : '';
  const earlier = compared ? earlierOf(subject, facts['earlier']) : null;
  // A share of few records is told as counts, and then both are.
  const counts = facts['value'] !== null && (isFew(subject, now) || (earlier !== null && isFew(subject, then)));
  const before = earlier
    ? { said: spoken(then, subject, counts, now.value), called: calledIn(subject, earlier) }
    : null;
  const waits = number(facts, 'waiting');
  if (facts['value'] === null) return onlyWaitingWords(period, waits);
  const said = spoken(now, subject, counts, compared ? then.value : Number.NaN);
  // Two shares that round to one are not the same.
  const same = now.value === then.value && before?.said === said;
  const against = before ? atThisPointWords(same ? null : before.said, before.called) : '';
  const no = noneOf(subject);
  if (facts['stands'] === 'begun') return beganWords(period, said);
  if (facts['stands'] === 'now' && waits === 0) return asOfWords(subject.today, said, against);
  if (said === no && isAdditive(subject.metric)) {
    const neither = before?.said === no ? before.called : '';
    return nothingSoFarWords(period, { none: no, waiting: waits, against, neither });
  }
  if (counts) return fewSoFarWords(period, said, waits, { sense: outcomeSense(subject.metric), against });
  return soFarWords(period, said, waits, against);
}

/**
 * Where the running period stands, and where the one before it stood after as much time: of a share only what could be decided,
 * as counts while they are few, with what waits beside it.
 */
export const soFar: StatementKind = {
  kind: 'so far',
  numbers: {
    value: 'own', numerator: 'of share', denominator: 'of share', waiting: 'count',
    earlierValue: 'own', earlierNumerator: 'of share', earlierDenominator: 'of share',
  }, // prettier-ignore
  directions: (facts) => [
    ...when(typeof facts['numerator'] === 'number', 'kept'),
    ...when(facts['value'] === facts['earlierValue'], 'equal'),
    ...when(facts['value'] === null, 'none'),
    ...noneAmong(facts, 'value', 'earlierValue'),
  ],
  facts(subject) {
    const { running } = subject;
    if (!running || (running.value === null && running.waiting === 0)) return null;
    const { period, value, numerator, denominator, waiting } = running;
    const stands = standsHow(subject);
    const facts = { period, value, numerator, denominator, waiting, ...(stands ? { stands } : {}) };
    return value === null || stands === 'begun' ? facts : { ...facts, ...factsOfEarlier(subject) };
  },
  words(facts, subject) {
    const whole = wordsWith(facts, subject, 'earlier' in facts);
    return wordsIn(whole) > mostWords ? wordsWith(facts, subject, false) : whole;
  },
  brief(facts, subject) {
    const now = toldNow(facts);
    const period = subject.running ? calledIn(subject, subject.running) : '';
    const waits = number(facts, 'waiting');
    if (facts['value'] === null) return briefest(soFarBrief(period, null, waits));
    const counts = isFew(subject, now);
    const said = spoken(now, subject, counts, Number.NaN);
    if (facts['stands'] === 'begun') return briefest(beganBrief(period, said));
    if (facts['stands'] === 'now' && waits === 0) return briefest(asOfBrief(subject.today, said));
    return briefest(
      counts ? fewSoFarBrief(period, said, waits, outcomeSense(subject.metric)) : soFarBrief(period, said, waits),
    );
  },
  holds(facts, subject) {
    const { series, metric, stretch } = subject;
    const at = series.findIndex(({ period, status }) => period === facts['period'] && status === 'so far');
    const row = series[at];
    if (!(['value', 'numerator', 'denominator', 'waiting'] as const).every((name) => row?.[name] === facts[name]))
      return false;
    if ((facts['stands'] ?? null) !== standsHow(subject)) return false;
    if (!('earlier' in facts)) return true;
    const [kept, decided] = [number(facts, 'earlierNumerator'), number(facts, 'earlierDenominator')];
    return (
      series[at - 1]?.period === facts['earlier'] &&
      stretch?.earlier === facts['earlier'] &&
      stretch.value === facts['earlierValue'] &&
      (!isOfRecords(metric) ||
        (stretch.numerator === kept && stretch.denominator === decided && kept / decided === stretch.value))
    );
  },
  claims: (facts, subject) => [
    ...claimOf('value', subject, facts['period'], facts['value'] ?? null),
    ...claimOf('waiting', subject, facts['period'], facts['waiting'] ?? null),
  ],
};
