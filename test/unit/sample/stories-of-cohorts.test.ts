import { describe, expect, it } from 'vitest';
import { handovers, leads, type Handover } from './sample-handovers.ts';
import { deals, isWon } from './sample-deals.ts';
import type { Row } from './sample-rows.ts';
import { daysBetween, expectTold } from './told.ts';

const inbound = ['Website', 'Webinar', 'Content download', 'Event'];
const dealById = new Map(deals.map((deal) => [deal['Id']!, deal]));
const localDay = (instant: string) => new Date(instant).toLocaleDateString('sv-SE', { timeZone: 'Europe/Berlin' });

/** As the vocabulary says it. */
const isGood = ({ lead }: Handover): boolean =>
  Number(lead['Score__c']) >= 60 &&
  (Number(lead['NumberOfEmployees']) >= 20 || /\b(?:head|chief|director)\b/i.test(lead['Title']!)) &&
  lead['Industry'] !== 'Education';
const qualified = Map.groupBy(handovers.filter(isGood), ({ lead }) => lead['Id']!);

/** How far those came who came to us on one of these days. */
function wayOf(from: string, to: string): [number, number, number, number] {
  const came = leads.filter((lead) => {
    const day = localDay(lead['CreatedDate']!);
    return inbound.includes(lead['LeadSource']!) && day >= from && day <= to;
  });
  const dealOf = (lead: Row) => dealById.get(lead['ConvertedOpportunityId']!);
  const good = came.filter((lead) =>
    (qualified.get(lead['Id']!) ?? []).some((one) => daysBetween(lead['CreatedDate']!, one.qualified) <= 60),
  );
  const withDeal = good.filter((lead) => {
    const deal = dealOf(lead);
    return deal && daysBetween(lead['CreatedDate']!, deal['CreatedDate']!) <= 120;
  });
  const signed = withDeal.filter((lead) => {
    const deal = dealOf(lead)!;
    const days = daysBetween(localDay(lead['CreatedDate']!), deal['CloseDate']!);
    return isWon(deal) && deal['Type'] === 'New Business' && days <= 180;
  });
  return [came.length, good.length, withDeal.length, signed.length];
}

describe('the stories of the cohorts', () => {
  it('follows those who came in one quarter to the signature', () => {
    const [came, good, withDeal, signed] = wayOf('2026-01-01', '2026-03-31');
    const before = wayOf('2025-01-01', '2025-12-31');
    expect(came).toBeGreaterThan(good);
    expect(signed).toBeGreaterThan(9);
    expectTold(
      `Of ${came} people who came to us in the first quarter of 2026 ${good} qualified within 60 days, ${withDeal} had a deal ` +
        `within 120 and ${signed} signed within 180; of ${before[0]} of 2025 these were ${before[1]}, ${before[2]} and ${before[3]}.`,
    );
  });
});
