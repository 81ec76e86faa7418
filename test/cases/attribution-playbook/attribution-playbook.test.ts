import { expect, test } from 'vitest';
import { describeRealCase } from '../real/real-case.ts';
import { oddities } from './oddities.ts';

/** `2020-02-04 4:30:21` as `2020-02-04 04:30:21`. */
const instant = (column: string): string => `substr(${column}, 1, 11) || substr('0' || substr(${column}, 12), -8)`;

/** The sessions that led to each conversion in order, and what each gets of it: in cents, and in millionths of a conversion. */
const first = `
  create table sale as select customer_id as buyer, substr(converted_at, 1, 10) as sold, ${instant('converted_at')} as at, revenue * 100 as cents from customer_conversions;
  create table touch as
    select sale.*, utm_source as source, utm_medium as channel, count(*) over (partition by buyer) as touches,
           row_number() over (partition by buyer order by ${instant('started_at')}, session_id + 0) as place
      from sale join sessions on customer_id = buyer and ${instant('started_at')} < at;
  create table even as
    select *, cents / touches + iif(place = 1, cents % touches, 0) as money, (1000000 / touches + iif(place = 1, 1000000 % touches, 0)) / 1e6 as part from touch;
  create table by_position as
    select *, iif(place = 1, cents - sum(rest) over (partition by buyer), rest) as money from (
      select *, case when place = 1 then 0 when touches = 2 then cents / 2 when place = touches then cents * 4 / 10 else cents * 2 / 10 / (touches - 2) end as rest from touch);`;

/** One row for each conversion and member. */
const credit = (table: string, member: string, part: string, where = '1') => ({
  from: `(select buyer, sold, ${member} as member, sum(${part}) as part from ${table} where ${where} group by buyer, ${member})`,
  member: 'member',
  sum: 'part',
});
const bySource = (part: string, whole: string) => ({
  source: credit('even', 'source', part),
  'source, as recorded': { from: 'sale', member: `''`, sum: whole },
  'source, by first touch': credit('touch', 'source', whole, 'place = 1'),
  'source, by last touch': credit('touch', 'source', whole, 'place = touches'),
});
const sales = { from: 'sale', day: 'sold', finest: 'day' } as const;

describeRealCase(
  {
    name: 'attribution-playbook',
    now: '2020-03-01T08:00:00Z',
    asOf: '2020-02-13',
    site: true,
    rows: { 'ad_spend.csv': 42, 'customer_conversions.csv': 21, 'sessions.csv': 90 },
    first,
    queries: {
      bookings: {
        ...sales,
        sum: 'cents',
        credit: {
          ...bySource('money', 'cents'),
          channel: credit('by_position', 'channel', 'money'),
          'channel, by even credit': credit('even', 'channel', 'money'),
        },
      },
      'campaign-wins': { ...sales, sum: 'cents', credit: bySource('money', 'cents') },
      conversions: { ...sales, count: true, credit: bySource('part', '1') },
      'average-sale': { ...sales, average: 'cents' },
      'campaign-spend': {
        from: 'ad_spend',
        day: 'date_day',
        finest: 'day',
        sum: 'spend * 100',
        by: { source: 'utm_source', campaign: 'utm_campaign', channel: 'utm_medium' },
      },
      'campaign-effectiveness': { of: 'campaign-wins', per: 'campaign-spend', by: ['source'] },
      'campaign-margin': { of: 'campaign-wins', less: 'campaign-spend', by: ['source'] },
      'cost-per-qualified-lead': { of: 'campaign-spend', per: 'conversions', by: ['source'] },
    },
    missing: {
      'accepted-by-clause': 'handovers',
      'attempts-before-giving-up': 'leads, handovers, activities',
      'close-date-pushes': 'stage changes',
      'close-dates-past': "opportunity's created, opportunity's lost",
      'customers-onboarded': 'accounts',
      'customers-referred': 'leads',
      'customers-renewed': "opportunity's type, opportunity's lost",
      'deals-stuck': "stage changes, opportunity's created, opportunity's stage, opportunity's lost",
      'deals-up-to-date': "activities, opportunity's created, opportunity's lost",
      'deals-with-amount': "opportunity's created, opportunity's lost",
      'deals-with-close-date': "opportunity's created, opportunity's lost",
      'deals-with-next-step': "opportunity's created, opportunity's next step, opportunity's lost",
      'deals-with-source': "opportunity's created, opportunity's lost",
      'factored-pipeline': "opportunity's created, opportunity's probability, opportunity's lost",
      'forecast-accuracy': "opportunity's created, opportunity's forecast category, opportunity's lost",
      'hold-between-owners': 'ownerships',
      'inquiries-held-back': 'leads, handovers',
      'leads-accepted': 'leads, handovers',
      'leads-never-touched': 'leads, handovers, activities',
      'leads-rejected': 'leads, handovers',
      'leads-to-opportunities': 'leads',
      'lost-deals': "opportunity's lost",
      'meetings-accepted': 'activities',
      'meetings-set': 'activities',
      'new-customers': "accounts, opportunity's account",
      'open-pipeline': "opportunity's created, opportunity's lost",
      'partners-feedback': 'leads, handovers',
      'partners-follow-up': 'leads, handovers, activities',
      'pipeline-bridge': "stage changes, opportunity's created",
      'pipeline-coverage': "opportunity's created, opportunity's lost",
      'qualified-leads-delivered': 'leads, handovers',
      'rejections-explained': 'leads, handovers',
      'response-time': 'leads, handovers, activities',
      'sales-cycle': "opportunity's created",
      'single-decision-maker': "opportunity's created, opportunity's lost, deal contact's role",
      'stage-conversion': 'stage changes',
      'time-in-stage': 'stage changes',
      'time-to-hand-over': 'leads, handovers',
      'usual-ready-time': 'stage changes',
      'win-rate': "opportunity's lost",
      'win-rate-by-amount': "opportunity's lost",
      'wins-never-qualified': 'leads, handovers',
      'won-by-clause': 'leads, handovers',
      'won-outside-forecast': 'stage changes',
    },
    notShown: { 'average-sale': 'team' },
  },
  (run, odd) => {
    oddities(odd);
    test('credit adds up to what was sold, in every period and whoever gets it', () => {
      const sums = new Map<string, number>();
      const values = run().values.filter(({ metric }) => metric === 'bookings' || metric === 'conversions');
      for (const { metric, period, dimension, value } of values) {
        const place = `${metric} | ${period} | ${dimension}`;
        sums.set(place, (sums.get(place) ?? 0) + (value ?? 0));
      }
      for (const { metric, period, dimension } of values) {
        const whole = sums.get(`${metric} | ${period} | `)!;
        expect(sums.get(`${metric} | ${period} | ${dimension}`)).toBeCloseTo(whole, 6);
      }
      expect(sums.get('bookings | all | ')).toBe(275_00);
    });
  },
);
