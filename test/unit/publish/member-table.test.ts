import { describe, expect, test } from 'vitest';
import { memberTables } from '../../../src/publish/member-table.ts';
import { topicPage, topicsOf } from '../../../src/publish/topic-pages.ts';
import type { Metric, Wording } from '../../../src/values/agreement.ts';
import { notRecorded, type Breakdown } from '../../../src/values/breakdown.ts';
import type { MetricValue } from '../../../src/values/value.ts';
import { edition, metric, value } from './small-edition.ts';

const by = (dimension: string): Breakdown => ({
  dimension,
  credit: null,
  clauseOf: null,
  cut: { cut: 'value', path: { from: 'lead', links: [], field: dimension, type: { is: 'text' }, figure: false } },
});
const breakdowns = [by('campaign')];
const euros = { unit: { unit: 'money', currency: 'EUR' }, adds: { periods: true, members: true }, breakdowns } as const;
const noTarget: Partial<Wording> = { target: null, broken: null };

const spend = metric('spend', { ...euros, tells: 'leading', topic: 'campaigns' }, noTarget);
const wins = metric('wins', { ...euros, tells: 'lagging', topic: 'campaigns' }, noTarget);
const qualify = metric('qualify', { breakdowns, tells: 'leading', topic: 'funnel', alsoOn: ['campaigns'] }, noTarget);
const leads = metric(
  'leads',
  {
    unit: { unit: 'records', kind: 'lead', noun: 'lead', nouns: 'leads' },
    adds: { periods: true, members: true },
    breakdowns,
    tells: 'leading',
    topic: 'funnel',
    alsoOn: ['campaigns'],
  },
  noTarget,
);
const returned = metric(
  'returned',
  { unit: { unit: 'times' }, breakdowns, tells: 'lagging', topic: 'campaigns', headline: 6 },
  { ...noTarget, measure: { measure: 'ratio', of: 'wins', per: 'spend', perIs: 'value' } },
);
const metrics = [returned, wins, qualify, leads, spend];

const none = { target: null, broken: null, numerator: null, denominator: null };
const year = { grain: 'year', period: 'FY2026', from: '2026-01-01', to: '2026-12-31', status: 'so far' } as const;
/** Of the year that runs: the whole, and its members. Sums by what they come to, shares and ratios by their parts. */
const rows = (of: Metric, given: Readonly<Record<string, number | readonly [number, number]>>): MetricValue[] => {
  const each = (amount: number | readonly [number, number], over: Partial<MetricValue>) => {
    if (typeof amount === 'number') return value(of.slug, { ...year, ...none, value: amount, ...over });
    const [numerator, denominator] = amount;
    const parts = { numerator, denominator, value: denominator === 0 ? null : numerator / denominator };
    return value(of.slug, { ...year, ...none, ...parts, ...over });
  };
  const [first, ...others] = Object.values(given);
  const whole = others.reduce<number | readonly [number, number]>(
    (sum, one) =>
      typeof sum === 'number' || typeof one === 'number'
        ? Number(sum) + Number(one)
        : [sum[0] + one[0], sum[1] + one[1]],
    first ?? 0,
  );
  return [
    each(whole, {}),
    ...Object.entries(given).map(([member, amount]) => each(amount, { dimension: 'campaign', member })),
  ];
};

const values = [
  ...rows(spend, { Ads: 500_00, Fair: 900_00 }),
  ...rows(leads, { Ads: 30, Fair: 8, [notRecorded]: 5 }),
  ...rows(qualify, { Ads: [15, 30], Fair: [2, 8], [notRecorded]: [1, 5] }),
  ...rows(wins, { Ads: 1_000_00, Old: 200_00 }),
  ...rows(returned, { Ads: [1_000_00, 500_00], Fair: [0, 900_00], Old: [200_00, 0] }),
];
const made = edition(metrics, values);
const [table, ...others] = memberTables(made, made.metrics, 'campaigns');
const said = table?.rows.map(({ head, cells }) => [head, ...cells.map((cell) => cell?.value ?? null)]);

