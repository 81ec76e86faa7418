import type { PublishedValue } from '../../values/value.ts';
import { briefest } from '../count-words.ts';
import { acrossPeriod } from '../figures/compared-period.ts';
import { creditBriefs, creditSentence, sameCredit, type CreditTold } from '../locale/en/across.ts';
import { isCredit } from '../parts/breakdown-parts.ts';
import { leadWords } from '../parts/lead-words.ts';
import { nounsOfGroup, wholeClaim, wholeIn } from '../parts/shape.ts';
import { alike } from './backed.ts';
import { number, text, type Facts, type StatementKind } from './statement-kind.ts';
import type { Subject } from '../subject.ts';

const creditOf = (rows: readonly PublishedValue[], dimension: string): Map<string, number> =>
  new Map(rows.flatMap((row) => (row.dimension === dimension ? [[row.member, row.value ?? 0]] : [])));

/** The credit of a period by each other model that stands beside the agreed one under `DIMENSION, by MODEL`. */
function otherCredits(rows: readonly PublishedValue[], dimension: string): Map<string, number>[] {
  const others = [...new Set(rows.map((row) => row.dimension))].filter((name) => name.startsWith(`${dimension}, `));
  return others.map((name) => creditOf(rows, name));
}

const rowsIn = ({ values }: Subject, period: string) => values.filter((row) => row.period === period);

/** What a model gives to others than the agreed one does. */
function movedBy(agreed: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  return [...other].reduce((sum, [member, credit]) => sum + Math.max(0, credit - (agreed.get(member) ?? 0)), 0);
}

function toldOf(facts: Facts, subject: Subject): CreditTold {
  const { numbers } = subject;
  const [least, most] = [number(facts, 'least'), number(facts, 'most')];
  return {
    least: least === most ? '' : numbers.sentence(least),
    most: numbers.sentence(most),
    whole: numbers.sentence(number(facts, 'whole')),
    nouns: nounsOfGroup(facts, subject).many,
    models: number(facts, 'models'),
  };
}

/** For how much of the whole the other ways to give credit say otherwise than the agreed one. Nothing is said of which is right. */
export const creditApart: StatementKind = {
  kind: 'credit apart',
  numbers: { whole: 'own', least: 'own', most: 'own', models: 'count' },
  names: ['dimension'],
  directions: alike,
  facts(subject, dimension = '') {
    const period = isCredit(subject, dimension) ? acrossPeriod(subject, dimension) : null;
    if (!period || (period.value ?? 0) <= 0) return null;
    const rows = rowsIn(subject, period.period);
    const agreed = creditOf(rows, dimension);
    const moved = otherCredits(rows, dimension).map((other) => movedBy(agreed, other));
    if (moved.length === 0) return null;
    const [least, most] = [Math.min(...moved), Math.max(...moved)];
    return {
      dimension,
      period: period.period,
      whole: period.value,
      models: moved.length,
      least,
      most,
      same: most === 0,
    };
  },
  words(facts, subject) {
    const whole = wholeIn(subject, text(facts, 'period'));
    if (!whole) return '';
    const { lead } = leadWords(subject, whole);
    return facts['same'] === true
      ? sameCredit(lead, number(facts, 'models'))
      : creditSentence(lead, toldOf(facts, subject));
  },
  brief: (facts, subject) => briefest(creditBriefs(facts['same'] === true, toldOf(facts, subject))),
  holds(facts, subject) {
    const whole = wholeIn(subject, text(facts, 'period'));
    if (!whole || facts['whole'] !== whole.value) return false;
    const dimension = text(facts, 'dimension');
    const rows = rowsIn(subject, whole.period);
    const agreed = creditOf(rows, dimension);
    // What some get more is what others get less: half of all that lies apart.
    const halves = otherCredits(rows, dimension).map((other) => {
      const members = new Set([...agreed.keys(), ...other.keys()]);
      return [...members].reduce((sum, one) => sum + Math.abs((agreed.get(one) ?? 0) - (other.get(one) ?? 0)), 0) / 2;
    });
    const within = (moved: number) => moved >= number(facts, 'least') - 0.5 && moved <= number(facts, 'most') + 0.5;
    const reached = (name: string) => halves.some((moved) => Math.abs(moved - number(facts, name)) <= 0.5);
    return halves.length === facts['models'] && halves.every(within) && reached('least') && reached('most');
  },
  claims: (facts, subject) => wholeClaim(facts, subject),
};
