import type { Database as Sqlite } from 'better-sqlite3';
import type { RejectedRow } from '../../values/rows.ts';

export type Rejection = Omit<RejectedRow, 'file'>;

/** Why rows were rejected, as the account tells it. */
export interface RejectedRows {
  note(file: string, row: Rejection): void;
  /** The first row of a file that was rejected. */
  first(file: string): RejectedRow | undefined;
}

/** Characters that are shown of a value. */
const longestShown = 200;

/** A rejected value as the account shows it. */
export function shownValue(value: string): string {
  return value.length > longestShown ? `${value.slice(0, longestShown - 1)}…` : value;
}

export function rejectedRows(sqlite: Sqlite): RejectedRows {
  const insert = sqlite.prepare('insert into rejected_row values (?, ?, ?, ?, ?)');
  const first = sqlite.prepare('select * from rejected_row where file = ? order by line limit 1');
  return {
    note(file, { line, column, value, reason }) {
      insert.run(file, line, column, shownValue(value), reason);
    },
    first: (file) => first.get(file) as RejectedRow | undefined,
  };
}
