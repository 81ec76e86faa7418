import type { PublishedValue } from '../../values/value.ts';
import { briefest } from '../count-words.ts';
import { acrossPeriod, membersIn } from '../figures/compared-period.ts';
import { sortedBriefs, sortedSentence } from '../locale/en/across.ts';
import { fewest } from '../mark-of.ts';
import { partsIn, styleOf } from '../parts/breakdown-parts.ts';
import { leadWords } from '../parts/lead-words.ts';
import { calledMember, fittingSentence, memberClaim, wholeClaim, wholeIn } from '../parts/shape.ts';
import { number, text, type Facts, type StatementKind } from './statement-kind.ts';
import type { Subject } from '../subject.ts';

const names = ['first', 'second', 'third'] as const;
const said = (facts: Facts) => names.filter((name) => typeof facts[name] === 'string');

const bySize = (one: PublishedValue, other: PublishedValue) =>
  (other.value ?? 0) - (one.value ?? 0) || (one.member < other.member ? -1 : 1);

const told = (facts: Facts, subject: Subject, some: readonly (typeof names)[number][]) =>
  some.map((name) => ({ name: calledMember(facts, name, subject), count: number(facts, `${name}Value`) }));

/** Of records that are counted and sorted under cases by name: how many stand under the largest. */
export const sortedAcross: StatementKind = {
  kind: 'sorted across',
  numbers: { whole: 'own', firstValue: 'own', secondValue: 'own', thirdValue: 'own' },
  names: ['dimension', ...names],
  directions: () => [],
  facts(subject, dimension = '') {
    const { metric } = subject;
    const period = acrossPeriod(subject, dimension);
    const found = period && partsIn(subject, dimension, period);
    if (!found || metric.unit.unit !== 'records' || !metric.adds.members) return null;
    if (styleOf(subject, dimension) !== 'case' || (period.value ?? 0) < fewest) return null;
    const largest = found.named.filter(({ value }) => (value ?? 0) > 0).toSorted(bySize);
    if (largest.length < 2) return null;
    const members = largest.slice(0, names.length).flatMap(({ member, value }, at) => [
      [names[at], member],
      [`${names[at]}Value`, value],
    ]);
    return { dimension, period: period.period, whole: period.value, ...(Object.fromEntries(members) as Facts) };
  },
  words(facts, subject) {
    const { unit } = subject.metric;
    const whole = wholeIn(subject, text(facts, 'period'));
    if (!whole || unit.unit !== 'records') return '';
    const all = { whole: number(facts, 'whole'), nouns: unit.nouns, ...leadWords(subject, whole) };
    return fittingSentence([
      sortedSentence(all, told(facts, subject, said(facts))),
      sortedSentence(all, told(facts, subject, said(facts).slice(0, 2))),
      sortedSentence(all, told(facts, subject, said(facts).slice(0, 1))),
    ]);
  },
  brief: (facts, subject) => briefest(sortedBriefs(told(facts, subject, ['first']), number(facts, 'whole'))),
  holds(facts, subject) {
    const whole = wholeIn(subject, text(facts, 'period'));
    if (!whole) return false;
    const rows = membersIn(subject.values, text(facts, 'dimension'), whole);
    const values = said(facts).map((name) => rows.find(({ member }) => member === facts[name])?.value ?? Number.NaN);
    return (
      facts['whole'] === rows.reduce((sum, { value }) => sum + (value ?? 0), 0) &&
      values.every((value, at) => value === facts[`${names[at]}Value`] && value <= (values[at - 1] ?? Infinity))
    );
  },
  claims: (facts, subject) => [
    ...names.flatMap((name) => memberClaim(facts, subject, name)),
    ...wholeClaim(facts, subject),
  ],
};
