import type { Catalogue, Field, RecordKind } from '../../values/catalogue.ts';
import type { StoredValue } from '../../store/database.ts';
import { instantReader } from '../forms/moment.ts';
import { Refusal, Uncertain } from '../forms/reading.ts';
import type { Cell, FieldMapping, FileSource, Gift } from '../source.ts';
import { cellReader, columnsOf, rowTester } from './cells.ts';
import type { Slots, Values } from './cells.ts';
import { fieldReader } from './field-reader.ts';
import type { FieldReader, ReadingContext } from './field-reader.ts';

/** What a source does with each row of its file. */
export interface RowPlan {
  readonly source: FileSource;
  readonly gifts: readonly GiftPlan[];
  readonly isLeftOut: (values: Values) => boolean;
  readonly isDeleted: (values: Values) => boolean;
  /** The key of the record that the row was merged into, or ''. */
  readonly mergedInto: (values: Values) => string;
  /** The person's hash, or null. */
  readonly person: (values: Values) => string | null;
  readonly modified: (values: Values) => number | null | ReadingFault;
}

export interface GiftPlan {
  /** As the source says it. */
  readonly gift: Gift;
  readonly kind: RecordKind;
  /** The gift's fields as the catalogue has them, in the order of the columns. */
  readonly fields: readonly Field[];
  readonly isGiven: (values: Values) => boolean;
  /** '' where the row has none; null where rows have no keys. */
  readonly key: (values: Values) => string | null;
  /** The values of the fields in their order, written into `into` from `at` on; or the first fault. */
  readonly read: (values: Values, into: StoredValue[], at: number) => ReadingFault | null;
}

/** A value that can't be used, and where it was read. */
export interface ReadingFault {
  readonly column: string;
  readonly value: string;
  readonly fault: Refusal | Uncertain;
  readonly cell: Cell | null;
}

/** The columns that a source needs of its file. */
export function columnsNeeded(source: FileSource): ReadonlyMap<string, Cell['at']> {
  const fields = source.gives.flatMap((gift) => gift.columns);
  const cells = [
    ...source.gives.map((gift) => gift.key),
    source.modified,
    source.mergedInto,
    source.person,
    ...fields.map((field) => field.from),
  ];
  const tests = [
    source.deletedWhen,
    source.leaveOutWhen,
    ...source.gives.map((gift) => gift.when),
    ...fields.map((field) => field.when),
  ];
  return columnsOf(cells, tests);
}

/** What a row's reading depends on beside the row. */
export interface PlanContext extends ReadingContext {
  readonly catalogue: Catalogue;
  /** The currency of rows that name none, where the source tells no other. */
  readonly currency: string;
  /** The keyed hash of an e-mail. */
  readonly personOf: (email: string) => string;
}

/** Puts a source together for a file whose wanted columns stand at these slots. */
export function rowPlan(source: FileSource, slots: Slots, context: PlanContext): RowPlan {
  const person = source.person ? cellReader(source.person, slots) : null;
  const merged = source.mergedInto ? cellReader(source.mergedInto, slots) : null;
  return {
    source,
    gifts: source.gives.flatMap((gift) => {
      const kind = context.catalogue.kinds.find((each) => each.name === gift.record);
      return kind ? [giftPlan(source, gift, kind, slots, context)] : [];
    }),
    isLeftOut: source.leaveOutWhen ? rowTester(source.leaveOutWhen, slots) : () => false,
    isDeleted: source.deletedWhen ? rowTester(source.deletedWhen, slots) : () => false,
    mergedInto: merged ?? (() => ''),
    person: (values) => {
      const email = person?.(values) ?? '';
      return email === '' ? null : context.personOf(email);
    },
    modified: modifiedReader(source, slots, context),
  };
}

function modifiedReader(source: FileSource, slots: Slots, { line }: PlanContext): RowPlan['modified'] {
  const { modified } = source;
  if (!modified) return () => null;
  const cell = cellReader(modified, slots);
  const read = instantReader(source.modifiedForms, null, line);
  return (values) => {
    const value = cell(values);
    if (value === '') return null;
    const instant = read(value);
    return typeof instant === 'number'
      ? instant
      : { column: modified.columns.join(', '), value, fault: instant, cell: modified };
  };
}

function giftPlan(source: FileSource, gift: Gift, kind: RecordKind, slots: Slots, context: PlanContext): GiftPlan {
  const mapped = gift.columns.flatMap((mapping) => {
    const field = kind.fields.find((each) => each.name === mapping.field);
    return field ? [{ field, mapping, read: fieldReader(mapping, slots, context) }] : [];
  });
  const currencyField = kind.fields.find((field) => field.column === 'currency');
  const currency = currencyReader(source, mapped, context);
  const addsCurrency = currencyField !== undefined && !mapped.some(({ field }) => field === currencyField);
  const keyCell = gift.key ? cellReader(gift.key, slots) : null;
  return {
    gift,
    kind,
    fields: [...mapped.map(({ field }) => field), ...(addsCurrency ? [currencyField] : [])],
    isGiven: rowTester(gift.when, slots),
    key: (values) => {
      const key = keyCell?.(values) ?? null;
      return key && gift.keyHidden ? context.hide(key) : key;
    },
    read(values, into, at) {
      const inCurrency = currency(values);
      for (const [index, { field, mapping, read }] of mapped.entries()) {
        const value = read(values, inCurrency);
        if (value instanceof Refusal || value instanceof Uncertain) return faultOf(mapping, value, values, slots);
        into[at + index] = value === null && field === currencyField ? inCurrency : value;
      }
      if (addsCurrency) into[at + mapped.length] = inCurrency;
      return null;
    },
  };
}

function currencyReader(
  source: FileSource,
  mapped: readonly { readonly field: Field; readonly read: FieldReader }[],
  context: PlanContext,
): (values: Values) => string {
  const usual = source.currency ?? context.currency;
  const own = mapped.find(({ field }) => field.column === 'currency')?.read;
  return (values) => {
    const written = own?.(values, usual);
    return typeof written === 'string' ? written : usual;
  };
}

function faultOf(mapping: FieldMapping, fault: Refusal | Uncertain, values: Values, slots: Slots): ReadingFault {
  const value = mapping.from ? cellReader(mapping.from, slots)(values) : (mapping.always ?? '');
  return { column: mapping.from?.columns.join(', ') ?? '', value, fault, cell: mapping.from };
}
