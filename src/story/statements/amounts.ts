import { amountsWords } from '../locale/en/beside.ts';
import { numbersOf } from '../numbers.ts';
import type { Subject } from '../subject.ts';
import { isShare } from '../traits.ts';
import { number, text, type StatementKind } from './statement-kind.ts';

/** The currency that a share's parts are amounts of, or null where they are records or numbers. */
function currencyOf({ metric, agreement }: Subject): string | null {
  const { measure } = metric.wordings[0];
  const countedIn = isShare(metric) && 'countedIn' in measure ? measure.countedIn : null;
  return countedIn?.type.is === 'money' ? agreement.company.currency : null;
}

/** What a share of an amount is made of: a percentage alone hides whether thousands or millions are spoken of. */
export const amounts: StatementKind = {
  kind: 'amounts',
  facts(subject) {
    const { latest } = subject;
    if (!latest || latest.value === null || currencyOf(subject) === null) return null;
    return { period: latest.period, numerator: latest.numerator, denominator: latest.denominator };
  },
  words(facts, subject) {
    const unit = { unit: 'money', currency: currencyOf(subject) ?? subject.agreement.company.currency } as const;
    const { sentence } = numbersOf({ ...subject.metric, unit }, subject.agreement);
    const [part, whole] = [number(facts, 'numerator'), number(facts, 'denominator')];
    return amountsWords(sentence(part, [whole]), sentence(whole));
  },
  holds: (facts, { series }) =>
    series.some(
      (row) =>
        row.period === text(facts, 'period') &&
        row.numerator === facts['numerator'] &&
        row.denominator === facts['denominator'],
    ),
};
