import type { StoredValue } from '../../store/database.ts';
import type { Affinity } from '../../store/pages/record.ts';
import type { FileTable, TableFile, TableRows } from '../../store/pages/table-file.ts';
import { affinitiesOf, ownColumns } from '../../store/schema.ts';
import type { RecordKind } from '../../values/catalogue.ts';
import type { GivenRecord, Merge, Target } from '../load/given-record.ts';
import { mergesTold } from '../load/merged-rows.ts';
import { shownValue } from '../load/rejected-rows.ts';
import { addMade } from '../load/row-counts.ts';
import type { RowCounts } from '../load/row-counts.ts';
import type { RowSink } from '../load/row-sink.ts';
import { noteTables } from './part.ts';
import type { NoteTable, PartTable, PartTarget } from './part.ts';

/** Takes the rows of one file as if no other row had their keys. Whether one has is settled when all files are there. */
export interface PartSink extends RowSink {
  readonly targets: readonly PartTarget[];
}

/** The table that a target's records go into, and where each of its columns' values stands among theirs. */
interface Receiver {
  readonly rows: TableRows;
  readonly places: readonly number[];
  /** Used up by the next record. */
  readonly row: StoredValue[];
}

export function partSink(file: TableFile, counts: RowCounts, tables: readonly PartTable[]): PartSink {
  const note = notesIn(file);
  const ofKind = new Map<string, TableRows>();
  const receivers = new Map<Target, Receiver>();
  const targets: PartTarget[] = [];

  function rowsOf(kind: RecordKind): TableRows {
    const known = ofKind.get(kind.name);
    if (known) return known;
    const sql = tables.find((table) => table.kind === kind.name)?.sql ?? '';
    const made = file.table({ name: kind.table, sql, affinities: affinitiesOf(kind) });
    ofKind.set(kind.name, made);
    return made;
  }

  function write({ target, values }: GivenRecord): void {
    const receiver = receivers.get(target);
    if (!receiver) throw new Error(`Nothing receives ${target.kind.plural} here.`);
    const { rows, places, row } = receiver;
    for (let column = 0; column < places.length; column += 1) row[column] = values[places[column] ?? -1] ?? null;
    rows.add(row);
  }

  function count(records: readonly GivenRecord[], modified: number | null, merge: Merge | null): void {
    if (merge !== null) {
      const told = mergesTold(records, modified, merge);
      for (const row of told.rows) note('merged_row', row);
      for (const row of told.names) note('merged_name', row);
      if (merge.into !== '') return void (counts.merged += 1);
    }
    counts.gaveRecords += 1;
    for (const { target } of records) addMade(counts, target.kind.name, 1);
  }

  return {
    targets,
    target(kind, columns, manner = 'settled', keyColumn = '') {
      const target: Target = { kind, columns, manner, keyColumn };
      const all = [...ownColumns, ...kind.fields.map(({ column }) => column)];
      const places = all.map((column) => columns.indexOf(column));
      receivers.set(target, { rows: rowsOf(kind), places, row: all.map(() => null) });
      targets.push({ kind: kind.name, columns, keyColumn });
      return target;
    },
    countsOf: () => counts,
    keep(records, modified, merge) {
      for (const record of inOrder(records)) write(record);
      count(records, modified, merge);
    },
    noteDeleted(number, place, kind, key, modified) {
      note('deleted_row', [number, place, kind.name, key, modified]);
    },
    reject(_, { line, column, value, reason }) {
      counts.rejected += 1;
      note('rejected_row', [counts.file, line, column, shownValue(value), reason]);
    },
    noteRecordless: (kind, key) => note('recordless_row', [kind, key]),
    hasVersions: () => false,
    takeVersion: () => {
      throw new Error('Rows that come in versions are not loaded by themselves.');
    },
  };
}

/** A row's records by their places: a table takes them by rising ones. */
function inOrder(records: readonly GivenRecord[]): readonly GivenRecord[] {
  return records.length <= 1
    ? records
    : records.toSorted((one, other) => Number(one.values[0]) - Number(other.values[0]));
}

/** Writes into the tables of notes, each made when its first row comes. */
function notesIn(file: TableFile): (name: NoteTable, values: readonly StoredValue[]) => void {
  const tables = new Map<NoteTable, { readonly rows: TableRows; next: number }>();
  return (name, values) => {
    const known = tables.get(name) ?? { rows: file.table(noteTable(name)), next: 1 };
    tables.set(name, known);
    known.rows.add([known.next, ...values]);
    known.next += 1;
  };
}

function noteTable(name: NoteTable): FileTable {
  const columns: readonly (readonly [string, Affinity])[] = Object.entries(noteTables[name]);
  const said = columns.map(([column, affinity]) => `"${column}" ${affinity}`);
  const sql = `create table ${name} (number integer primary key, ${said.join(', ')})`;
  return { name, sql, affinities: ['row number', ...columns.map(([, affinity]) => affinity)] };
}
