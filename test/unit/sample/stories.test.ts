import { describe, expect, it } from 'vitest';
import { cleanRowsOf, grouped, type Row } from './sample-rows.ts';

const hours = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 3_600_000;

const leads = cleanRowsOf('Lead');
const history = grouped(cleanRowsOf('LeadHistory'), 'LeadId');
const deals = cleanRowsOf('Opportunity');
const tasks = cleanRowsOf('Task');
const accounts = new Map(cleanRowsOf('Account').map((row) => [row['Id'], row['Name']]));
const campaigns = new Map(cleanRowsOf('Campaign').map((row) => [row['Id'], row['Name']]));

const qualifiedOf = (lead: Row): string[] =>
  (history.get(lead['Id']!) ?? []).filter((row) => row['NewValue'] === 'Qualified').map((row) => row['CreatedDate']!);

/** Leads that became Qualified in a month, by the calendar of UTC. */
const qualifiedIn = (month: string): Row[] =>
  leads.filter((lead) => qualifiedOf(lead).some((at) => at.startsWith(month)));

/** Hours from the first Qualified to the first call or e-mail that a person made after it; null where there is none. */
function waitOf(lead: Row): number | null {
  const [qualified] = qualifiedOf(lead);
  const who = lead['ConvertedContactId'] || lead['Id'];
  const touches = tasks.filter(
    (task) =>
      task['WhoId'] === who &&
      task['IsClosed'] === 'true' &&
      task['Direction__c'] === 'Outbound' &&
      task['Automated__c'] === 'false',
  );
  const waits = touches.map((task) => hours(qualified!, task['CompletedDateTime']!)).filter((wait) => wait >= 0);
  return waits.length > 0 ? Math.min(...waits) : null;
}

/** The share of a month's qualified leads that were contacted within so many hours by the clock on the wall. */
function contactedWithin(limit: number, months: readonly string[]): number {
  const waits = months.flatMap(qualifiedIn).map(waitOf);
  return waits.filter((wait) => wait !== null && wait <= limit).length / waits.length;
}

describe('the stories of the sample', () => {
  it('brings about 25 qualified leads a month by 2026, fewer in August and December', () => {
    const count = (month: string): number => qualifiedIn(month).length;
    expect(count('2026-10')).toBeGreaterThanOrEqual(22);
    expect(count('2026-10')).toBeGreaterThan(count('2024-10'));
    expect(count('2026-08')).toBeLessThan(count('2026-07'));
    expect(count('2025-12')).toBeLessThan(count('2025-11'));
  });

  it('follows up sooner after the promise was tightened', () => {
    const before = contactedWithin(30, ['2025-06', '2025-07', '2025-08']);
    const after = contactedWithin(30, ['2026-06', '2026-07', '2026-08']);
    expect(after).toBeGreaterThan(before + 0.15);
  });

  it('has one partner that hardly follows up', () => {
    const share = (own: boolean): number => {
      const given = leads.filter(
        (lead) => lead['Given_To__c'] && (accounts.get(lead['Given_To__c']) === 'Nordlicht Systems') === own,
      );
      return given.map(waitOf).filter((wait) => wait !== null && wait < 72).length / given.length;
    };
    expect(share(true)).toBeLessThan(0.35);
    expect(share(false)).toBeGreaterThan(0.65);
  });

  it('has one campaign that costs most in a quarter and brings little', () => {
    const fair = [...campaigns].find(([, name]) => name === 'Trade fair Hannover 2026')![0];
    const ended = deals.filter((deal) => deal['CampaignId'] === fair && deal['IsClosed'] === 'true');
    const cost = Number(cleanRowsOf('Campaign').find((row) => row['Id'] === fair)!['ActualCost']);
    expect(cost).toBeGreaterThan(50_000);
    expect(ended.length).toBeGreaterThan(0);
    expect(ended.some((deal) => deal['IsWon'] === 'true' && deal['Type'] === 'New Business')).toBe(false);
    expect(leads.filter((lead) => lead['Primary_Campaign__c'] === fair).length).toBeGreaterThan(8);
  });

  it('signs less new business from June 2026 on than in the year before', () => {
    const won = (from: string, to: string): number =>
      deals
        .filter((deal) => deal['IsWon'] === 'true' && deal['Type'] === 'New Business')
        .filter((deal) => deal['CloseDate']! >= from && deal['CloseDate']! < to)
        .map((deal) => Number(deal['Amount']))
        .reduce((a, b) => a + b, 0);
    expect(won('2026-06', '2026-11')).toBeLessThan(0.8 * won('2025-06', '2025-11'));
  });

  it('lets people come back, in the old lead or in a new one', () => {
    const again = leads.map(qualifiedOf).filter((at) => at.length > 1 && hours(at[0]!, at.at(-1)!) > 90 * 24);
    expect(again.length).toBeGreaterThan(8);
    const people = [
      ...grouped(
        leads.map((lead) => ({ ...lead, Email: lead['Email']!.toLowerCase() })),
        'Email',
      ).values(),
    ];
    expect(people.filter((rows) => rows.length > 1).length).toBeGreaterThan(15);
  });

  it('lets queues hold leads, some of them still at the export', () => {
    const inQueue = leads.filter((lead) => lead['Status'] === 'Qualified' && lead['OwnerId']!.startsWith('00G'));
    expect(inQueue.length).toBeGreaterThan(0);
    expect(inQueue.length).toBeLessThan(8);
  });

  it('brings leads at all hours, and waits on Monday morning for some of them', () => {
    const weekend = leads.filter((lead) => [0, 6].includes(new Date(lead['CreatedDate']!).getUTCDay()));
    expect(weekend.length / leads.length).toBeGreaterThan(0.08);
    expect(weekend.length / leads.length).toBeLessThan(0.3);
    expect(qualifiedIn('2026-11').length).toBeGreaterThan(5);
  });

  it('has deals in three currencies, deals of two leads, and deals that go back a stage', () => {
    expect(new Set(deals.map((deal) => deal['CurrencyIsoCode']))).toEqual(new Set(['EUR', 'USD', 'GBP']));
    const linked = grouped(
      leads.filter((lead) => lead['ConvertedOpportunityId']),
      'ConvertedOpportunityId',
    );
    expect([...linked.values()].filter((rows) => rows.length === 2).length).toBeGreaterThan(10);
    const stages = grouped(cleanRowsOf('OpportunityHistory'), 'OpportunityId');
    const back = [...stages.values()].filter((rows) => {
      const names = rows.map((row) => row['StageName']!);
      return names.includes('Proposal') && names.lastIndexOf('Discovery') > names.indexOf('Proposal');
    });
    expect(back.length).toBeGreaterThan(10);
  });

  it('has automated e-mails, replies and plans that nobody carried out, none of which is a touch', () => {
    const some = (column: string, value: string): number => tasks.filter((task) => task[column] === value).length;
    expect(some('Automated__c', 'true')).toBeGreaterThan(200);
    expect(some('Direction__c', 'Inbound')).toBeGreaterThan(50);
    expect(some('IsClosed', 'false')).toBeGreaterThan(50);
  });
});
