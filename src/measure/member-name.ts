import type { FieldType } from '../values/catalogue.ts';
import type { StoredValue } from '../store/database.ts';

export const notRecorded = 'Not recorded';

/** A member of a breakdown as readers see it. */
export function memberName(value: StoredValue | undefined, type: FieldType): string {
  if (value === null || value === undefined || value === '') return notRecorded;
  if (type.is === 'yes-no') return Number(value) === 1 ? 'yes' : 'no';
  return String(value);
}
