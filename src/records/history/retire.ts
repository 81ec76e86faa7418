import type { NewStore } from '../../store/open.ts';
import type { Problem } from '../../values/problem.ts';
import type { Catalogue } from '../../values/catalogue.ts';
import { columnOf } from '../column-of.ts';
import type { ExportFile } from '../export-files.ts';
import { giftsOfRow, placesOf } from '../load/place.ts';
import type { RowKeeper } from '../load/row-keeper.ts';
import type { Export } from './in-order-of-time.ts';
import { setAside } from './retired-records.ts';

/** Above this share of records that a newer export lacks, it may be no full one. */
const lacksManyFrom = 0.5;

/** Takes the records of exports away that a newer one of the same source replaces, and tells at the end which of them the newest lacks. */
export interface Retiring {
  /** To be called before the newer export is read. */
  retire(older: Export): void;
  /** To be called when all files are read: what is gone counts as deleted. Warns where most is. */
  settle(files: readonly ExportFile[]): readonly Problem[];
}

/** Row, file, kind and key of what was retired: of a row's records the first with a key. */
const tableOfRetired = 'create table retired_row (row bigint primary key, file integer, kind text, key text)';

export function retiring({ sqlite }: NewStore, keeper: RowKeeper, catalogue: Catalogue): Retiring {
  let begun = false;
  const newest = new Map<string, Export>();

  function note(file: number, { source }: Export): void {
    const { first, last } = placesOf(file);
    const records = [...new Set(source.gives.map(({ record }) => record))];
    const keyed = records.filter((name) => source.gives.every(({ record, key }) => record !== name || key !== null));
    for (const record of keyed) {
      const table = `"${columnOf(record)}"`;
      const row = `given.place - given.place % ${giftsOfRow}`;
      sqlite
        .prepare(
          `insert into retired_row select ${row}, ?, ?, key from ${table} as given where place between ? and ?
            and not exists (select 1 from retired_row where row = ${row})
            and not exists (select 1 from ${table} as other where other.place >= ${row} and other.place < given.place)`,
        )
        .run(file, record, first, last);
    }
    const ofRow = source.gives.filter((gift) => source.mergedFrom !== null && gift.ofRow);
    for (const table of new Set(ofRow.map(({ record }) => columnOf(record)))) setAside(sqlite, table, { first, last });
  }

  function remove(file: number, { source }: Export): void {
    const { first, last } = placesOf(file);
    const tables = new Set(source.gives.map(({ record }) => columnOf(record)));
    for (const table of [...tables, 'merged_row', 'merged_name'])
      sqlite.prepare(`delete from "${table}" where place between ? and ?`).run(first, last);
    sqlite.prepare('delete from deleted_row where file = ?').run(file);
    const counts = keeper.countsOf(file);
    counts.superseded += counts.gaveRecords + counts.merged;
    counts.gaveRecords = 0;
    counts.merged = 0;
    counts.made.clear();
  }

  /** Rows whose record the newest export lacks, and how many of them another record names as merged into it. */
  function gone(file: number): { readonly rows: number; readonly merged: number } {
    const found = catalogue.kinds.map(({ name, table }) =>
      sqlite
        .prepare(
          `select count(*) as rows, coalesce(sum(
              exists (select 1 from merged_name as named where named.kind = old.kind and named.key = old.key)
            ), 0) as merged from retired_row as old where file = ? and kind = ?
            and not exists (select 1 from "${table}" as known where known.key = old.key)
            and not exists (select 1 from retired_row as later where later.kind = old.kind and later.key = old.key and later.row > old.row)
            and not exists (select 1 from deleted_row as marked where marked.kind = old.kind and marked.key = old.key)`,
        )
        .get(file, name),
    ) as { rows: number; merged: number }[];
    return {
      rows: found.reduce((sum, { rows }) => sum + rows, 0),
      merged: found.reduce((sum, { merged }) => sum + merged, 0),
    };
  }

  return {
    retire(older) {
      if (!begun) sqlite.exec(tableOfRetired);
      begun = true;
      newest.set(older.source.name, older);
      for (const file of older.files) {
        note(file, older);
        remove(file, older);
      }
    },
    settle(files) {
      if (!begun) return [];
      sqlite.exec(
        'create index retired_row_key on retired_row (kind, key); create index deleted_row_key on deleted_row (kind, key)',
      );
      const lost = keeper.files.map((counts, file) => {
        const { rows, merged } = gone(file);
        counts.superseded -= rows;
        counts.merged += merged;
        counts.deleted += rows - merged;
        return { rows: rows - merged, of: rows + counts.superseded };
      });
      sqlite.exec('drop table retired_row');
      return [...newest.values()].flatMap(({ source, files: parts }) => {
        const rows = parts.reduce((sum, file) => sum + (lost[file]?.rows ?? 0), 0);
        const of = parts.reduce((sum, file) => sum + (lost[file]?.of ?? 0), 0);
        if (rows <= lacksManyFrom * of) return [];
        const path = files.findLast((file) => file.source === source)?.path ?? source.reads;
        const says = `${rows} of ${of} records of the export before are not in this one, and count as deleted`;
        const fix = `if it only holds what changed, say so in ${source.at.file}: holds changes: yes`;
        return [{ level: 'warning' as const, file: path, line: 1, column: 1, says, fix }];
      });
    },
  };
}
