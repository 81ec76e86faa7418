import type { Cell, IdForm } from '../source.ts';
import { cellReader, idReader, trimmed } from './cells.ts';
import type { Slots, Values } from './cells.ts';
import { idIn } from './ids.ts';

/** How the keys of a file are made alike, or hidden. */
export interface KeyForm {
  readonly ids: IdForm | null;
  /** A number in place of a name; null where the key names no person. */
  readonly hide: ((name: string) => string) | null;
  /** Texts that stand for no key. */
  readonly empty: ReadonlySet<string>;
}

/** Reads a key out of a cell; '' where there is none. */
export function keyReader(cell: Cell, slots: Slots, { ids, hide, empty }: KeyForm): (values: Values) => string {
  const read = idReader(cell, slots, hide ? null : ids, empty);
  if (!hide) return read;
  return (values) => {
    const key = read(values);
    return key === '' ? '' : hide(key);
  };
}

/** Reads the keys that stand in one cell, each once. */
export function keysReader(
  { of, splitAt }: { readonly of: Cell; readonly splitAt: string },
  slots: Slots,
  { ids, hide, empty }: KeyForm,
): (values: Values) => readonly string[] {
  const pieces = piecesReader({ of, splitAt }, slots, empty);
  if (hide) return (values) => pieces(values).map(hide);
  return ids ? (values) => pieces(values).map((id) => idIn(ids, id)) : pieces;
}

/** The pieces of a cell without blanks around them; one that is empty or stands for nothing is none, and one that stands there twice is one. */
export function piecesReader(
  { of, splitAt }: { readonly of: Cell; readonly splitAt: string },
  slots: Slots,
  empty: ReadonlySet<string>,
): (values: Values) => readonly string[] {
  const read = cellReader(of, slots);
  return (values) => {
    const text = read(values);
    if (text === '') return [];
    const pieces = text.split(splitAt).map(trimmed);
    return [...new Set(pieces)].filter((piece) => piece !== '' && !empty.has(piece));
  };
}
