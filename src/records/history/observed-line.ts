/** What was observed of a record between two exports: a line of `published/observed.csv`. */
export interface ObservedLine {
  /** The source that the record came from, by name. */
  readonly source: string;
  /** `opportunity` or `lead`. */
  readonly kind: string;
  /** The record's key; '' where the line says that an export was seen, and no more. */
  readonly key: string;
  /** What of it: a watched field, or `record` for its being there at all; '' for an export. */
  readonly field: string;
  /** Values as the store has them, '' for none; amounts in minor units with their currency: `120000 EUR`. */
  readonly from: string;
  readonly to: string;
  /** When the export was written that first showed it, seconds since 1970. */
  readonly at: number;
  /** When the last export was written that showed the record otherwise: it changed after that. Null for what was first seen. */
  readonly seenBefore: number | null;
}

/** The field of a line that says that a record is there, or no more. */
export const presence = 'record';
export const here = 'here';
export const gone = 'gone';

/** The order of the file: by time, then by key. */
export function inFileOrder(one: ObservedLine, other: ObservedLine): number {
  return (
    one.at - other.at ||
    compare(one.kind, other.kind) ||
    compare(one.key, other.key) ||
    compare(one.source, other.source) ||
    compare(one.field, other.field)
  );
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
