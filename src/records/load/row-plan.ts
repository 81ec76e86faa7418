import type { Catalogue, Field, RecordKind } from '../../values/catalogue.ts';
import type { StoredValue } from '../../store/database.ts';
import { instantReader } from '../forms/moment.ts';
import { longestWritten, Refusal, tooLong } from '../forms/reading.ts';
import type { Uncertain } from '../forms/reading.ts';
import type { Cell, FieldMapping, FileSource, Gift } from '../source.ts';
import { emptyValues, ownNames } from './bind-source.ts';
import { anyTester, cellReader, columnsOf, rowTester } from './cells.ts';
import type { Slots, Values } from './cells.ts';
import { fieldReader } from './field-reader.ts';
import type { FieldReader, ReadingContext } from './field-reader.ts';
import { damagedId, idIn, isDamaged } from './ids.ts';
import { keyReader, piecesReader } from './key-reader.ts';
import { mergeReader } from './merge-reader.ts';

/** What a source does with each row of its file. */
export interface RowPlan {
  readonly source: FileSource;
  readonly gifts: readonly GiftPlan[];
  /** What tells the row from others; '' where nothing does. */
  readonly key: (values: Values) => string;
  /** Why the row is no record, by rule: '' where no reason is said; null where none holds. */
  readonly leftOut: (values: Values) => string | null;
  readonly isDeleted: (values: Values) => boolean;
  /** What the row says of having been merged, or null. */
  readonly merged: ReturnType<typeof mergeReader>;
  /** The person's hash, or null. */
  readonly person: (values: Values) => string | null;
  readonly modified: (values: Values) => number | null | ReadingFault;
}

export interface GiftPlan {
  /** As the source says it. */
  readonly gift: Gift;
  /** The texts that the row gives a record for, each once; they stand behind the row's values. Null: one record a row. */
  readonly pieces: ((values: Values) => readonly string[]) | null;
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
    ...source.gives.map(({ each }) => (each?.is === 'piece' ? each.of : null)),
    source.key,
    source.modified,
    source.mergedInto,
    source.mergedFrom?.of ?? null,
    source.person,
    ...fields.flatMap((field) => [field.from, ...field.orElse]),
  ];
  const tests = [
    ...source.deletedWhen,
    ...source.leaveOut.map(({ test }) => test),
    ...source.gives.map((gift) => gift.when),
    ...fields.map((field) => field.when),
  ];
  const columns = new Map(columnsOf(cells, tests));
  if (source.gives.some(({ each }) => each)) for (const own of Object.values(ownNames)) columns.delete(own);
  return columns;
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
  const person = source.person ? cellReader(source.person, slots, source.forms.empty) : null;
  return {
    source,
    gifts: source.gives.flatMap((gift) => {
      const kind = context.catalogue.kinds.find((each) => each.name === gift.record);
      return kind ? [giftPlan(source, gift, kind, slots, context)] : [];
    }),
    key: rowKeyReader(source, slots, context),
    leftOut: leftOutReader(source, slots),
    isDeleted: anyTester(source.deletedWhen, slots),
    merged: mergeReader(source, slots, context),
    person: (values) => {
      const email = person?.(values) ?? '';
      return email === '' ? null : context.personOf(email);
    },
    modified: modifiedReader(source, slots, context),
  };
}

/** A row is told by its own key, else by that of the first record that it gives once. */
function rowKeyReader({ key, gives, ids, forms }: FileSource, slots: Slots, context: PlanContext): RowPlan['key'] {
  const cell = key ?? gives.find((gift) => gift.each === null && gift.key)?.key ?? null;
  const hide = gives.some(({ keyHidden }) => keyHidden) ? context.hide : null;
  return cell ? keyReader(cell, slots, { ids, hide, empty: forms.empty }) : () => '';
}

function leftOutReader({ leaveOut }: FileSource, slots: Slots): RowPlan['leftOut'] {
  if (leaveOut.length === 0) return () => null;
  const rules = leaveOut.map(({ test, because }) => ({ holds: rowTester(test, slots), because: because ?? '' }));
  return (values) => rules.find(({ holds }) => holds(values))?.because ?? null;
}

