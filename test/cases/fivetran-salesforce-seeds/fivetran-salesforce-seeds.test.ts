import { notOver } from '../real/raw-sql.ts';
import { describeRealCase } from '../real/real-case.ts';
import { oddities } from './oddities.ts';

/** Names of stages are scrambled; what they mean shows in the deals that are won or lost. */
const stage = `case stage_name when 'GavUFuuf4DrnQAoiRGlWpQ==' then 'Closed Won' when 'tXi3M8u3iPxq0ggxTSxMKw==' then 'Closed Lost' else 'Open' end`;
const quarter = `'FY' || fiscal_year || '-Q' || fiscal_quarter`;
const cents = `cast(nullif(amount, '') as integer) * 100`;

/** Deals, deleted ones too, and what was done. */
const first = `
  create table deal as select *, substr(close_date, 1, 10) as closed, substr(created_date, 1, 10) as created from sf_opportunity_data;
  create table change as select *, substr(_fivetran_start, 1, 10) as at from sf_opportunity_history_data;
  create table done as
    select 'other' as kind, status, substr(completed_date_time, 1, 10) as on_day, what_id, '' as missed from sf_task_data where is_closed = 'TRUE'
    union all select lower(type), show_as, substr(end_date_time, 1, 10), what_id, no_show_c from sf_event_data;`;
const quotas: Readonly<Record<string, number>> = { 'FY2018-Q4': 20_000_000_00, 'FY2019-Q1': 1_000_000_00 };

const deals = { from: 'deal', day: 'closed' };
const won = { ...deals, where: `is_won = 'true'`, by: { quarter } };
const decided = { ...deals, where: `is_closed = 'true'`, kept: `is_won = 'true'`, by: { quarter } };
const open = {
  from: 'deal',
  since: 'created',
  until: `iif(is_closed = 'true', closed, '')`,
  by: { stage },
};
const entries = { from: 'change', where: `is_closed = 'false'`, day: 'at', by: { stage } };

describeRealCase(
  {
    name: 'fivetran-salesforce-seeds',
    now: '2019-11-20T08:00:00Z',
    asOf: '2019-11-12',
    rows: {
      'sf_account_data.csv': 10,
      'sf_event_data.csv': 10,
      'sf_opportunity_data.csv': 10,
      'sf_opportunity_history_data.csv': 10,
      'sf_task_data.csv': 10,
    },
    first,
    queries: {
      'deals-entered': { from: 'deal', day: 'created', count: true, by: { stage } },
      'stages-reached': { from: 'change', day: 'at', count: true, by: { stage } },
      'things-done': { from: 'done', day: 'on_day', count: true, by: { kind: 'kind' } },
      'meetings-set': { from: 'done', where: `kind = 'meeting'`, day: 'on_day', count: true, by: { status: 'status' } },
      'meetings-accepted': {
        from: 'done',
        where: `kind = 'meeting'`,
        day: 'on_day',
        kept: `missed = 'FALSE'`,
        by: { status: 'status' },
      },
      bookings: { ...won, sum: cents, by: { stage, quarter } },
      'average-sale': { ...won, average: cents },
      'sales-cycle': { ...won, median: 'julianday(closed) - julianday(created)' },
      'win-rate': decided,
      'win-rate-by-amount': { ...decided, weight: `coalesce(${cents}, 0)` },
      'lost-deals': { ...deals, where: `is_closed = 'true' and is_won = 'false'`, count: true, by: { stage } },
      'open-pipeline': { ...open, sum: cents },
      'factored-pipeline': { ...open, sum: `round(${cents} * probability / 100.0)` },
      'pipeline-coverage': { of: 'open-pipeline', target: (period) => quotas[period] ?? null, less: 'bookings' },
      'deals-with-amount': { ...open, kept: `amount <> ''` },
      'deals-with-close-date': { ...open, kept: `close_date <> ''` },
      'deals-with-source': { ...open, kept: `lead_source <> ''` },
      'deals-with-next-step': { ...open, kept: `next_step <> ''` },
      'close-dates-past': {
        ...open,
        where: `is_closed = 'false'`,
        since: `max(created, date(closed, '+1 day'))`,
        count: true,
      },
      'campaign-wins': { ...won, where: `is_won = 'true' and campaign_id <> ''`, sum: cents },
      'customers-renewed': { ...deals, where: `type = 'Renewal'`, kept: `is_won = 'true'` },
      'new-customers': { ...won, from: `deal join sf_account_data a on a.id = account_id`, count: true, by: {} },
      'deals-up-to-date': {
        ...open,
        kept: `exists (select 1 from done where what_id = deal.id and on_day between date(ends.last, '-30 days') and ends.last)`,
      },
      'stage-conversion': { ...entries, kept: '0' },
      'time-in-stage': { ...entries, median: notOver },
      'usual-ready-time': { ...won, median: 'null', by: {} },
      'pipeline-bridge': {
        from: 'change',
        day: 'at',
        sum: `iif(is_closed = 'false', ${cents}, 0)`,
        by: { movement: `iif(is_closed = 'false', 'Opened', 'Unchanged')` },
      },
      'close-date-pushes': { from: 'change', day: 'at', where: '0', count: true },
      'deals-stuck': { ...open, where: '0', count: true },
      'forecast-accuracy': { ...open, frozen: true, where: '0', kept: '0' },
    },
    empty: [
      'campaign-wins',
      'customers-renewed',
      'new-customers',
      'close-date-pushes',
      'deals-stuck',
      'forecast-accuracy',
    ],
    lateHistory: true,
    missing: {
      'accepted-by-clause': 'handovers',
      'attempts-before-giving-up': 'leads, handovers',
      'campaign-effectiveness': 'spend rows',
      'campaign-spend': 'spend rows',
      'cost-per-qualified-lead': 'leads, handovers, spend rows',
      'customers-onboarded': "account's onboarded",
      'customers-referred': 'leads',
      'hold-between-owners': 'ownerships',
      'inquiries-held-back': 'leads, handovers',
      'leads-accepted': 'leads, handovers',
      'leads-never-touched': 'leads, handovers',
      'leads-rejected': 'leads, handovers',
      'leads-to-opportunities': 'leads',
      'partners-feedback': 'leads, handovers',
      'partners-follow-up': 'leads, handovers',
      'qualified-leads-delivered': 'leads, handovers',
      'rejections-explained': 'leads, handovers',
      'response-time': 'leads, handovers',
      'single-decision-maker': 'deal contacts',
      'time-to-hand-over': 'leads, handovers',
      'wins-never-qualified': 'leads, handovers',
      'won-by-clause': 'leads, handovers',
      'won-outside-forecast': "stage change's forecast category",
    },
    notShown: {
      'campaign-wins': 'campaign',
      'close-dates-past': 'team',
      'deals-stuck': 'team',
      'deals-with-amount': 'team',
      'deals-with-close-date': 'team',
      'deals-with-next-step': 'team',
      'deals-with-source': 'team',
    },
  },
  (_run, odd) => oddities(odd),
);
