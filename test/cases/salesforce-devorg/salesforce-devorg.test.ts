import { eachMonth, notOver } from '../real/raw-sql.ts';
import { describeRealCase } from '../real/real-case.ts';
import { oddities } from './oddities.ts';

/** `02/23/26` as `2026-02-23`. */
const day = (column: string): string =>
  `'20' || substr(${column}, 7, 2) || '-' || substr(${column}, 1, 2) || '-' || substr(${column}, 4, 2)`;
/** `02/23/26 08:55 PM` as minutes since midnight. */
const minutes = (column: string): string =>
  `(substr(${column}, 10, 2) % 12 + iif(substr(${column}, -2) = 'PM', 12, 0)) * 60 + substr(${column}, 13, 2)`;

const isOpen = `stage not in ('Closed Won', 'Closed Lost')`;
const wasOpen = `coalesce(before not in ('Closed Won', 'Closed Lost'), 0)`;

/** Deals; the rows of their history in order, each with the one before; and what held from when to when, by the day's end. */
const first = `
  create table deal as select *, ${day('CloseDate')} as closed, iif(Amount = '', null, Amount * 100) as cents from Opportunity;
  create table row as
    select *, lag(stage) over history as before, lag(due) over history as dueBefore, lag(cents) over history as centsBefore, lead(at) over history as next, lead(on_day) over history as until from (
      select OpportunityId as deal, StageName as stage, iif(Amount = '', null, Amount * 100) as cents, Probability as chance, ${day('CloseDate')} as due,
             ForecastCategory as forecast, ${day('CreatedDate')} as on_day, julianday(${day('CreatedDate')}) * 1440 + ${minutes('CreatedDate')} as at, rowid as line
        from OpportunityHistory)
    window history as (partition by deal order by at, line);
  create table entry as
    select *, row_number() over (partition by deal, stage order by at, line) as time, lead(at) over (partition by deal order by at, line) as left
      from row where before is null or before <> stage;
  create table moved as
    select *, now_open - was_open as moved, case
        when before is null and ${isOpen} then 'Opened' when before is null then 'Unchanged'
        when ${wasOpen} and stage = 'Closed Won' then 'Won' when ${wasOpen} and stage = 'Closed Lost' then 'Lost'
        when not ${wasOpen} and ${isOpen} then 'Reopened'
        when now_open > was_open then 'Raised' when now_open < was_open then 'Lowered' else 'Unchanged' end as movement
      from (select *, iif(${isOpen}, coalesce(cents, 0), 0) as now_open, iif(${wasOpen}, coalesce(centsBefore, 0), 0) as was_open from row);`;

const deals = { from: 'deal left join Account a on a.Id = deal.AccountId', day: 'closed' };
const won = { ...deals, where: `IsWon = 'TRUE'` };
const decided = { ...deals, where: `IsClosed = 'TRUE'`, kept: `IsWon = 'TRUE'`, by: { source: 'LeadSource' } };
const open = {
  from: 'row join deal on deal.Id = row.deal',
  where: isOpen,
  since: 'on_day',
  until: `coalesce(until, '')`,
  by: { stage: 'stage' },
};
const entries = { from: 'entry', where: `time = 1 and ${isOpen}`, day: 'on_day', by: { stage: 'stage' } };

