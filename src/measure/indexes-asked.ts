/**
 * Which indexes of records an agreement asks for. While metrics are compiled, each way of looking records up says what it looks them up
 * by: relations and picks (`relation.ts`), the `by` moments of stretches and what is read of all records (`facts.ts`), pairs of choices (`orders.ts`).
 */
import type { Demand } from './statement.ts';
import type { RecordIndex } from '../store/indexes.ts';
import type { RecordKind } from '../values/catalogue.ts';

/** Asks for an index; a column is in it once. */
export function askIndex(demand: Pick<Demand, 'indexes'>, table: string, columns: readonly string[]): void {
  const index = { table, columns: [...new Set(columns)] };
  demand.indexes.set(nameOf(index), index);
}

/** An index of more columns is read no quicker than the table itself. */
const mostColumns = 7;

type Kind = Pick<RecordKind, 'table' | 'fields'>;

/**
 * Asks for an index that can be read in place of the table of a kind, from the column `first` on: by whoever reads through all of it, and only few
 * of its columns.
 */
export function askWhole(demand: Pick<Demand, 'indexes'>, kind: Kind, first: string, read: readonly string[]): void {
  askCovering(demand, kind, { share: 1 / 3, by: [first], read, isWhole: true });
}

/** Asks for an index by which records are looked up, and that holds all that is asked of them, where that is little. */
export function askLookedUp(
  demand: Pick<Demand, 'indexes'>,
  kind: Kind,
  by: readonly string[],
  read: readonly string[],
): void {
  askCovering(demand, kind, { share: 1 / 2, by, read });
}

interface Covering {
  /** The largest share of a table's columns for which it is worth it. */
  readonly share: number;
  readonly by: readonly string[];
  readonly read: readonly string[];
  readonly isWhole?: boolean;
}

/** Those who ask for the same first columns share one as long as it is narrow. */
function askCovering(demand: Pick<Demand, 'indexes'>, { table, fields }: Kind, { share, by, read, ...how }: Covering) {
  const name = `${how.isWhole ? 'whole' : 'covering'} ${nameOf({ table, columns: by })}`;
  const known = demand.indexes.get(name)?.columns ?? by;
  const columns = [...new Set([...known, ...read])];
  const isNarrow = columns.length <= Math.min(mostColumns, fields.length * share);
  const isMore = how.isWhole || columns.length > by.length;
  if (isNarrow && isMore) demand.indexes.set(name, { table, columns, ...how });
}

/** The indexes that are asked for, in order of table and columns, without those that another begins with. Keys have theirs by themselves. */
export function indexesAsked({ indexes }: Pick<Demand, 'indexes'>): RecordIndex[] {
  const all = [...indexes.values()].filter(
    ({ columns: [first], isWhole }) => isWhole || (first !== undefined && first !== 'key'),
  );
  const isBegun = (one: RecordIndex): boolean =>
    all.some((other) => other !== one && other.isWhole === one.isWhole && nameOf(other).startsWith(`${nameOf(one)} `));
  return all.filter((one) => !isBegun(one)).toSorted((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1));
}

const nameOf = ({ table, columns }: RecordIndex): string => [table, ...columns].join(' ');
