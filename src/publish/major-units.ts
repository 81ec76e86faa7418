/** Digits after the point of a currency's amounts: 2 for EUR, 0 for JPY. */
export function minorDigits(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/** Minor units as major ones: 123456 cents are 1234.56 euros. Exact to the digits that the currency has where the amount is whole. */
export function majorOf(minor: number, currency: string): number {
  return minor / 10 ** minorDigits(currency);
}

/** Major units as minor ones: 1234.56 euros are 123456 cents. */
export function minorOf(major: number, currency: string): number {
  return Number((major * 10 ** minorDigits(currency)).toPrecision(15));
}
