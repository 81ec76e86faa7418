import type { Database as Sqlite } from 'better-sqlite3';
import type { StoredValue } from '../../store/database.ts';
import type { GivenRecord, Merge } from './given-record.ts';

/** A record that another one says was merged into it. */
export interface NamedAsMerged {
  readonly kind: string;
  readonly key: string;
  readonly into: string;
}

/** Records of which the CRM says that they were merged, until all files are read. */
export interface MergedRows {
  /** Notes what a row says of its records. */
  note(records: readonly GivenRecord[], modified: number | null, merge: Merge): void;
  /** Forgets what was noted of the record at a place; true where it was merged itself. */
  forget(place: number): boolean;
  /** Those that others name and that do not say themselves what they were merged into: each once, by who changed last, then who was read last. */
  named(): readonly NamedAsMerged[];
  /** Notes a record that another one names: where it stands, or that it is in no file. */
  noteNamed(record: NamedAsMerged, at: Readonly<Record<string, StoredValue>> | null): void;
}

/** What a row says of its records, as it is kept: of each that was merged, and of each that it names as merged into them. */
export function mergesTold(
  records: readonly GivenRecord[],
  modified: number | null,
  { into, isDeleted, from, key: ofRow }: Merge,
): { readonly rows: readonly StoredValue[][]; readonly names: readonly StoredValue[][] } {
  const rows: StoredValue[][] = [];
  const names: StoredValue[][] = [];
  for (const { target, values } of records) {
    const [place = null, key = null] = values;
    if (into !== '') rows.push([place, target.kind.name, key, into, modified, Number(isDeleted)]);
    if (key !== ofRow) continue;
    for (const other of from) if (other !== key) names.push([place, target.kind.name, other, key, modified]);
  }
  return { rows, names };
}

/** What is in no file has no place of its own, and never stays where records name one another in a circle. */
const nowhere = { place: 0, modified: null, deleted: 1 } as const;

export function mergedRows(sqlite: Sqlite): MergedRows {
  sqlite.exec(`create table merged_row (place integer not null, kind text not null, key text not null, into_key text not null,
      modified bigint, deleted integer not null);
    create index merged_row_place on merged_row (place);
    create table merged_name (place integer not null, kind text not null, key text not null, into_key text not null, modified bigint);
    create index merged_name_place on merged_name (place);
    create index merged_name_key on merged_name (kind, key)`);
  const insert = sqlite.prepare('insert into merged_row values (?, ?, ?, ?, ?, ?)');
  const insertName = sqlite.prepare('insert into merged_name values (?, ?, ?, ?, ?)');
  const forget = sqlite.prepare('delete from merged_row where place = ?');
  const forgetNames = sqlite.prepare('delete from merged_name where place = ?');
  return {
    note(records, modified, merge) {
      const { rows, names } = mergesTold(records, modified, merge);
      for (const row of rows) insert.run(row);
      for (const row of names) insertName.run(row);
    },
    forget(place) {
      forgetNames.run(place);
      return forget.run(place).changes > 0;
    },
    named() {
      const rows = sqlite
        .prepare(
          `select kind, key, into_key as "into" from merged_name as named
            where not exists (select 1 from merged_row as merged where merged.kind = named.kind and merged.key = named.key)
            order by modified is null, modified desc, place desc`,
        )
        .all() as NamedAsMerged[];
      return [...new Map(rows.toReversed().map((row) => [`${row.kind} ${row.key}`, row])).values()];
    },
    noteNamed({ kind, key, into }, at) {
      const { place, modified } = at ?? nowhere;
      insert.run(place, kind, key, into, modified, at ? 0 : nowhere.deleted);
    },
  };
}
