import type { Database as Sqlite } from 'better-sqlite3';
import type { StoredValue } from './database.ts';

/** Values that are added to the records of a table once all of them are there. */
export interface RecordAdder {
  /** Keeps them: place, key, modified, person, then the fields, in the order of `columns`. */
  note(values: readonly StoredValue[]): void;
  /** Those whose key no record has, in the order of reading. */
  lost(): readonly { readonly place: number; readonly key: string }[];
  /** Fills what the records leave empty: by the newest values, of one time by those read last. Then forgets all of it. */
  settle(): void;
}

/** `name` is that of the table that keeps the values until then. */
export function recordAdder(
  sqlite: Sqlite,
  { table, columns, name }: { readonly table: string; readonly columns: readonly string[]; readonly name: string },
): RecordAdder {
  const own = ['place', 'key', 'modified', 'person'];
  const kept = quoted(name);
  sqlite.exec(`create table ${kept} (place integer primary key, ${columns.slice(1).map(quoted).join(', ')})`);
  const note = sqlite.prepare(`insert into ${kept} values (${columns.map(() => '?').join(', ')})`);
  const added = ['person', ...columns.filter((column) => !own.includes(column))].map(quoted);
  return {
    note: (values) => void note.run(...values),
    lost: () =>
      sqlite
        .prepare(
          `select place, "key" from ${kept} where "key" not in (select "key" from ${quoted(table)}) order by place`,
        )
        .all() as { place: number; key: string }[],
    settle() {
      sqlite.exec(`create index ${quoted(`${name}_key`)} on ${kept} ("key")`);
      const value = (column: string): string =>
        `${column} = coalesce(${column}, (select ${column} from ${kept} as more where more."key" = ${quoted(table)}."key"
          and more.${column} is not null order by modified desc, more.place desc limit 1))`;
      sqlite.exec(
        `update ${quoted(table)} set ${added.map(value).join(', ')} where "key" in (select "key" from ${kept})`,
      );
      sqlite.exec(`drop table ${kept}`);
    },
  };
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
