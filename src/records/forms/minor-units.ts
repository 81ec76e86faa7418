import { decimalPlaces } from '../../calendar/exchange.ts';

const largest = BigInt(Number.MAX_SAFE_INTEGER);

/**
 * Minor units of a decimal text: `12.5` with 2 digits is 1250. What is finer is rounded half away from zero.
 * Null where it is more than can be counted exactly.
 */
export function minorUnits(decimal: string, digits: number): number | null {
  const found = /^([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?$/.exec(decimal);
  if (!found) return null;
  const [, sign, whole = '', fraction = '', exponent = '0'] = found;
  const places = fraction.length - Number(exponent);
  if (Math.abs(places) > 60) return null;
  const shift = digits - places;
  let minor = BigInt(whole + fraction || '0');
  if (shift >= 0) minor *= 10n ** BigInt(shift);
  else {
    const divisor = 10n ** BigInt(-shift);
    minor = (2n * minor + divisor) / (2n * divisor);
  }
  if (minor > largest) return null;
  return sign === '-' ? -Number(minor) || 0 : Number(minor);
}

/** How many digits a currency's minor unit has; null for what is no ISO 4217 code. */
export function currencyDigits(currency: string): number | null {
  return /^[A-Z]{3}$/.test(currency) ? decimalPlaces(currency) : null;
}
