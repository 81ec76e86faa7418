import { noneAmong } from './backed.ts';
import { briefest } from '../count-words.ts';
import { amountsBrief } from '../locale/en/briefs.ts';
import { claimOf } from './claims.ts';
import { amountsWords } from '../locale/en/beside.ts';
import { numbersOf, type NumberWords } from '../numbers.ts';
import type { Subject } from '../subject.ts';
import { isShare } from '../traits.ts';
import { number, text, type StatementKind } from './statement-kind.ts';

/** The currency that a share's parts are amounts of, or null where they are records or numbers. */
function currencyOf({ metric, agreement }: Subject): string | null {
  const { measure } = metric.wordings[0];
  const countedIn = isShare(metric) && 'countedIn' in measure ? measure.countedIn : null;
  return countedIn?.type.is === 'money' ? agreement.company.currency : null;
}

function amountNumbers(subject: Subject): NumberWords {
  const unit = { unit: 'money', currency: currencyOf(subject) ?? subject.agreement.company.currency } as const;
  return numbersOf({ ...subject.metric, unit }, subject.agreement);
}

/** What a share of an amount is made of: a percentage alone hides whether thousands or millions are spoken of. */
export const amounts: StatementKind = {
  kind: 'amounts',
  numbers: { numerator: 'of share', denominator: 'of share' },
  directions: (facts) => noneAmong(facts, 'numerator'),
  facts(subject) {
    const { latest } = subject;
    if (!latest || latest.value === null || currencyOf(subject) === null) return null;
    return { period: latest.period, value: latest.value, numerator: latest.numerator, denominator: latest.denominator };
  },
  words(facts, subject) {
    const { sentence } = amountNumbers(subject);
    const [part, whole] = [number(facts, 'numerator'), number(facts, 'denominator')];
    return amountsWords(part === 0 ? null : sentence(part, [whole]), sentence(whole));
  },
  brief(facts, subject) {
    const { sentence, short } = amountNumbers(subject);
    const [part, whole] = [number(facts, 'numerator'), number(facts, 'denominator')];
    const inShort = { part: short(part, [whole]), whole: short(whole) };
    return briefest(amountsBrief(sentence(part, [whole]), sentence(whole), inShort));
  },
  holds: (facts, { series }) =>
    series.some(
      (row) =>
        row.period === text(facts, 'period') &&
        row.value === facts['value'] &&
        row.numerator === facts['numerator'] &&
        row.denominator === facts['denominator'],
    ),
  claims: (facts, subject) => claimOf('value', subject, facts['period'], facts['value'] ?? null),
};
