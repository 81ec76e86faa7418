import { eachMonth, notOver } from '../real/raw-sql.ts';
import { describeRealCase } from '../real/real-case.ts';
import { oddities } from './oddities.ts';

const cents = `cast(round("Amount" * 100) as integer)`;
const newBusiness = `"Deal Type" = 'New Business'`;
const isWon = `"Deal Stage" = 'Closed Won'`;
const isLost = `"Deal Stage" = 'Closed Lost'`;
const deals = {
  from: `hubspot_deals left join hubspot_companies on "Company Domain Name" = "Associated Company Domain"`,
  day: `"Close Date"`,
};
const won = { ...deals, where: `${newBusiness} and ${isWon}` };
const decided = { ...deals, where: `${newBusiness} and (${isWon} or ${isLost})`, kept: isWon };
const open = {
  from: 'hubspot_deals',
  where: newBusiness,
  since: `hubspot_deals."Create Date"`,
  until: `case when ${isWon} or ${isLost} then "Close Date" else '' end`,
  by: { stage: `"Deal Stage"` },
};

const done = `"Meeting Outcome" not in ('Scheduled', 'Rescheduled', 'Cancelled', 'No Show') and "Task Status" not in ('Not Started', 'In Progress', 'Waiting', 'Deferred')`;
/** Leads are known one day less long than what was done. */
const leads = { from: 'hubspot_contacts c', day: `c."Create Date"`, asOf: '2025-05-01' };
const inbound = { ...leads, where: `"Lead Source" <> 'Offline Sources'` };
const firstTouch = `(select min("Activity Date") from hubspot_activities where "Associated Contact Email" = c."Email"
  and "Activity Type" in ('Call', 'Email', 'Meeting') and ${done} and "Activity Date" >= c."Create Date")`;
const firstDeal = `(select min("Create Date") from hubspot_deals where "Associated Contact Email" = c."Email")`;
const heldBack = `"Lifecycle Stage" in ('Subscriber', 'Lead', 'Other')`;
const meetings = { from: 'hubspot_activities', where: `"Activity Type" = 'Meeting'`, day: `"Activity Date"` };

