import { capital, fullPeriodWords, outcomeLabels } from '../story/locale/en.ts';
import { isAboutTime } from '../story/deadlines.ts';
import { numbersOf } from '../story/numbers.ts';
import { isShare } from '../story/traits.ts';
import type { Wording } from '../values/agreement.ts';
import type { Edition, MetricEdition } from '../values/edition.ts';
import type { PublishedValue } from '../values/value.ts';

/** One line of a receipt: what was counted and how many; a part stands under the whole, the sum below the line. */
export interface ReceiptStep {
  readonly part: 'whole' | 'in' | 'sum';
  readonly says: string;
  readonly number: string;
}

/** How the number of a page came about. */
export interface Receipt {
  readonly value: string;
  readonly period: string;
  readonly steps: readonly ReceiptStep[];
}

const count = new Intl.NumberFormat('en-GB');

/** The way from the counted records to the number that a metric's finding speaks of; null where there is none. */
export function receiptOf(edition: Edition, one: MetricEdition): Receipt | null {
  const { metric, finding, values } = one;
  const { period } = finding;
  const value = values.find(
    (row) => row.dimension === '' && row.grain === period?.grain && row.period === period.name && row.value !== null,
  );
  if (!period || !value || value.value === null) return null;
  const exact = numbersOf(metric, edition.agreement).exact(value.value);
  return { value: finding.value, period: capital(fullPeriodWords(period)), steps: stepsOf(edition, one, value, exact) };
}

function stepsOf(edition: Edition, { metric }: MetricEdition, value: PublishedValue, exact: string): ReceiptStep[] {
  const [wording] = metric.wordings;
  const term = edition.agreement.terms.find((one) => one.name === wording.term);
  const counted =
    term?.plural ?? edition.catalogue.kinds.find((kind) => kind.name === wording.kind)?.plural ?? wording.kind;
  const whole: ReceiptStep = {
    part: 'whole',
    says: capital(`${counted} of the period`),
    number: count.format(value.records),
  };
  if (isShare(metric)) return [whole, ...shareSteps(wording, value, exact)];
  if (wording.measure.measure === 'ratio') return ratioSteps(edition, wording.measure, value, exact);
  return [whole, { part: 'sum', says: wording.measure.measure === 'count' ? 'Counted' : 'Added up', number: exact }];
}

function shareSteps(
  wording: Wording,
  { numerator, denominator, waiting }: PublishedValue,
  exact: string,
): ReceiptStep[] {
  const labels = outcomeLabels(isAboutTime(wording));
  const [kept, all] = [numerator ?? 0, denominator ?? 0];
  return [
    { part: 'in', says: labels.kept, number: count.format(kept) },
    { part: 'in', says: labels.missed, number: count.format(all - kept) },
    { part: 'in', says: 'still waiting, counted neither way', number: count.format(waiting) },
    { part: 'sum', says: `${count.format(kept)} of ${count.format(all)}`, number: exact },
  ];
}

function ratioSteps(
  edition: Edition,
  measure: { of: string; per: string },
  value: PublishedValue,
  exact: string,
): ReceiptStep[] {
  const step = (slug: string, amount: number | null): ReceiptStep => {
    const part = edition.agreement.metrics.find((one) => one.slug === slug);
    const number =
      amount === null ? '–' : part ? numbersOf(part, edition.agreement).exact(amount) : count.format(amount);
    return { part: 'whole', says: part?.title ?? slug, number };
  };
  return [
    step(measure.of, value.numerator),
    step(measure.per, value.denominator),
    { part: 'sum', says: 'The first divided by the second', number: exact },
  ];
}
