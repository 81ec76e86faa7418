import { briefest } from '../count-words.ts';
import { acrossPeriod, membersIn } from '../figures/compared-period.ts';
import { wouldBeBriefs, wouldBeSentence } from '../locale/en/across.ts';
import { fewest } from '../mark-of.ts';
import { isNamed, partsIn } from '../parts/breakdown-parts.ts';
import { leadWords } from '../parts/lead-words.ts';
import { fittingSentence, memberClaim, wholeClaim, wholeIn } from '../parts/shape.ts';
import type { Breakdown } from '../../values/breakdown.ts';
import type { PublishedValue } from '../../values/value.ts';
import { quoted } from '../locale/en/forms.ts';
import { number, text, type StatementKind } from './statement-kind.ts';

/** Whether a breakdown is by what whoever turned a lead down says would make it good: a field that every handover has. */
export const isWouldBeGood = ({ cut }: Pick<Breakdown, 'cut'>): boolean =>
  cut.cut === 'value' && cut.path.links.length === 0 && !cut.path.figure && cut.path.field === 'would be good when';

const sum = (rows: readonly PublishedValue[]) => rows.reduce((total, { value }) => total + (value ?? 0), 0);

/** Of how many records it is known what would make them good, and what stands there most often. */
export const wouldBeGood: StatementKind = {
  kind: 'would be good',
  numbers: { whole: 'own', known: 'own', firstValue: 'own' },
  names: ['dimension', 'first'],
  directions: ({ known }) => (known === 0 ? ['none'] : []),
  facts(subject, dimension = '') {
    const { metric } = subject;
    const breakdown = metric.breakdowns.find((one) => one.dimension === dimension);
    const period = acrossPeriod(subject, dimension);
    const found = period && partsIn(subject, dimension, period);
    if (!breakdown || !isWouldBeGood(breakdown) || !found) return null;
    if (metric.unit.unit !== 'records' || (period.value ?? 0) < fewest) return null;
    const [first, second] = found.named.toSorted((one, other) => (other.value ?? 0) - (one.value ?? 0));
    // One alone of the most says something; where two come to as many, only how many are known.
    const alone = first && (first.value ?? 0) > (second?.value ?? 0) ? first : null;
    return {
      dimension,
      period: period.period,
      whole: period.value,
      known: sum(found.named),
      first: alone?.member ?? null,
      firstValue: alone?.value ?? null,
    };
  },
  words(facts, subject) {
    const { unit } = subject.metric;
    const whole = wholeIn(subject, text(facts, 'period'));
    if (!whole || unit.unit !== 'records') return '';
    const all = { whole: number(facts, 'whole'), nouns: unit.nouns, ...leadWords(subject, whole) };
    const known = number(facts, 'known');
    const first = typeof facts['first'] === 'string' ? quoted(facts['first']) : '';
    return fittingSentence([
      wouldBeSentence(all, known, first && { name: first, count: number(facts, 'firstValue') }),
      wouldBeSentence(all, known, ''),
    ]);
  },
  brief: (facts) => briefest(wouldBeBriefs(number(facts, 'known'), number(facts, 'whole'))),
  holds(facts, subject) {
    const whole = wholeIn(subject, text(facts, 'period'));
    if (!whole) return false;
    const rows = membersIn(subject.values, text(facts, 'dimension'), whole);
    const unknown = rows.filter(({ member }) => !isNamed(member));
    const first = rows.find(({ member }) => member === facts['first']);
    const isFirst = rows.every(
      (row) => row === first || !isNamed(row.member) || (row.value ?? 0) < (first?.value ?? 0),
    );
    return (
      facts['whole'] === whole.value &&
      facts['known'] === (whole.value ?? 0) - sum(unknown) &&
      (facts['first'] === null || (first?.value === facts['firstValue'] && isFirst))
    );
  },
  claims: (facts, subject) => [...memberClaim(facts, subject, 'first'), ...wholeClaim(facts, subject)],
};
