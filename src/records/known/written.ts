import { createHmac } from 'node:crypto';
import type { Company } from '../../values/agreement.ts';
import type { Connection } from '../connection.ts';
import { observedText } from '../history/observed-file.ts';
import type { ObservedLine } from '../history/observed-line.ts';
import type { Source } from '../source.ts';
import { hashOf } from './stamps.ts';

/** What a company wrote down that decides what is made of its exports. */
interface Written {
  readonly sources: readonly Source[];
  readonly connections?: readonly Connection[] | undefined;
  readonly company: Company;
}

/**
 * Tells the sources as they were resolved, with their places (warnings name them), the connections as far as something is told of them, and the settings of
 * the company that records are made by. Holidays, teams and everything else of the agreement decide of numbers, not of records.
 */
export function writtenHash({ sources, connections = [], company }: Written): string {
  const { timeZone, currency, returnsAfter } = company;
  const told = connections.map(({ name, agreedEvery }) => ({ name, agreedEvery }));
  return hashOf(JSON.stringify({ sources, told, timeZone, currency, returnsAfter }, plain));
}

/** What JSON has no form for. */
function plain(_key: string, value: unknown): unknown {
  if (value instanceof Map) return { map: [...value] };
  if (value instanceof Set) return { set: [...value] };
  return value instanceof RegExp ? { pattern: value.source, flags: value.flags } : value;
}

/** Tells what was observed; of nothing that of an empty text, as of a file that is not there. */
export function observedHash(lines: readonly ObservedLine[]): string {
  return hashOf(lines.length === 0 ? '' : observedText(lines));
}

/** Tells one person key from another and can't be turned back into it; '' where there is none. */
export function personKeyHash(key: string | undefined): string {
  return key === undefined
    ? ''
    : createHmac('sha256', key).update('Same Page: the key that persons are hashed with').digest('hex');
}
