import { describe, expect, it } from 'vitest';
import { notGood, notReached, notReady } from './rejection-reasons.ts';
import { handovers, historyOf, leads, openHours, ownersOf, users, type Handover } from './sample-handovers.ts';
import { exportedAt, grouped, liveRowsOf, type Row } from './sample-rows.ts';
import { average, daysBetween, expectTold, median, percent } from './told.ts';

const inbound = ['Website', 'Webinar', 'Content download', 'Event'];
const ofInbound = handovers.filter(({ lead }) => inbound.includes(lead['LeadSource']!));
const one = (number: number): string => number.toFixed(1);

describe('the stories of the leads', () => {
  it('gives leads up after more tries in one team than in another', () => {
    const tries = new Map<string, number[]>();
    for (const { abandoned, assigned, owner, touches } of handovers) {
      if (!abandoned || !assigned) continue;
      const team = users.get(owner!)!['Division']!;
      const count = touches.filter((at) => at >= assigned && at <= abandoned).length;
      tries.set(team, [...(tries.get(team) ?? []), count]);
    }
    const mean = (team: string): number => average(tries.get(team)!);
    expect([...tries.values()].flat().length).toBeGreaterThan(80);
    expect(mean('Inside sales')).toBeGreaterThan(1.8 * mean('Sales International'));
    expect([...tries.values()].flat().filter((count) => count === 0).length).toBeGreaterThan(2);
    expectTold(
      `${[...tries.values()].flat().length} leads were abandoned: by Inside sales after ${one(mean('Inside sales'))} tries, ` +
        `by Sales DACH after ${one(mean('Sales DACH'))}, by Partner sales after ${one(mean('Partner sales'))}, ` +
        `by Sales International after ${one(mean('Sales International'))}.`,
    );
  });

  it('never touches some, of one source more than of others, and in August', () => {
    const due = ofInbound.filter(({ assigned, qualified }) => assigned && qualified < '2026-10');
    const isNever = ({ touches, qualified, assigned }: Handover): boolean =>
      !touches.some((at) => at >= qualified || daysBetween(at, assigned!) < 5);
    const told = (some: readonly Handover[]): [number, string] => {
      const never = some.filter(isNever).length;
      return [never / some.length, `${never} of ${some.length}`];
    };
    const isDownload = ({ lead }: Handover): boolean => lead['LeadSource'] === 'Content download';
    const inAugust = ({ qualified }: Handover): boolean => qualified.slice(5, 7) === '08';
    const downloads = told(due.filter(isDownload));
    const others = told(due.filter((handover) => !isDownload(handover)));
    const august = told(due.filter(inAugust));
    const rest = told(due.filter((handover) => !inAugust(handover)));
    expect(downloads[0]).toBeGreaterThan(2 * others[0]);
    expect(august[0]).toBeGreaterThan(2 * rest[0]);
    expectTold(
      `Nobody ever touched ${downloads[1]} leads that were handed over from a Content download, ${others[1]} from elsewhere; ` +
        `${august[1]} of an August, ${rest[1]} of other months.`,
    );
  });

  it('hands over more slowly in the last quarter of 2025, within the time that was promised', () => {
    const hoursIn = (quarter: string): number[] =>
      ofInbound
        .filter(({ assigned, qualified }) => assigned && quarterOf(qualified) === quarter)
        .map(({ assigned, qualified }) => openHours(qualified, assigned!));
    const kept = (hours: readonly number[]): string => percent(hours.filter((hour) => hour <= 4).length, hours.length);
    const [before, slow, after] = ['2025-Q3', '2025-Q4', '2026-Q2'].map(hoursIn) as [number[], number[], number[]];
    expect(median(slow)).toBeGreaterThan(2 * median(before));
    expect(median(slow)).toBeGreaterThan(2 * median(after));
    expect(parseInt(kept(slow))).toBeGreaterThan(85);
    expectTold(
      `In the last quarter of 2025 a lead waited ${one(median(slow))} opening hours for a person, ${one(median(before))} in the ` +
        `quarter before; within four hours were ${kept(slow)} and ${kept(before)}.`,
    );
  });

  it('lets leads lie longest with marketing, and of the queues in that of Sales International', () => {
    const queues = new Map(liveRowsOf('Group').map((group) => [group['Id'], group['Name']]));
    const holds = new Map<string, number[]>();
    for (const lead of leads)
      ownersOf(lead).forEach((row, place, all) => {
        const next = all[place + 1];
        const name = queues.get(row['NewValue']) ?? users.get(row['NewValue']!)!['Division']!;
        if (next) holds.set(name, [...(holds.get(name) ?? []), openHours(row['CreatedDate']!, next['CreatedDate']!)]);
      });
    const hold = (name: string): number => median(holds.get(name)!);
    const others = ['Queue Inside sales', 'Queue DACH', 'Queue Partners'].map(hold);
    expect(hold('Queue International')).toBeGreaterThan(1.5 * Math.max(...others));
    expect(hold('Marketing')).toBeGreaterThan(4 * hold('Queue International'));
    expectTold(
      `Marketing holds a lead for ${Math.round(hold('Marketing'))} opening hours before it lays it into a queue; the queue of Sales ` +
        `International for ${one(hold('Queue International'))}, the others for ${one(Math.min(...others))} to ${one(Math.max(...others))}.`,
    );
  });

  it('says why leads are rejected, and when those that are not ready would be', () => {
    const rejected = handovers.filter((handover) => handover.rejected && handover.isLast).map(({ lead }) => lead);
    const of = (reasons: readonly string[]): Row[] =>
      rejected.filter((lead) => reasons.includes(lead['Rejection_Reason__c']!));
    const later = of(notReady);
    const when = later.filter((lead) => lead['Would_Be_Good_When__c']).length;
    const retry = later.filter((lead) => lead['Retry_On__c']).length;
    expect(when / later.length).toBeGreaterThan(0.7);
    expect(of(notGood).some((lead) => lead['Would_Be_Good_When__c'])).toBe(false);
    expectTold(
      `Of ${rejected.length} rejected leads ${of(notGood).length} were not good, ${of(notReached).length} not reached, ` +
        `${later.length} not ready; of these ${when} say what would make them good, ${retry} when to try again.`,
    );
    const byCampaign = grouped(of(notGood), 'Primary_Campaign__c');
    const ads = liveRowsOf('Campaign').find((campaign) => campaign['Name'] === 'Network ads')!['Id']!;
    const most = Math.max(...[...byCampaign].filter(([id]) => id !== ads).map(([, some]) => some.length));
    expect(byCampaign.get(ads)!.length).toBeGreaterThan(2 * most);
    expectTold(`${byCampaign.get(ads)!.length} of those that were not good came from the Network ads.`);
  });

  it('sets meetings in the first half of 2026 that are not accepted, or to which nobody comes', () => {
    const ended = liveRowsOf('Event').filter((event) => event['Outcome__c']);
    const share = (outcome: string, from: string, to: string): string => {
      const some = ended.filter(({ StartDateTime: at }) => at! >= from && at! < to);
      return percent(some.filter((event) => event['Outcome__c'] === outcome).length, some.length);
    };
    const accepted = ['2025-07', '2026-01', '2026-07', '2027'].map((from, place, all) =>
      all[place + 1] ? share('Accepted', from, all[place + 1]!) : '',
    );
    expect(parseInt(accepted[1]!)).toBeLessThan(parseInt(accepted[0]!) - 12);
    expect(parseInt(accepted[1]!)).toBeLessThan(parseInt(accepted[2]!) - 12);
    expect(liveRowsOf('Event').filter((event) => event['WhoId']!.startsWith('00Q')).length).toBeGreaterThan(100);
    expectTold(
      `Of the meetings with leads ${accepted[0]} were accepted in the second half of 2025, ${accepted[1]} in the first of 2026, ` +
        `${accepted[2]} since; in that half nobody came to ${share('No show', '2026-01', '2026-07')}.`,
    );
  });

  it('has one partner that follows up on few leads and says little of them', () => {
    const accounts = new Map(liveRowsOf('Account').map((account) => [account['Id'], account['Name']]));
    const given = handovers.filter(({ lead, assigned }) => lead['Given_To__c'] && assigned);
    const told = (own: boolean): [number, number, number] => {
      const some = given.filter(({ lead }) => (accounts.get(lead['Given_To__c']) === 'Nordlicht Systems') === own);
      const soon = (at: string | null, from: string): boolean => at !== null && at >= from && openHours(from, at) <= 40;
      const touched = some.filter(({ touches, assigned }) =>
        touches.some((at) => soon(at, assigned!) && openHours(assigned!, at) <= 8),
      );
      const heard = some.filter(
        ({ accepted, rejected, assigned }) => soon(accepted, assigned!) || soon(rejected, assigned!),
      );
      return [some.length, touched.length, heard.length];
    };
    const [own, others] = [told(true), told(false)];
    expect(own[1] / own[0]).toBeLessThan(0.4);
    expect(own[2] / own[0]).toBeLessThan(0.5);
    expect(Math.min(others[1], others[2]) / others[0]).toBeGreaterThan(0.7);
    expectTold(
      `Nordlicht Systems followed up on ${own[1]} of ${own[0]} leads within a day and gave feedback on ${own[2]} within five; ` +
        `the other three on ${others[1]} and ${others[2]} of ${others[0]}.`,
    );
  });

  it('accepts by the score, hardly by the job title', () => {
    const won = new Set(
      liveRowsOf('Opportunity')
        .filter((deal) => deal['IsWon'] === 'true')
        .map((deal) => deal['Id']),
    );
    const told = (test: (lead: Row) => boolean): [number, string][] =>
      [true, false].map((met) => {
        const some = handovers.filter(({ lead }) => test(lead) === met);
        const accepted = some.filter((handover) => handover.accepted).length;
        const gained = some.filter(({ lead }) => won.has(lead['ConvertedOpportunityId'])).length;
        return [
          accepted / some.length,
          `${percent(accepted, some.length)} accepted and ${percent(gained, some.length)} won`,
        ];
      });
    const score = told((lead) => Number(lead['Score__c']) >= 60);
    const title = told((lead) => /\b(head|chief|director)\b/i.test(lead['Title']!));
    expect(score[0]![0]).toBeGreaterThan(score[1]![0] + 0.3);
    expect(Math.abs(title[0]![0] - title[1]![0])).toBeLessThan(0.06);
    expectTold(
      `With a score of 60 or more ${score[0]![1]} of those handed over, below it ${score[1]![1]}; ` +
        `with one of the titles ${title[0]![1]}, without ${title[1]![1]}.`,
    );
  });

  it('knows of each abandoned lead who gave it up, and when', () => {
    const abandoned = leads.filter((lead) => lead['Status'] === 'Abandoned');
    expect(abandoned.length).toBeGreaterThan(60);
    for (const lead of abandoned)
      expect(historyOf(lead).some((row) => row['NewValue'] === 'Abandoned' && row['CreatedDate']! <= exportedAt)).toBe(
        true,
      );
  });
});

function quarterOf(instant: string): string {
  return `${instant.slice(0, 4)}-Q${Math.ceil(Number(instant.slice(5, 7)) / 3)}`;
}
