import type { StoredValue } from '../../store/database.ts';
import type { NewStore } from '../../store/open.ts';
import type { Field } from '../../values/catalogue.ts';
import type { Snapshot } from './fold.ts';
import { isId } from './is-id.ts';
import type { Watch } from './watch.ts';

/** From one place to another, both included. */
export interface Places {
  readonly first: number;
  readonly last: number;
}

/** What a source's records are just now, read at the places of its files; null where a record has no id to write down. */
export function snapshotOf(
  { sqlite }: NewStore,
  { source, kind, fields }: Watch,
  at: number,
  { first, last }: Places,
): Snapshot | null {
  const hasMoney = fields.some(({ type }) => type.is === 'money');
  const columns = ['key', ...fields.map(({ column }) => column), ...(hasMoney ? ['currency'] : [])];
  const rows = sqlite
    .prepare(
      `select ${columns.map((column) => `"${column}"`).join(', ')} from "${kind.table}" where place between ? and ?`,
    )
    .iterate(first, last) as Iterable<Record<string, StoredValue>>;
  const records = new Map<string, string[]>();
  for (const row of rows) {
    const key = String(row['key']);
    if (!isId(key)) return null;
    records.set(
      key,
      fields.map((field) => textOf(field, row)),
    );
  }
  const shown = withoutNames(fields, records);
  return { source: source.name, kind: kind.name, at, ...shown, gone: null, forgets: source.forgets };
}

function textOf({ column, type }: Field, row: Readonly<Record<string, StoredValue>>): string {
  const value = row[column] ?? null;
  if (value === null) return '';
  return type.is === 'money' ? `${value} ${row['currency'] ?? ''}` : String(value);
}

/** A link that may lead to a name is not written down, nor the others of its field. */
function withoutNames(
  fields: readonly Field[],
  records: ReadonlyMap<string, readonly string[]>,
): Pick<Snapshot, 'fields' | 'records'> {
  const named = fields.map(({ type }, index) => {
    if (type.is !== 'link') return false;
    for (const values of records.values()) if (values[index] !== '' && !isId(values[index] ?? '')) return true;
    return false;
  });
  const names = fields.map(({ name }) => name);
  if (!named.includes(true)) return { fields: names, records };
  const kept = <T>(values: readonly T[]): T[] => values.filter((_, index) => !named[index]);
  return { fields: kept(names), records: new Map([...records].map(([key, values]) => [key, kept(values)])) };
}

/** What a look shows beyond the one before: many looks at much the same would not fit into memory. Both are of one source, and hold all its records. */
export function beyond(before: Snapshot | undefined, now: Snapshot): Snapshot {
  if (before?.fields.join() !== now.fields.join()) return now;
  const isSame = (key: string, values: readonly string[]): boolean => {
    const known = before.records.get(key);
    return known !== undefined && values.every((value, index) => value === known[index]);
  };
  const records = new Map([...now.records].filter(([key, values]) => !isSame(key, values)));
  return { ...now, records, gone: [...before.records.keys()].filter((key) => !now.records.has(key)) };
}
