/** What pages of topics set side by side: cases by name, what would make records good, credit for them; and the years they are compared in. */
import type { Agreement, Metric } from '../../../src/values/agreement.ts';
import type { Breakdown, CreditModel } from '../../../src/values/breakdown.ts';
import type { PublishedValue } from '../../../src/values/value.ts';
import { place } from '../../unit/story/made-up.ts';
import { rowOf } from './any-values.ts';
import type { Made } from './made-metrics.ts';
import type { Random } from './random.ts';

const sortedBy = 'sort of rejection';
const whenGood = 'would be good when';

/** What members a topic's breakdowns have. */
export const topicNames: Readonly<Record<string, readonly string[]>> = {
  [sortedBy]: ['Not reached', 'Not ready', 'Not good', 'Lost in May', 'Not said', 'Not recorded'],
  [whenGood]: ['When the team has grown', 'In 2027', 'Once 200 people work there', 'Everyone else (12)', 'Not recorded'],
  campaign: ['Search', 'Spring fair 2026', 'Webinar', 'Partners', 'Not recorded'],
}; // prettier-ignore

/** What the records of a sorted breakdown are sorted by. */
export const topicFigures: Agreement['figures'] = [
  {
    name: sortedBy, slug: sortedBy, kind: 'handover', term: null, inWords: '', type: { is: 'text' }, at: place,
    is: { value: 'sorted', cases: (topicNames[sortedBy] ?? []).slice(0, 4).map((name) => ({ name, when: [] })), others: 'Not said' },
  },
]; // prettier-ignore

const byField = (dimension: string, figure = false): Breakdown => ({
  dimension, credit: null, clauseOf: null,
  cut: { cut: 'value', path: { from: 'handover', links: [], field: dimension, type: { is: 'text' }, figure } },
}); // prettier-ignore

const models: readonly CreditModel[] = [{ model: 'recorded' }, { model: 'first touch' }, { model: 'last touch' }];

const credited = (beside: number): Breakdown => ({
  ...byField('campaign'),
  credit: {
    agreed: { model: 'even' },
    touches: { kind: 'campaign member', links: [], term: null, where: [] } as never,
    path: { from: 'campaign member', links: [], field: 'name', type: { is: 'text' }, figure: false },
    beside: models.slice(0, beside),
  },
});

/** Where the credit by other models stands. */
export const besideOf = ({ dimension, credit }: Breakdown): string[] =>
  (credit?.beside ?? []).map(({ model }) => `${dimension}, by ${model}`);

/** What this metric is broken down by on pages of topics. */
export function topicBreakdowns({ nature, metric }: Made, random: Random): readonly Breakdown[] {
  if (!metric.adds.members) return [];
  const sorts = [byField(sortedBy, true), byField(whenGood)].filter(() => nature === 'count' && random.often(30));
  const credit = (nature === 'count' || nature === 'money') && random.often(20);
  return credit ? [...sorts, credited(random.whole(1, models.length))] : sorts;
}

const added: readonly Made['nature'][] = ['count', 'money', 'share', 'amounts'];

/** The years of what is counted in months or quarters: their sum, or the share of all their records. */
export function yearsOf({ nature, metric }: Made, rows: readonly PublishedValue[], today: string): PublishedValue[] {
  if (!added.includes(nature) || metric.asOf !== null || metric.running !== null || metric.finest === 'all') return [];
  const dated = rows.filter(({ grain, status }) => grain !== 'undated' && status !== 'ahead');
  return [...Map.groupBy(dated, ({ from }) => from.slice(0, 4))].map(([year, own]) => yearOf(metric, year, own, today));
}

function yearOf(metric: Metric, year: string, rows: readonly PublishedValue[], today: string): PublishedValue {
  const sum = (number: (row: PublishedValue) => number | null) =>
    rows.reduce((total, row) => total + (number(row) ?? 0), 0);
  const at = { grain: 'year', period: `FY${year}`, from: `${year}-01-01`, to: `${year}-12-31` } as const;
  const [waiting, records] = [sum((row) => row.waiting), sum((row) => row.records)];
  const status = at.to >= today ? 'so far' : waiting > 0 ? 'waiting' : 'complete';
  const over = { status, target: null, broken: null } as const;
  if (metric.unit.unit !== 'share') {
    const numbers = { value: sum(({ value }) => value), numerator: null, denominator: null, waiting, records };
    return rowOf(metric, at, numbers, over);
  }
  const [numerator, denominator] = [sum((row) => row.numerator), sum((row) => row.denominator)];
  const value = denominator === 0 ? null : numerator / denominator;
  return rowOf(metric, at, { value, numerator, denominator, waiting, records }, over);
}
