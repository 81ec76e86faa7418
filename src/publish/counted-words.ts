/** How a metric is counted, in sentences that are made from its tree: what the agreement says in keys, a reader gets in words. */
import { creditDimension } from '../agreement/credit-words.ts';
import { pluralOf } from '../agreement/plural.ts';
import { sayCondition } from '../agreement/words.ts';
import { kindOfPath } from '../story/kind-of-path.ts';
import { figureOf } from './figures-in.ts';
import { capital, durationWords, listed, longDay, typographic } from '../story/locale/en/forms.ts';
import { outcomeSense } from '../story/outcome-sense.ts';
import { isFrozen } from '../values/frozen.ts';
import type { Agreement, Measure, Metric, Wording } from '../values/agreement.ts';
import type { Breakdown, Credit } from '../values/breakdown.ts';
import type { Catalogue } from '../values/catalogue.ts';
import { isMade } from '../values/made-of.ts';
import type { FieldPath } from '../values/tree.ts';
import type { MetricReading } from '../values/value.ts';

/** What the words are made with. */
export type Spoken = {
  readonly agreement: Pick<Agreement, 'terms' | 'metrics' | 'figures'>;
  readonly catalogue: Catalogue;
};

/** A field as a sentence names it: `score`, `lead’s source`. */
export const sayPath = ({ links, field }: FieldPath): string => [...links, field].join('’s ');

/** The records that a wording counts, in the plural. */
export function countedRecords(
  { term, kind }: Pick<Wording, 'term' | 'kind'>,
  { agreement, catalogue }: Spoken,
): string {
  const named = agreement.terms.find(({ name }) => name === term);
  return named?.plural ?? catalogue.kinds.find(({ name }) => name === kind)?.plural ?? `${kind} records`;
}

type Say<Kind extends Measure['measure']> = (
  measure: Extract<Measure, { measure: Kind }>,
  records: string,
  spoken: Spoken,
) => string;

const takenOf = (how: string) => (measure: { readonly of: FieldPath }, records: string) =>
  `${how} ${sayPath(measure.of)}, over ${records}`;
const inAmounts = (countedIn: FieldPath | null) => (countedIn ? `, counted in ${sayPath(countedIn)}` : '');

/** Each measure in words, without a full stop. */
const sayings: { readonly [Kind in Measure['measure']]: Say<Kind> } = {
  count: (_, records) => `the number of ${records}`,
  'count different': ({ of }, records) => `how many different ${pluralOf(sayPath(of))} there are, over ${records}`,
  sum: takenOf('the total of'),
  average: takenOf('the average of'),
  median: takenOf('the median of'),
  smallest: takenOf('the smallest'),
  largest: takenOf('the largest'),
  earliest: takenOf('the earliest'),
  latest: takenOf('the latest'),
  percentile: ({ of, percent }, records) => `the ${sayPath(of)} that ${percent}% of ${records} do not go beyond`,
  share: ({ countedIn }, records) => `the share of ${records} that meet the rules below${inAmounts(countedIn)}`,
  conversion: ({ within, countedIn }, records) =>
    `the share of ${records} that come to meet the rules below within ${durationWords(within.amount, within.unit)}${inAmounts(countedIn)}`,
  ratio: ({ of, per, perIs }, _, { agreement }) =>
    `${titleIn(agreement, of)}, divided by ${underLineWords(perIs, titleIn(agreement, per))}`,
  difference: ({ of, less }, _, { agreement }) => `${titleIn(agreement, of)}, less ${titleIn(agreement, less)}`,
};

const titleIn = ({ metrics }: Pick<Agreement, 'metrics'>, slug: string): string =>
  metrics.find((one) => one.slug === slug)?.title.toLowerCase() ?? slug;

type Ratio = Extract<Measure, { measure: 'ratio' }>;

const unders: Readonly<Record<Ratio['perIs'], string>> = {
  value: '',
  target: 'the target of ',
  remaining: 'what is still to come of the target of ',
};

/** What a ratio is divided by, in words that go before a metric's title: `the target of bookings`. */
export const underLineWords = (perIs: Ratio['perIs'], title: string): string => `${unders[perIs]}${title}`;

/** What is computed, in one sentence: `The median of response time, over qualified leads.` */
export function measureWords(wording: Wording, spoken: Spoken): string {
  const { measure } = wording;
  const say = sayings[measure.measure] as Say<typeof measure.measure>;
  return `${capital(say(measure, countedRecords(wording, spoken), spoken))}.`;
}

/** What stands above the rules that a share asks of a record. Nothing is kept where nothing is agreed, or where less is better. */
export function rulesHeading(metric: Metric): string {
  const sense = outcomeSense(metric);
  return sense === 'in time' || sense === 'kept' ? 'It is kept when:' : 'It is part of the share when:';
}

