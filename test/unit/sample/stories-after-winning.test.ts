import { describe, expect, it } from 'vitest';
import { handovers, leads } from './sample-handovers.ts';
import { closedIn, deals, isOpen, isWon, newBusiness, standingAt, worthOf } from './sample-deals.ts';
import { grouped, liveRowsOf, type Row } from './sample-rows.ts';
import { daysBetween, expectTold, percent, sum } from './told.ts';

/** What a month's start said would close in it, and what did. */
interface Forecast {
  readonly said: readonly { readonly deal: Row; readonly worth: number }[];
  readonly came: readonly Row[];
  readonly surprises: readonly Row[];
}

function forecastOf(month: string): Forecast {
  const start = new Date(Date.parse(`${month}-01T00:00:00Z`) - 3_600_000).toISOString();
  const isIn = (row: Row): boolean => row['CloseDate']!.startsWith(month);
  const said = newBusiness.flatMap((deal) => {
    const then = standingAt(deal, start);
    return then?.['ForecastCategory'] === 'Commit' && isIn(then) ? [{ deal, worth: worthOf(then) }] : [];
  });
  const won = newBusiness.filter((deal) => isWon(deal) && isIn(deal));
  const wasSaid = new Set(said.map(({ deal }) => deal));
  return {
    said,
    came: won.filter((deal) => wasSaid.has(deal)),
    surprises: won.filter((deal) => !wasSaid.has(deal)),
  };
}

const monthsOf = (year: number, last = 12): string[] =>
  Array.from({ length: last }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`);

describe('the forecast', () => {
  const told = (months: readonly string[]): { said: number; came: number; all: number } => {
    const some = months.map(forecastOf);
    const said = sum(some.flatMap((one) => one.said.map(({ worth }) => worth)));
    const came = sum(some.flatMap((one) => one.came.map(worthOf)));
    return { said, came, all: came + sum(some.flatMap((one) => one.surprises.map(worthOf))) };
  };

  it('runs ahead of what closes, this year more than before', () => {
    const [before, now] = [told([...monthsOf(2024), ...monthsOf(2025)]), told(monthsOf(2026, 10))];
    expect(before.all / before.said).toBeGreaterThan(0.7);
    expect(now.all / now.said).toBeLessThan(0.65);
    expect(now.came).toBeLessThan(now.all);
    expectTold(
      `Of what the starts of the months of 2024 and 2025 said would close, ${percent(before.all, before.said)} came; of 2026 ` +
        `${percent(now.all, now.said)}, ${percent(now.came, now.said)} from the deals that it named.`,
    );
  });

  it('names some deals each month, of which some are won, some lost and some slip', () => {
    const months = [...monthsOf(2025), ...monthsOf(2026, 10)].map((month) => ({ month, ...forecastOf(month) }));
    const counts = months.map(({ said }) => said.length);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(4);
    expect(Math.max(...counts)).toBeLessThanOrEqual(16);
    const ends = months.flatMap(({ month, said }) =>
      said.map(({ deal }) =>
        isOpen(deal) || !deal['CloseDate']!.startsWith(month) ? 'slipped' : isWon(deal) ? 'won' : 'lost',
      ),
    );
    const count = (end: string): number => ends.filter((one) => one === end).length;
    expect(Math.min(count('won'), count('slipped'), count('lost'))).toBeGreaterThan(15);
    expect(sum(months.map(({ surprises }) => surprises.length))).toBeGreaterThan(20);
    expectTold(
      `A month's start since 2025 names ${Math.min(...counts)} to ${Math.max(...counts)} deals: of ${ends.length} in all ` +
        `${count('won')} were won in their month, ${count('lost')} lost, ${count('slipped')} slipped; ` +
        `${sum(months.map(({ surprises }) => surprises.length))} were won that it did not name.`,
    );
  });
});

