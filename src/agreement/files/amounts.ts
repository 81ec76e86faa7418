import type { MetricUnit } from '../../values/agreement.ts';
import { daysSinceEpoch, isDay } from '../day.ts';
import type { Misfitting } from '../fits.ts';
import { minorOf } from '../money.ts';
import { pointMisfit } from '../slots/numbers.ts';

/** An amount as people write it, in the unit of a metric's values: `90%` is 0.9, `180,000 EUR` is minor units; null where it has no unit that fits. */
export function amountOf(written: string, unit: MetricUnit): number | null {
  switch (unit.unit) {
    case 'share':
      return shareIn(written);
    case 'money':
      return moneyIn(written, unit.currency);
    case 'day':
      return isDay(written) ? daysSinceEpoch(written) : null;
    case 'duration':
      return numberBefore(written, [unit.of, singular(unit.of)]);
    case 'records':
      return numberBefore(written, [unit.noun, unit.nouns]);
    case 'number':
    case 'times':
      return numberBefore(written, []);
  }
}

/** An amount of the unit as it would be written, for who wrote none that can be read. */
export function exampleOf(unit: MetricUnit): string {
  switch (unit.unit) {
    case 'share':
      return '90%';
    case 'money':
      return `180,000 ${unit.currency}`;
    case 'day':
      return '2026-01-31';
    case 'duration':
      return `5 ${unit.of}`;
    case 'records':
    case 'number':
      return '22';
    case 'times':
      return '3';
  }
}

/** `90%`, or `90 %`, as 0.9. */
export function shareIn(written: string): number | null {
  const percent = numberIn(/^([\d.]+) ?%$/.exec(written)?.[1]);
  // Divided as text, so that 28% is 0.28 and no neighbour of it.
  return percent === null ? null : Number(`${percent}e-2`);
}

/** `1,200` or `2.5`. */
export function numberIn(text: string | undefined): number | null {
  return text !== undefined && /^(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$/.test(text) ? Number(text.replaceAll(',', '')) : null;
}

/** What is to be said of an amount that people read in two ways: `180.000 EUR`. */
export function pointMisfitIn(written: string): Misfitting | null {
  return written.split(' ').map(pointMisfit).find(Boolean) ?? null;
}

/** `180,000 EUR`, in minor units. */
export function moneyIn(written: string, ofCurrency: string): number | null {
  const [, amount, currency] = /^([\d,.]+) ([A-Z]{3})$/.exec(written) ?? [];
  const number = numberIn(amount);
  return number === null || currency !== ofCurrency ? null : minorOf(number, ofCurrency);
}

function numberBefore(written: string, nouns: readonly string[]): number | null {
  const [, amount, noun] = /^([\d,.]+)(?: (.+))?$/.exec(written) ?? [];
  return noun === undefined || nouns.some((known) => known.toLowerCase() === noun.toLowerCase())
    ? numberIn(amount)
    : null;
}

function singular(plural: string): string {
  return plural.replace(/s$/, '');
}
