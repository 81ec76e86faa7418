import type { PublishedValue } from '../../values/value.ts';
import { briefest } from '../count-words.ts';
import { comparedPeriod, membersIn } from '../figures/compared-period.ts';
import { mostMissedBriefs, mostMissedSentence, ofTheRecords } from '../locale/en/who-moved.ts';
import { outcomeSense, wellAndIll } from '../outcome-sense.ts';
import { isNamed, partsIn, saysTheSame, styleOf } from '../parts/breakdown-parts.ts';
import { leadWords } from '../parts/lead-words.ts';
import { calledMember, fittingSentence, nounsOfGroup, wholeIn } from '../parts/shape.ts';
import { nounsOf, type Subject } from '../subject.ts';
import { isOfRecords } from '../traits.ts';
import { wayOn } from '../wording-on.ts';
import { claimOf } from './claims.ts';
import { number, text, type StatementKind } from './statement-kind.ts';

/** Fewer misses of a member say little. */
const fewestMisses = 5;
/** A member is named where it makes up at least this part of the misses, and so many times its part of the records. */
const leastPart = 1 / 3;
const leastOver = 1.5;

/** Of a row of records: how many there are that are decided, and how many of them are misses. */
function counts({ metric }: Subject, { numerator, denominator }: PublishedValue): { of: number; ill: number } | null {
  if (numerator === null || denominator === null) return null;
  return { of: denominator, ill: wellAndIll(metric, numerator, denominator).ill };
}

/** Whether a period's number is not what was agreed: by its mark, or where it still runs by the number so far. */
function isOff({ metric }: Subject, { mark, status, value, target, to }: PublishedValue): boolean {
  if (status !== 'so far' || value === null || target === null)
    return mark.mark === 'slipping' || mark.mark === 'broken';
  return wayOn(metric, to) === 'at most' ? value > target + 1e-9 : value < target - 1e-9;
}

/** The periods that may be told of: the newest, and that in which the members are compared. */
function periodsOf(subject: Subject, dimension: string): PublishedValue[] {
  const compared = comparedPeriod(subject, subject.values, dimension);
  return [...new Set([subject.latest, compared])].filter((row) => row !== null).filter((row) => isOff(subject, row));
}

function factsIn(subject: Subject, dimension: string, period: PublishedValue) {
  const parts = partsIn(subject, dimension, period);
  const whole = counts(subject, period);
  if (!parts || !whole) return null;
  const [most, next] = parts.rows
    .flatMap((row) => ({ member: row.member, ...(counts(subject, row) ?? { of: 0, ill: 0 }) }))
    .toSorted((one, other) => other.ill - one.ill);
  if (!most || most.ill === next?.ill || !isNamed(most.member) || most.ill < fewestMisses) return null;
  const plain = saysTheSame(subject, parts);
  // Which bands keep it and which do not is then the rule itself.
  if (plain && styleOf(subject, dimension) === 'band') return null;
  const part = most.ill / whole.ill;
  if (part < leastPart || part < leastOver * (most.of / whole.of)) return null;
  return {
    dimension, period: period.period, member: most.member, missed: most.ill, of: most.of, allMissed: whole.ill, allOf: whole.of,
    plain,
  }; // prettier-ignore
}

/** Of a share whose promise is off: the member that makes up most of the misses, beside how many of the records are its own. No cause is told. */
export const mostMissed: StatementKind = {
  kind: 'most missed',
  numbers: { missed: 'count', of: 'count', allMissed: 'count', allOf: 'count' },
  names: ['dimension', 'member'],
  directions: () => [],
  facts(subject, dimension = '') {
    const { metric, mark } = subject;
    if (!isOfRecords(metric) || (mark.mark !== 'slipping' && mark.mark !== 'broken')) return null;
    for (const period of periodsOf(subject, dimension)) {
      const facts = factsIn(subject, dimension, period);
      if (facts) return facts;
    }
    return null;
  },
  words(facts, subject) {
    const whole = wholeIn(subject, text(facts, 'period'));
    if (!whole) return '';
    const { one, many } = nounsOf(subject);
    const told = {
      ...leadWords(subject, whole),
      name: calledMember(facts, 'member', subject),
      ill: number(facts, 'missed'),
      allIll: number(facts, 'allMissed'),
      against: outcomeSense(subject.metric) === 'against',
    };
    const records = ofTheRecords(number(facts, 'of'), number(facts, 'allOf'), one, many);
    return fittingSentence([
      ...(facts['plain'] === true ? [] : [mostMissedSentence({ ...told, records })]),
      mostMissedSentence({ ...told, records: null }),
    ]);
  },
  brief: (facts, subject) =>
    briefest(
      mostMissedBriefs(
        calledMember(facts, 'member', subject),
        number(facts, 'missed'),
        number(facts, 'allMissed'),
        outcomeSense(subject.metric) === 'against',
        nounsOfGroup(facts, subject).one,
      ),
    ),
  holds(facts, subject) {
    const whole = wholeIn(subject, text(facts, 'period'));
    if (!whole) return false;
    const against = outcomeSense(subject.metric) === 'against';
    let [ill, of, own, ownOf, next] = [0, 0, 0, 0, 0];
    for (const { member, numerator, denominator } of membersIn(subject.values, text(facts, 'dimension'), whole)) {
      const misses = against ? (numerator ?? 0) : (denominator ?? 0) - (numerator ?? 0);
      ill += misses;
      of += denominator ?? 0;
      if (member === facts['member']) [own, ownOf] = [misses, denominator ?? 0];
      else next = Math.max(next, misses);
    }
    const said =
      own === facts['missed'] && ownOf === facts['of'] && ill === facts['allMissed'] && of === facts['allOf'];
    return said && own > next && 3 * own >= ill && 2 * own * of >= 3 * ill * ownOf;
  },
  claims: (facts, subject) => claimOf('missed', subject, facts['period'], number(facts, 'allMissed')),
};
