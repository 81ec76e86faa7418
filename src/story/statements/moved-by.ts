import type { Claim } from '../../values/statement.ts';
import type { PublishedValue } from '../../values/value.ts';
import { briefest } from '../count-words.ts';
import { membersIn } from '../figures/compared-period.ts';
import { plainNumber } from '../locale/en/forms.ts';
import {
  aloneBriefs,
  fewerOrMore,
  lessOrMore,
  movedBriefs,
  movedSentence,
  ofNouns,
  withoutBriefs,
  withoutSentence,
} from '../locale/en/parts.ts';
import { leastOfDifference, movedFacts, movedPeriods, partOf } from '../parts/moved.ts';
import { calledMember, nounsOfGroup, wholeIn } from '../parts/shape.ts';
import { calledIn, type Subject } from '../subject.ts';
import { isBetter } from '../usual.ts';
import { claimOf, claimOfMember } from './claims.ts';
import { number, text, type Facts, type StatementKind } from './statement-kind.ts';

const isNear = (one: number, other: number) => Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(other));

/** The two periods that the facts name, and what their sentence calls them. */
function bothPeriods(facts: Facts, subject: Subject) {
  const [now, before] = [wholeIn(subject, text(facts, 'period')), wholeIn(subject, text(facts, 'before'))];
  return now && before ? { now, before, period: calledIn(subject, now), earlier: calledIn(subject, before) } : null;
}

/** `18 fewer qualified leads`, `18,000 euros less`; `14` or `14,000 euros` of it; `14 fewer`. */
function amountWords(facts: Facts, { metric: { unit }, numbers }: Subject) {
  const [difference, moved, more] = [number(facts, 'difference'), number(facts, 'moved'), facts['more'] === true];
  if (unit.unit !== 'records') {
    const part = numbers.sentence(moved);
    const whole = lessOrMore(numbers.sentence(difference), more);
    return { whole, short: whole, part, alone: lessOrMore(part, more) };
  }
  const short = fewerOrMore(difference, more);
  const whole = ofNouns(short, difference, unit.noun, unit.nouns);
  return { whole, short, part: plainNumber(moved), alone: fewerOrMore(moved, more) };
}

/** The members' rows in the two periods that the facts name. */
function rowsIn(facts: Facts, subject: Subject, whole: PublishedValue): readonly PublishedValue[] {
  return membersIn(subject.values, text(facts, 'dimension'), whole);
}

/** Every member's part again, from its own two rows, and that they add up. */
function holdsAmount(facts: Facts, subject: Subject, now: PublishedValue, before: PublishedValue): boolean {
  const left = new Map(Object.entries(facts).filter(([name]) => name.startsWith(partOf)));
  let sum = 0;
  for (const [rows, sign] of [
    [rowsIn(facts, subject, now), 1],
    [rowsIn(facts, subject, before), -1],
  ] as const)
    for (const { member, value } of rows) {
      const name = `${partOf}${member}`;
      left.set(name, Number(left.get(name) ?? Number.NaN) - sign * (value ?? Number.NaN));
      sum += sign * (value ?? Number.NaN);
    }
  const difference = (now.value ?? Number.NaN) - (before.value ?? Number.NaN);
  const own = number(facts, `${partOf}${text(facts, 'member')}`);
  const isMost = Object.entries(facts).every(
    ([name, part]) => !name.startsWith(partOf) || Number(part) * Math.sign(difference) <= own * Math.sign(difference),
  );
  return (
    [...left.values()].every((rest) => Math.abs(Number(rest)) < 1e-6) &&
    isNear(sum, difference) &&
    isMost &&
    isNear(number(facts, 'difference'), Math.abs(difference)) &&
    isNear(number(facts, 'moved'), Math.abs(own)) &&
    own / difference >= leastOfDifference - 1e-9
  );
}

