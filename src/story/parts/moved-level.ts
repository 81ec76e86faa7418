import type { PublishedValue } from '../../values/value.ts';
import { membersIn } from '../figures/compared-period.ts';
import { withoutBriefs, withoutSentence } from '../locale/en/who-moved.ts';
import { claimOf } from '../statements/claims.ts';
import { number, text } from '../statements/statement-kind.ts';
import { calledIn, type Subject } from '../subject.ts';
import { isShare } from '../traits.ts';
import { partsIn, type Parts } from './breakdown-parts.ts';
import { partsOfShift, together, type Fraction } from './contributions.ts';
import { hasEnough } from './ends.ts';
import {
  greatestOf,
  isNear,
  leastOfDifference,
  listedParts,
  mostOf,
  newestSignal,
  partsListed,
  stepOf,
  type MovedShape,
} from './moved.ts';
import { calledMember, nounsOfGroup, wholeIn } from './shape.ts';

/** What is neither a sum nor a quotient of sums, such as a median, can't be parted. */
const isQuotient = ({ metric }: Subject) => isShare(metric) || metric.wordings[0].measure.measure === 'ratio';

/** Members' sums in a period; null where one is not known, or they are not the whole. */
function fractionsOf({ rows, whole }: Parts): Map<string, Fraction> | null {
  const known = rows.flatMap(({ member, numerator, denominator }): [string, Fraction][] =>
    numerator === null || denominator === null ? [] : [[member, { numerator, denominator }]],
  );
  const members = new Map(known);
  const sums = together(members);
  const isWhole =
    isNear(sums.numerator, whole.numerator ?? Number.NaN) && isNear(sums.denominator, whole.denominator ?? Number.NaN);
  return known.length === rows.length && isWhole ? members : null;
}

/** The whole without one member; null where too few records are left to judge by. */
function without(
  subject: Subject,
  { rows, whole }: Parts,
  members: ReadonlyMap<string, Fraction>,
  left: string,
): PublishedValue | null {
  const others = together(new Map([...members].filter(([member]) => member !== left)));
  if (others.denominator <= 0) return null;
  const records = rows.reduce((sum, row) => sum + (row.member === left ? 0 : row.records), 0);
  const rest = { ...whole, ...others, value: others.numerator / others.denominator, records };
  return hasEnough(subject, rest) ? rest : null;
}

/** Of a share or a ratio: the member without which it would lie at most half as far from the period before. */
export const level: MovedShape = {
  facts(subject, dimension, signal) {
    const step = isQuotient(subject) ? stepOf(subject, signal) : null;
    const [early, late] = [
      step && partsIn(subject, dimension, step.before),
      step && partsIn(subject, dimension, step.now),
    ];
    const [before, now] = [early && fractionsOf(early), late && fractionsOf(late)];
    const parts = before && now && partsOfShift(before, now);
    const most = step && parts && mostOf(parts, step.difference);
    const rest = late && now && most && without(subject, late, now, most.member);
    if (!rest || rest.value === null) return null;
    const back = ((step.now.value ?? 0) - rest.value) / step.difference;
    if (back < leastOfDifference || back > 1 + leastOfDifference) return null;
    return {
      says: 'level', dimension, period: step.now.period, before: step.before.period, member: most.member,
      value: step.now.value, without: rest.value, earlier: step.before.value, ...listedParts(parts),
    }; // prettier-ignore
  },
  words(facts, subject) {
    const [now, before] = [wholeIn(subject, text(facts, 'period')), wholeIn(subject, text(facts, 'before'))];
    if (!now || !before) return [];
    const say = (name: string, clearOf: string) =>
      subject.numbers.sentence(number(facts, name), [number(facts, clearOf)]);
    return [
      withoutSentence({
        period: calledIn(subject, now),
        before: calledIn(subject, before),
        name: calledMember(facts, 'member', subject),
        value: say('value', 'without'),
        without: say('without', 'value'),
        earlier: subject.numbers.sentence(number(facts, 'earlier')),
      }),
    ];
  },
  briefs(facts, subject) {
    const say = (name: string, clearOf: string) => subject.numbers.short(number(facts, name), [number(facts, clearOf)]);
    const name = calledMember(facts, 'member', subject);
    return withoutBriefs(name, say('without', 'value'), say('value', 'without'), nounsOfGroup(facts, subject).one);
  },
  holds(facts, subject) {
    const [now, before] = [wholeIn(subject, text(facts, 'period')), wholeIn(subject, text(facts, 'before'))];
    if (!now || !before || newestSignal(subject)?.period !== now.period) return false;
    let [numerator, denominator] = [0, 0];
    for (const row of membersIn(subject.values, text(facts, 'dimension'), now)) {
      if (row.member === facts['member']) continue;
      numerator += row.numerator ?? Number.NaN;
      denominator += row.denominator ?? Number.NaN;
    }
    const sum = [...partsListed(facts).values()].reduce((total, part) => total + part, 0);
    return (
      now.value === facts['value'] &&
      before.value === facts['earlier'] &&
      isNear(number(facts, 'without'), numerator / denominator) &&
      isNear(
        sum,
        (now.value ?? Number.NaN) - (before.value ?? Number.NaN),
        greatestOf([now.value ?? 0, before.value ?? 0]),
      )
    );
  },
  claims: (facts, subject) => [
    ...claimOf('value', subject, facts['period'], number(facts, 'value')),
    ...claimOf('value', subject, facts['before'], number(facts, 'earlier')),
  ],
};
