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

export function rejectedRows(sqlite: Sqlite): RejectedRows {
  const insert = sqlite.prepare('insert into rejected_row values (?, ?, ?, ?, ?)');
  const first = sqlite.prepare('select * from rejected_row where file = ? order by line limit 1');
  return {
    note(file, { line, column, value, reason }) {
      const shown = value.length > longestShown ? `${value.slice(0, longestShown - 1)}…` : value;
      insert.run(file, line, column, shown, reason);
    },
    first: (file) => first.get(file) as RejectedRow | undefined,
  };
}
