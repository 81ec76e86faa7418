import { compileNumberForm } from './number-form.ts';
import type { NumberForm } from './number-form.ts';

/** A way in which a number may be written. */
export interface LikelyNumber {
  readonly form: string;
  readonly read: NumberForm;
}

const certain = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;

/** The one form that needs no declaring. */
export const plainNumber: LikelyNumber = { form: '1234.56', read: (text) => (certain.test(text) ? text : null) };

const bodies = ['1,234.56', '1.234,56', '1 234,56', '1 234.56', "1'234.56", '1234,56', '1234.56', '12,34,567.89'];

/** Forms that any of the texts is written in, with the signs that stand around the first of them that has any. */
export function likelyNumbers(texts: readonly string[]): readonly LikelyNumber[] {
  const signed = texts.map(signsOf).find(({ before, after }) => before !== '' || after !== '');
  const { before = '', after = '' } = signed ?? {};
  return bodies.flatMap((body) => {
    const form = `${before}${body}${after}`;
    const read = form === plainNumber.form ? null : compileNumberForm(form);
    return read && texts.some((text) => read(text) !== null) ? [{ form, read }] : [];
  });
}

/** What stands around the digits of a number and is no minus: `$`, `EUR `, ` €`, `%`. */
export function signsOf(text: string): { readonly before: string; readonly after: string } {
  const found = /^[(+\-−\s]*([^\d(+\-−]*?)[+\-−]?\d(?:[\d.,'’\s]*\d)?[-−]?(\s*[^\d)\-−]*?)\s*\)?$/u.exec(text);
  return { before: found?.[1] ?? '', after: found?.[2] ?? '' };
}