describe('numbers that part by the same groups', () => {
  test('stand in the order in which things happen, all of one period', () => {
    expect(others).toEqual([]);
    expect(table?.columns.map(({ one }) => one.metric.slug)).toEqual(['spend', 'leads', 'qualify', 'wins', 'returned']);
    expect([table?.dimension, table?.period]).toEqual(['campaign', '2026, so far']);
    expect(table?.columns.map(({ period }) => period)).toEqual(['', '', '', '', '']);
  });

  test('have a row for each group, the most expensive first, then what is not recorded, and the whole', () => {
    // 500 + 900 = 1,400 spent; 30 + 8 + 5 = 43 leads, of which 15 + 2 + 1 = 18 qualified, 42%; 1,000 + 200 = 1,200 won; 1,200 for 1,400 is 0.86.
    expect(said).toEqual([
      ['Fair', '€900', '8', '25%', '€0', '€0'],
      ['Ads', '€500', '30', '50%', '€1,000', '€2'],
      ['Old', '€0', '0', null, '€200', 'not known'],
      [notRecorded, '€0', '5', '20%', '€0', null],
      ['All', '€1,400', '43', '42%', '€1,200', '€0.86'],
    ]);
  });

  test('tell the records behind a share, and which are too few to judge by', () => {
    const shares = table?.rows.map(({ cells }) => [cells[2]?.of, cells[2]?.few]);
    expect(shares).toEqual([['2 of 8', true], ['15 of 30', false], [undefined, undefined], ['1 of 5', true], ['18 of 43', false]]); // prettier-ignore
  });

  test('past twelve the smaller ones stand together, sum over sum', () => {
    const many = Object.fromEntries(Array.from({ length: 14 }, (_, at) => [`Campaign ${at + 10}`, (20 - at) * 100]));
    const parts = Object.fromEntries(Object.keys(many).map((name, at) => [name, [at, 10] as const]));
    const large = edition(
      [spend, leads, qualify],
      [...rows(spend, many), ...rows(leads, many), ...rows(qualify, parts)],
    );
    const found = memberTables(large, large.metrics, 'campaigns')[0]?.rows ?? [];
    expect(found).toHaveLength(14);
    // The last two: 800 + 700 cents, as many leads, and 12 + 13 of 10 + 10 by their parts.
    expect(found.at(-2)?.head).toBe('Everyone else (2)');
    expect(found.at(-2)?.cells.map((cell) => [cell?.value, cell?.of])).toEqual([['€15', ''], ['1,500', ''], ['125%', '25 of 20']]); // prettier-ignore
  });

  test('are no table where fewer than three part so, nor where the groups are teams', () => {
    const two = edition([spend, leads], values);
    expect(memberTables(two, two.metrics, 'campaigns')).toEqual([]);
    const teams = values.map((row) => (row.member === 'Ads' ? { ...row, member: 'Sales' } : row));
    const scored = edition(metrics, teams);
    expect(memberTables(scored, scored.metrics, 'campaigns')).toEqual([]);
  });
});

describe('a topic', () => {
  test('takes in numbers that are also on it, and is about one of its own', () => {
    const page = topicPage(made, 'campaigns');
    expect(page.rows.map(({ one }) => one.metric.slug).toSorted()).toEqual([
      'leads',
      'qualify',
      'returned',
      'spend',
      'wins',
    ]);
    expect(page.lead?.metric.slug).toBe('returned');
    expect(
      topicPage(made, 'funnel')
        .rows.map(({ one }) => one.metric.slug)
        .toSorted(),
    ).toEqual(['leads', 'qualify']);
  });

  test('has a page where a number is only also on it', () => {
    expect(topicsOf(edition([leads], []))).toEqual(['funnel', 'campaigns']);
  });
});
