import { dayOfNumber, numberOfDay } from './local-date.ts';
import type { DayRange } from './slots.ts';
import type { Currencies } from '../values/agreement.ts';
import type { Day } from '../values/period.ts';

/** Decimal places of the currencies that have not two (ISO 4217). */
const places: Readonly<Record<string, number>> = {
  BHD: 3, BIF: 0, CLP: 0, DJF: 0, GNF: 0, IQD: 3, ISK: 0, JOD: 3, JPY: 0, KMF: 0, KRW: 0, KWD: 3, LYD: 3, OMR: 3,
  PYG: 0, RWF: 0, TND: 3, UGX: 0, VND: 0, VUV: 0, XAF: 0, XOF: 0, XPF: 0,
}; // prettier-ignore

/** How many minor units make one of a currency, as a power of ten. */
export const decimalPlaces = (currency: string): number => places[currency] ?? 2;

/** What a million minor units of a currency are worth on a local date, in minor units of the reporting currency. */
export type ExchangeRow = readonly [currency: string, day: Day, perMillion: number];

/** A row for each currency and each local date with a rate; the reporting currency is worth itself. Of two rates for a day the later in the list holds. */
export function* exchangeRows(currencies: Currencies, reporting: string, range: DayRange): Generator<ExchangeRow> {
  const first = numberOfDay(range.first);
  const last = numberOfDay(range.last);
  const names = new Set([reporting, ...currencies.rates.map((rate) => rate.currency)]);
  for (const currency of names) {
    const rates = currencies.rates.filter((rate) => rate.currency === currency);
    for (let number = first; number <= last; number += 1) {
      const day = dayOfNumber(number);
      if (currency === reporting) {
        yield [currency, day, 1_000_000];
        continue;
      }
      const rate = rates.findLast(({ from, to }) => (from === null || from <= day) && (to === null || day <= to));
      if (rate) yield [currency, day, perMillion(rate.rate, currency, reporting)];
    }
  }
}

function perMillion(rate: number, currency: string, reporting: string): number {
  return Math.round(rate * 1e6 * 10 ** (decimalPlaces(reporting) - decimalPlaces(currency)));
}
