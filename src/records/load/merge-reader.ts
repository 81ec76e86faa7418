import { Refusal } from '../forms/reading.ts';
import type { Cell, FileSource } from '../source.ts';
import type { Slots, Values } from './cells.ts';
import type { Merge } from './given-record.ts';
import { damagedId, isDamaged } from './ids.ts';
import { keyReader, keysReader } from './key-reader.ts';
import type { ReadingContext } from './field-reader.ts';
import type { ReadingFault } from './row-plan.ts';

type Read = Omit<Merge, 'isDeleted'> | ReadingFault | null;

/** Reads what a row says of having been merged; null where it says nothing. Of a damaged id nobody knows which record it is. */
export function mergeReader(source: FileSource, slots: Slots, { hide }: ReadingContext): (values: Values) => Read {
  const { mergedInto, mergedFrom, gives } = source;
  const ofRow = gives.find((gift) => gift.ofRow);
  if (!mergedInto && !mergedFrom) return () => null;
  const form = {
    ids: source.ids,
    hide: gives.some(({ keyHidden }) => keyHidden) ? hide : null,
    empty: source.forms.empty,
  };
  const intoOf = mergedInto ? keyReader(mergedInto, slots, form) : () => '';
  const fromOf = mergedFrom ? keysReader(mergedFrom, slots, form) : () => [];
  const keyOf = ofRow?.key ? keyReader(ofRow.key, slots, form) : () => '';
  return (values) => {
    const into = intoOf(values);
    if (mergedInto && isDamaged(into)) return faultAt(mergedInto, into);
    const from = fromOf(values);
    const damaged = from.find(isDamaged);
    if (mergedFrom && damaged !== undefined) return faultAt(mergedFrom.of, damaged);
    return into === '' && from.length === 0 ? null : { into, from, key: keyOf(values) };
  };
}

function faultAt(cell: Cell, value: string): ReadingFault {
  return { column: cell.columns.join(', '), value, fault: new Refusal(damagedId), cell };
}
