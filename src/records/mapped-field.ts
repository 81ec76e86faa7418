import type { Field, RecordKind } from '../values/catalogue.ts';

/** A kind's field by its name, where some source fills it. */
export function mappedField(kind: RecordKind, name: string): Field | undefined {
  return kind.fields.find((each) => each.name === name && each.mapped);
}

export function isMapped(kind: RecordKind, name: string): boolean {
  return mappedField(kind, name) !== undefined;
}
