import { eachMonth, notOver } from '../real/raw-sql.ts';
import { describeRealCase } from '../real/real-case.ts';
import { oddities } from './oddities.ts';

/** `2021-01-07 6:49:18` as `2021-01-07`, as which its first ten letters stand anyway. */
const day = (column: string): string => `substr(${column}, 1, 10)`;
/** `2021-01-07 6:49:18` as `2021-01-07 06:49:18`. */
const instant = (column: string): string => `substr(${column}, 1, 11) || substr('0' || substr(${column}, 12), -8)`;

/** Contacts that were joined to another count as that one, since the earliest of them. Deals from two tables that do not meet, and what was done, from six. */
const first = `
  create table joined as select c.id, ${day('c.property_createdate')} as created, k.id as into_id
    from contact_data c join contact_data k on ';' || k.property_hs_merged_object_ids || ';' like '%;' || c.id || ';%';
  create table contact as select id, property_company, min(${day('property_createdate')},
      coalesce((select min(created) from joined where into_id = contact_data.id), '9999')) as created
    from contact_data where id not in (select id from joined);
  create table deal as
    select deal_id as id, ${day('property_createdate')} as created, '' as stage, property_amount as amount, property_closedate as closed from deal_data where is_deleted = 'false'
    union all select deal_id, ${day('date_entered')}, case value when 'f66ca9bc5a02c2f1513ce83f0a0e117d' then 'First' when '09a969da1d61b38bd3746f0f49c1475a' then 'Second' else 'Third' end, '', '' from deal_stage_data;
  create table meeting as select iif(end_time like '1970-%', '', ${day('end_time')}) as held, source, meeting_outcome from engagement_meeting_data;
  create table ticket as select *, ${day('property_createdate')} as opened, julianday(${instant('property_createdate')}) as since,
      iif(property_closed_date > '2024-03-23', '', property_closed_date) as ended from ticket_data;`;
const open = { from: 'deal', since: 'created', until: `''`, by: { stage: 'stage' } };
const meetings = { from: 'meeting', day: 'held', by: { origin: 'source' } };
const closed = { from: 'deal', day: 'closed', where: `closed <> ''` };
const entries = { from: 'deal', where: `stage <> ''`, day: 'created', by: { stage: 'stage' } };

