import { mostWords, wordsIn } from '../count-words.ts';
import { isAboutTime } from '../deadlines.ts';
import { ofWords } from '../locale/en.ts';
import {
  atThisPointWords,
  fewSoFarWords,
  nothing,
  nothingSoFarWords,
  onlyWaitingWords,
  soFarWords,
} from '../locale/en-sentences.ts';
import { fewest } from '../mark-of.ts';
import { countedSince } from '../same-count.ts';
import { calledIn, type Subject } from '../subject.ts';
import { isAdditive, isOfRecords } from '../traits.ts';
import { number, type Facts, type StatementKind } from './statement-kind.ts';
import { isMade } from '../../values/made-of.ts';
import { isFrozen } from '../../values/frozen.ts';
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

/** A share of few records is told as counts. `beside`: what it is compared with, which rounding must not make it touch. */
function spoken({ value, numerator, denominator }: Said, { metric, numbers }: Subject, beside: number): string {
  if (isOfRecords(metric) && denominator < fewest) return ofWords(numerator, denominator);
  return value === 0 && isAdditive(metric) ? nothing : numbers.sentence(value, Number.isNaN(beside) ? [] : [beside]);
}

function wordsWith(facts: Facts, subject: Subject, compared: boolean): string {
  const now = {
    value: number(facts, 'value'),
    numerator: number(facts, 'numerator'),
    denominator: number(facts, 'denominator'),
  };
  const then = {
    value: number(facts, 'earlierValue'),
    numerator: number(facts, 'earlierNumerator'),
    denominator: number(facts, 'earlierDenominator'),
  };
  const period = subject.running ? calledIn(subject, subject.running) : '';
  const earlier = compared ? earlierOf(subject, facts['earlier']) : null;
  const before = earlier ? { said: spoken(then, subject, now.value), called: calledIn(subject, earlier) } : null;
  const against = before ? atThisPointWords(before.said, before.called) : '';
  const waits = number(facts, 'waiting');
  const said = spoken(now, subject, compared ? then.value : Number.NaN);
  if (facts['value'] === null) return onlyWaitingWords(period, waits);
  if (said === nothing) return nothingSoFarWords(period, against, before?.said === nothing ? before.called : '');
  if (isOfRecords(subject.metric) && now.denominator < fewest)
    return fewSoFarWords(period, said, waits, { aboutTime: isAboutTime(subject.metric.wordings[0]), against });
  return soFarWords(period, said, waits, against);
}

/**
 * Where the running period stands, and where the one before it stood after as much time: of a share only what could be decided,
 * as counts while they are few, with what waits beside it.
 */
export const soFar: StatementKind = {
  kind: 'so far',
  facts(subject) {
    const { running, metric } = subject;
    // What stood when the period began stays so, but for what is kept of it by the end.
    if (metric.asOf === 'period start' && !isFrozen(metric) && !isMade(metric.wordings[0].measure)) return null;
    if (!running || (running.value === null && running.waiting === 0)) return null;
    const { period, value, numerator, denominator, waiting } = running;
    return { period, value, numerator, denominator, waiting, ...(value === null ? {} : factsOfEarlier(subject)) };
  },
  words(facts, subject) {
    const whole = wordsWith(facts, subject, 'earlier' in facts);
    return wordsIn(whole) > mostWords ? wordsWith(facts, subject, false) : whole;
  },
  holds(facts, { series, metric, stretch }) {
    const at = series.findIndex(({ period, status }) => period === facts['period'] && status === 'so far');
    const row = series[at];
    if (!(['value', 'numerator', 'denominator', 'waiting'] as const).every((name) => row?.[name] === facts[name]))
      return false;
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
};
