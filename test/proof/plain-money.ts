import { centsOf, type Row } from './plain-rows.ts';

/** Currency and year: how many euros one unit is worth. */
export type Rates = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** An amount in cents of the euro at the rate of the day's year, half a cent away from zero; null where there is no amount. */
export function centsOnDay(
  rates: Rates,
  amount: string | undefined,
  currency: string | undefined,
  day: string,
): number | null {
  const cents = centsOf(amount);
  if (cents === null || !currency || currency === 'EUR') return cents;
  const rate = rates[currency]?.[day.slice(0, 4)];
  if (rate === undefined) throw new Error(`no rate of ${currency} on ${day}`);
  const millionths = BigInt(Math.abs(cents)) * BigInt(Math.round(rate * 1_000_000));
  return Math.sign(cents) * Number((millionths * 2n + 1_000_000n) / 2_000_000n);
}

/** A deal's amount on the day it closed. */
export function euroCents(rates: Rates, deal: Row): number | null {
  return centsOnDay(rates, deal.Amount, deal.CurrencyIsoCode, deal.CloseDate!);
}
