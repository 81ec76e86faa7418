import { exportedAt, grouped, liveRowsOf, type Row } from './sample-rows.ts';

/** The deals of the sample, with their history in order of time. */
export const deals = liveRowsOf('Opportunity');
export const newBusiness = deals.filter((deal) => deal['Type'] === 'New Business');
export const isWon = (deal: Row): boolean => deal['IsWon'] === 'true';
export const isLost = (deal: Row): boolean => deal['StageName'] === 'Closed Lost';
export const isOpen = (deal: Row): boolean => deal['IsClosed'] === 'false';
export const openDeals = newBusiness.filter(isOpen);

const histories = grouped(liveRowsOf('OpportunityHistory'), 'OpportunityId');
export function historyOf(deal: Row): Row[] {
  return (histories.get(deal['Id']!) ?? []).toSorted((one, other) =>
    one['CreatedDate']!.localeCompare(other['CreatedDate']!),
  );
}

/** Roughly, which is enough for a story: one rate for all years. */
const euros: Readonly<Record<string, number>> = { EUR: 1, USD: 0.91, GBP: 1.17 };
export function worthOf(row: Row): number {
  return Number(row['Amount']) * euros[row['CurrencyIsoCode']!]!;
}

export const closedIn = (deal: Row, year: string): boolean => deal['CloseDate']!.startsWith(year) && !isOpen(deal);

/** How many days a deal was ready to close, or is until now; null where it never was. */
export function daysReady(deal: Row): number | null {
  const rows = historyOf(deal);
  const from = rows.findIndex((row) => row['StageName'] === 'Ready to close');
  if (from < 0) return null;
  const left = rows.slice(from).find((row) => row['StageName'] !== 'Ready to close')?.['CreatedDate'] ?? exportedAt;
  return (Date.parse(left) - Date.parse(rows[from]!['CreatedDate']!)) / 86_400_000;
}

/** How often the date on which an open deal was expected to close was moved to a later one. */
export function pushesOf(deal: Row): number {
  const rows = historyOf(deal).filter((row) => !row['StageName']!.startsWith('Closed'));
  return rows.filter((row, place) => place > 0 && row['CloseDate']! > rows[place - 1]!['CloseDate']!).length;
}

/** How a deal stood just before an instant; undefined before it was there. */
export function standingAt(deal: Row, instant: string): Row | undefined {
  return historyOf(deal).findLast((row) => row['CreatedDate']! < instant);
}
