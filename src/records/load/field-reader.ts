import type { LocalTime } from '../../calendar/local-time.ts';
import type { StoredValue } from '../../store/database.ts';
import type { FieldType } from '../../values/catalogue.ts';
import { currencyIn, withoutCurrency } from '../forms/currency-sign.ts';
import { decimalReader } from '../forms/decimal.ts';
import { durationReader, durationUnits } from '../forms/duration.ts';
import { currencyDigits, minorUnits } from '../forms/minor-units.ts';
import { dayReader, instantReader } from '../forms/moment.ts';
import type { LineNow } from '../forms/moment.ts';
import { longestWritten, Refusal, tooLong } from '../forms/reading.ts';
import type { Uncertain } from '../forms/reading.ts';
import { readYesNo } from '../forms/yes-no.ts';
import { inOneLine } from '../in-one-line.ts';
import type { FieldMapping } from '../source.ts';
import { cellReader, rowTester } from './cells.ts';
import type { Slots, Values } from './cells.ts';

export type FieldValue = StoredValue | Refusal | Uncertain;

/** What a field's reading depends on beside its row. */
export interface ReadingContext {
  /** The company's clock: a day that was written as an instant is the day there. */
  readonly clock: LocalTime;
  /** A number in place of a person's name, the same for the same name. */
  readonly hide: (name: string) => string;
  /** The line that is being read, for problems that compare two. */
  readonly line?: LineNow | undefined;
}

/** Reads a field out of a row that is in a currency. */
export type FieldReader = (values: Values, currency: string) => FieldValue;

export function fieldReader(mapping: FieldMapping, slots: Slots, context: ReadingContext): FieldReader {
  const textOf = textReader(mapping, slots, context);
  const convert = converters[mapping.type.is](mapping, context);
  const none = mapping.type.is === 'yes-no' ? 0 : null;
  const read: FieldReader =
    convert === null
      ? (values) => textOf(values) || none
      : (values, currency) => {
          const text = textOf(values);
          if (text === '') return none;
          return text.length > longestWritten ? tooLong : convert(text, currency);
        };
  if (mapping.when.length === 0) return read;
  const holds = rowTester(mapping.when, slots);
  return (values, currency) => (holds(values) ? read(values, currency) : none);
}

type TextReader = (values: Values) => string;

function textReader(mapping: FieldMapping, slots: Slots, context: ReadingContext): TextReader {
  const { always, from, reads, hidden, takesCurrency } = mapping;
  if (always !== null || from === null) return () => always ?? '';
  const read = firstFilled([from, ...mapping.orElse].map((cell) => cellReader(cell, slots, mapping.forms.empty)));
  if (reads && !takesCurrency) return translated(mapping, reads, read);
  return hidden ? (values) => hiddenText(read(values), context) : read;
}

/** The first text that is not empty. */
function firstFilled(readers: readonly TextReader[]): TextReader {
  const [first, ...others] = readers;
  if (!first) return () => '';
  if (others.length === 0) return first;
  return (values) => {
    for (const read of readers) {
      const text = read(values);
      if (text !== '') return text;
    }
    return '';
  };
}

function translated(
  { readsLike, otherwise }: FieldMapping,
  reads: ReadonlyMap<string, string>,
  read: TextReader,
): TextReader {
  const patterns = readsLike.map(([pattern, ours]) => [wildcard(pattern), ours] as const);
  const ofEmpty = reads.get('') ?? '';
  return (values) => {
    const text = read(values);
    if (text === '') return ofEmpty;
    const ours = reads.get(text);
    if (ours !== undefined) return ours;
    if (patterns.length === 0) return otherwise ?? text;
    return patterns.find(([matches]) => matches(text))?.[1] ?? otherwise ?? text;
  };
}

/** Whether a text is like a pattern with `*` at either end. */
function wildcard(pattern: string): (text: string) => boolean {
  const middle = pattern.replace(/^\*/, '').replace(/\*$/, '');
  if (pattern.startsWith('*') && pattern.endsWith('*')) return (text) => text.includes(middle);
  return pattern.startsWith('*') ? (text) => text.endsWith(middle) : (text) => text.startsWith(middle);
}

function hiddenText(text: string, context: ReadingContext): string {
  return text === '' ? '' : context.hide(text);
}

/** Null: the text is the value. */
type Converter = ((text: string, currency: string) => FieldValue) | null;

const noLine: LineNow = () => 0;

/** How each type is read; one line a type. */
const converters: Readonly<Record<FieldType['is'], (mapping: FieldMapping, context: ReadingContext) => Converter>> = {
  text: ({ takesCurrency, reads }) => (takesCurrency ? (text) => currencyIn(text, reads) || null : null),
  link: () => null,
  'yes-no': () => (text) => {
    const truth = readYesNo(text);
    return truth === null ? new Refusal('is neither yes nor no') : Number(truth);
  },
  number: numberConverter,
  money: moneyConverter,
  moment: ({ type, forms, dayIs }, { clock, line }) =>
    type.is === 'moment' && type.precision === 'day'
      ? dayReader(forms, clock, line)
      : instantReader(forms, { dayIs, company: clock }, line),
};

function numberConverter({ forms, dividedBy, lasts }: FieldMapping, { line = noLine }: ReadingContext): Converter {
  const read = decimalReader(forms, line, true);
  if (lasts) {
    const length = durationReader(lasts.written, forms.language, read);
    const unit = durationUnits[lasts.in];
    return (text) => {
      const seconds = length(text);
      return typeof seconds === 'number' ? seconds / unit : seconds;
    };
  }
  return (text) => {
    const decimal = read(text);
    if (typeof decimal !== 'string') return decimal;
    const number = Number(decimal);
    return Number.isFinite(number) ? number / dividedBy : uncountable;
  };
}

const uncountable = new Refusal('is more than can be counted');

function moneyConverter({ forms }: FieldMapping, { line = noLine }: ReadingContext): Converter {
  const read = decimalReader(forms, line);
  const digitsOf = rememberingLast(currencyDigits);
  return (text, currency) => {
    let decimal = read(text);
    if (typeof decimal !== 'string') {
      const bare = withoutCurrency(text, currency);
      if (bare === null) return decimal;
      decimal = typeof bare === 'string' ? read(bare) : bare;
      if (typeof decimal !== 'string') return decimal;
    }
    const digits = digitsOf(currency);
    if (digits === null) return new Refusal(`is in "${inOneLine(currency)}", which is no currency's code`);
    return minorUnits(decimal, digits) ?? uncountable;
  };
}

/** Row after row is in the same currency. */
function rememberingLast<T>(read: (text: string) => T): (text: string) => T {
  let last: { readonly text: string; readonly is: T } | null = null;
  return (text) => {
    if (last?.text !== text) last = { text, is: read(text) };
    return last.is;
  };
}
