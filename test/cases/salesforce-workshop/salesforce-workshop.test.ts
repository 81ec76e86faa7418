import { eachMonth } from '../real/raw-sql.ts';
import { describeRealCase } from '../real/real-case.ts';
import { oddities } from './oddities.ts';

const cents = 'cast(round(o.Amount * 100) as integer)';
const isOpen = `o.IsClosed <> '1'`;
const deals = { from: 'Opportunity o left join Account a on a.Id = o.AccountId', day: 'o.CloseDate' };
const won = { ...deals, where: `o.IsWon = '1'` };
const decided = { ...deals, where: `o.IsClosed = '1'`, kept: `o.IsWon = '1'`, by: { source: 'o.LeadSource' } };
/** All deals were entered on one day; before that day, nothing stood. */
const open = {
  from: 'Opportunity o',
  since: 'substr(o.CreatedDate, 1, 10)',
  until: `case when ${isOpen} then '' else o.CloseDate end`,
  by: { stage: 'o.StageName' },
};
const leads = { from: 'Lead l', day: 'substr(l.CreatedDate, 1, 10)' };

describeRealCase(
  {
    name: 'salesforce-workshop',
    now: '2024-02-05T08:00:00Z',
    asOf: '2024-01-22',
    rows: {
      'Account.csv': 22,
      'Campaign.csv': 8,
      'CampaignMember.csv': 68,
      'Case.csv': 40,
      'Contact.csv': 102,
      'Lead.csv': 60,
      'Opportunity.csv': 50,
      'Task.csv': 75,
    },
    queries: {
      bookings: { ...won, sum: cents, by: { product: 'o.Product__c', industry: 'a.Industry' } },
      'average-sale': { ...won, average: cents },
      'win-rate': decided,
      'win-rate-by-amount': { ...decided, weight: cents },
      'lost-deals': { ...deals, where: `o.StageName = 'Closed Lost'`, count: true },
      'new-customers': {
        from: `(select AccountId, min(CloseDate) as first from Opportunity where IsWon = '1' group by 1) join Account a on a.Id = AccountId`,
        day: 'first',
        count: true,
        by: { industry: 'a.Industry' },
      },
      'campaign-wins': { ...won, where: `o.IsWon = '1' and o.CampaignId <> ''`, sum: cents },
      'open-pipeline': { ...open, sum: cents },
      'factored-pipeline': { ...open, sum: `round(${cents} * o.Probability / 100.0)` },
      'pipeline-coverage': { of: 'open-pipeline', target: eachMonth(2_000_000_00), less: 'bookings' },
      'close-dates-past': {
        ...open,
        where: isOpen,
        since: `max(substr(o.CreatedDate, 1, 10), date(o.CloseDate, '+1 day'))`,
        count: true,
      },
      'forecast-accuracy': {
        ...open,
        frozen: true,
        where: `o.ForecastCategoryName = 'Commit'`,
        kept: `o.IsWon = '1'`,
      },
      'deals-with-amount': { ...open, kept: `o.Amount <> ''` },
      'deals-with-close-date': { ...open, kept: `o.CloseDate <> ''` },
      'deals-with-source': { ...open, kept: `o.LeadSource <> ''` },
      'deals-with-next-step': { ...open, kept: `o.NextStep <> ''` },
      'leads-to-opportunities': {
        ...leads,
        waits: `date(substr(l.CreatedDate, 1, 10), '+90 days') >= '2024-01-22'`,
        kept: `l.IsConverted = '1'`,
        by: { source: 'l.LeadSource' },
      },
      'inquiries-held-back': {
        ...leads,
        where: `l.LeadSource = 'Online Form'`,
        kept: `l.Status <> 'Qualified'`,
        by: { source: 'l.LeadSource' },
      },
      'customers-referred': { ...leads, where: `l.LeadSource = 'Referral'`, count: true },
      'meetings-set': { from: 'Task', where: `Type__c = 'Meeting'`, day: 'substr(CreatedDate, 1, 10)', count: true },
      'deals-due': { ...deals, count: true, by: { stage: 'o.StageName' } },
      'tasks-planned': { from: 'Task', day: 'ActivityDate', count: true, by: { kind: 'lower(Type__c)' } },
      'people-reached': {
        from: 'CampaignMember m join Campaign c on c.Id = m.CampaignId',
        day: 'm.Added_Date__c',
        count: true,
        by: { campaign: 'c.Name', type: 'c.Type' },
      },
      'cases-opened': { from: '"Case"', day: 'createddate__c', count: true, by: { status: 'Status' } },
    },
    empty: ['campaign-wins', 'forecast-accuracy'],
    missing: {
      'accepted-by-clause': 'handovers',
      'attempts-before-giving-up': "handovers, lead's company size, activity's completed",
      'campaign-effectiveness': 'spend rows',
      'campaign-spend': 'spend rows',
      'close-date-pushes': 'stage changes',
      'cost-per-qualified-lead': "handovers, spend rows, lead's company size",
      'customers-onboarded': "account's onboarded",
      'customers-renewed': "opportunity's type",
      'deals-stuck': 'stage changes',
      'deals-up-to-date': "activity's completed, activity's opportunity",
      'hold-between-owners': "ownership's until",
      'leads-accepted': "handovers, lead's company size",
      'leads-never-touched': "handovers, lead's company size, activity's completed",
      'leads-rejected': "handovers, lead's company size",
      'meetings-accepted': "activity's completed, activity's outcome",
      'partners-feedback': "handovers, lead's company size",
      'partners-follow-up': "handovers, lead's company size, activity's completed",
      'pipeline-bridge': 'stage changes',
      'qualified-leads-delivered': "handovers, lead's company size",
      'rejections-explained': "handovers, lead's company size",
      'response-time': "handovers, lead's company size, activity's completed",
      'single-decision-maker': 'deal contacts',
      'stage-conversion': 'stage changes',
      'time-in-stage': 'stage changes',
      'time-to-hand-over': "handovers, lead's company size",
      'usual-ready-time': 'stage changes',
      'wins-never-qualified': "handovers, lead's company size",
      'won-by-clause': 'handovers',
      'won-outside-forecast': 'stage changes',
    },
    notShown: {
      'average-sale': 'team',
      'close-dates-past': 'team',
      'deals-with-amount': 'team',
      'deals-with-close-date': 'team',
      'deals-with-next-step': 'team',
      'deals-with-source': 'team',
      'lost-deals': 'reason, team',
      'meetings-set': "owner's team",
      'win-rate': 'team',
      'win-rate-by-amount': 'team',
    },
    switchedOff: ['sales-cycle'],
  },
  (_run, odd) => oddities(odd),
);
