import { likelyNumbers, plainNumber } from './likely-numbers.ts';
import type { LineNow } from './moment.ts';
import { compileNumberForm, withoutWord } from './number-form.ts';
import type { NumberForm, ShortWords } from './number-form.ts';
import { Refusal, Uncertain } from './reading.ts';

/** How numbers are written: an example, or null; and words behind them. */
interface NumberForms {
  readonly numbers: string | null;
  readonly short: ShortWords;
}

/** Reads a number as plain decimal text, `1234.56` or `1.2e6`. */
export type DecimalReader = (text: string) => string | Refusal | Uncertain;

/** Without a declared form only `1234.56` and `1.2E+7` are certain, and `12.5%` where percents are read. */
export function decimalReader({ numbers, short }: NumberForms, line: LineNow, mayBePercent = false): DecimalReader {
  const read = numbers === null ? plainReader(short) : (compileNumberForm(numbers, short) ?? plainReader(short));
  let good: Example | null = null;
  let percent: Example | null = null;
  const odd = (text: string): string | Refusal | Uncertain => {
    const bare = mayBePercent && numbers === null && text.endsWith('%') ? read(text.slice(0, -1).trimEnd()) : null;
    if (bare === null) return oddNumber(text, { numbers, short }, good?.text ?? null, line);
    percent ??= { text, line: line() };
    return good === null ? bare : twoScales(good, percent);
  };
  return (text) => {
    const decimal = read(text);
    if (decimal === null) return odd(text);
    if (good === null) good = { text, line: line() };
    return percent === null ? decimal : twoScales(good, percent);
  };
}

function plainReader(short: ShortWords): NumberForm {
  if (short.size === 0) return plainNumber.read;
  return (text) => {
    const { rest, power } = withoutWord(text, short);
    const decimal = plainNumber.read(rest);
    return decimal === null || power === 0 ? decimal : `${decimal}e${power}`;
  };
}

interface Example {
  readonly text: string;
  readonly line: number;
}

function twoScales(plain: Example, percent: Example): Uncertain {
  const says = `two ways of writing: "${plain.text}" (line ${plain.line}) and "${percent.text}" (line ${percent.line})`;
  return new Uncertain(says, 'if both are percents, declare it: numbers: 1234.56%', 'two ways');
}

/** Digits with points, commas or signs between and around them. */
const numberLike = /^[^\d\p{L}]*(?:[A-Z]{3}\s?)?[+-]?\d[\d.,'’\s]*(?:\s?[A-Z]{3})?[^\d\p{L}]*$/u;
/** A number with a word behind it that makes it a greater one. */
const shortened =
  /^[^\d\p{L}]*\d[\d.,'’\s]*?\s?(K|k|T|Tsd|Mio|Mill|Mn|MM|M|m|Mrd|Bio|B|bn|b|L|Lakh|Cr)\.?[^\d\p{L}]*$/u;

const powers: Readonly<Record<string, number>> = {
  k: 1e3,
  t: 1e3,
  tsd: 1e3,
  mio: 1e6,
  mill: 1e6,
  mn: 1e6,
  mm: 1e6,
  m: 1e6,
  mrd: 1e9,
  bio: 0xe8d4a51000,
  b: 1e9,
  bn: 1e9,
  l: 1e5,
  lakh: 1e5,
  cr: 1e7,
};

/** What is wrong with a number that is not as expected; `before` is one of the column that was. */
function oddNumber(
  text: string,
  { numbers, short }: NumberForms,
  before: string | null,
  line: LineNow,
): Refusal | Uncertain {
  const word = shortened.exec(text)?.[1];
  if (word !== undefined && !short.has(word)) {
    return new Uncertain(
      `"${text}" ends with "${word}", and nothing says how much that stands for`,
      `declare it: short: { ${word}: ${powers[word.toLowerCase()] ?? 1000} }`,
      word,
    );
  }
  if (numbers === null) return numberLike.test(text) ? undeclared(text) : new Refusal('is no number');
  const likely = numberLike.test(text) ? [plainNumber, ...likelyNumbers([text])] : [];
  const others = likely.filter(({ form, read }) => form !== numbers && read(text) !== null);
  if (others.length === 0) return new Refusal(`is no number like ${numbers}`);
  const first = before === null ? '' : `, as "${before}" is`;
  return new Uncertain(
    `"${text}" (line ${line()}) is not written like ${numbers}${first}, but like ${others.map(({ form }) => form).join(' or ')}`,
    'export the column in one form, or declare the one that all are in: numbers: 1,234.56',
  );
}

function undeclared(text: string): Uncertain {
  return new Uncertain(
    `"${text}" is a number whose points, commas or signs can be read in more than one way`,
    'declare how numbers are written: numbers: 1,234.56, or numbers: 1.234,56',
  );
}