describeRealCase(
  {
    name: 'salesforce-devorg',
    now: '2026-03-10T08:00:00Z',
    asOf: '2026-03-08',
    rows: { 'Account.csv': 18, 'Contact.csv': 25, 'Lead.csv': 22, 'Opportunity.csv': 36, 'OpportunityHistory.csv': 48 },
    first,
    queries: {
      bookings: { ...won, sum: 'cents', by: { source: 'LeadSource', industry: 'a.Industry' } },
      'average-sale': { ...won, average: 'cents' },
      'win-rate': decided,
      'win-rate-by-amount': { ...decided, weight: 'coalesce(cents, 0)' },
      'lost-deals': { ...deals, where: `IsClosed = 'TRUE' and IsWon = 'FALSE'`, count: true },
      'new-customers': {
        from: `(select AccountId, min(closed) as first from deal where IsWon = 'TRUE' group by 1) join Account a on a.Id = AccountId`,
        day: 'first',
        count: true,
        by: { industry: 'a.Industry' },
      },
      'open-pipeline': { ...open, sum: 'row.cents' },
      'factored-pipeline': { ...open, sum: 'round(row.cents * chance / 100.0)' },
      'pipeline-coverage': { of: 'open-pipeline', target: eachMonth(200_000_00), less: 'bookings' },
      // The deals that were open when the period began, as they stood then, and due in it.
      'forecast-accuracy': {
        ...open,
        frozen: true,
        where: `${isOpen} and forecast = 'Pipeline' and closed between date(ends.last, '+1 day') and ends.over`,
        kept: `IsWon = 'TRUE'`,
      },
      'won-outside-forecast': {
        ...won,
        kept: `coalesce((select forecast from row where row.deal = deal.Id and on_day < date(closed, 'start of month') order by at desc, line desc limit 1), '') <> 'Pipeline'`,
      },
      'pipeline-bridge': { from: 'moved', day: 'on_day', sum: 'moved', by: { movement: 'movement' } },
      // No deal that was won had been in that stage.
      'usual-ready-time': { ...won, median: 'null' },
      'deals-stuck': {
        from: `entry`,
        where: `time = 1 and stage = 'Negotiation/Review'`,
        since: `date(on_day, '+5 days')`,
        until: `coalesce((select on_day from entry e where e.deal = entry.deal and e.at > entry.at), '')`,
        count: true,
      },
      'close-dates-past': { ...open, since: `max(on_day, date(closed, '+1 day'))`, count: true },
      'deals-with-amount': { ...open, kept: 'row.cents is not null' },
      'deals-with-close-date': { ...open, kept: `CloseDate <> ''` },
      'deals-with-source': { ...open, kept: `LeadSource <> ''` },
      'deals-with-next-step': { ...open, kept: `NextStep <> ''` },
      'stage-conversion': {
        ...entries,
        kept: `exists (select 1 from entry later where later.deal = entry.deal and later.at > entry.at and later.stage <> 'Closed Lost')`,
      },
      'time-in-stage': { ...entries, median: `coalesce((left - at) / 1440.0, ${notOver})` },
      'close-date-pushes': {
        from: 'row',
        where: 'due > dueBefore',
        day: 'on_day',
        count: true,
        by: { stage: 'stage' },
      },
    },
    missing: {
      'accepted-by-clause': 'handovers',
      'attempts-before-giving-up': 'handovers, activities',
      'campaign-effectiveness': "spend rows, opportunity's campaign",
      'campaign-spend': 'spend rows',
      'campaign-wins': "opportunity's campaign",
      'cost-per-qualified-lead': 'handovers, spend rows',
      'customers-onboarded': "account's onboarded",
      'customers-referred': "lead's created, lead's referred by",
      'customers-renewed': "opportunity's type",
      'deals-up-to-date': 'activities',
      'hold-between-owners': 'ownerships',
      'inquiries-held-back': "handovers, lead's created",
      'leads-accepted': 'handovers',
      'leads-never-touched': 'handovers, activities',
      'leads-rejected': 'handovers',
      'leads-to-opportunities': "lead's created",
      'meetings-accepted': 'activities',
      'meetings-set': 'activities',
      'partners-feedback': 'handovers',
      'partners-follow-up': 'handovers, activities',
      'qualified-leads-delivered': 'handovers',
      'rejections-explained': 'handovers',
      'response-time': 'handovers, activities',
      'single-decision-maker': 'deal contacts',
      'time-to-hand-over': 'handovers',
      'wins-never-qualified': 'handovers',
      'won-by-clause': 'handovers',
    },
    notShown: {
      'average-sale': 'team',
      'close-dates-past': 'team',
      'deals-stuck': 'team',
      'deals-with-amount': 'team',
      'deals-with-close-date': 'team',
      'deals-with-next-step': 'team',
      'deals-with-source': 'team',
      'lost-deals': 'reason, team',
      'win-rate': 'team',
      'win-rate-by-amount': 'team',
    },
    switchedOff: ['sales-cycle'],
  },
  (_run, odd) => oddities(odd),
);