function modifiedReader(source: FileSource, slots: Slots, { line }: PlanContext): RowPlan['modified'] {
  const { modified } = source;
  if (!modified) return () => null;
  const cell = cellReader(modified, slots, source.forms.empty);
  const read = instantReader(source.forms, null, line);
  return (values) => {
    const value = cell(values);
    if (value === '') return null;
    const instant = value.length > longestWritten ? tooLong : read(value);
    return typeof instant === 'number'
      ? instant
      : { column: modified.columns.join(', '), value, fault: instant, cell: modified };
  };
}

function giftPlan(source: FileSource, gift: Gift, kind: RecordKind, ofRow: Slots, context: PlanContext): GiftPlan {
  const { each } = gift;
  const slots: Slots = each?.is === 'piece' ? new Map([...ofRow, [ownNames.value, ofRow.size]]) : ofRow;
  const mapped = gift.columns.flatMap((mapping) => {
    const field = kind.fields.find((each) => each.name === mapping.field);
    return field ? [{ field, mapping, read: linkChecked(mapping, fieldReader(mapping, slots, context)) }] : [];
  });
  const currencyField = kind.fields.find((field) => field.column === 'currency');
  const currency = currencyReader(source, mapped, context);
  const addsCurrency = currencyField !== undefined && !mapped.some(({ field }) => field === currencyField);
  const readers = mapped.map(({ read }) => read);
  const ownCurrency = mapped.findIndex(({ field }) => field === currencyField);
  const faultAt = (index: number, fault: Refusal | Uncertain, values: Values): ReadingFault | null => {
    const mapping = mapped[index]?.mapping;
    return mapping ? faultOf(mapping, fault, values, slots) : null;
  };
  const hide = gift.keyHidden ? context.hide : null;
  const key = gift.key && keyReader(gift.key, slots, { ids: source.ids, hide, empty: source.forms.empty });
  return {
    gift,
    kind,
    fields: [...mapped.map(({ field }) => field), ...(addsCurrency ? [currencyField] : [])],
    pieces: each?.is === 'piece' ? piecesReader(each, slots, emptyValues(gift, source)) : null,
    isGiven: rowTester(gift.when, slots),
    key: key ?? (() => null),
    read(values, into, at) {
      const inCurrency = currency(values);
      for (let index = 0; index < readers.length; index += 1) {
        const value = readers[index]?.(values, inCurrency) ?? null;
        if (typeof value === 'object' && value !== null) return faultAt(index, value, values);
        into[at + index] = value === null && index === ownCurrency ? inCurrency : value;
      }
      if (addsCurrency) into[at + readers.length] = inCurrency;
      return null;
    },
  };
}

/** A link by id is refused where a spreadsheet has damaged it, and takes the form of its ids. */
function linkChecked({ type, by, hidden, ids }: FieldMapping, read: FieldReader): FieldReader {
  if (type.is !== 'link' || by !== null || hidden) return read;
  return (values, currency) => {
    const id = read(values, currency);
    if (typeof id !== 'string') return id;
    if (isDamaged(id)) return new Refusal(damagedId);
    return ids ? idIn(ids, id) : id;
  };
}

function currencyReader(
  source: FileSource,
  mapped: readonly { readonly field: Field; readonly read: FieldReader }[],
  context: PlanContext,
): (values: Values) => string {
  const usual = source.currency ?? context.currency;
  const own = mapped.find(({ field }) => field.column === 'currency')?.read;
  if (!own) return () => usual;
  return (values) => {
    const written = own(values, usual);
    return typeof written === 'string' ? written : usual;
  };
}

function faultOf(mapping: FieldMapping, fault: Refusal | Uncertain, values: Values, slots: Slots): ReadingFault {
  const cells = mapping.from ? [mapping.from, ...mapping.orElse] : [];
  const cell = cells.find((each) => cellReader(each, slots, mapping.forms.empty)(values) !== '') ?? mapping.from;
  const value = cell ? cellReader(cell, slots)(values) : (mapping.always ?? '');
  return { column: cell?.columns.join(', ') ?? '', value, fault, cell };
}