describeRealCase(
  {
    name: 'hubspot-faker',
    now: '2025-05-10T08:00:00Z',
    asOf: '2025-05-02',
    rows: {
      'hubspot_activities.csv': 2000,
      'hubspot_companies.csv': 200,
      'hubspot_contacts.csv': 950,
      'hubspot_deals.csv': 500,
    },
    first: `create index of_activity on hubspot_activities ("Associated Contact Email");
    create index of_deal on hubspot_deals ("Associated Contact Email");`,
    queries: {
      'response-time': {
        ...inbound,
        median: `coalesce(julianday(${firstTouch}) - julianday("Create Date"), ${notOver})`,
        by: { source: `"Lead Source"` },
      },
      'leads-never-touched': {
        ...inbound,
        kept: `${firstTouch} is null`,
        by: { source: `"Lead Source"`, lifecycle: `"Lifecycle Stage"` },
      },
      'leads-to-opportunities': {
        ...leads,
        waits: `date("Create Date", '+90 days') >= '2025-05-01'`,
        kept: `coalesce(${firstDeal} between "Create Date" and date("Create Date", '+90 days'), 0)`,
        by: { source: `"Lead Source"` },
      },
      'inquiries-held-back': { ...inbound, kept: heldBack, by: { source: `"Lead Source"` } },
      'leads-rejected': {
        ...leads,
        where: `"Lead Status" in ('Unqualified', 'Bad Timing')`,
        count: true,
        by: { reason: `"Lead Status"`, source: `"Lead Source"` },
      },
      'wins-never-qualified': {
        ...won,
        from: 'hubspot_deals d join hubspot_contacts c on c."Email" = d."Associated Contact Email"',
        kept: heldBack,
      },
      'customers-referred': { ...leads, where: `"Lead Source" = 'Referral'`, count: true },
      'meetings-set': { ...meetings, count: true },
      'meetings-accepted': { ...meetings, kept: `"Meeting Outcome" = 'Completed'` },
      bookings: { ...won, sum: cents, by: { industry: '"Industry"', process: '"Pipeline"' } },
      'average-sale': { ...won, average: cents },
      'sales-cycle': { ...won, from: 'hubspot_deals', median: `julianday("Close Date") - julianday("Create Date")` },
      'win-rate': decided,
      'win-rate-by-amount': { ...decided, weight: cents },
      'lost-deals': {
        ...deals,
        where: `${newBusiness} and ${isLost}`,
        count: true,
        by: { reason: `"Closed Lost Reason"` },
      },
      'customers-renewed': {
        ...deals,
        where: `"Pipeline" = 'Renewals Pipeline' and (${isWon} or ${isLost})`,
        kept: isWon,
      },
      'new-customers': {
        from: `(select "Associated Company Domain" as domain, min("Close Date") as first from hubspot_deals
        where ${newBusiness} and ${isWon} group by 1) join hubspot_companies on "Company Domain Name" = domain`,
        day: 'first',
        count: true,
        by: { industry: '"Industry"' },
      },
      'open-pipeline': { ...open, sum: cents },
      'pipeline-coverage': { of: 'open-pipeline', target: eachMonth(10_000_000), less: 'bookings' },
      'close-dates-past': {
        ...open,
        where: `${newBusiness} and not ${isWon} and not ${isLost}`,
        since: `max("Create Date", date("Close Date", '+1 day'))`,
        until: `''`,
        count: true,
      },
      'deals-with-amount': { ...open, kept: `"Amount" <> ''` },
      'deals-with-close-date': { ...open, kept: `"Close Date" <> ''` },
      'deals-up-to-date': {
        ...open,
        asOf: '2025-05-01',
        kept: `exists (select 1 from hubspot_activities a where a."Associated Contact Email" = hubspot_deals."Associated Contact Email" and ${done}
        and "Activity Date" between date(ends.last, '-30 days') and ends.last)`,
      },
    },
    empty: ['close-dates-past'],
    missing: {
      'accepted-by-clause': 'handovers',
      'attempts-before-giving-up': "handovers, lead's company size",
      'campaign-effectiveness': "spend rows, opportunity's campaign",
      'campaign-spend': 'spend rows',
      'campaign-wins': "opportunity's campaign",
      'close-date-pushes': 'stage changes',
      'cost-per-qualified-lead': "handovers, spend rows, lead's company size",
      'customers-onboarded': "account's onboarded",
      'deals-stuck': 'stage changes',
      'deals-with-next-step': "opportunity's next step",
      'deals-with-source': "opportunity's source",
      'factored-pipeline': "opportunity's probability",
      'forecast-accuracy': "opportunity's forecast category",
      'hold-between-owners': 'ownerships',
      'leads-accepted': "handovers, lead's company size",
      'partners-feedback': "handovers, lead's company size",
      'partners-follow-up': "handovers, lead's company size",
      'pipeline-bridge': 'stage changes',
      'qualified-leads-delivered': "handovers, lead's company size",
      'rejections-explained': "handovers, lead's company size",
      'single-decision-maker': "deal contact's role",
      'stage-conversion': 'stage changes',
      'time-in-stage': 'stage changes',
      'time-to-hand-over': "handovers, lead's company size",
      'usual-ready-time': 'stage changes',
      'won-by-clause': "handovers, lead's opportunity",
      'won-outside-forecast': 'stage changes',
    },
    notShown: {
      'average-sale': 'team',
      'close-dates-past': 'team',
      'deals-with-amount': 'team',
      'deals-with-close-date': 'team',
      'lost-deals': 'team',
      'meetings-set': "owner's team",
      'sales-cycle': 'team',
      'win-rate': 'source, team',
      'wins-never-qualified': 'source',
      'win-rate-by-amount': 'source, team',
    },
  },
  (_run, odd) => oddities(odd),
);