describe('after a deal is won', () => {
  it('takes longer in 2026 until a customer works with what it bought', () => {
    const customers = liveRowsOf('Account').filter(({ Customer_Since__c: since }) => since && since < '2026-07');
    const told = (year: string): [number, number] => {
      const some = customers.filter((account) => account['Customer_Since__c']!.startsWith(year));
      const soon = some.filter(
        ({ Customer_Since__c: since, Onboarded_On__c: on }) => on && daysBetween(since!, on) <= 60,
      );
      return [soon.length, some.length];
    };
    const [before, now] = [told('2025'), told('2026')];
    expect(before[0] / before[1]).toBeGreaterThan(0.75);
    expect(now[0] / now[1]).toBeLessThan(0.65);
    expectTold(
      `${before[0]} of the ${before[1]} customers of 2025 were onboarded within 60 days, ${now[0]} of the ${now[1]} of the first half ` +
        `of 2026.`,
    );
  });

  it('renews most contracts after a year', () => {
    const ofAccount = grouped(
      deals.filter((deal) => deal['Type'] === 'Renewal'),
      'AccountId',
    );
    const due = newBusiness.filter((deal) => isWon(deal) && (closedIn(deal, '2024') || deal['CloseDate']! < '2025-10'));
    const next = due.map((deal) =>
      (ofAccount.get(deal['AccountId']!) ?? [])
        .filter((renewal) => renewal['CloseDate']! > deal['CloseDate']!)
        .toSorted((one, other) => one['CloseDate']!.localeCompare(other['CloseDate']!))
        .at(0),
    );
    const count = (test: (deal: Row) => boolean): number => next.filter((deal) => deal && test(deal)).length;
    const [won, lost, none] = [
      count(isWon),
      count((deal) => deal['StageName'] === 'Closed Lost'),
      next.filter((deal) => !deal).length,
    ];
    expect(won / due.length).toBeGreaterThan(0.7);
    expect(Math.min(lost, none)).toBeGreaterThan(5);
    expectTold(
      `Of ${due.length} first deals won until September 2025 ${won} were renewed, ${lost} not, and ${none} nobody asked.`,
    );
  });

  it('has customers who send others', () => {
    const sent = leads.filter((lead) => lead['Referred_By__c']);
    const won = new Set(deals.filter(isWon).map((deal) => deal['Id']));
    const customers = new Map(liveRowsOf('Account').map((account) => [account['Id'], account]));
    for (const lead of sent) expect(customers.get(lead['Referred_By__c'])!['Customer_Since__c']).not.toBe('');
    const [converted, gained] = [
      sent.filter((lead) => lead['IsConverted'] === 'true').length,
      sent.filter((lead) => won.has(lead['ConvertedOpportunityId'])).length,
    ];
    expect(gained).toBeGreaterThan(8);
    expectTold(`Customers sent ${sent.length} leads: ${converted} became deals, ${gained} were won.`);
  });

  it('wins people whom nobody ever qualified', () => {
    const qualified = new Set(handovers.map(({ lead }) => lead['ConvertedOpportunityId']));
    const fromLeads = new Set(leads.map((lead) => lead['ConvertedOpportunityId']));
    const held = newBusiness.filter((deal) => isWon(deal) && fromLeads.has(deal['Id']) && !qualified.has(deal['Id']));
    const quarters = ['2024', '2025', '2026'].flatMap((year) =>
      [1, 2, 3, 4].map((quarter) => ({ year, quarter })).filter(({ quarter }) => year < '2026' || quarter < 4),
    );
    const counts = quarters.map(
      ({ year, quarter }) =>
        held.filter((deal) => closedIn(deal, year) && Math.ceil(Number(deal['CloseDate']!.slice(5, 7)) / 3) === quarter)
          .length,
    );
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(1);
    expect(Math.max(...counts)).toBeLessThanOrEqual(9);
    expectTold(
      `Each quarter since 2024 brings ${Math.min(...counts)} to ${Math.max(...counts)} first deals from people who were never qualified.`,
    );
  });
});
