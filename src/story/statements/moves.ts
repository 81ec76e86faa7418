import { overOrUnder } from './backed.ts';
import { briefest } from '../count-words.ts';
import { agreedMoveBrief, lookAtBrief, lookBrief, moveBrief, reviewBrief, signBrief } from '../locale/en/briefs.ts';
import { claimOf } from './claims.ts';
import { Temporal } from 'temporal-polyfill';
import type { Day } from '../../values/period.ts';
import { timeToKeep } from '../deadlines.ts';
import {
  agreedMoveWords,
  casesWords,
  inARow,
  lookAtCasesWords,
  lookAtMissedWords,
  lookAtWords,
  missesFoundWords,
  moveWords,
  reviewMoveWords,
  signMoveWords,
} from '../locale/en/verdict.ts';
import { missingSignatures } from '../mark-of.ts';
import { calledIn, lastNouns, type Subject } from '../subject.ts';
import { outcomeSense, wellAndIll } from '../outcome-sense.ts';
import { isOfRecords } from '../traits.ts';
import { levelOn } from '../wording-on.ts';
import { dayAfter } from '../working-days.ts';
import { number, text, type Facts, type StatementKind } from './statement-kind.ts';

const isOff = ({ mark }: Subject) => mark.mark === 'slipping' || mark.mark === 'broken';
const waits = ({ series }: Subject) => series.reduce((sum, { waiting }) => sum + waiting, 0);

/** The day by which whatever waits now has run out: the whole time to keep it, from the export on. */
function lastDay({ metric, agreement, reading }: Subject): Day | null {
  const time = timeToKeep(metric.wordings[0]);
  const calendar = agreement.calendars.find(({ slug }) => slug === metric.calendar);
  if (!time || !calendar || reading.asOf === null) return null;
  const instant = Temporal.Instant.fromEpochMilliseconds(reading.asOf * 1000);
  return dayAfter(instant.toZonedDateTimeISO(agreement.company.timeZone).toPlainDateTime(), time, calendar);
}

/** What is claimed of all periods together. */
const allPeriods = 'all';

const waitingMove = (facts: Facts, subject: Subject, by: Day | null) =>
  moveWords(
    subject.metric.words.move ?? '',
    number(facts, 'count'),
    by,
    facts['oneAfterAnother'] === true,
    lastNouns(subject),
  );

/** What waits today is still to be done: how many, by when. */
export const moveWaiting: StatementKind = {
  kind: 'move waiting',
  numbers: { count: 'count' },
  directions: () => [],
  facts(subject) {
    const count = waits(subject);
    if (count === 0 || !subject.metric.words.move) return null;
    const time = timeToKeep(subject.metric.wordings[0]);
    return {
      count,
      by: lastDay(subject),
      oneAfterAnother: time !== null && time.unit === 'business days' && time.amount > 1,
    };
  },
  words: (facts, subject) => waitingMove(facts, subject, facts['by'] === null ? null : text(facts, 'by')),
  brief: (facts, subject) =>
    briefest(
      moveBrief(
        waitingMove(facts, subject, facts['by'] === null ? null : text(facts, 'by')),
        waitingMove(facts, subject, null),
        number(facts, 'count'),
      ),
    ),
  holds(facts, subject) {
    let left = number(facts, 'count');
    for (const { waiting } of subject.series) left -= waiting;
    const time = timeToKeep(subject.metric.wordings[0]);
    const isSpread = time?.unit === 'business days' && time.amount > 1;
    return (
      left === 0 &&
      facts['oneAfterAnother'] === isSpread &&
      facts['by'] === lastDay(subject) &&
      (facts['by'] === null || text(facts, 'by') >= subject.today)
    );
  },
  claims: (facts, subject) => claimOf('waiting', subject, allPeriods, facts['count'] ?? null),
};

/** How many of the newest periods in a row are broken. */
const brokenInARow = ({ series, latest }: Subject): number => {
  const over = latest ? series.slice(0, series.indexOf(latest) + 1).toReversed() : [];
  const firstOther = over.findIndex(({ mark }) => mark.mark !== 'broken');
  return firstOther === -1 ? over.length : firstOther;
};

/** What was agreed for a break, and how many broken periods in a row it takes. */
function consequenceOf({ metric }: Subject): { takes: number; consequence: string } | null {
  const [first, ...rest] = metric.promise?.ifBroken.flatMap((said) => said.split(/, (?=the |both )/)) ?? [];
  if (first === undefined) return null;
  const takes = inARow(first);
  if (takes === null) return { takes: 1, consequence: [first, ...rest].join(', ') };
  return rest.length > 0 ? { takes, consequence: rest.join(', ') } : null;
}

