import { decimalPlaces } from '../../calendar/exchange.ts';

const largest = BigInt(Number.MAX_SAFE_INTEGER);

/**
 * Minor units of a decimal text: `12.5` with 2 digits is 1250. What is finer is rounded half away from zero.
 * Null where it is more than can be counted exactly.
 */
export function minorUnits(decimal: string, digits: number): number | null {
  return plainMinorUnits(decimal, digits) ?? anyMinorUnits(decimal, digits);
}

/** Of digits with a point or without one, so few that floating point counts them exactly; null for anything else. */
function plainMinorUnits(decimal: string, digits: number): number | null {
  if (decimal.length > 15) return null;
  let number = 0;
  let point = -1;
  for (let at = 0; at < decimal.length; at += 1) {
    const digit = decimal.charCodeAt(at) - 0x30;
    if (digit >= 0 && digit <= 9) number = number * 10 + digit;
    else if (digit === -2 && point < 0) point = at;
    else return null;
  }
  const shift = digits - (point < 0 ? 0 : decimal.length - 1 - point);
  if (shift >= 0) {
    const minor = number * 10 ** shift;
    return minor <= Number.MAX_SAFE_INTEGER ? minor : null;
  }
  const divisor = 10 ** -shift;
  const finer = number % divisor;
  return (number - finer) / divisor + (2 * finer >= divisor ? 1 : 0);
}

/** The same for signs, exponents and any count of digits. */
function anyMinorUnits(decimal: string, digits: number): number | null {
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
