import type { LocalTime } from '../../calendar/local-time.ts';
import type { StoredValue } from '../../store/database.ts';
import type { FieldType } from '../../values/catalogue.ts';
import { dayReader, instantReader } from '../forms/moment.ts';
import { currencyDigits, decimalReader, minorUnits } from '../forms/number-form.ts';
import { Refusal } from '../forms/reading.ts';
import type { Uncertain } from '../forms/reading.ts';
import { readYesNo } from '../forms/yes-no.ts';
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
}

/** Reads a field out of a row that is in a currency. */
export type FieldReader = (values: Values, currency: string) => FieldValue;

export function fieldReader(mapping: FieldMapping, slots: Slots, context: ReadingContext): FieldReader {
  const textOf = textReader(mapping, slots, context);
  const convert = converter(mapping, context);
  const holds = rowTester(mapping.when, slots);
  const none = mapping.type.is === 'yes-no' ? 0 : null;
  return (values, currency) => {
    if (!holds(values)) return none;
    const text = textOf(values);
    return text === '' ? none : convert(text, currency);
  };
}

function textReader(mapping: FieldMapping, slots: Slots, context: ReadingContext): (values: Values) => string {
  const { always, from, reads, otherwise, hidden } = mapping;
  if (always !== null || from === null) return () => always ?? '';
  const read = cellReader(from, slots);
  if (reads) {
    return (values) => {
      const text = read(values);
      return reads.get(text) ?? (text === '' ? '' : (otherwise ?? text));
    };
  }
  return hidden ? (values) => hiddenText(read(values), context) : read;
}

function hiddenText(text: string, context: ReadingContext): string {
  return text === '' ? '' : context.hide(text);
}

type Converter = (text: string, currency: string) => FieldValue;

function converter(mapping: FieldMapping, context: ReadingContext): Converter {
  const make = converters[mapping.type.is];
  return make(mapping, context);
}

const asIs = (): Converter => (text) => text;

/** How each type is read; one line a type. */
const converters: Readonly<Record<FieldType['is'], (mapping: FieldMapping, context: ReadingContext) => Converter>> = {
  text: asIs,
  link: asIs,
  'yes-no': () => (text) => {
    const truth = readYesNo(text);
    return truth === null ? new Refusal('is neither yes nor no') : Number(truth);
  },
  number: ({ forms, dividedBy }) => {
    const read = decimalReader(forms.numbers);
    return (text) => {
      const decimal = read(text);
      return typeof decimal === 'string' ? Number(decimal) / dividedBy : decimal;
    };
  },
  money: ({ forms }) => {
    const read = decimalReader(forms.numbers);
    return (text, currency) => {
      const decimal = read(text);
      if (typeof decimal !== 'string') return decimal;
      const digits = currencyDigits(currency);
      if (digits === null) return new Refusal(`is in "${currency}", which is no currency's code`);
      return minorUnits(decimal, digits) ?? new Refusal('is more than can be counted');
    };
  },
  moment: ({ type, forms, dayIs }, { clock }) =>
    type.is === 'moment' && type.precision === 'day'
      ? dayReader(forms, clock)
      : instantReader(forms, { dayIs, company: clock }),
};
