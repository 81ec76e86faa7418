import { describe, expect, it } from 'vitest';
import { average, daysBetween, expectTold, median, percent, sum } from './told.ts';
import { exportedAt, grouped, liveRowsOf, type Row } from './sample-rows.ts';
import {
  closedIn,
  daysReady,
  deals,
  historyOf,
  isLost,
  isWon,
  newBusiness,
  openDeals,
  pushesOf,
  worthOf,
} from './sample-deals.ts';

const today = exportedAt.slice(0, 10);
const won = newBusiness.filter(isWon);
const lost = newBusiness.filter(isLost);
const wonShare = (some: readonly Row[]): number => some.filter(isWon).length / some.length;
const decided = (some: readonly Row[]): Row[] => some.filter((deal) => isWon(deal) || isLost(deal));
const users = new Map(liveRowsOf('User').map((user) => [user['Id'], user]));

describe('the stories of the deals', () => {
  it('lets deals wait when they are ready to close, beyond what won deals took there', () => {
    const usual = won.map(daysReady).filter((days) => days !== null);
    const most = usual.toSorted((one, other) => one - other)[Math.floor(usual.length * 0.9)]!;
    const stuck = openDeals.filter((deal) => deal['StageName'] === 'Ready to close' && daysReady(deal)! > most);
    expect(stuck.length).toBeGreaterThanOrEqual(8);
    expect(median(stuck.map((deal) => daysReady(deal)!))).toBeGreaterThan(3 * most);
    expectTold(
      `Won deals were ready to close for ${Math.round(median(usual))} days in the middle, nine in ten for at most ${Math.round(most)}; ` +
        `${stuck.length} open ones are there for longer now, half of them for more than ` +
        `${Math.floor(median(stuck.map((deal) => daysReady(deal)!)))} days.`,
    );
  });

  it('has close dates that have passed', () => {
    const past = openDeals.filter((deal) => deal['CloseDate']! < today);
    expect(past.length).toBeGreaterThanOrEqual(5);
    expectTold(`${past.length} of ${openDeals.length} open deals of new business should have closed by now.`);
  });

  it('wins few of the deals whose close date was pushed three times or more', () => {
    const often = decided(newBusiness).filter((deal) => pushesOf(deal) >= 3);
    const never = decided(newBusiness).filter((deal) => pushesOf(deal) === 0);
    expect(often.length).toBeGreaterThan(20);
    expect(wonShare(often)).toBeLessThan(wonShare(never) / 2);
    expectTold(
      `Of ${often.length} decided deals that were pushed three times or more ${percent(often.filter(isWon).length, often.length)} were won, ` +
        `of those never pushed ${percent(never.filter(isWon).length, never.length)}.`,
    );
  });

  it('keeps pushing some of its open deals', () => {
    const often = openDeals.filter((deal) => pushesOf(deal) >= 3);
    expect(often.length).toBeGreaterThanOrEqual(5);
    expectTold(`${often.length} open deals were pushed three times or more.`);
  });

  it('wins most of the deals in which more than one person decides', () => {
    const roles = grouped(liveRowsOf('OpportunityContactRole'), 'OpportunityId');
    const deciders = (deal: Row): number =>
      (roles.get(deal['Id']!) ?? []).filter((role) => /^(Decision Maker|Economic Buyer)$/.test(role['Role']!)).length;
    const one = decided(newBusiness).filter((deal) => deciders(deal) === 1);
    const more = decided(newBusiness).filter((deal) => deciders(deal) > 1);
    expect(wonShare(more)).toBeGreaterThan(wonShare(one) + 0.25);
    const open = openDeals.filter((deal) => deciders(deal) === 1).length;
    expectTold(
      `With one decision-maker ${percent(one.filter(isWon).length, one.length)} of the deals are won, with two ` +
        `${percent(more.filter(isWon).length, more.length)}; ${open} of the open ones have one.`,
    );
  });

  it('has one sales team that leaves next steps empty', () => {
    const teamOf = (deal: Row): string => users.get(deal['OwnerId'])!['Division']!;
    const isEmpty = (deal: Row): boolean => deal['NextStep'] === '';
    const dach = openDeals.filter((deal) => teamOf(deal) === 'Sales DACH');
    const others = openDeals.filter((deal) => teamOf(deal) !== 'Sales DACH');
    expect(dach.filter(isEmpty).length / dach.length).toBeGreaterThan(0.5);
    expect(others.filter(isEmpty).length / others.length).toBeLessThan(0.25);
    expectTold(
      `Sales DACH left the next step empty in ${dach.filter(isEmpty).length} of its ${dach.length} open deals, ` +
        `the other teams in ${others.filter(isEmpty).length} of ${others.length}.`,
    );
  });

  it('hears nothing from some customers', () => {
    const done = new Map<string, string>();
    const take = (row: Row, at: string): void => {
      if (at && at <= exportedAt && at > (done.get(row['WhatId']!) ?? '')) done.set(row['WhatId']!, at);
    };
    for (const task of liveRowsOf('Task')) if (task['Automated__c'] === 'false') take(task, task['CompletedDateTime']!);
    for (const event of liveRowsOf('Event')) take(event, event['EndDateTime']!);
    const silent = openDeals.filter(
      (deal) => daysBetween(done.get(deal['Id']!) ?? deal['CreatedDate']!, exportedAt) > 60,
    );
    expect(silent.length).toBeGreaterThanOrEqual(6);
    expect(silent.length).toBeLessThan(openDeals.length / 2);
    expectTold(`In ${silent.length} open deals nothing has happened for more than 60 days.`);
  });

  it('lacks an amount or a source in a small part', () => {
    const noAmount = newBusiness.filter((deal) => deal['Amount'] === '');
    const noSource = newBusiness.filter((deal) => deal['LeadSource'] === '');
    for (const some of [noAmount, noSource]) {
      expect(some.length).toBeGreaterThan(10);
      expect(some.length / newBusiness.length).toBeLessThan(0.06);
    }
    expect(noAmount.some(isWon)).toBe(false);
    expectTold(
      `Of ${newBusiness.length} deals of new business ${noAmount.length} have no amount, none of them won, ` +
        `and ${noSource.length} no source.`,
    );
  });

  it('loses more deals by the price this year', () => {
    const byPrice = (some: readonly Row[]): string =>
      percent(some.filter((deal) => deal['Lost_Reason__c'] === 'Price').length, some.length);
    const [now, before] = [
      lost.filter((deal) => closedIn(deal, '2026')),
      lost.filter((deal) => !closedIn(deal, '2026')),
    ];
    expect(parseInt(byPrice(now))).toBeGreaterThan(2 * parseInt(byPrice(before)));
    expectTold(`The price is why ${byPrice(now)} of the deals lost in 2026 were lost, ${byPrice(before)} before.`);
  });

  it('wins fewer large deals than small ones', () => {
    for (const year of ['2024', '2025', '2026']) {
      const [gained, gone] = [won, lost].map((some) => some.filter((deal) => closedIn(deal, year))) as [Row[], Row[]];
      const count = percent(gained.length, gained.length + gone.length);
      const amounts = [gained, gone].map((some) => sum(some.map(worthOf))) as [number, number];
      const amount = percent(amounts[0], amounts[0] + amounts[1]);
      expect(parseInt(amount)).toBeLessThan(parseInt(count) - 2);
      if (year === '2026')
        expectTold(`In 2026 ${count} of the decided deals of new business were won, but ${amount} of their worth.`);
    }
    expect(average(lost.map(worthOf))).toBeGreaterThan(1.25 * average(won.map(worthOf)));
  });

  it('takes up lost deals again, and changes what deals are worth', () => {
    const moves = deals
      .map((deal) => historyOf(deal))
      .map((rows) => rows.slice(1).map((row, place) => [rows[place]!, row]));
    const reopened = moves.filter((some) =>
      some.some(([from, to]) => from!['StageName'] === 'Closed Lost' && !to!['StageName']!.startsWith('Closed')),
    ).length;
    const known = moves.flat().filter(([from, to]) => from!['Amount'] && to!['Amount']);
    const change = known.map(([from, to]) => Number(to!['Amount']) - Number(from!['Amount']));
    const [up, down] = [change.filter((by) => by > 0).length, change.filter((by) => by < 0).length];
    expect(reopened).toBeGreaterThanOrEqual(5);
    expect(up).toBeGreaterThan(40);
    expect(down).toBeGreaterThan(up);
    expectTold(`${reopened} lost deals were opened again; amounts were raised ${up} times and lowered ${down} times.`);
  });

  it('has open deals worth some quarters of winning', () => {
    const open = sum(openDeals.map(worthOf));
    const quarter =
      sum(won.filter((deal) => closedIn(deal, '2026') && deal['CloseDate']! < '2026-10').map(worthOf)) / 3;
    expect(open / quarter).toBeGreaterThan(2);
    expect(open / quarter).toBeLessThan(4.5);
    expectTold(
      `Open deals of new business are worth about ${Math.round(open / 1000)},000 euros; a quarter of 2026 has won about ` +
        `${Math.round(quarter / 1000)},000.`,
    );
  });
});
