/** The sample's metrics, each as a plain loop over the raw rows of the exports. */
import { cohortValues } from './plain-cohort.ts';
import { judged, keyOf, wins, won, type Books } from './plain-books.ts';
import type { Handover } from './plain-leads.ts';
import { centsOnDay } from './plain-money.ts';
import { instantOf, isYes } from './plain-rows.ts';
import { ratio, tally, type Item, type PlainValues } from './plain-tally.ts';
import { addDays, clockOf, dayOf, instantAt } from './plain-time.ts';
import { widerValues } from './plain-wider.ts';

const tightened = '2026-01-01';

/** All values of all metrics of the sample, by address. */
export function plainValues(books: Books): PlainValues {
  const all: PlainValues = new Map();
  const qualified = delivered(books);
  for (const values of [qualified, followedUp(books), handedOver(books), accepted(books), feedback(books)])
    add(all, values);
  for (const values of [pipeline(books), closed(books), widerValues(books), cohortValues(books)]) add(all, values);
  const wins = campaignWins(books);
  const spend = campaignSpend(books);
  const effectiveness = ratio('campaign-effectiveness', wins, spend, ['campaign']);
  const cost = ratio('cost-per-qualified-lead', spend, qualified, ['source', 'campaign']);
  for (const values of [wins, spend, effectiveness, cost]) add(all, values);
  return all;
}

function add(all: PlainValues, values: PlainValues): void {
  for (const [address, value] of values) all.set(address, value);
}

function delivered(books: Books): PlainValues {
  const items = books.qualified.map((handover) => ({
    key: keyOf(handover),
    day: dayOf(handover.qualified),
    members: {
      source: handover.lead.LeadSource!,
      region: handover.lead.Region__c!,
      campaign: campaignOf(books, handover.lead.Primary_Campaign__c),
    },
  }));
  return tally('qualified-leads-delivered', 'count', 'week', items);
}

function campaignOf(books: Books, id: string | undefined): string {
  return books.campaigns.get(id ?? '')?.Name ?? '';
}

function teamOf(books: Books, handover: Handover): string {
  return books.users.get(handover.owner ?? '')?.Division ?? '';
}

function followedUp(books: Books): PlainValues {
  const items: Item[] = [];
  for (const handover of books.qualified) {
    const { assigned, lead } = handover;
    if (assigned === null || isYes(lead.DoNotCall)) continue;
    const days = dayOf(handover.qualified) < tightened ? 2 : 1;
    const deadline = books.office.afterBusinessDays(assigned, days);
    const fiveDaysBefore = instantAt(addDays(dayOf(assigned), -5), clockOf(assigned));
    const touches = books.touches.get(lead.Id!) ?? [];
    const kept = touches.some((at) => at >= fiveDaysBefore && at <= deadline);
    const partner = books.partners.get(lead.Given_To__c!)?.Name ?? '';
    const isDue = books.office.afterBusinessDays(assigned, 1);
    const holder = handover.owners.findLast(({ from }) => from < isDue)?.owner ?? '';
    const members = {
      source: lead.LeadSource!,
      partner,
      team: teamOf(books, handover),
      'team at the deadline': books.users.get(holder)?.Division ?? '',
    };
    items.push(judged(books, handover, deadline, kept, members));
  }
  return tally('followed-up-in-time', 'share', 'week', items);
}

function handedOver(books: Books): PlainValues {
  const items = books.qualified.map((handover) => {
    const deadline = books.office.afterBusinessHours(handover.qualified, 4);
    const kept = handover.assigned !== null && handover.assigned <= deadline;
    return judged(books, handover, deadline, kept, { source: handover.lead.LeadSource! });
  });
  return tally('handed-over-in-time', 'share', 'week', items);
}

function accepted(books: Books): PlainValues {
  const items: Item[] = [];
  for (const handover of books.qualified) {
    const { assigned } = handover;
    if (assigned === null) continue;
    const deadline = books.office.afterBusinessDays(assigned, 10);
    const kept = lies(handover.accepted, assigned, deadline);
    const campaign = campaignOf(books, handover.lead.Primary_Campaign__c);
    items.push(judged(books, handover, deadline, kept, { source: handover.lead.LeadSource!, campaign }));
  }
  return tally('leads-accepted', 'share', 'month', items);
}

function feedback(books: Books): PlainValues {
  const items: Item[] = [];
  for (const handover of books.qualified) {
    const { assigned, reason } = handover;
    if (assigned === null) continue;
    const deadline = books.office.afterBusinessDays(assigned, 5);
    const rejectedWell = lies(handover.rejected, assigned, deadline) && !['', 'Other', 'Unknown'].includes(reason);
    const kept = lies(handover.accepted, assigned, deadline) || rejectedWell;
    items.push(
      judged(books, handover, deadline, kept, { source: handover.lead.LeadSource!, team: teamOf(books, handover) }),
    );
  }
  return tally('feedback-given', 'share', 'week', items);
}

function lies(instant: number | null, from: number, to: number): boolean {
  return instant !== null && instant >= from && instant <= to;
}

/** The first row of each deal from an inbound lead that brought it into Discovery. */
function pipeline(books: Books): PlainValues {
  const items: Item[] = [];
  const ofDeal = Map.groupBy(books.stageRows, (row) => row.OpportunityId!);
  for (const [id, rows] of ofDeal) {
    const deal = books.deals.get(id);
    if (!deal || !books.inboundDeals.has(id)) continue;
    const inOrder = rows.toSorted((a, b) => instantOf(a.CreatedDate)! - instantOf(b.CreatedDate)!);
    const entry = inOrder.find((row) => row.StageName === 'Discovery');
    if (!entry) continue;
    const day = dayOf(instantOf(entry.CreatedDate)!);
    const cents = centsOnDay(books.rates, entry.Amount, entry.CurrencyIsoCode, day);
    const campaign = campaignOf(books, deal.CampaignId);
    items.push({ key: entry.Id!, day, cents, members: { source: deal.LeadSource!, campaign } });
  }
  return tally('pipeline-from-inbound', 'sum', 'month', items);
}

function closed(books: Books): PlainValues {
  const items = wins(books)
    .filter((deal) => books.inboundDeals.has(deal.Id!))
    .map((deal) => won(books, deal, { source: deal.LeadSource! }));
  return tally('closed-from-inbound', 'sum', 'month', items);
}

function campaignWins(books: Books): PlainValues {
  const items = wins(books)
    .filter((deal) => books.campaigns.has(deal.CampaignId!))
    .map((deal) => won(books, deal, { campaign: books.campaigns.get(deal.CampaignId!)!.Name! }));
  return tally('campaign-wins', 'sum', 'month', items);
}

function campaignSpend(books: Books): PlainValues {
  const items = books.spend.map((row, index) => ({
    key: `spend ${index + 1}`,
    day: row.month!,
    cents: centsOnDay(books.rates, row.amount, row.currency, row.month!),
    members: { campaign: campaignOf(books, row.campaign_id), source: row.source! },
  }));
  return tally('campaign-spend', 'sum', 'month', items);
}
