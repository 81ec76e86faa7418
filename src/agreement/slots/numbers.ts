import { reading, type Asking, type Misfit, type Reader } from '../reading.ts';

/** Reads a number, such as `60` or `1,200`. */
export const readNumber: Reader<number> = (asking, from) => {
  const token = asking.tokens[from];
  if (token?.is === 'number') return [reading(numberOf(token.text), from + 1, pointMisfits(asking, from))];
  asking.hopes?.push({ from, reached: from, words: ['2'], what: 'a number' });
  return [];
};

/** A number that people read in two ways: `1.000` is a thousand to some, and one to others. */
export function pointMisfit(text: string): { readonly says: string; readonly fix: string } | null {
  const [, whole = '', decimals = ''] = /^-?([1-9]\d{0,2})\.(\d{3})$/.exec(text) ?? [];
  if (whole === '') return null;
  const short = decimals.replace(/0+$/, '');
  const decimal = [whole, short.length === decimals.length ? `${decimals}0` : short]
    .filter((part) => part !== '')
    .join('.');
  const fix = `write "${whole},${decimals}"; if a decimal is meant, "${decimal}"`;
  return { says: `"${text}" is a thousand to some, and has decimals to others`, fix };
}

/** The same of the word of a sentence. */
export function pointMisfits({ tokens }: Asking, at: number): Misfit[] {
  const misfit = pointMisfit(tokens[at]?.text ?? '');
  return misfit ? [{ from: at, to: at + 1, ...misfit }] : [];
}

/** Digits in groups of three, with as many decimals as it has; never in a way that can be read as another number. */
export function sayNumber(number: number): string {
  const [whole = '', decimals] = String(number).split('.');
  const said = whole.replace(/\B(?=(\d{3})+$)/g, ',') + (decimals === undefined ? '' : `.${decimals}`);
  return pointMisfit(said) ? `${said}0` : said;
}

/** The number that digits say, with or without commas. */
export function numberOf(text: string): number {
  return Number(text.replaceAll(',', ''));
}
