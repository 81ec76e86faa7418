import { createHash } from 'node:crypto';
import { askOf, noSuchObject, type TableWanted } from './asks.ts';
import { baseOf, filesOfTable, isDueAnew, type Base } from './base.ts';
import type { ObjectSeen, TableAsk, TableSession } from './connector.ts';
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
  /** Tells what is worth a look and stops nothing. */
  readonly tell: (says: string) => void;
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
  /** The API's words for the types of its columns, by their names in the header. */
  readonly types: Readonly<Record<string, string>>;
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
  const types = Object.fromEntries(ask.columns.map(({ header: column, field }) => [column, typeOf(seen, field)]));
  // What a field held before its type changed is written in another way than what it holds now.
  const asked = createHash('sha256')
    .update(JSON.stringify([connection.to, ask.object, ask.columns, ask.historyOf, types]))
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
  tellChangedTypes(pull, types);
  return { name, ask, asked, header, types, key, base };
}

function typeOf({ fields }: ObjectSeen, name: string): string {
  return fields.find((field) => field.name === name)?.type ?? '';
}

/** Says which columns have another type than when they were pulled last. */
function tellChangedTypes({ pulling, connection, wanted, tell }: TablePull, types: TablePlan['types']): void {
  const before = filesOfTable(pulling, connection.name, wanted.file).at(-1)?.['types'];
  if (typeof before !== 'object' || before === null) return;
  for (const [column, was] of Object.entries(before)) {
    const is = types[column];
    if (is !== undefined && is !== was)
      tell(
        `${column} of ${wanted.pulled.object} was of type ${String(was)} and is of type ${is} by now; all is pulled anew`,
      );
  }
}

/** Where the part of a table lies, within the folder that the pull works in. */
export function partName(name: string): string {
  return `${name}.part`;
}
