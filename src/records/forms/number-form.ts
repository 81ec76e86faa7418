/** A number as plain decimal text: `-1234.56`, `1.2e6`; null where the text is not of the form. */
export type NumberForm = (text: string) => string | null;

/** Words behind a number, each with the power of ten that it stands for: K is 3. */
export type ShortWords = ReadonlyMap<string, number>;

export const noShortWords: ShortWords = new Map();

/** Signs around the digits, then thousands and decimals as in 1234.56, or 12,34,567.89 as India writes them. */
const formPattern = /^(\D*?)(?:1([.,'’\s]?)234([.,])56|12,34,567(\.)89)(\D*)$/;

/** What stands in files for one sign of a form: blanks that do not break and narrow ones, straight and curly apostrophes. */
const alike: Readonly<Record<string, string>> = { ' ': String.raw`\s`, "'": "['’]" };

/**
 * Makes a reader out of an example: `1.234,56`, `1,234.56`, `$1,234.56`, `1234,56 €`, `1,234.56%`; null where it is no such example. The
 * form's signs may be there or not; a minus may stand before them, or last, and brackets around are a bookkeeper's minus.
 */
export function compileNumberForm(form: string, words: ShortWords = noShortWords): NumberForm | null {
  const found = formPattern.exec(form);
  if (!found) return null;
  const [, before = '', group, decimal, indian, after = ''] = found;
  const thousands = indian === undefined ? (group ?? '') : ',';
  const point = decimal ?? '.';
  if (thousands === point) return null;
  const sign = thousands === '' ? '' : classOf(thousands);
  const whole = new RegExp(`^(?:${digitsOf(sign, indian !== undefined)})(?:${classOf(point)}\\d+)?$`);
  const between = sign === '' ? null : new RegExp(sign, 'g');
  return (text) => {
    const bare = withoutSigns(text, before.trim(), after.trim());
    const { rest, power } = withoutWord(bare.rest, words);
    if (!whole.test(rest)) return null;
    const plain = (between === null ? rest : rest.replaceAll(between, '')).replace(point, '.');
    return `${bare.sign}${plain}${power === 0 ? '' : `e${power}`}`;
  };
}

function classOf(sign: string): string {
  const common = /\s/.test(sign) ? ' ' : sign.replace('’', "'");
  return alike[common] ?? (common === '.' ? String.raw`\.` : common);
}

function digitsOf(sign: string, isIndian: boolean): string {
  if (sign === '') return String.raw`\d+`;
  // A nought begins no thousands: 0.500 is a half.
  return isIndian ? String.raw`[1-9]\d?(?:,\d{2})*,\d{3}|\d+` : String.raw`[1-9]\d{0,2}(?:${sign}\d{3})+|\d+`;
}

function withoutSigns(text: string, before: string, after: string): { sign: string; rest: string } {
  const inBrackets = /^\((.*)\)$/.exec(text.trim());
  let rest = (inBrackets?.[1] ?? text).trim();
  let sign = inBrackets ? '-' : '';
  const takeSign = (): void => {
    if (!/^[+\-−]/.test(rest)) return;
    sign = rest.startsWith('+') ? '' : '-';
    rest = rest.slice(1).trimStart();
  };
  takeSign();
  if (before !== '' && rest.startsWith(before)) rest = rest.slice(before.length).trimStart();
  takeSign();
  if (after !== '' && rest.endsWith(after)) rest = rest.slice(0, -after.length).trimEnd();
  // Some programs write the minus of an amount behind it.
  if (sign === '' && /\d[-−]$/.test(rest)) return { sign: '-', rest: rest.slice(0, -1) };
  return { sign, rest };
}

/** Takes off the word behind the digits, such as the K of 12K. */
export function withoutWord(text: string, words: ShortWords): { readonly rest: string; readonly power: number } {
  if (words.size === 0) return { rest: text, power: 0 };
  const word = /[^\d\s]+$/u.exec(text)?.[0] ?? '';
  const power = words.get(word.replace(/\.$/, ''));
  return power === undefined ? { rest: text, power: 0 } : { rest: text.slice(0, -word.length).trimEnd(), power };
}