/** The level without the member again, by the sums of all others; and that the parts add up to the step between the periods. */
function holdsLevel(facts: Facts, subject: Subject, now: PublishedValue, before: PublishedValue): boolean {
  let [numerator, denominator, parts] = [0, 0, 0];
  for (const row of rowsIn(facts, subject, now)) {
    if (row.member === facts['member']) continue;
    numerator += row.numerator ?? Number.NaN;
    denominator += row.denominator ?? Number.NaN;
  }
  for (const [name, part] of Object.entries(facts)) if (name.startsWith(partOf)) parts += Number(part);
  const [value, earlier] = [number(facts, 'value'), number(facts, 'earlier')];
  return (
    now.value === value &&
    before.value === earlier &&
    isNear(number(facts, 'without'), numerator / denominator) &&
    Math.abs(parts - (value - earlier)) < 1e-9 * Math.max(1, Math.abs(value))
  );
}

/** What is said of the two wholes, where their numbers are; and that it is a change. */
function wholesClaimed(
  subject: Subject,
  { now, before }: { now: PublishedValue; before: PublishedValue },
  facts: Facts,
): readonly Claim[] {
  const better = isBetter(subject.metric, (now.value ?? 0) > (before.value ?? 0) ? 'above' : 'below', now.to);
  return [
    ...claimOf('value', subject, facts['period'], now.value),
    ...claimOf('value', subject, facts['before'], before.value),
    ...claimOf('change', subject, facts['period'], better === null ? 'changed' : better ? 'better' : 'worse'),
  ];
}

/**
 * Where the newest period is a real change: the member of a breakdown that makes up most of the step from the period before. Arithmetic only: the facts
 * hold every member's part, and they add up to the step.
 */
export const movedBy: StatementKind = {
  kind: 'moved by',
  facts: (subject, dimension = '') => movedFacts(subject, dimension),
  words(facts, subject) {
    const both = bothPeriods(facts, subject);
    if (!both) return '';
    const { numbers, metric } = subject;
    const said = { period: both.period, before: both.earlier, name: calledMember(facts, 'member', subject) };
    if (facts['says'] === 'amount') {
      const { whole, part, alone } = amountWords(facts, subject);
      const isAlone = facts['alone'] === true;
      return movedSentence({
        ...said,
        whole,
        part: isAlone ? alone : part,
        beyond: isAlone,
        many: metric.unit.unit === 'records',
      });
    }
    const say = (name: string) =>
      numbers.sentence(number(facts, name), [number(facts, name === 'value' ? 'without' : 'value')]);
    return withoutSentence({
      ...said,
      value: say('value'),
      without: say('without'),
      earlier: numbers.sentence(number(facts, 'earlier')),
    });
  },
  brief(facts, subject) {
    const [name, noun] = [calledMember(facts, 'member', subject), nounsOfGroup(facts, subject).one];
    if (facts['says'] === 'level')
      return briefest(
        withoutBriefs(
          name,
          subject.numbers.short(number(facts, 'without')),
          subject.numbers.short(number(facts, 'value')),
          noun,
        ),
      );
    const { short, part, alone } = amountWords(facts, subject);
    return briefest(facts['alone'] === true ? aloneBriefs(name, alone, noun) : movedBriefs(name, part, short, noun));
  },
  holds(facts, subject) {
    const both = bothPeriods(facts, subject);
    const moved = movedPeriods(subject);
    if (!both || (moved?.now !== both.now && moved?.now.period !== both.now.period)) return false;
    const holds = facts['says'] === 'amount' ? holdsAmount : holdsLevel;
    return holds(facts, subject, both.now, both.before);
  },
  claims(facts, subject) {
    const both = bothPeriods(facts, subject);
    if (!both) return [];
    const { period, dimension, member } = {
      period: text(facts, 'period'),
      dimension: text(facts, 'dimension'),
      member: text(facts, 'member'),
    };
    const own = rowsIn(facts, subject, both.now).find((row) => row.member === member)?.value;
    return [
      ...wholesClaimed(subject, both, facts),
      ...(own == null ? [] : claimOfMember('value', subject, { period, dimension, member }, own)),
    ];
  },
};
