import { signsOf } from './likely-numbers.ts';
import { Uncertain } from './reading.ts';

/** Signs of currencies and whose they are; the only one is certain. */
const owners: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    '€': ['EUR'],
    $: ['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'MXN', 'ARS', 'CLP', 'COP', 'TWD'],
    US$: ['USD'],
    A$: ['AUD'],
    C$: ['CAD'],
    R$: ['BRL'],
    '£': ['GBP'],
    '¥': ['JPY', 'CNY'],
    '₹': ['INR'],
    Rs: ['INR', 'PKR', 'LKR', 'NPR'],
    '₽': ['RUB'],
    '₺': ['TRY'],
    '₩': ['KRW'],
    '₪': ['ILS'],
    '₴': ['UAH'],
    '₫': ['VND'],
    '₱': ['PHP'],
    '₦': ['NGN'],
    '฿': ['THB'],
    zł: ['PLN'],
    Kč: ['CZK'],
    Ft: ['HUF'],
    'Fr.': ['CHF'],
    kr: ['SEK', 'NOK', 'DKK', 'ISK'],
  }),
);

/** The sign or code that stands around an amount, or ''. */
export function signOf(text: string): string {
  const { before, after } = signsOf(text);
  return before.trim() || after.trim();
}

/** Whether the sign or code is one of this currency. */
export function isSignOf(sign: string, currency: string): boolean {
  return sign === currency || (owners.get(sign)?.includes(currency) ?? false);
}

/** The currency's code by what stands around an amount: what is said of it, the code itself, or a sign that one currency has. '' where there is none. */
export function currencyIn(text: string, reads: ReadonlyMap<string, string> | null): string | Uncertain {
  const sign = signOf(text);
  const code = reads?.get(sign) ?? (/^([A-Z]{3})?$/.test(sign) ? sign : null);
  if (code !== null) return code;
  const [only, ...others] = owners.get(sign) ?? [];
  if (only !== undefined && others.length === 0) return only;
  const says =
    only === undefined
      ? `"${text}" has "${sign}" for a currency, which I don't know`
      : `"${text}" has a sign that several currencies have: ${[only, ...others].join(', ')}`;
  return new Uncertain(says, `say which: reads: { "${sign}": ${only ?? 'USD'} }`, sign);
}

/** An amount without the sign of its row's currency; null where it has none, uncertain where it is that of another. */
export function withoutCurrency(text: string, currency: string): string | Uncertain | null {
  const sign = signOf(text);
  if (sign === '' || sign === '%') return null;
  if (isSignOf(sign, currency)) return text.replace(sign, '').trim();
  if (owners.get(sign) === undefined && !/^[A-Z]{3}$/.test(sign)) return null;
  const [code = sign, ...others] = owners.get(sign) ?? [];
  const reads = others.length > 0 ? `, reads: { "${sign}": ${code} }` : '';
  return new Uncertain(
    `"${text}" is in ${sign}, and its row is in ${currency}`,
    `declare the currency of the file (currency: ${code}), or take it from the amount (currency: { from: Amount, takes: currency${reads} })`,
    'currency',
  );
}
