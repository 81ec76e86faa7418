/** How many decimals a currency's minor unit has: 2 for EUR, 0 for JPY. */
export function minorDigits(currency: string): number {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}

/** An amount in the currency's minor units, the half rounded away from zero. */
export function minorOf(amount: number, currency: string): number {
  const minor = Number(`${Math.abs(amount)}e${minorDigits(currency)}`);
  return Math.sign(amount) * Math.round(minor);
}

/** Money as the agreement writes it: `180,000 EUR`, `12.50 EUR`. */
export function sayMoney(minor: number, currency: string): string {
  const digits = minorDigits(currency);
  const padded = String(Math.abs(minor)).padStart(digits + 1, '0');
  const whole = padded.slice(0, padded.length - digits).replace(/\B(?=(\d{3})+$)/g, ',');
  const decimals = padded.slice(padded.length - digits);
  return `${minor < 0 ? '-' : ''}${whole}${Number(decimals) === 0 ? '' : `.${decimals}`} ${currency}`;
}
