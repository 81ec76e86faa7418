import { plainName } from '../../records/load/headers.ts';
import type { Property } from './answers.ts';

/** Turns what HubSpot keeps into what is written. */
export type Wording = (kept: string) => string;

const asKept: Wording = (kept) => kept;

/** Whether a mapping means a property by its internal name: then it gets internal values, else those that people see. */
export function isInternal(header: string, { name }: Pick<Property, 'name'>): boolean {
  return plainName(header) === name;
}

/** How values of a property are written where its type alone tells: instants in UTC, days as such, all else as it is kept. */
export function wordingOfType({ type }: Pick<Property, 'type'>): Wording {
  if (type === 'datetime') return instantOf;
  if (type === 'date') return dayOf;
  return asKept;
}

/** What people see in place of what is kept: one text, or several that are kept joined by `;`. What has no label stays. */
export function wordingBy(labels: ReadonlyMap<string, string>): Wording {
  return (kept) => {
    const whole = labels.get(kept);
    if (whole !== undefined || !kept.includes(';')) return whole ?? kept;
    const pieces = kept.split(';').filter((piece) => piece !== '');
    return pieces.map((piece) => labels.get(piece) ?? piece).join(';');
  };
}

/** `2026-01-05T08:00:00Z`; older answers of HubSpot tell milliseconds since 1970. */
export function instantOf(kept: string): string {
  const instant = millisecondsOf(kept);
  return instant === null ? kept : new Date(instant).toISOString().replace('.000Z', 'Z');
}

/** Milliseconds since 1970; null where a text is no instant. */
export function millisecondsOf(kept: string): number | null {
  if (/^-?\d{1,15}$/.test(kept)) return Number(kept);
  if (!/^\d{4}-\d\d-\d\dT/.test(kept)) return null;
  const read = Date.parse(kept);
  return Number.isNaN(read) ? null : read;
}

/** A day is kept as such, or as its midnight in UTC. */
function dayOf(kept: string): string {
  return /^\d{4}-\d\d-\d\d$/.test(kept) ? kept : instantOf(kept).slice(0, 10);
}
