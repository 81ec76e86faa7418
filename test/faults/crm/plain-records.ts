/**
 * What exports come to, read a second and plain way: for each table a map from key to newest row, in memory, knowing nothing of how an ingest
 * goes about it. It is what `data/README.md` promises: a whole export replaces, changes add up, the newest row counts.
 */
import { stampOf, type CrmExport, type LaidFile } from './exports.ts';
import type { Row } from './life.ts';
import type { CrmTable } from './tables.ts';

/** What becomes of a row that counts. */
export type PlainFate = 'there' | 'merged' | 'deleted' | 'left out' | 'rejected';

/** A table as its exports tell it. */
export interface PlainTable {
  readonly table: CrmTable;
  /** The row that counts of each key. */
  readonly rows: ReadonlyMap<string, Row>;
  /** What counted when a newer whole export took its place, the last time for each key. */
  readonly replaced: ReadonlyMap<string, Row>;
  /** Rows that said of a record that it was deleted, and nothing newer says otherwise. */
  readonly deletedRows: number;
}

export function fateOf({ cells }: Row): PlainFate {
  if (cells['Status'] === 'Test' || (cells['Stage'] === 'Test' && 'Amount' in cells) || cells['Kind'] === 'Test')
    return 'left out';
  const isMerged = (cells['Into'] ?? '') !== '';
  if (cells['Deleted'] === 'yes' && !isMerged) return 'deleted';
  const numbers = [cells['Score'], cells['Amount'], cells['Minutes']];
  if (numbers.some((text) => text !== undefined && Number.isNaN(Number(text)))) return 'rejected';
  return isMerged ? 'merged' : 'there';
}

const stands = (row: Row): boolean => ['there', 'merged'].includes(fateOf(row));

/** The tables that files come to. Each file is an export or a part of one. */
export function plainTables(files: readonly LaidFile[]): PlainTable[] {
  const tables = [...new Set(files.map(({ table }) => table))];
  return tables.map((table) =>
    plainTable(
      table,
      files.filter((file) => file.table === table),
    ),
  );
}

function plainTable(table: CrmTable, files: readonly LaidFile[]): PlainTable {
  const rows = new Map<string, Row>();
  const replaced = new Map<string, Row>();
  let marked: Row[] = [];
  let deletedBefore = 0;
  const comesInVersions = files.some(({ holds }) => holds === 'changes');
  for (const given of inOrder(files)) {
    if (given.holds === 'everything' && !table.forgets) {
      for (const [key, row] of rows) if (stands(row)) replaced.set(key, row);
      rows.clear();
      deletedBefore += marked.length;
      marked = [];
    }
    for (const row of given.rows) {
      // Without a file of changes a row that is no record says nothing of the one before.
      if (!comesInVersions && ['left out', 'rejected'].includes(fateOf(row))) continue;
      if (fateOf(row) === 'deleted') marked.push(row);
      const known = rows.get(row.key);
      if (!known || isAsNew(row, known)) rows.set(row.key, row);
    }
    // Of versions of a row one counts; each row that is no version of another counts by itself.
    if (comesInVersions) marked = [...rows.values()].filter((row) => fateOf(row) === 'deleted');
  }
  const counted = marked.filter((row) => isAsNew(row, rows.get(row.key) ?? row));
  return { table, rows, replaced, deletedRows: deletedBefore + counted.length };
}

function isAsNew(row: Row, known: Row): boolean {
  const [stamp, before] = [stampOf(row), stampOf(known)];
  return stamp === null || before === null || stamp >= before;
}

/** Exports in the order of time, of one time the whole one first; parts put together. */
function inOrder(files: readonly LaidFile[]): Pick<CrmExport, 'holds' | 'rows'>[] {
  const exports = new Map<string, { time: number; holds: CrmExport['holds']; rows: Row[] }>();
  for (const { time, holds, rows } of files) {
    const known = exports.get(`${time} ${holds}`);
    if (known) known.rows.push(...rows);
    else exports.set(`${time} ${holds}`, { time, holds, rows: [...rows] });
  }
  return [...exports.values()].toSorted(
    (one, other) => one.time - other.time || Number(one.holds === 'changes') - Number(other.holds === 'changes'),
  );
}

/** What each merged record went into in the end, and what it was. */
export interface PlainMerges {
  readonly winnerOf: (key: string) => string;
  readonly merged: ReadonlyMap<string, Row | null>;
}

/** Of leads the merged one says it, of deals the one that stays. */
export function mergesIn({ rows, replaced }: PlainTable): PlainMerges {
  const into = new Map<string, string>();
  const inOrderOfStamps = [...rows.values()].toSorted((one, other) => (stampOf(one) ?? 0) - (stampOf(other) ?? 0));
  for (const row of inOrderOfStamps.filter(stands)) {
    if (row.cells['Into']) into.set(row.key, row.cells['Into']);
    for (const other of (row.cells['From'] ?? '').split(';').filter(Boolean)) into.set(other, row.key);
  }
  const known = (key: string): Row | null =>
    [rows.get(key), replaced.get(key)].find((row) => row && stands(row)) ?? null;
  return {
    winnerOf(key) {
      let last = key;
      for (let next = into.get(last); next !== undefined; next = into.get(last)) last = next;
      return last;
    },
    merged: new Map([...into.keys()].map((key) => [key, known(key)])),
  };
}

/** How many rows of a table an account must tell of, added up over its files. */
export interface PlainAccount {
  readonly gaveRecords: number;
  readonly merged: number;
  /** Marked as deleted, or gone from the newest whole export. */
  readonly deleted: number;
}

export function accountOf(told: PlainTable): PlainAccount {
  const { merged } = mergesIn(told);
  const fates = [...told.rows].map(([key, row]) => (merged.has(key) && stands(row) ? 'merged' : fateOf(row)));
  const count = (fate: PlainFate): number => fates.filter((each) => each === fate).length;
  const isThere = (key: string): boolean =>
    ['there', 'merged', 'deleted'].includes(fateOf(told.rows.get(key) ?? nobody));
  const gone = [...told.replaced.keys()].filter((key) => !isThere(key));
  const named = gone.filter((key) => merged.has(key)).length;
  return {
    gaveRecords: count('there'),
    merged: count('merged') + named,
    deleted: told.deletedRows + gone.length - named,
  };
}

/** A row that is not there gives no record. */
const nobody: Row = { table: '', key: '', at: 0, cells: { Status: 'Test' } };
