import { alike, moreOrLess, when } from './backed.ts';
import type { MetricValue } from '../../values/value.ts';
import { hasEnough, isRecent, yearBefore } from '../by-todays-wording.ts';
import * as en from '../locale/en/over-time.ts';
import { standsHow } from '../stands-how.ts';
import { calledIn, type Subject } from '../subject.ts';
import { isAdditive, isShare } from '../traits.ts';
import { claimOfThen } from './claim-of-then.ts';
import { number, text, type Facts, type StatementKind } from './statement-kind.ts';
import { holdsYearAgo } from './year-ago-holds.ts';

/** How the newest number lies to that of a year before: `9% more`, and what a heading may say instead: `than a year ago`. Both '' where there is no number yet. */
export interface YearAgo {
  readonly says: string;
  readonly against: string;
}

/** Fewer than so many are told as counts: one more of four is not a quarter more. */
const countedBelow = 20;
/** Past this many times it is said so, not in percent. */
const manyTimes = 2;
/** A smaller part is about nothing. */
const leastPart = 0.005;

const isUnknown = (says: string): says is en.Unknown => says in en.yearAgoUnknown;

/** Why the number of a year before can't be held against this one; null: it can. */
function whyUnknown(now: MetricValue, then: MetricValue | null, subject: Subject): en.Unknown | null {
  const { since } = subject.usual;
  if (!then) return 'none';
  if (since !== null && then.from < since && subject.restated.length === 0) return 'reworded';
  if (then.value === null || now.value === null) return 'not known';
  if (now.status === 'waiting' && !isShare(subject.metric)) return 'open';
  return hasEnough(subject, now) && hasEnough(subject, then) ? null : 'few';
}

/** Both numbers by one way of counting: today's, where the periods were counted again by it. */
function bothOf(subject: Subject): readonly [MetricValue, MetricValue | null] | null {
  const { latest, restated } = subject;
  if (!latest || latest.value === null || latest.grain === 'all') return null;
  const again = restated.filter(({ dimension, grain }) => dimension === '' && grain === latest.grain);
  const rows: readonly MetricValue[] = restated.length > 0 ? again : subject.series;
  return [rows.find(({ from }) => from === latest.from) ?? latest, yearBefore(rows, latest)];
}

/** What is said of two numbers that compare, each with the fact that it says. */
function distanceFacts(now: number, then: number, { metric: { unit }, numbers }: Subject): Facts {
  const more = now > then;
  const apart = numbers.apart(now, then);
  if (now === then) return { says: 'same', same: true };
  if (apart === 0) return { says: 'little', nearly: true };
  const adds = unit.unit === 'records' || unit.unit === 'money';
  const few = unit.unit === 'records' && Math.min(now, then) < countedBelow;
  if (adds && then === 0) return { says: 'nothing' };
  if (!adds || few || now < 0 || then < 0) return { says: 'apart', more, apart };
  const times = now / then;
  if (times >= manyTimes) return { says: 'times', more, times: Math.round(times * 10) / 10 };
  const part = Math.abs(times - 1);
  return part < leastPart ? { says: 'little', nearly: true } : { says: 'part', more, part };
}

const whenOf = (subject: Subject) => en.yearAgoWords(isRecent(subject));

function apartWords(facts: Facts, { metric: { unit }, numbers }: Subject): string {
  const distance = numbers.distance(number(facts, 'value'), number(facts, 'yearAgoValue'));
  const more = facts['more'] === true;
  if (unit.unit === 'duration') return en.longerBy(distance, more);
  return unit.unit === 'day' ? en.laterBy(distance, more) : en.moreBy(distance, more, unit.unit === 'records');
}

/** The two halves of what a row says. */
export function yearAgoHalves(facts: Facts, subject: Subject): YearAgo {
  const says = text(facts, 'says');
  const pieces = subject.metric.unit.unit === 'records';
  const [than, as] = [en.thanThen, en.asThen].map((words) => words(whenOf(subject)));
  const against = (told: string, end = than) => ({ says: told, against: end ?? '' });
  if (isUnknown(says)) return en.yearAgoUnknown[says](whenOf(subject));
  if (says === 'same') return against(en.theSame, as);
  if (says === 'little') return against(en.littleApart, as);
  if (says === 'times') return against(en.timesAs(number(facts, 'times'), pieces), as);
  if (says === 'apart') return against(apartWords(facts, subject));
  return against(en.moreBy(en.percent(number(facts, 'part')), facts['more'] === true, pieces));
}

const wholeOf = ({ says, against: end }: YearAgo) => `${says} ${end}`;

/** Whether a period has so much, took so long, came so late, or is so high. */
function verbOf(subject: Subject): en.YearVerb {
  const { unit } = subject.metric.unit;
  if (unit === 'duration') return 'took';
  const adds = unit === 'records' || (unit === 'money' && (isAdditive(subject.metric) || standsHow(subject) !== null));
  return adds ? 'has' : 'is';
}

/** What a sentence says of two numbers that compare: as a row does, but for levels, that lie above or below, and times, that are more or less. */
function comparedWords(facts: Facts, subject: Subject, verb: en.YearVerb): string {
  const { metric, numbers } = subject;
  const says = text(facts, 'says');
  const isLevel = verb === 'is' && metric.unit.unit !== 'day';
  const [more, when] = [facts['more'] === true, whenOf(subject)];
  if (says === 'part' && isLevel) return en.aboveThen(en.percent(number(facts, 'part')), more, when);
  if (says !== 'apart' || (verb !== 'took' && !isLevel)) return wholeOf(yearAgoHalves(facts, subject));
  const distance = numbers.distance(number(facts, 'value'), number(facts, 'yearAgoValue'));
  return isLevel ? en.aboveThen(distance, more, when) : `${en.moreBy(distance, more, false)} ${en.thanThen(when)}`;
}

/** How the newest number lies to that of the same period a year before, for rows of lists; and where they can't be compared, why. */
export const yearAgo: StatementKind = {
  kind: 'year ago',
  numbers: { apart: 'apart', part: 'part', times: 'times' },
  directions: (facts) => [
    ...(facts['says'] === 'times' ? [] : moreOrLess(facts)),
    ...alike(facts),
    ...when(facts['says'] === 'nothing', 'none'),
    ...when(facts['times'] === 2, 'double'),
  ],
  facts(subject) {
    const both = bothOf(subject);
    if (!both) return null;
    const [now, then] = both;
    const period = { period: now.period, value: now.value, yearAgo: then?.period ?? null };
    const facts = { ...period, yearAgoValue: then?.value ?? null };
    const why = whyUnknown(now, then, subject);
    return why ? { ...facts, says: why } : { ...facts, ...distanceFacts(now.value ?? 0, then?.value ?? 0, subject) };
  },
  words(facts, subject) {
    const says = text(facts, 'says');
    const period = subject.latest ? calledIn(subject, subject.latest) : '';
    if (isUnknown(says)) return en.yearAgoUnknownWords[says](period, whenOf(subject));
    const verb = says === 'same' || says === 'little' ? 'is' : verbOf(subject);
    return en.sinceYearWords(period, comparedWords(facts, subject, verb), verb, standsHow(subject));
  },
  brief: (facts, subject) => wholeOf(yearAgoHalves(facts, subject)),
  holds: holdsYearAgo,
  claims: (facts, subject) => [
    ...claimOfThen(subject, facts['period'], facts['value']),
    ...claimOfThen(subject, facts['yearAgo'], facts['yearAgoValue']),
  ],
};
