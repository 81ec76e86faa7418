import { createHash } from 'node:crypto';
import { askOf, noSuchObject, type TableWanted } from './asks.ts';
import { baseOf, isDueAnew, type Base } from './base.ts';
import type { TableAsk, TableSession } from './connector.ts';
import type { TableConnection } from './connectors.ts';
import { rowKeyOf, type RowKey } from './merge-changes.ts';
import type { PullFault } from './pull-fault.ts';
import type { Pulling } from './pulling.ts';

/** A table that is pulled, and what it is pulled with. */
export interface TablePull {
  readonly pulling: Pulling;
  readonly session: TableSession;
  readonly connection: TableConnection;
  readonly wanted: TableWanted;
  /** Everything is pulled anew, whatever was pulled before. */
  readonly whole: boolean;
  /** Throws `EnoughForNow` where the pull may not go on. */
  readonly check: () => void;
}

/** What came. */
export interface Came {
  readonly rows: number;
  readonly bytes: number;
}

/** A table as the sources and the CRM together want it. */
export interface TablePlan {
  /** `salesforce/Lead.csv`. */
  readonly name: string;
  readonly ask: Omit<TableAsk, 'since'>;
  readonly asked: string;
  readonly header: readonly string[];
  /** How its rows are told apart; null: nothing tells, and all of them are pulled each time. */
  readonly key: RowKey | null;
  readonly base: Base | null;
}

/** What is wanted of a table. The first of all faults is thrown, `noted` has the others. */
export async function planOf(pull: TablePull, name: string, noted: (fault: PullFault) => void): Promise<TablePlan> {
  const { pulling, session, connection, wanted } = pull;
  const seen = await session.see(wanted.pulled.object);
  if (!seen) throw noSuchObject(wanted, await session.objects());
  const { ask, faults } = askOf(wanted, seen);
  const [first, ...others] = faults;
  for (const fault of others) noted(fault);
  if (first) throw first;
  const header = ask.columns.map((column) => column.header);
  const asked = createHash('sha256')
    .update(JSON.stringify([connection.to, ask.object, ask.columns, ask.historyOf]))
    .digest('hex')
    .slice(0, 16);
  const key = rowKeyOf(wanted.sources, header);
  const mapped = new Set(ask.columns.map(({ field }) => field));
  const wanting = {
    wholeEvery: connection.wholeEvery,
    hasFormula: seen.fields.some((field) => field.isFormula && mapped.has(field.name)),
    tellsDeletedDays: seen.tellsDeletedDays,
  };
  // Changes of rows that nothing tells apart can't be put to what was there.
  const found = pull.whole || key === null ? null : await baseOf(pulling, connection.name, wanted.file, asked);
  const base = found && isDueAnew(found, wanting, pulling.world.now()) ? null : found;
  return { name, ask, asked, header, key, base };
}

/** Where the part of a table lies, within the folder that the pull works in. */
export function partName(name: string): string {
  return `${name}.part`;
}
