import { expect, test } from 'vitest';
import type { PlainQuery } from '../raw-sql.ts';
import { describeRealCase } from '../real-case.ts';

const queries: readonly PlainQuery[] = [
  {
    metric: 'deals-started',
    count: true,
    from: 'sales_pipeline',
    day: 'engage_date',
    by: { stage: 'deal_stage' },
  },
  {
    metric: 'deals-won',
    count: true,
    from: 'sales_pipeline join sales_teams using (sales_agent)',
    where: `deal_stage = 'Won'`,
    day: 'close_date',
    by: { product: 'product', team: 'regional_office' },
  },
  {
    metric: 'won-amount',
    cents: 'cast(close_value as integer) * 100',
    from: 'sales_pipeline left join accounts using (account)',
    where: `deal_stage = 'Won'`,
    day: 'close_date',
    by: { sector: 'sector' },
  },
  {
    metric: 'win-rate',
    kept: `deal_stage = 'Won'`,
    from: 'sales_pipeline join sales_teams using (sales_agent)',
    where: `deal_stage in ('Won', 'Lost')`,
    day: 'close_date',
    by: { team: 'regional_office' },
  },
];

describeRealCase(
  {
    name: 'maven-crm-sales',
    now: '2018-01-02T08:00:00Z',
    rows: { 'accounts.csv': 85, 'sales_pipeline.csv': 8800, 'sales_teams.csv': 35 },
    tables: ['sales_pipeline.csv', 'accounts.csv', 'sales_teams.csv'],
    queries,
    uncountable: {
      metric: 'leads-followed-up',
      missing: ['leads', 'activities'],
      says: /Not countable yet: .*leads and activities/,
    },
  },
  (run) => {
    test('the numbers are as of the last day on which a deal closed; nothing tells that this day was over', () => {
      const { readings, account, values } = run();
      const lastDay = Date.parse('2017-12-31T23:59:59-05:00') / 1000;
      const countable = readings.filter(({ missing }) => missing.length === 0);
      expect(new Set(countable.map(({ asOf }) => asOf))).toEqual(new Set([lastDay]));
      expect(account.files.map(({ asOf }) => asOf)).toEqual([lastDay, lastDay, lastDay]);
      const months = values.filter(({ metric, grain, dimension }) => {
        return metric === 'deals-won' && grain === 'month' && dimension === '';
      });
      expect(months.slice(-2).map(({ period, status }) => [period, status])).toEqual([
        ['2017-11', 'complete'],
        ['2017-12', 'so far'],
      ]);
    });
  },
);
