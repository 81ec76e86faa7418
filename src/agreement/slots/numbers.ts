import { reading, type Reader } from '../reading.ts';

/** Reads a number, such as `60` or `1,200`. */
export const readNumber: Reader<number> = (asking, from) => {
  const token = asking.tokens[from];
  return token?.is === 'number' ? [reading(numberOf(token.text), from + 1)] : [];
};

/** Digits in groups of three, with as many decimals as it has. */
export function sayNumber(number: number): string {
  const [whole = '', decimals] = String(number).split('.');
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (decimals === undefined ? '' : `.${decimals}`);
}

/** The number that digits say, with or without commas. */
export function numberOf(text: string): number {
  return Number(text.replaceAll(',', ''));
}
