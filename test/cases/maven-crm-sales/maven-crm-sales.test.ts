import { expect, test } from 'vitest';
import { eachMonth, notOver } from '../real/raw-sql.ts';
import { describeRealCase } from '../real/real-case.ts';
import { oddities } from './oddities.ts';

const deals = `sales_pipeline d left join sales_teams t using (sales_agent) left join accounts a using (account)
  left join products p on p.product = case d.product when 'GTXPro' then 'GTX Pro' else d.product end`;
const cents = `cast(case d.deal_stage when 'Won' then d.close_value else p.sales_price end as integer) * 100`;
const stage = `case deal_stage when 'Won' then 'Closed Won' when 'Lost' then 'Closed Lost' else deal_stage end`;
const team = { team: 't.regional_office' };
const won = { from: deals, where: `d.deal_stage = 'Won'`, day: 'd.close_date' };
const lost = { from: deals, where: `d.deal_stage = 'Lost'`, day: 'd.close_date' };
const decided = {
  from: deals,
  where: `d.deal_stage in ('Won', 'Lost')`,
  day: 'd.close_date',
  kept: `d.deal_stage = 'Won'`,
  by: { ...team, product: 'p.product' },
};
/** A deal that has no first day is in no pipeline; of one that has, the stage is known from day to day. */
const open = { from: deals, since: 'd.engage_date', until: 'd.close_date', by: { stage: `'Engaging'` } };
const openByTeam = { ...open, by: { ...open.by, ...team } };
const engaged = { from: 'sales_pipeline', where: `engage_date <> ''`, day: 'engage_date', by: { stage: `'Engaging'` } };

describeRealCase(
  {
    name: 'maven-crm-sales',
    now: '2018-01-02T08:00:00Z',
    asOf: '2017-12-31',
    rows: { 'accounts.csv': 85, 'products.csv': 7, 'sales_pipeline.csv': 8800, 'sales_teams.csv': 35 },
    queries: {
      'deals-started': { from: 'sales_pipeline', day: 'engage_date', count: true, by: { stage } },
      bookings: { ...won, sum: cents, by: { ...team, product: 'p.product', sector: 'a.sector' } },
      'average-sale': { ...won, average: cents, by: { ...team, series: 'p.series' } },
      'sales-cycle': { ...won, median: 'julianday(d.close_date) - julianday(d.engage_date)', by: team },
      'new-customers': {
        from: `(select account, min(close_date) as first from sales_pipeline where deal_stage = 'Won' group by 1) join accounts a using (account)`,
        day: 'first',
        count: true,
        by: { industry: 'a.sector' },
      },
      'win-rate': decided,
      'win-rate-by-amount': { ...decided, weight: cents },
      'lost-deals': { ...lost, count: true, by: team },
      'open-pipeline': { ...open, sum: cents },
      'pipeline-bridge': {
        from: `(select ${cents} as moved, 'Opened' as movement, d.engage_date as day from ${deals} where d.engage_date <> ''
          union all select -${cents}, d.deal_stage, d.close_date from ${deals} where d.close_date <> '') as change`,
        day: 'change.day',
        sum: 'moved',
        by: { movement: 'movement' },
      },
      'stage-conversion': { ...engaged, kept: `deal_stage = 'Won' and close_date > engage_date` },
      'time-in-stage': {
        ...engaged,
        median: `coalesce(julianday(nullif(close_date, '')) - julianday(engage_date), ${notOver})`,
      },
      'pipeline-coverage': { of: 'open-pipeline', target: eachMonth(80_000_000), less: 'bookings' },
      'deals-with-amount': { ...openByTeam, kept: `d.deal_stage = 'Won'` },
      'deals-with-close-date': { ...openByTeam, kept: `d.close_date <> ''` },
      'close-dates-past': {
        ...openByTeam,
        where: `d.close_date <> '' and d.deal_stage not in ('Won', 'Lost')`,
        count: true,
      },
    },
    empty: ['close-dates-past'],
    missing: {
      'accepted-by-clause': 'handovers',
      'attempts-before-giving-up': 'leads, handovers, activities',
      'campaign-effectiveness': "spend rows, opportunity's campaign",
      'campaign-spend': 'spend rows',
      'campaign-wins': "opportunity's campaign",
      'close-date-pushes': "stage change's close date",
      'cost-per-qualified-lead': 'leads, handovers, spend rows',
      'customers-onboarded': "account's onboarded",
      'customers-referred': 'leads',
      'customers-renewed': "opportunity's type",
      'deals-up-to-date': 'activities',
      'deals-with-next-step': "opportunity's next step",
      'deals-with-source': "opportunity's source",
      'factored-pipeline': "opportunity's probability",
      'forecast-accuracy': "opportunity's forecast category",
      'hold-between-owners': 'ownerships',
      'inquiries-held-back': 'leads, handovers',
      'leads-accepted': 'leads, handovers',
      'leads-never-touched': 'leads, handovers, activities',
      'leads-rejected': 'leads, handovers',
      'leads-to-opportunities': 'leads',
      'meetings-accepted': 'activities',
      'meetings-set': 'activities',
      'partners-feedback': 'leads, handovers',
      'partners-follow-up': 'leads, handovers, activities',
      'qualified-leads-delivered': 'leads, handovers',
      'rejections-explained': 'leads, handovers',
      'response-time': 'leads, handovers, activities',
      'single-decision-maker': 'deal contacts',
      'time-to-hand-over': 'leads, handovers',
      'wins-never-qualified': 'leads, handovers',
      'won-by-clause': 'leads, handovers',
      'won-outside-forecast': "stage change's forecast category",
    },
    notShown: { 'lost-deals': 'reason' },
    switchedOff: ['deals-stuck', 'usual-ready-time'],
  },
  (run, odd) => {
    oddities(odd);
    test('the numbers are as of the last day on which a deal closed; nothing tells that this day was over', () => {
      const { readings, account, values } = run();
      const lastDay = Date.parse('2017-12-31T23:59:59-05:00') / 1000;
      const countable = readings.filter(({ missing }) => missing.length === 0);
      expect(new Set(countable.map(({ asOf }) => asOf))).toEqual(new Set([lastDay]));
      expect(new Map(account.files.map(({ file, asOf }) => [file, asOf]))).toEqual(
        new Map([
          ['accounts.csv', lastDay],
          ['products.csv', null],
          ['sales_pipeline.csv', lastDay],
          ['sales_teams.csv', lastDay],
        ]),
      );
      const months = values.filter(({ metric, grain, dimension }) => {
        return metric === 'bookings' && grain === 'month' && dimension === '';
      });
      expect(months.slice(-2).map(({ period, status }) => [period, status])).toEqual([
        ['2017-11', 'complete'],
        ['2017-12', 'so far'],
      ]);
    });
  },
);
