import { PullFault } from '../pull-fault.ts';
import type { TableAsk } from '../connector.ts';
import { sameName } from './fault-of.ts';

/** The fields that a query names: each once, in the order of the ask. */
export function selected({ columns }: Pick<TableAsk, 'columns'>): readonly string[] {
  const fields = columns.map(({ field }) => field);
  return fields.filter((field, index) => fields.findIndex((other) => sameName(other, field)) === index);
}

/**
 * The query of an ask. `changed`: the field by which changes are told; null: there is none, and all rows are asked for.
 * Nothing is sorted: that would keep Salesforce from reading a large object in parts.
 */
export function soqlOf(ask: TableAsk, changed: string | null): string {
  const fields = selected(ask);
  for (const name of [ask.object, ...fields]) checkName(name, ask);
  const where = ask.since === null || changed === null ? '' : ` WHERE ${changed} >= ${instant(ask.since)}`;
  return `SELECT ${fields.join(', ')} FROM ${ask.object}${where}`;
}

/** A field of another record is reached by a dot: `Owner.Name`. */
function checkName(name: string, { object, at }: TableAsk): void {
  if (/^[A-Za-z]\w*(?:\.[A-Za-z]\w*){0,5}$/.test(name)) return;
  throw new PullFault(
    'input',
    `"${name}" can't be the name of a field of ${object}`,
    'write it as the API does: LeadSource',
    at,
  );
}

/** To the second, and never later than what it stands for. */
function instant(seconds: number): string {
  return new Date(Math.floor(seconds) * 1000).toISOString().replace('.000Z', 'Z');
}
