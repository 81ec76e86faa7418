import type { Database as Sqlite } from 'better-sqlite3';
import { rowOf } from './load/place.ts';
import type { RowKeeper } from './load/row-keeper.ts';

/** A record that the CRM says was merged into another. */
interface MergedRow {
  readonly place: number;
  readonly kind: string;
  readonly key: string;
  readonly into_key: string;
  readonly modified: number | null;
  /** 1 where the row also says that it was deleted. */
  readonly deleted: number;
}

/**
 * Where records say that they were merged into one another in a circle, one of them stays, so that none is lost: one that is not marked
 * as deleted; of several the one that changed last, and then the last in the order of reading. Its row gave a record and was not merged.
 */
export function openCircles(sqlite: Sqlite, keeper: RowKeeper): void {
  const rows = sqlite.prepare('select * from merged_row order by place').all() as MergedRow[];
  const staying = new Set<number>();
  for (const kind of new Set(rows.map((row) => row.kind))) {
    const byKey = new Map(rows.filter((row) => row.kind === kind).map((row) => [row.key, row]));
    for (const circle of circlesIn(byKey)) {
      const stays = circle.reduce((best, row) => (isRather(row, best) ? row : best));
      // A row may have given a record to several circles.
      staying.add(rowOf(stays.place));
    }
  }
  for (const row of staying) keeper.letStay(row);
}

/** Each record leads to one other, so a walk from any of them ends outside, in what was walked before, or in a new circle. */
function circlesIn(rows: ReadonlyMap<string, MergedRow>): MergedRow[][] {
  const walked = new Set<string>();
  const circles: MergedRow[][] = [];
  for (const start of rows.values()) {
    const path: MergedRow[] = [];
    let row: MergedRow | undefined = start;
    while (row && !walked.has(row.key)) {
      walked.add(row.key);
      path.push(row);
      row = rows.get(row.into_key);
    }
    const from = path.findIndex((each) => each === row);
    if (from >= 0) circles.push(path.slice(from));
  }
  return circles;
}

function isRather(row: MergedRow, than: MergedRow): boolean {
  if (row.deleted !== than.deleted) return row.deleted < than.deleted;
  if (row.modified !== than.modified) return (row.modified ?? -Infinity) > (than.modified ?? -Infinity);
  return row.place > than.place;
}
