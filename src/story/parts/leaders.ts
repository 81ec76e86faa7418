import { when } from '../statements/backed.ts';
import type { PublishedValue } from '../../values/value.ts';
import { leadersBriefs, leadersSentence, partOf } from '../locale/en/parts.ts';
import { counted } from '../locale/en/forms.ts';
import { fewest } from '../mark-of.ts';
import { number, text, type Facts } from '../statements/statement-kind.ts';
import type { Subject } from '../subject.ts';
import { isCredit, isNamed } from './breakdown-parts.ts';
import { leadWords } from './lead-words.ts';
import { calledMember, nounsOfGroup, wholeIn, type Shape } from './shape.ts';

/** Of so many members, two together may make up what none does alone. */
const manyMembers = 5;

const names = ['first', 'second'] as const;

const isNear = (one: number, other: number) => Math.abs(one - other) < 1e-6;

const byValue = (one: PublishedValue, other: PublishedValue) => (other.value ?? 0) - (one.value ?? 0);

/** The greatest members that no other comes up to: one, or two that make up half together where there are many. */
function leadersOf(
  { rows, named }: { rows: readonly PublishedValue[]; named: readonly PublishedValue[] },
  whole: number,
): PublishedValue[] {
  const ranked = rows.toSorted(byValue);
  const [first, second, third] = ranked;
  if (!first || !named.includes(first) || first.value === second?.value) return [];
  const [one, two] = [first.value ?? 0, second?.value ?? 0];
  const pair = second && named.includes(second) && two !== third?.value;
  return pair && named.length >= manyMembers && one * 2 < whole && (one + two) * 2 >= whole ? [first, second] : [first];
}

/** What adds up, and has so many records that one member's part of it says something. */
const isTold = ({ metric }: Subject, { value, records }: PublishedValue) =>
  metric.adds.members &&
  metric.wordings[0].measure.measure !== 'difference' &&
  value !== null &&
  Math.min(records, metric.unit.unit === 'records' ? value : records) >= fewest;

/** `bare`: without what is counted, amounts as charts say them. */
function partsWords(facts: Facts, { metric, numbers }: Subject, bare = false): string {
  const parts = number(facts, 'together');
  const whole = number(facts, 'whole');
  const { unit } = metric;
  if (unit.unit === 'records' && !bare) return partOf(numbers.sentence(parts), counted(whole, unit.noun, unit.nouns));
  const say = bare ? numbers.short : numbers.sentence;
  return partOf(say(parts), say(whole));
}

const called = (facts: Facts, subject: Subject) =>
  names.filter((name) => typeof facts[name] === 'string').map((name) => calledMember(facts, name, subject));

/** Of what adds up: the member that makes up most of it, with its part. */
export const leaders: Shape = {
  numbers: { whole: 'own', together: 'own', members: 'count', count: 'count' },
  directions: ({ largest }) => when(largest === true, 'largest part'),
  facts(subject, parts, dimension) {
    const { whole, rows, named } = parts;
    const isWhole = rows.every(({ value }) => value !== null && value >= 0);
    if (!isTold(subject, whole) || whole.value === null || !isWhole || named.length < 2) return null;
    const leading = leadersOf(parts, whole.value);
    if (leading.length === 0) return null;
    const told = leading.flatMap((row, index) => [
      [names[index], row.member],
      [`${names[index]}Value`, row.value],
    ]);
    const together = leading.reduce((sum, { value }) => sum + (value ?? 0), 0);
    return {
      says: 'leaders',
      dimension,
      period: whole.period,
      whole: whole.value,
      members: named.length,
      ...(Object.fromEntries(told) as Facts),
      count: leading.length,
      together,
      largest: true,
    };
  },
  words(facts, subject) {
    const whole = wholeIn(subject, text(facts, 'period'));
    if (!whole) return [];
    return [
      leadersSentence({
        ...leadWords(subject, whole),
        names: called(facts, subject),
        parts: partsWords(facts, subject),
        noun: nounsOfGroup(facts, subject),
        members: number(facts, 'members'),
        credit: isCredit(subject, text(facts, 'dimension')),
      }),
    ];
  },
  briefs: (facts, subject) =>
    leadersBriefs(called(facts, subject), {
      parts: partsWords(facts, subject),
      bare: partsWords(facts, subject, true),
      noun: nounsOfGroup(facts, subject),
    }),
  holds(facts, rows, subject) {
    const said = names.filter((name) => typeof facts[name] === 'string');
    const own = rows.filter(({ member }) => said.some((name) => facts[name] === member));
    const rest = rows.filter((row) => !own.includes(row));
    const sum = (some: readonly PublishedValue[]) =>
      some.reduce((total, { value }) => total + (value ?? Number.NaN), 0);
    const least = Math.min(...own.map(({ value }) => value ?? Number.NaN));
    const isRight = said.every((name) =>
      own.some(({ member, value }) => member === facts[name] && value === facts[`${name}Value`]),
    );
    return (
      isRight &&
      subject.metric.adds.members &&
      own.length === facts['count'] &&
      isNear(sum(rows), number(facts, 'whole')) &&
      isNear(sum(own), number(facts, 'together')) &&
      rest.every(({ value }) => (value ?? 0) < least) &&
      rows.filter(({ member }) => isNamed(member)).length === facts['members']
    );
  },
};
