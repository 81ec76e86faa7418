/** Three stages of a made-up funnel: leads that came, were good and bought, each quarter's worked out by hand. */
import type { CohortStage } from '../../../src/story/cohorts.ts';
import { subjectOf, type Subject } from '../../../src/story/subject.ts';
import type { Metric } from '../../../src/values/agreement.ts';
import type { PublishedValue } from '../../../src/values/value.ts';
import { agreement, delivered, feedback, reading, row } from './made-up.ts';

export const came: Metric = { ...delivered, slug: 'came', finest: 'month' };
const conversion = (slug: string, days: number): Metric => {
  const [wording] = feedback.wordings;
  const measure = { measure: 'conversion', within: { amount: days, unit: 'days' }, countedIn: null } as const;
  return { ...feedback, slug, finest: 'month', wordings: [{ ...wording, measure }] };
};
export const good = conversion('good', 60);
export const bought = conversion('bought', 180);
export const time: Metric = { ...feedback, slug: 'time', finest: 'quarter', unit: { unit: 'duration', of: 'days' } };

const of = (metric: Metric, values: readonly PublishedValue[]): Subject =>
  subjectOf({ metric, agreement, values, reading: reading(metric) });
const all = (quarter: string, count: number, status: 'complete' | 'so far' = 'complete') =>
  row(came, quarter, count, { records: count, status });

/** `first`: how many came in the first quarter of 2026; `later`: how many of these were good, and bought. */
export function stages(first = 100, [goodOnes, buyers]: readonly [number, number] = [60, 12]): CohortStage[] {
  return [
    {
      name: 'Lead',
      noun: { one: 'lead', many: 'leads' },
      counted: of(came, [
        all('FY2026-Q1', first),
        all('FY2026-Q2', 90),
        all('FY2026-Q3', 80),
        all('FY2026-Q4', 40, 'so far'),
      ]),
      took: null,
    },
    {
      name: 'Good lead',
      noun: { one: 'good lead', many: 'good leads' },
      counted: of(good, [
        row(good, 'FY2026-Q1', [goodOnes, 100]),
        row(good, 'FY2026-Q2', [50, 90]),
        row(good, 'FY2026-Q3', [30, 55, 25], { status: 'maturing' }),
        row(good, 'FY2026-Q4', [0, 0, 40], { status: 'so far' }),
      ]),
      took: of(time, [row(time, 'FY2026-Q1', 2.5), row(time, 'FY2026-Q2', 3), row(time, 'FY2026-Q3', 1)]),
    },
    {
      name: 'Customer',
      noun: { one: 'customer', many: 'customers' },
      counted: of(bought, [
        row(bought, 'FY2026-Q1', [buyers, 100]),
        row(bought, 'FY2026-Q2', [4, 30, 60], { status: 'maturing' }),
        row(bought, 'FY2026-Q3', [0, 0, 80], { status: 'maturing' }),
        row(bought, 'FY2026-Q4', [0, 0, 40], { status: 'so far' }),
      ]),
      took: null,
    },
  ];
}
