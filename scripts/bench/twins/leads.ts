/** Twins of what is counted of leads. */
import { byGrains, type Twin } from '../twin.ts';
import { asOf, stretchesOf } from './clock.ts';

const inbound = "('Website', 'Webinar', 'Content download', 'Event')";

export const inquiries: Twin = {
  metric: 'inquiries',
  indexes: ['create index if not exists twin_lead on lead (source, created)'],
  steps: [
    `create temp table twin_inquiry as
      select s.day, l.source, count(*) as many from lead l join slot s on s.slot = l.created / 900
      where l.source in ${inbound} group by 1, 2`,
  ],
  values: byGrains('twin_inquiry', 'week', 'sum(many)', [{ dimension: 'source', column: 'source' }]),
  stretches: [
    `select s.grain, (select count(*) from lead l where l.source in ${inbound} and l.created between s.since and s.until)
      from ${stretchesOf('inquiries')} s`,
  ],
  leaves: ['twin_inquiry'],
};

/** A job title between blanks, its words parted by blanks as well: all that the sample's titles have between words. */
const words = "' ' || replace(replace(lower(l.job_title), ',', ' '), char(10), ' ') || ' '";

/** What makes a lead good enough; of the table `l`. */
export const isGood = `l.source in ${inbound} and l.score >= 60
  and (l.company_size >= 20 or ${words} like '% head %' or ${words} like '% chief %' or ${words} like '% director %')
  and l.industry is not 'Education'`;

export const goodLeads = [
  'create index if not exists twin_good on lead (key, source, score, company_size, industry, job_title, region, campaign, do_not_contact, opportunity)',
];

export const qualifiedLeadsDelivered: Twin = {
  metric: 'qualified-leads-delivered',
  indexes: [...goodLeads, 'create index if not exists twin_qualified on handover (qualified, lead)'],
  steps: [
    `create temp table twin_delivered as
      select s.day, l.source, l.region, c.name as campaign, count(*) as many
      from handover h join lead l on l.key = h.lead join slot s on s.slot = h.qualified / 900
      left join campaign c on c.key = l.campaign where ${isGood} group by 1, 2, 3, 4`,
  ],
  values: byGrains('twin_delivered', 'week', 'sum(many)', [
    { dimension: 'source', column: 'source' },
    { dimension: 'region', column: 'region' },
    { dimension: 'campaign', column: 'campaign' },
  ]),
  stretches: [
    `select s.grain, (select count(*) from handover h join lead l on l.key = h.lead
        where h.qualified between s.since and s.until and ${isGood})
      from ${stretchesOf('qualified-leads-delivered')} s`,
  ],
  leaves: ['twin_delivered'],
};

/** Won within half a year: on or before the day on which the window ends. */
export const leadsWon: Twin = {
  metric: 'leads-won',
  indexes: [
    ...goodLeads,
    'create index if not exists twin_source on lead (opportunity, source) where opportunity is not null',
  ],
  steps: [
    `create temp table twin_won as
      select q.day, q.source, sum(q.decided) as decided, sum(q.decided * q.kept) as kept from (
        select s.day, l.source,
          qd.number + 180 < (select day.number from day, slot
            where slot.slot = ${asOf('leads-won')} / 900 and day.day = slot.day) as decided,
          coalesce(o.won = 1 and o.type = 'New Business' and closed.number between qd.number and qd.number + 180
            and exists (select 1 from lead i where i.opportunity = o.key and i.source in ${inbound}), 0) as kept
        from handover h join lead l on l.key = h.lead join slot s on s.slot = h.qualified / 900
        join day qd on qd.day = s.day
        left join opportunity o on o.key = l.opportunity left join day closed on closed.day = o.closed
        where ${isGood}) q group by 1, 2`,
  ],
  values: byGrains('twin_won', 'quarter', '1.0 * sum(kept) / nullif(sum(decided), 0)', [
    { dimension: 'source', column: 'source' },
  ]),
  leaves: ['twin_won'],
};
