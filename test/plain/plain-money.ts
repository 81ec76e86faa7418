/** Amounts: whole minor units, changed into the reporting currency one by one, halves away from zero. */
import { cellOf, type Sight, type Standing } from './plain-world.ts';

const million = 1_000_000n;

/** In minor units of the reporting currency, at the rate of the day that is looked from; null where no rate is agreed. */
export function inReporting({ world, rateDay }: Sight, minor: number | null, currency: string): number | null {
  if (minor === null) return null;
  if (currency === world.agreement.company.currency) return minor;
  const rate = world.agreement.currencies.rates.find(
    ({ currency: of, from, to }) =>
      of === currency && rateDay !== null && (from === null || from <= rateDay) && (to === null || rateDay <= to),
  );
  if (!rate) return null;
  const size = (2n * BigInt(Math.abs(minor)) * BigInt(Math.round(rate.rate * 1e6)) + million) / (2n * million);
  return Math.sign(minor) * Number(size);
}

/** The currency of a record's amounts: that of its row, else the reporting one. */
export function currencyOf(at: Standing): string {
  const field = at.kind.fields.find(({ name }) => name === 'currency');
  return String((field && cellOf(at, field.column)) ?? at.sight.world.agreement.company.currency);
}

export const roundedHalfAway = (value: number): number => Math.sign(value) * Math.floor(Math.abs(value) + 0.5);
