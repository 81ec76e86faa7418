import type { Field } from '../values/catalogue.ts';
import { canonicalKinds } from './kinds.ts';
import type { FileSource, Gift } from './source.ts';

/** The days on which something happened, each with its last instant, or null where only the day is known. */
export type FactDays = Map<number, number | null>;

/** Notes a fact. */
export function noteFact(days: FactDays, dayNumber: number, instant: number | null): void {
  const known = days.get(dayNumber);
  if (known === undefined || (known !== null && (instant === null || instant > known))) days.set(dayNumber, instant);
}

/** What happened by the facts of a file. */
export interface FileFacts {
  /** By records that tell when their file was written. */
  readonly dating: FactDays;
  /** By records that are only looked up, and may all be old. */
  readonly lookedUp: FactDays;
}

export function emptyFacts(): FileFacts {
  return { dating: new Map(), lookedUp: new Map() };
}

/** A moment of a record that tells what happened. */
export interface FactField {
  readonly field: Field;
  /** Columns of which one must be yes, else it is only a plan; null: it always is a fact. */
  readonly when: readonly string[] | null;
}

/** Which of a record's fields are facts. What may be a plan, or lie ahead, tells nothing of when a file was written. */
export function factFields({ record, columns }: Gift, fields: readonly Field[]): FactField[] {
  const canonical = canonicalKinds.find(({ name }) => name === record)?.fields ?? [];
  const mayLieAhead = new Set(columns.flatMap(({ field, aheadIsEmpty }) => (aheadIsEmpty ? [field] : [])));
  return fields.flatMap((field): FactField[] => {
    if (field.type.is !== 'moment' || mayLieAhead.has(field.name)) return [];
    if (field.type.may === 'be a fact') return [{ field, when: null }];
    const settledBy = canonical.find(({ name }) => name === field.name)?.factWhen ?? [];
    const when = fields.filter(({ name }) => settledBy.includes(name)).map(({ column }) => column);
    return when.length > 0 ? [{ field, when }] : [];
  });
}

export function isOnlyLookedUp(kind: string): boolean {
  return canonicalKinds.some(({ name, onlyLookedUp }) => name === kind && onlyLookedUp);
}

/** Whether some of a file's records are only looked up. */
export function givesLookedUp(source: FileSource): boolean {
  return source.gives.some(({ record }) => isOnlyLookedUp(record));
}
