import { capital } from '../story/locale/en/forms.ts';
import { outcomeLabels } from '../story/locale/en/charts.ts';
import { numbersOf } from '../story/numbers.ts';
import { partLabels } from '../story/outcome-sense.ts';
import { comparedWords } from '../story/subject.ts';
import { isShare, standsToday } from '../story/traits.ts';
import { underLineWords } from './counted-words.ts';
import { sayParts, type PartWords } from './say-parts.ts';
import { isFrozen } from '../values/frozen.ts';
import type { Measure, Metric } from '../values/agreement.ts';
import type { MadeMeasure } from '../values/made-of.ts';
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
  const called = capital(comparedWords(one, value));
  return { value: finding.value, period: called, steps: stepsOf(edition, one, value, exact) };
}

function stepsOf(edition: Edition, { metric }: MetricEdition, value: PublishedValue, exact: string): ReceiptStep[] {
  const [wording] = metric.wordings;
  const term = edition.agreement.terms.find((one) => one.name === wording.term);
  const counted =
    term?.plural ?? edition.catalogue.kinds.find((kind) => kind.name === wording.kind)?.plural ?? wording.kind;
  const whole: ReceiptStep = {
    part: 'whole',
    says: capital(`${counted}${whenWords(metric)}`),
    number: count.format(value.records),
  };
  const say = sayParts(metric, edition.agreement);
  if (wording.measure.measure === 'ratio') return ratioSteps(edition, wording.measure, value, exact, say);
  if (wording.measure.measure === 'difference') return differenceSteps(edition, wording.measure, value, exact);
  if (isShare(metric)) return [whole, ...shareSteps(metric, value, exact, say)];
  return [
    ...(value.waiting > 0 ? waitingSteps(whole, value) : [whole]),
    { part: 'sum', says: lastSteps[wording.measure.measure], number: exact },
  ];
}

/** Which of the records it is told of. */
function whenWords(metric: Metric): string {
  if (metric.asOf === 'period start') return ' when the period began';
  if (metric.asOf === 'period end') return ' at the end of the period';
  return standsToday(metric) ? ', all of them' : ' of the period';
}

/** What is done with the records last. */
const lastSteps: Readonly<Record<Exclude<Measure, MadeMeasure>['measure'], string>> = {
  count: 'Counted', 'count different': 'Counted once each', sum: 'Added up', average: 'On average', median: 'In the middle', percentile: 'Up to there',
  smallest: 'The smallest', largest: 'The largest', earliest: 'The earliest', latest: 'The latest', share: 'Kept', conversion: 'Kept',
}; // prettier-ignore

/** Of what can only be told later whether it counts, those that wait are among the records, and not in the number. */
function waitingSteps(whole: ReceiptStep, { waiting }: PublishedValue): ReceiptStep[] {
  return [
    { ...whole, says: `${whole.says}, with those that wait` },
    { part: 'in', says: 'still waiting, not counted yet', number: count.format(waiting) },
  ];
}

function shareSteps(
  metric: Metric,
  { numerator, denominator, waiting }: PublishedValue,
  exact: string,
  say: PartWords,
): ReceiptStep[] {
  const labels = partLabels(metric);
  const when = isFrozen(metric) ? ' by its end' : '';
  const [kept, all] = [numerator ?? 0, denominator ?? 0];
  return [
    { part: 'in', says: `${labels.numerator}${when}`, number: say.numerator(kept) },
    {
      part: 'in',
      says: labels.rest === outcomeLabels.towards.missed ? labels.rest : `${labels.rest}${when}`,
      number: say.denominator(all - kept),
    },
    { part: 'in', says: 'still waiting, counted neither way', number: count.format(waiting) },
    { part: 'sum', says: `${say.numerator(kept)} of ${say.denominator(all)}`, number: exact },
  ];
}

function ratioSteps(
  edition: Edition,
  { of, per, perIs }: Extract<Measure, { measure: 'ratio' }>,
  { numerator, denominator }: PublishedValue,
  exact: string,
  say: PartWords,
): ReceiptStep[] {
  const below = perIs === 'value' ? titleIn(edition, per) : underLineWords(perIs, titleIn(edition, per).toLowerCase());
  return [
    { part: 'whole', says: titleIn(edition, of), number: numerator === null ? '–' : say.numerator(numerator) },
    { part: 'whole', says: capital(below), number: denominator === null ? '–' : say.denominator(denominator) },
    { part: 'sum', says: 'The first divided by the second', number: exact },
  ];
}

/** The two as they are published for the same period. */
function differenceSteps(
  edition: Edition,
  { of, less }: Extract<Measure, { measure: 'difference' }>,
  { grain, period }: PublishedValue,
  exact: string,
): ReceiptStep[] {
  const step = (slug: string): ReceiptStep => {
    const one = edition.metrics.find(({ metric }) => metric.slug === slug);
    const found = one?.values.find((row) => row.dimension === '' && row.grain === grain && row.period === period);
    const known = one && found?.value != null ? numbersOf(one.metric, edition.agreement).exact(found.value) : '–';
    return { part: 'whole', says: titleIn(edition, slug), number: known };
  };
  return [step(of), step(less), { part: 'sum', says: 'The first less the second', number: exact }];
}

const titleIn = ({ agreement }: Edition, slug: string): string =>
  agreement.metrics.find((one) => one.slug === slug)?.title ?? slug;