/** What both agreed to do when a promise is broken, once it is broken often enough in a row. */
export const moveAgreed: StatementKind = {
  kind: 'move agreed',
  numbers: {},
  names: ['consequence'],
  directions: () => [],
  facts: (subject) => {
    const agreed = subject.mark.mark === 'broken' ? consequenceOf(subject) : null;
    const inRow = brokenInARow(subject);
    return agreed && inRow >= agreed.takes ? { ...agreed, inRow } : null;
  },
  words: (facts, { metric }) => agreedMoveWords(metric.title, text(facts, 'consequence')),
  brief: (facts) => briefest(agreedMoveBrief(text(facts, 'consequence'))),
  holds(facts, { series, latest }) {
    const until = latest ? series.indexOf(latest) + 1 : 0;
    const last = series.slice(Math.max(0, until - number(facts, 'takes')), until);
    return last.length === facts['takes'] && last.every(({ mark }) => mark.mark === 'broken');
  },
  claims: (_, subject) => claimOf('mark', subject, subject.latest?.period, 'broken'),
};

/** A promise that is off, with nothing waiting that could mend it. */
export const moveLook: StatementKind = {
  kind: 'move look',
  numbers: { missed: 'count', apart: 'apart' },
  directions: (facts) => (typeof facts['missed'] === 'number' ? [] : overOrUnder(facts)),
  facts(subject) {
    const { latest, metric, target, numbers } = subject;
    const isOffToday = isOff(subject) && subject.markToday.mark !== 'kept';
    if (!isOffToday || !latest || latest.value === null || target === null) return null;
    const share = isOfRecords(metric) && latest.denominator !== null && latest.numerator !== null;
    const ill = share ? wellAndIll(metric, latest.numerator ?? 0, latest.denominator ?? 0).ill : null;
    const against = outcomeSense(metric) === 'against';
    const over = latest.value > target;
    return {
      period: latest.period,
      value: latest.value,
      target,
      over,
      missed: over && !against ? null : ill,
      apart: numbers.apart(latest.value, target),
    };
  },
  words(facts, subject) {
    const period = subject.latest ? calledIn(subject, subject.latest) : '';
    if (typeof facts['missed'] === 'number') {
      const look = outcomeSense(subject.metric) === 'against' ? lookAtCasesWords : lookAtMissedWords;
      return look(subject.metric.title, period, facts['missed']);
    }
    const distance = subject.numbers.distance(number(facts, 'value'), number(facts, 'target'));
    return lookAtWords(subject.metric.title, period, distance, facts['over'] === true);
  },
  brief(facts, subject) {
    const period = subject.latest ? calledIn(subject, subject.latest) : '';
    if (typeof facts['missed'] === 'number') {
      const found = outcomeSense(subject.metric) === 'against' ? casesWords : missesFoundWords;
      return briefest(lookBrief(period, found(facts['missed'])));
    }
    const distance = subject.numbers.distance(number(facts, 'value'), number(facts, 'target'));
    return briefest(lookAtBrief(period, distance, facts['over'] === true));
  },
  holds(facts, { series, metric }) {
    const row = series.find(({ period }) => period === facts['period']);
    if (!row || row.value !== facts['value'] || facts['target'] !== levelOn(metric, row.to, row.target)) return false;
    const { numerator, denominator } = row;
    if (typeof facts['missed'] === 'number')
      return outcomeSense(metric) === 'against'
        ? numerator === facts['missed']
        : denominator === (numerator ?? 0) + facts['missed'];
    return (row.value ?? 0) > number(facts, 'target') === facts['over'];
  },
  claims: (facts, subject) => [
    ...claimOf('side', subject, facts['period'], facts['over'] === true ? 'over' : 'under'),
    ...(typeof facts['missed'] === 'number' ? claimOf('missed', subject, facts['period'], facts['missed']) : []),
  ],
};

/** An agreement that was to be looked at again by a day that has passed. */
export const moveReview: StatementKind = {
  kind: 'move review',
  numbers: {},
  directions: () => [],
  facts: ({ metric, newest }) =>
    metric.reviewBy !== null && metric.reviewBy < newest ? { reviewBy: metric.reviewBy } : null,
  words: (facts, { metric }) => reviewMoveWords(metric.title, text(facts, 'reviewBy')),
  brief: (facts) => briefest(reviewBrief(text(facts, 'reviewBy'))),
  holds: (facts, { metric, newest }) => facts['reviewBy'] === metric.reviewBy && text(facts, 'reviewBy') < newest,
  claims: () => [],
};

/** A team whose yes is missing. */
export const moveSign: StatementKind = {
  kind: 'move sign',
  numbers: {},
  directions: () => [],
  facts: ({ metric }) => {
    const [team] = missingSignatures(metric);
    return team ? { team } : null;
  },
  words: (_, { metric }) => signMoveWords(metric.title),
  brief: () => briefest(signBrief),
  holds: (facts, { metric }) => !metric.signatures.some(({ team, holds }) => holds && team === facts['team']),
  claims: () => [],
};
