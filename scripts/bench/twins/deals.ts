/** Twins of what deals come to. */
import { byGrains, type Twin } from '../twin.ts';
import { stretchesOf } from './clock.ts';

const inbound = "('Website', 'Webinar', 'Content download', 'Event')";

/** An amount in the reporting currency, at the rate of the row `x`. */
const euros = (amount: string, currency: string): string =>
  `case when coalesce(${currency}, 'EUR') = 'EUR' then ${amount}
    when ${amount} < 0 then -((2 * -${amount} * x.per_million + 1000000) / 2000000)
    else (2 * ${amount} * x.per_million + 1000000) / 2000000 end`;

const rate = (currency: string, day: string): string =>
  `left join exchange x on x.currency = ${currency} and x.day = ${day}`;

const source = [{ dimension: 'source', column: 'source' }];

export const pipelineFromInbound: Twin = {
  metric: 'pipeline-from-inbound',
  indexes: [
    `create index if not exists twin_entry on stage_change ("to", entry, at, opportunity, amount, currency)`,
    'create index if not exists twin_source on lead (opportunity, source, created) where opportunity is not null',
  ],
  steps: [
    `create temp table twin_entry_day as
      select s.day, o.source, sum(${euros('c.amount', 'c.currency')}) as amount
      from stage_change c join opportunity o on o.key = c.opportunity join slot s on s.slot = c.at / 900
      ${rate('c.currency', 's.day')}
      where c."to" = 'Discovery' and c.entry = 1
        and exists (select 1 from lead l where l.opportunity = c.opportunity and l.source in ${inbound}) group by 1, 2`,
  ],
  values: byGrains('twin_entry_day', 'month', 'sum(amount)', source),
  stretches: [
    `select p.grain, (select sum(${euros('c.amount', 'c.currency')})
        from stage_change c join opportunity o on o.key = c.opportunity join slot s on s.slot = c.at / 900
        ${rate('c.currency', 's.day')}
        where c."to" = 'Discovery' and c.entry = 1 and c.at between p.since and p.until
          and exists (select 1 from lead l where l.opportunity = c.opportunity and l.source in ${inbound} and l.created <= p.until))
      from ${stretchesOf('pipeline-from-inbound')} p`,
  ],
  leaves: ['twin_entry_day'],
};

export const wonThisYear: Twin = {
  metric: 'won-this-year',
  indexes: [
    `create index if not exists twin_deal on opportunity (type, won, closed, amount, currency, created, key)`,
    'create index if not exists twin_then on stage_change (opportunity, at, place, key)',
  ],
  steps: [
    `create temp table twin_win as
      select d.year, d.quarter, d.month, sum(${euros('o.amount', 'o.currency')}) as amount
      from opportunity o join day d on d.day = o.closed ${rate('o.currency', 'o.closed')}
      where o.type = 'New Business' and o.won = 1 group by 1, 2, 3`,
  ],
  values: [
    `select 'month', month, '', '', sum(amount) over (partition by year order by month) from twin_win`,
    `select 'quarter', quarter, '', '', sum(sum(amount)) over (partition by year order by quarter) from twin_win group by year, quarter`,
    `select 'year', year, '', '', sum(amount) from twin_win group by 2`,
    `select 'all', 'all', '', '', sum(amount) from twin_win`,
  ],
  stretches: [
    `select s.grain, (select sum(${euros('f.amount', 'f.currency')}) from (
        select o.closed, coalesce(h.currency, o.currency) as currency, case when h.key is null then o.amount else h.amount end as amount
        from opportunity o left join stage_change h on h.key = (select c.key from stage_change c
          where c.opportunity = o.key and c.at <= s.until order by c.at desc, c.place desc limit 1)
        where o.type = 'New Business' and o.won = 1 and o.closed between s.year and s.day and o.created <= s.until
      ) f ${rate('f.currency', 'f.closed')})
      from (select s.grain, s.until, d.day, substr(s."from", 1, 4) || '-01-01' as year
        from ${stretchesOf('won-this-year')} s join slot on slot.slot = s.until / 900 join day d on d.day = slot.day) s`,
  ],
  leaves: ['twin_win'],
};

/** The agreed order of stages; a lost deal is in none. */
const stages = ['Prospecting', 'Discovery', 'Proposal', 'Ready to close', 'Closed Won'];
const waysBack = stages.flatMap((from, place) => stages.slice(0, place).map((to) => `('${from}', '${to}')`)).join(', ');

export const dealsMovedBack: Twin = {
  metric: 'deals-moved-back',
  indexes: [`create index if not exists twin_way on stage_change ("from", "to", opportunity, at)`],
  steps: [
    `create temp table twin_back as
      select s.day, c.at, o.source, count(*) as many
      from stage_change c join slot s on s.slot = c.at / 900 left join opportunity o on o.key = c.opportunity
      where (c."from", c."to") in (values ${waysBack})
      group by 1, 2, 3`,
  ],
  values: byGrains('twin_back', 'month', 'sum(many)', source),
  stretches: [
    `select s.grain, coalesce((select sum(many) from twin_back f where f.day >= s."from" and f.at <= s.until), 0)
      from ${stretchesOf('deals-moved-back')} s`,
  ],
  leaves: ['twin_back'],
};

/** Each change holds until the next; the months whose ends lie between are those in which the deal stood so. */
export const openPipeline: Twin = {
  metric: 'open-pipeline',
  indexes: [
    'create index if not exists twin_change on stage_change (opportunity, at, place, "to", amount, currency)',
    'create index if not exists twin_created on opportunity (key, created)',
  ],
  steps: [
    `create temp table twin_end as
      select v.grain, v.period, case when v.status = 'so far' then r."asOf"
        else d.starts + (case when 0 >= d.change then d.shift else 0 end) - 1 end as at
      from value v join reading r on r.metric = v.metric join day last on last.day = v."to" join day d on d.number = last.number + 1
      where v.metric = 'open-pipeline' and v.dimension = ''`,
    'create temp table twin_instant as select distinct at from twin_end order by at',
    `create temp table twin_stood as
      select e.at, c.stage, u.team, sum(${euros('c.amount', 'c.currency')}) as amount
      from (select o.created, o.owner, c."to" as stage, c.amount, c.currency, c.at as since,
          lead(c.at, 1, 9e15) over (partition by c.opportunity order by c.at, c.place) as until
        from stage_change c join opportunity o on o.key = c.opportunity) c
      join slot s on s.slot = c.created / 900
      join twin_instant e on e.at >= c.since and e.at < c.until
      ${rate('c.currency', 's.day')}
      left join user u on u.key = c.owner
      where c.stage not in ('Closed Won', 'Closed Lost') and c.created <= e.at group by 1, 2, 3`,
  ],
  values: [
    `select e.grain, e.period, '', '', sum(f.amount) from twin_end e join twin_stood f on f.at = e.at group by 1, 2`,
    `select e.grain, e.period, 'stage', f.stage, sum(f.amount) from twin_end e join twin_stood f on f.at = e.at group by 1, 2, 4`,
    `select e.grain, e.period, 'team', coalesce(f.team, 'Not recorded'), sum(f.amount) from twin_end e join twin_stood f on f.at = e.at group by 1, 2, 4`,
  ],
  leaves: ['twin_end', 'twin_instant', 'twin_stood'],
};
