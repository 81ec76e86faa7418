import { expect, test } from 'vitest';
import { describeRealCase } from '../real/real-case.ts';
import { oddities } from './oddities.ts';

/** `20210105` as `2021-01-05`. */
const compact = (column: string): string =>
  `substr(${column}, 1, 4) || '-' || substr(${column}, 5, 2) || '-' || substr(${column}, 7, 2)`;
/** `1/18/2021` or `1/18/2021 0:00` as `2021-01-18`. */
const american = (column: string): string => {
  const date = `replace(${column}, ' 0:00', '')`;
  const rest = `substr(${date}, instr(${date}, '/') + 1)`;
  return `printf('%s-%02d-%02d', substr(${date}, -4), ${date} + 0, ${rest} + 0)`;
};

const leads = { from: 'lead', day: 'created', by: { source: 'LeadSource' } };
const deals = {
  from: `deal left join lead on deal.OpportunityId = lead.ConvertedOpportunityId left join Employees e on e.EmployeeId = deal.OwnerEmployeeId`,
  day: 'opened',
  by: { source: 'lead.LeadSource' },
};
/** Which clauses of a term the lead meets; what the lead lacks is not met. */
const clause = (test: string): string => `iif(coalesce(${test}, 0), 'met', 'not met')`;
const heads = `(Title like '%Director%' or Title like '%VP%')`;
const chiefs = `Title like 'C%'`;
const clauses = {
  "its lead's company size is at least 100": clause('Employees + 0 >= 100'),
  "any of: its lead's job title contains one of Director, VP; its lead's job title starts with C": clause(
    `${heads} or ${chiefs}`,
  ),
  "its lead's job title contains one of Director, VP": clause(heads),
  "its lead's job title starts with C": clause(chiefs),
  "its lead's source is Purchased List": `iif(LeadSource = 'Purchased List', 'applies', 'does not apply')`,
};
const kindOfRejection = `case
  when DisqualifiedReason in ('Abandoned', 'Bad Email', 'Wrong Contact') then 'Not reached'
  when DisqualifiedReason in ('Bad Timing', 'No Budget') then 'Not ready'
  when DisqualifiedReason <> '' then 'Not good' else 'No reason given' end`;
const quota: Readonly<Record<string, number>> = {
  'FY2021-Q2': 200_000_00,
  'FY2021-Q3': 300_000_00,
  'FY2021-Q4': 400_000_00,
  'FY2022-Q1': 500_000_00,
  'FY2022-Q2': 800_000_00,
  'FY2022-Q3': 800_000_00,
};