/** Which period a record or a value belongs to, a sentence each. */
export function periodSentences(metric: Metric, spoken: Spoken): string[] {
  const { measure } = metric.wordings[0];
  const running =
    metric.running === 'all' ? 'everything up to its own end' : `the ${metric.running} so far, up to its own end`;
  return [
    ...(isMade(measure) ? ['Each of the two goes by its own date.'] : []),
    ...(metric.by && !isMade(measure)
      ? [`Each belongs to the period of its ‘${sayPath(metric.by)}’: ${meansOf(metric.by, spoken)}.`]
      : []),
    ...(metric.asOf === 'period end'
      ? ['Counted as it stood at the end of each period: what came later has not happened yet.']
      : []),
    ...(metric.asOf === 'period start'
      ? ['Counted as it stood when the period began: what came later has not happened yet.']
      : []),
    ...(isFrozen(metric) ? ['Whether the rules are met is judged at the period’s end.'] : []),
    ...(typeof metric.asOf === 'object' && metric.asOf
      ? [`Counted as it stood on ${longDay(metric.asOf.day)}: what came later has not happened yet.`]
      : []),
    ...(!metric.by && !metric.asOf && !isMade(measure)
      ? ['All records count, whenever they were made, with or without a date.']
      : []),
    ...(metric.running ? [`Each number takes in ${running}.`] : []),
    ...(metric.rateOn ? [`Amounts are changed at the rate of the day of its ‘${sayPath(metric.rateOn)}’.`] : []),
  ];
}

/** Of which fields no history tells what they were, where a metric counts as it stood; none where it tells of all. */
export function heldSentences({ todays }: Pick<MetricReading, 'todays'>): string[] {
  if (todays.length === 0) return [];
  const [were, value] = todays.length === 1 ? ['was', 'today’s value stands'] : ['were', 'today’s values stand'];
  return [
    `No history tells what ${typographic(listed(todays))} ${were} on an earlier day. ${capital(value)} for every day.`,
  ];
}

/** What a field says of a record, in the catalogue's words; a figure, in the agreement's. */
function meansOf(path: FieldPath, spoken: Spoken): string {
  const figure = figureOf(path, spoken);
  if (figure) return figure.inWords;
  const { catalogue } = spoken;
  const kind = catalogue.kinds.find(({ name }) => name === kindOfPath(path, catalogue));
  const found = kind?.fields.find(({ name }) => name === path.field);
  return found?.means.replace(/\.$/, '') ?? path.field;
}

/** What happens to records that lack what the definition needs; none where it needs nothing. */
export function needsSentences({ needs }: Pick<Metric, 'needs'>): string[] {
  if (needs.length === 0) return [];
  return [
    `Each should have its ${listed(needs.map(sayPath))}.`,
    'One that does not is counted as the rules say, and how far it could shift the number is shown.',
  ];
}

/** How a breakdown parts the records, where that is more than by a field's own values. */
export function cutWords({ dimension, cut, credit }: Breakdown, { terms }: Pick<Agreement, 'terms'>): string {
  const by = `By ${dimension}`;
  if (credit) return `${capital(creditWords(credit, { terms }))}.`;
  if (cut.cut === 'bands') return `${by}: ${sayPath(cut.path)} ${cut.bands.map(({ name }) => name).join('; ')}.`;
  if (cut.cut === 'test') return `${by}: those of which it holds that ${sayCondition(cut.test)}, and the others.`;
  return cut.path.figure
    ? `Grouped by ‘${sayPath(cut.path)}’, as the vocabulary says.`
    : `${by}: ${sayPath(cut.path)}.`;
}

/** How credit is given, without a full stop: `credit goes in even parts to all campaign members`. */
export function creditWords({ agreed, touches }: Credit, { terms }: Pick<Agreement, 'terms'>): string {
  const term = terms.find(({ name }) => name === touches.term);
  const [one, many] = [term?.name ?? touches.kind, term?.plural ?? pluralOf(touches.kind)];
  switch (agreed.model) {
    case 'recorded':
      return 'all credit goes where the record itself says';
    case 'first touch':
      return `all credit goes to the first ${one}`;
    case 'last touch':
      return `all credit goes to the last ${one}`;
    case 'even':
      return `credit goes in even parts to all ${many}`;
    case 'by position': {
      const { first, last, between } = agreed;
      return `the first of the ${many} gets ${first}% of the credit, the last ${last}%, those between ${between}%`;
    }
  }
}

/** The other models' dimensions, each with a short name: `By first touch`. */
export function otherCredit({ dimension, credit }: Breakdown): { readonly dimension: string; readonly name: string }[] {
  return (credit?.beside ?? []).map((model) => {
    const beside = creditDimension(dimension, model);
    return { dimension: beside, name: capital(beside.slice(`${dimension}, `.length)) };
  });
}
