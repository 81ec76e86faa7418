import { decimalPlaces } from '../../calendar/exchange.ts';
import { Refusal, Uncertain } from './reading.ts';

/** A number as plain decimal text: `-1234.56`; null where the text is not of the form. */
export type NumberForm = (text: string) => string | null;

const certain = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;

/** Signs around the digits, then thousands and decimals as in 1234.56. */
const formPattern = /^(\D*?)1([.,' \u00A0]?)234([.,])56(\D*)$/;

/** Makes a reader out of an example: `1.234,56`, `1,234.56`, `$1,234.56`, `1234,56 €`; null where it is no such example. */
export function compileNumberForm(form: string): NumberForm | null {
  const found = formPattern.exec(form);
  if (!found) return null;
  const [, before = '', thousands = '', decimal = '.', after = ''] = found;
  if (thousands === decimal) return null;
  const digits = thousands === '' ? String.raw`\d+` : String.raw`\d{1,3}(?:${escape(thousands)}\d{3})+|\d+`;
  const whole = new RegExp(`^(?:${digits})(?:${escape(decimal)}\\d+)?$`);
  return (text) => {
    const { sign, rest } = withoutSigns(text, before.trim(), after.trim());
    if (!whole.test(rest)) return null;
    const plain = (thousands === '' ? rest : rest.replaceAll(thousands, '')).replace(decimal, '.');
    return sign + plain;
  };
}

function escape(text: string): string {
  return text.replaceAll(/[.']/g, String.raw`\$&`);
}

/** A minus may stand before or after the currency's sign; brackets around are a bookkeeper's minus. */
function withoutSigns(text: string, before: string, after: string): { sign: string; rest: string } {
  const inBrackets = /^\((.*)\)$/.exec(text.trim());
  let rest = (inBrackets?.[1] ?? text).trim();
  let sign = inBrackets ? '-' : '';
  const takeSign = (): void => {
    if (!/^[+-]/.test(rest)) return;
    sign = rest.startsWith('-') ? '-' : '';
    rest = rest.slice(1).trimStart();
  };
  takeSign();
  if (before !== '' && rest.startsWith(before)) rest = rest.slice(before.length).trimStart();
  takeSign();
  if (after !== '' && rest.endsWith(after)) rest = rest.slice(0, -after.length).trimEnd();
  return { sign, rest };
}

/** Reads a number as plain decimal text. Without a declared form only `1234.56` and `1.2E+7` are certain. */
export function decimalReader(declared: string | null): (text: string) => string | Refusal | Uncertain {
  const form = declared === null ? null : compileNumberForm(declared);
  return (text) => {
    if (form) return form(text) ?? new Refusal(`is no number like ${declared}`);
    if (certain.test(text)) return text;
    return undeclared(text);
  };
}

/** Digits with points, commas or signs between and around them. */
const numberLike = /^[^\d\p{L}]*(?:[A-Z]{3}\s?)?[+-]?\d[\d.,'\s]*(?:\s?[A-Z]{3})?[^\d\p{L}]*$/u;

function undeclared(text: string): Refusal | Uncertain {
  if (!numberLike.test(text)) return new Refusal('is no number');
  return new Uncertain(
    `"${text}" is a number whose points, commas or signs can be read in more than one way`,
    'declare how numbers are written: numbers: 1,234.56, or numbers: 1.234,56',
  );
}

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