describeRealCase(
  {
    name: 'marketstar',
    now: '2022-10-15T08:00:00Z',
    asOf: '2022-09-29',
    rows: { 'Employees.csv': 8, 'Leads.csv': 43033, 'Opportunities.csv': 1061, 'Quotas.csv': 8 },
    first: `create table lead as select *, ${compact('CreatedDate')} as created from Leads;
      create index by_deal on lead (ConvertedOpportunityId);
      create table deal as select *, ${american('CreatedDate')} as opened, ${american('AcceptedDecisionDate')} as decided from Opportunities;`,
    queries: {
      'leads-created': { ...leads, count: true, by: { ...leads.by, status: 'Stage', zone: 'TimeZone' } },
      'leads-never-touched': { ...leads, kept: `Stage = 'New'` },
      'leads-rejected': {
        ...leads,
        where: `Stage = 'Disqualified'`,
        count: true,
        by: { ...leads.by, reason: 'DisqualifiedReason', kind: kindOfRejection },
      },
      'inquiries-held-back': { ...leads, where: `LeadSource <> 'Purchased List'`, kept: `ConvertedOpportunityId = ''` },
      'leads-to-opportunities': {
        ...leads,
        from: `lead left join deal on deal.OpportunityId = lead.ConvertedOpportunityId left join Employees e on e.EmployeeId = lead.OwnerEmployeeId`,
        waits: `date(created, '+90 days') >= '2022-09-29'`,
        kept: `coalesce(opened between created and date(created, '+90 days'), 0)`,
        by: { ...leads.by, role: 'e.Role' },
      },
      'qualified-leads-delivered': { ...deals, count: true },
      'leads-accepted': {
        ...deals,
        kept: `IsAccepted = 'TRUE'`,
        by: { ...deals.by, experience: 'e.YearsOfExperience' },
      },
      'accepted-by-clause': { ...deals, kept: `IsAccepted = 'TRUE'`, by: clauses },
      'accepted-amount': {
        ...deals,
        day: 'decided',
        where: `IsAccepted = 'TRUE'`,
        sum: 'cast(round(Amount * 100) as integer)',
        by: { experience: 'e.YearsOfExperience' },
      },
      'accepted-of-target': { of: 'accepted-amount', target: (period) => quota[period] ?? null },
    },
    missing: {
      'attempts-before-giving-up': "activities, handover's assigned, handover's abandoned",
      'average-sale': "opportunity's closed, opportunity's won",
      bookings: "opportunity's closed, opportunity's won",
      'campaign-effectiveness': "spend rows, opportunity's closed, opportunity's campaign, opportunity's won",
      'campaign-spend': 'spend rows',
      'campaign-wins': "opportunity's closed, opportunity's campaign, opportunity's won",
      'close-date-pushes': 'stage changes',
      'close-dates-past': "opportunity's closed, opportunity's won, opportunity's lost",
      'cost-per-qualified-lead': 'spend rows',
      'customers-onboarded': 'accounts',
      'customers-referred': "lead's referred by",
      'customers-renewed': "opportunity's closed, opportunity's type, opportunity's won, opportunity's lost",
      'deals-stuck': "stage changes, opportunity's closed, opportunity's stage, opportunity's won, opportunity's lost",
      'deals-up-to-date': "activities, opportunity's closed, opportunity's won, opportunity's lost",
      'deals-with-amount': "opportunity's closed, opportunity's won, opportunity's lost",
      'deals-with-close-date': "opportunity's closed, opportunity's won, opportunity's lost",
      'deals-with-next-step': "opportunity's closed, opportunity's next step, opportunity's won, opportunity's lost",
      'deals-with-source': "opportunity's closed, opportunity's source, opportunity's won, opportunity's lost",
      'factored-pipeline': "opportunity's closed, opportunity's probability, opportunity's won, opportunity's lost",
      'forecast-accuracy':
        "opportunity's closed, opportunity's forecast category, opportunity's won, opportunity's lost",
      'hold-between-owners': "ownership's until",
      'lost-deals': "opportunity's closed, opportunity's lost",
      'meetings-accepted': 'activities',
      'meetings-set': 'activities',
      'new-customers': "accounts, opportunity's closed, opportunity's account, opportunity's won",
      'open-pipeline': "opportunity's closed, opportunity's won, opportunity's lost",
      'partners-feedback': "handover's assigned, handover's partner",
      'partners-follow-up': "activities, handover's assigned, handover's partner",
      'pipeline-bridge': 'stage changes',
      'pipeline-coverage': "opportunity's closed, opportunity's won, opportunity's lost",
      'rejections-explained': "handover's rejection reason, handover's would be good when, handover's retry on",
      'response-time': "activities, handover's assigned",
      'sales-cycle': "opportunity's closed, opportunity's won",
      'single-decision-maker': "deal contacts, opportunity's closed, opportunity's won, opportunity's lost",
      'stage-conversion': 'stage changes',
      'time-in-stage': 'stage changes',
      'time-to-hand-over': "handover's assigned",
      'usual-ready-time': "stage changes, opportunity's closed, opportunity's won",
      'win-rate': "opportunity's closed, opportunity's won, opportunity's lost",
      'win-rate-by-amount': "opportunity's closed, opportunity's won, opportunity's lost",
      'wins-never-qualified': "opportunity's closed, opportunity's won",
      'won-by-clause': "opportunity's won",
      'won-outside-forecast': "stage changes, opportunity's closed, opportunity's won",
    },
    notShown: {},
  },
  (run, odd) => {
    oddities(odd);
    test('the numbers are as of the last leads and the last decisions, not of the last hire', () => {
      const asOf = run()
        .readings.filter(({ missing }) => missing.length === 0)
        .map((reading) => reading.asOf);
      expect(new Set(asOf)).toEqual(
        new Set([Date.parse('2022-09-29T23:59:59-06:00') / 1000, Date.parse('2022-10-13T23:59:59-06:00') / 1000]),
      );
    });
  },
);
