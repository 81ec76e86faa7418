import type { FieldSpec } from '../schema/field.ts';
import type { Column } from './columns-of.ts';
import { countsOf } from './values-counted.ts';

/** Fields that have words of ours, and what the CRMs' words for them are like; the first that fits holds. */
const words: Readonly<Record<string, readonly (readonly [like: RegExp, ours: string])[]>> = {
  'activity direction': [
    [/^out/i, 'out'],
    [/^in/i, 'in'],
  ],
  'activity kind': [
    [/call|phone|anruf/i, 'call'],
    [/mail/i, 'email'],
    [/meet|demo|event|besprechung|termin/i, 'meeting'],
  ],
};

/** A field whose column has the CRM's words for what we have words for; null where nothing needs translating. */
export function inOurWords(
  record: string,
  field: string,
  { name, values }: Column,
): { readonly says: FieldSpec } | null {
  const likely = words[`${record} ${field}`];
  if (!likely) return null;
  const pairs = countsOf(values).flatMap(({ value }) => {
    const ours = likely.find(([like]) => like.test(value))?.[1];
    return ours === undefined || ours === value ? [] : [[value, ours] as const];
  });
  if (pairs.length === 0) return null;
  const reads = Object.fromEntries(pairs);
  return { says: field === 'kind' ? { from: name, reads, otherwise: 'other' } : { from: name, reads } };
}
