/** How far inquiries came, each as a plain loop: qualified within 60 days, a deal within 120, a signature within 180. */
import { inboundSources, wins, type Books } from './plain-books.ts';
import { instantOf, type Row } from './plain-rows.ts';
import { tally, type Item, type PlainValues } from './plain-tally.ts';
import { addDays, clockOf, dayOf, instantAt } from './plain-time.ts';

/** The first day whose leads have their history in this CRM. */
const since = '2023-11-01';

/** An inquiry, and whether it came so far within its days. */
type Came = (lead: Row, created: number) => boolean;

/** The same local clock time some days later. */
const later = (instant: number, days: number): number => instantAt(addDays(dayOf(instant), days), clockOf(instant));
const isWithin = (at: number | null, from: number, days: number): boolean =>
  at !== null && at >= from && at <= later(from, days);

/** The values of what counts the stages of the funnel after the first, by address. */
export function cohortValues(books: Books): PlainValues {
  const qualified = Map.groupBy(books.qualified, ({ lead }) => lead.Id!);
  const isWin = new Set(wins(books).map((deal) => deal.Id!));
  const dealOf = (lead: Row) => books.deals.get(lead.ConvertedOpportunityId ?? '');
  const hasDeal: Came = (lead, created) =>
    (qualified.get(lead.Id!) ?? []).some((handover) => isWithin(handover.qualified, created, 60)) &&
    isWithin(instantOf(dealOf(lead)?.CreatedDate), created, 120);
  // A signature has a day and no clock time: where there may be one, it counts until the last day is over.
  const signed: Came = (lead, created) => {
    const deal = dealOf(lead);
    const closed = deal && isWin.has(deal.Id!) ? deal.CloseDate! : '';
    return hasDeal(lead, created) && closed >= dayOf(created) && closed <= addDays(dayOf(created), 180);
  };
  const last = (lead: Row, created: number): number => {
    const mayStill = hasDeal(lead, created) && isWin.has(dealOf(lead)?.Id ?? '');
    return mayStill ? instantAt(addDays(dayOf(created), 181), 0) : later(created, 180);
  };
  return new Map([
    ...shareOf(books, 'inquiries-to-deals', hasDeal, (_, created) => later(created, 120)),
    ...shareOf(books, 'inquiries-won', signed, last),
  ]);
}

/** An inquiry waits until its time is over, whatever it did before. */
function shareOf(books: Books, slug: string, came: Came, over: (lead: Row, created: number) => number): PlainValues {
  const items = books.leads.flatMap((lead): Item[] => {
    const created = instantOf(lead.CreatedDate)!;
    if (!inboundSources.includes(lead.LeadSource!) || dayOf(created) < since) return [];
    const state = books.asOf < over(lead, created) ? 'waiting' : came(lead, created) ? 'in time' : 'late';
    return [{ key: lead.Id!, day: dayOf(created), state, members: { source: lead.LeadSource! } }];
  });
  return tally(slug, 'share', 'month', items);
}
