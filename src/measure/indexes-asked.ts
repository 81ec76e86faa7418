/**
 * Which indexes of records an agreement asks for. While metrics are compiled, each way of looking records up says what it looks them up
 * by: relations and picks (`relation.ts`), and the `by` moments of stretches (`facts.ts`).
 */
import type { Demand } from './statement.ts';
import type { RecordIndex } from '../store/indexes.ts';

/** Asks for an index; a column is in it once. */
export function askIndex(demand: Pick<Demand, 'indexes'>, table: string, columns: readonly string[]): void {
  const index = { table, columns: [...new Set(columns)] };
  demand.indexes.set(nameOf(index), index);
}

/** The indexes that are asked for, in order of table and columns, without those that another begins with. Keys have theirs by themselves. */
export function indexesAsked({ indexes }: Pick<Demand, 'indexes'>): RecordIndex[] {
  const all = [...indexes.values()].filter(({ columns: [first] }) => first !== undefined && first !== 'key');
  const isBegun = (one: RecordIndex): boolean =>
    all.some((other) => other !== one && nameOf(other).startsWith(`${nameOf(one)} `));
  return all
    .filter((one) => !isBegun(one))
    .toSorted((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1));
}

const nameOf = ({ table, columns }: RecordIndex): string => [table, ...columns].join(' ');
