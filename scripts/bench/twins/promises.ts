/** Twins of what is promised about qualified leads. */
import { byGrains, type Twin, type TwinDimension } from '../twin.ts';
import { asOf, clock, due } from './clock.ts';
import { goodLeads, isGood } from './leads.ts';

const share = '1.0 * sum(kept) / nullif(sum(decided), 0)';

/** Facts by day and members, counted: decided ones, and those of them that are kept. */
const counted = (table: string, facts: string, members: readonly string[]): string =>
  `create temp table ${table} as select day, ${members.join(', ')}, sum(decided) as decided, sum(decided * kept) as kept
    from (${facts}) group by ${['day', ...members].join(', ')}`;

const source: TwinDimension = { dimension: 'source', column: 'source' };

export const handedOverInTime: Twin = {
  metric: 'handed-over-in-time',
  indexes: goodLeads,
  steps: [
    counted(
      'twin_handed',
      `select s.day, l.source, ${due('d', 'h.qualified')} <= ${asOf('handed-over-in-time')} as decided,
        coalesce(h.assigned between h.qualified and ${due('d', 'h.qualified')}, 0) as kept
        from handover h join lead l on l.key = h.lead join slot s on s.slot = h.qualified / 900
        ${clock('d', '4 business hours after, by office', 'h.qualified')} where ${isGood}`,
      ['source'],
    ),
  ],
  values: byGrains('twin_handed', 'week', share, [source]),
  leaves: ['twin_handed'],
};

export const leadsAccepted: Twin = {
  metric: 'leads-accepted',
  indexes: goodLeads,
  steps: [
    counted(
      'twin_accepted',
      `select s.day, l.source, ${due('d', 'h.assigned')} <= ${asOf('leads-accepted')} as decided,
        coalesce(h.accepted between h.assigned and ${due('d', 'h.assigned')}, 0) as kept
        from handover h join lead l on l.key = h.lead join slot s on s.slot = h.qualified / 900
        ${clock('d', '10 business days after, by office', 'h.assigned')} where ${isGood}`,
      ['source'],
    ),
  ],
  values: byGrains('twin_accepted', 'month', share, [source]),
  leaves: ['twin_accepted'],
};

const touches = `a.kind in ('call', 'email', 'meeting') and a.direction = 'out' and coalesce(a.automated, 0) = 0
  and not exists (select 1 from user u where u.key = a.owner and u.robot = 1)`;

const followedDimensions: readonly TwinDimension[] = [
  source,
  { dimension: 'partner', column: 'partner' },
  { dimension: 'team', column: 'team' },
  { dimension: 'team at the deadline', column: 'team_then' },
];

const followedBy = (due: string): string =>
  `exists (select 1 from activity a where a.lead = f.lead and a.completed between f.early and f.${due} and ${touches})
    or exists (select 1 from activity a where a.contact = f.contact and a.completed between f.early and f.${due} and ${touches}) as kept`;

const teamThen = `(select u.team from ownership o left join user u on u.key = o.owner
  where o.lead = f.lead and o."from" < f.deadline order by o."from" desc, o.place desc limit 1) as team_then`;

/** Touches are found by whichever of lead and contact the handover has. The deadline was two business days until 2025; all of it by today's one too. */
export const followedUpInTime: Twin = {
  metric: 'followed-up-in-time',
  indexes: [
    ...goodLeads,
    `create index if not exists twin_touch_lead on activity (lead, completed, kind, direction, automated, owner) where lead is not null`,
    `create index if not exists twin_touch_contact on activity (contact, completed, kind, direction, automated, owner) where contact is not null`,
    `create index if not exists twin_owned on ownership (lead, "from", place, owner) where lead is not null`,
  ],
  steps: [
    `create temp table twin_due as
      select h.place, s.day, l.source, p.name as partner, u.team, h.lead, h.contact, h.assigned,
        case when s.day <= '2025-12-31' then ${due('two', 'h.assigned')} else ${due('one', 'h.assigned')} end as due,
        ${due('one', 'h.assigned')} as deadline, ${due('five', 'h.assigned')} as early
      from handover h join lead l on l.key = h.lead join slot s on s.slot = h.qualified / 900
      ${clock('one', '1 business days after, by office', 'h.assigned')}
      ${clock('two', '2 business days after, by office', 'h.assigned')}
      ${clock('five', '5 days before', 'h.assigned')}
      left join partner p on p.key = h.partner left join user u on u.key = h.owner
      where l.do_not_contact is not 1 and ${isGood}`,
    counted(
      'twin_followed',
      `select day, source, partner, team, due <= ${asOf('followed-up-in-time')} as decided, ${followedBy('due')}, ${teamThen} from twin_due f`,
      ['source', 'partner', 'team', 'team_then'],
    ),
    counted(
      'twin_restated',
      `select day, source, partner, team, deadline <= ${asOf('followed-up-in-time')} as decided, ${followedBy('deadline')}, ${teamThen} from twin_due f`,
      ['source', 'partner', 'team', 'team_then'],
    ),
  ],
  values: byGrains('twin_followed', 'week', share, followedDimensions),
  restated: byGrains('twin_restated', 'week', share, followedDimensions),
  leaves: ['twin_due', 'twin_followed', 'twin_restated'],
};

/** Half of the qualified leads waited for less; one that still waits waits longer than any. */
const half = `(case when percentile_cont(f.wait, 0.5) < 1e200 then percentile_cont(f.wait, 0.5) end)`;

/** Opening seconds until a moment, by its row of the opening table. */
const opened = (row: string, at: string): string => `(${row}.before + ${row}.open * (${at} - ${row}.slot * 900))`;

/** The first touch on or after the local day of the assignment; one that came before it by some seconds is at least a second before. */
export const responseTime: Twin = {
  metric: 'response-time',
  indexes: followedUpInTime.indexes,
  steps: [
    `create temp table twin_wait as
      select w.day, w.size, w.source, w.team, case when w.first is null then 1e300
          when w.first < w.assigned and ${opened('t', 'w.first')} - ${opened('f', 'w.assigned')} > -1 then -1 / 3600.0
          else (${opened('t', 'w.first')} - ${opened('f', 'w.assigned')}) / 3600.0 end as wait
      from (
        select q.*, (select min(completed) from (
            select min(a.completed) as completed from activity a where a.lead = q.lead and a.completed >= q.since and ${touches}
            union all
            select min(a.completed) from activity a where a.contact = q.contact and a.completed >= q.since and ${touches})) as first
        from (
          select s.day, l.source, u.team, h.lead, h.contact, h.assigned, d.starts + case when 0 >= d.change then d.shift else 0 end as since,
            case when l.company_size is null then 'Not recorded' when l.company_size < 20 then 'below 20'
              when l.company_size < 200 then 'from 20 to below 200'
              when l.company_size < 1000 then 'from 200 to below 1,000' else 'at least 1,000' end as size
          from handover h join lead l on l.key = h.lead join slot s on s.slot = h.qualified / 900
          left join slot sa on sa.slot = h.assigned / 900 left join day d on d.day = sa.day
          left join user u on u.key = h.owner where ${isGood}) q) w
      left join opening f on f.calendar = 'office' and f.slot = w.assigned / 900
      left join opening t on t.calendar = 'office' and t.slot = w.first / 900
      where w.assigned is not null`,
  ],
  values: byGrains('twin_wait', 'month', half, [
    { dimension: 'company size', column: 'size' },
    source,
    { dimension: 'team', column: 'team' },
  ]),
  leaves: ['twin_wait'],
};