describeRealCase(
  {
    name: 'fivetran-hubspot-seeds',
    now: '2024-04-01T08:00:00Z',
    asOf: '2024-03-23',
    rows: {
      'company_data.csv': 24,
      'contact_data.csv': 22,
      'contact_property_history_data.csv': 100,
      'deal_contact_data.csv': 11,
      'deal_data.csv': 44,
      'deal_pipeline_stage_data.csv': 71,
      'deal_property_history_data.csv': 100,
      'deal_stage_data.csv': 14,
      'email_campaign_data.csv': 100,
      'engagement_call_data.csv': 1,
      'engagement_communication_data.csv': 1,
      'engagement_contact_data.csv': 1,
      'engagement_email_data.csv': 1,
      'engagement_meeting_data.csv': 100,
      'engagement_note_data.csv': 1,
      'engagement_task_data.csv': 2,
      'merged_deal_data.csv': 14,
      'owner_data.csv': 100,
      'ticket_data.csv': 25,
    },
    first,
    queries: {
      'leads-created': {
        from: 'contact',
        day: 'created',
        count: true,
        by: { company: 'property_company' },
      },
      // Whom anybody got in touch with is in no table of contacts.
      'leads-never-touched': {
        from: 'contact',
        day: 'created',
        kept: `not exists (select 1 from engagement_contact_data where contact_id = contact.id)`,
        by: { company: 'property_company' },
      },
      'response-time': {
        from: 'contact',
        day: 'created',
        median: `iif(exists (select 1 from engagement_contact_data where contact_id = contact.id), 0, ${notOver})`,
        by: { company: 'property_company' },
      },
      'deals-entered': { from: 'deal', day: 'created', count: true, by: { stage: 'stage' } },
      'meetings-set': { ...meetings, count: true },
      'meetings-accepted': { ...meetings, kept: `meeting_outcome = 'COMPLETED'` },
      'tickets-opened': {
        from: 'ticket',
        day: 'opened',
        count: true,
        by: { process: 'property_hs_pipeline', stage: 'property_hs_pipeline_stage' },
      },
      'time-to-mend': {
        from: 'ticket',
        day: 'opened',
        median: `iif(ended = '', ${notOver}, julianday(${instant('ended')}) - since)`,
        by: { process: 'property_hs_pipeline' },
      },
      'contacts-changed': {
        from: 'contact_property_history_data',
        day: day('timestamp'),
        count: true,
        by: { by: 'source' },
      },
      'deals-changed': {
        from: 'deal_property_history_data',
        day: day('timestamp'),
        count: true,
        by: { by: 'source', property: 'name' },
      },
      'stages-in-use': {
        from: 'deal_pipeline_stage_data',
        once: true,
        where: `_fivetran_deleted = 'FALSE'`,
        count: true,
        by: {
          pipeline: 'pipeline_id',
          won: `iif(closed_won = 'TRUE', 'yes', 'no')`,
          probability: `replace(probability, '.0', '')`,
        },
      },
      'companies-known': { from: 'company_data', once: true, count: true, by: { country: 'property_country' } },
      'open-pipeline': { ...open, sum: `cast(nullif(amount, '') as integer) * 100` },
      'deals-with-amount': { ...open, kept: `amount <> ''` },
      // Nobody has closed a deal, and none is worth anything.
      bookings: { ...closed, sum: '0' },
      'average-sale': { ...closed, average: '0' },
      'sales-cycle': { ...closed, median: '0' },
      'win-rate': { ...closed, kept: '0' },
      'win-rate-by-amount': { ...closed, kept: '0' },
      'lost-deals': { ...closed, count: true },
      'close-dates-past': { ...open, where: `closed <> ''`, count: true },
      'pipeline-coverage': { of: 'open-pipeline', target: eachMonth(100_000) },
      'stage-conversion': { ...entries, kept: '0' },
      'time-in-stage': { ...entries, median: notOver },
      'deals-with-close-date': { ...open, kept: `closed <> ''` },
    },
    empty: [
      'bookings',
      'average-sale',
      'sales-cycle',
      'win-rate',
      'win-rate-by-amount',
      'lost-deals',
      'close-dates-past',
    ],
    missing: {
      'accepted-by-clause': 'handovers',
      'attempts-before-giving-up': "handovers, lead's source, lead's company size",
      'campaign-effectiveness': "spend rows, opportunity's campaign",
      'campaign-spend': 'spend rows',
      'campaign-wins': "opportunity's campaign",
      'close-date-pushes': "stage change's close date",
      'cost-per-qualified-lead': "handovers, spend rows, lead's source, lead's company size",
      'customers-onboarded': "account's onboarded",
      'customers-referred': "lead's referred by",
      'customers-renewed': "opportunity's type",
      'deals-up-to-date': "activity's opportunity",
      'deals-with-next-step': "opportunity's next step",
      'deals-with-source': "opportunity's source",
      'factored-pipeline': "opportunity's probability",
      'forecast-accuracy': "opportunity's forecast category",
      'hold-between-owners': 'ownerships',
      'inquiries-held-back': "handovers, lead's source, lead's company size",
      'leads-accepted': "handovers, lead's source, lead's company size",
      'leads-rejected': "handovers, lead's source, lead's company size",
      'leads-to-opportunities': "deal contact's created",
      'new-customers': "opportunity's account",
      'partners-feedback': "handovers, lead's source, lead's company size",
      'partners-follow-up': "handovers, lead's source, lead's company size",
      'pipeline-bridge': "stage change's amount",
      'qualified-leads-delivered': "handovers, lead's source, lead's company size",
      'rejections-explained': "handovers, lead's source, lead's company size",
      'single-decision-maker': "deal contact's role",
      'time-to-hand-over': "handovers, lead's source, lead's company size",
      'wins-never-qualified': "handovers, lead's source, lead's company size, lead's opportunity",
      'won-by-clause': "handovers, lead's opportunity",
      'won-outside-forecast': "stage change's forecast category",
    },
    switchedOff: ['deals-stuck', 'usual-ready-time'],
    notShown: {
      'average-sale': 'team',
      bookings: 'source, team, industry',
      'close-dates-past': 'team',
      'deals-with-amount': 'team',
      'deals-with-close-date': 'team',
      'lost-deals': 'reason, team',
      'sales-cycle': 'team',
      'win-rate': 'source, team',
      'win-rate-by-amount': 'source, team',
    },
  },
  (_run, odd) => oddities(odd),
);
