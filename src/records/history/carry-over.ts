import { columnTypes, openEarlierStore } from '../../store/earlier-store.ts';
import type { EarlierFile, EarlierStore } from '../../store/earlier-store.ts';
import type { StoredValue } from '../../store/database.ts';
import type { NewStore } from '../../store/open.ts';
import { recordWriter } from '../../store/record-writer.ts';
import type { Catalogue, RecordKind } from '../../values/catalogue.ts';
import type { Problem } from '../../values/problem.ts';
import { columnOf } from '../column-of.ts';
import { placeOf, placesOf } from '../load/place.ts';
import { takeRecordless } from '../load/recordless-rows.ts';
import { addMade, newCounts } from '../load/row-counts.ts';
import type { RowCounts } from '../load/row-counts.ts';
import type { RowKeeper } from '../load/row-keeper.ts';
import type { FileSource } from '../source.ts';

/** What is needed to keep the records that exports no longer hold. */
export interface CarryTask {
  readonly store: NewStore;
  readonly keeper: RowKeeper;
  readonly catalogue: Catalogue;
  readonly sources: readonly FileSource[];
  /** The database of the run before. */
  readonly database: string;
  /** Whether hashes of persons are the same in every run. */
  readonly keepsPersons: boolean;
  /** Which records these exports tell of and do not give: see `markedDeleted`. */
  readonly deleted: ReadonlySet<string>;
}

/**
 * The records that the exports mark as deleted, as `kind key`, and those whose newest row gives none: a rule leaves it out now, or it is unreadable.
 * To be called before what is deleted is settled.
 */
export function markedDeleted({ sqlite }: NewStore, sources: readonly FileSource[]): ReadonlySet<string> {
  const told = takeRecordless(sqlite);
  const forgetful = sources.filter(({ forgets }) => forgets);
  if (forgetful.length === 0) return new Set();
  const rows = sqlite.prepare('select kind, key from deleted_row').all() as { kind: string; key: string }[];
  const recordless = forgetful.flatMap(({ name, gives }) => {
    const kinds = new Set(gives.filter(({ ofRow }) => ofRow).map(({ record }) => record));
    return [...kinds].flatMap((kind) => {
      const keys = sqlite
        .prepare(
          `select key from row_version as version where source = ?
            and not exists (select 1 from "${columnOf(kind)}" as given where given.key = version.key)`,
        )
        .pluck()
        .all(name) as string[];
      return keys.map((key) => ({ kind, key }));
    });
  });
  return new Set([...rows, ...told, ...recordless].map(({ kind, key }) => `${kind} ${key}`));
}

/**
 * Takes records over from the database before that the exports of their source no longer hold, where the source says that it forgets. They have an
 * account of their own, a row each. Warns of what can't be taken over.
 */
export function carryOver(task: CarryTask): readonly Problem[] {
  const forgetful = task.sources.filter(({ forgets }) => forgets);
  const earlier = forgetful.length === 0 ? null : openEarlierStore(task.database);
  if (!earlier) return [];
  try {
    return forgetful.flatMap((source) => carrySource(task, source, earlier));
  } finally {
    earlier.close();
  }
}

function carrySource(task: CarryTask, source: FileSource, earlier: EarlierStore): Problem[] {
  const files = earlier.files.filter((file) => file.source === source.name);
  const counts = newCounts(source.name, `kept from exports before: ${source.reads}`);
  const number = task.keeper.files.length;
  const lacking = kindsOf(task, source).flatMap(({ name, table, fields }) => {
    const { columns, lacks } = columnsCarried(task, source, { name, table, fields }, earlier);
    if (columns === null) return lacks;
    const writer = recordWriter(task.store.sqlite, table, ['place', ...columns]);
    const before = counts.rows;
    for (const file of files) {
      const { first, last } = placesOf(file.number);
      for (const row of earlier.rows(table, columns, first, last)) {
        if (task.deleted.has(`${name} ${row['key']}`)) continue;
        const values = columns.map((column): StoredValue => row[column] ?? null);
        if (writer.insert([placeOf(number, counts.rows + 1), ...values])) count(counts, name, file);
      }
    }
    return counts.rows > before ? lacks : [];
  });
  if (counts.rows > 0) task.keeper.files.push(counts);
  return lacking.length === 0 ? [] : [saysLacking(source, lacking)];
}

function count(counts: RowCounts, kind: string, { asOf }: EarlierFile): void {
  counts.rows += 1;
  counts.gaveRecords += 1;
  if (asOf !== null) counts.asOf = Math.max(counts.asOf ?? asOf, asOf);
  addMade(counts, kind, 1);
}

function kindsOf({ catalogue }: CarryTask, { gives }: FileSource): readonly RecordKind[] {
  return catalogue.kinds.filter(({ name }) => gives.some(({ record }) => record === name));
}

/** Which columns of a kind can be taken over as they are; null for none at all: records without ids are not known again. */
function columnsCarried(
  { store, keepsPersons }: CarryTask,
  { gives }: FileSource,
  { name, table, fields }: Pick<RecordKind, 'name' | 'table' | 'fields'>,
  earlier: EarlierStore,
): { readonly columns: readonly string[] | null; readonly lacks: readonly string[] } {
  const gifts = gives.filter(({ record }) => record === name);
  if (gifts.some(({ key, keyHidden }) => key === null || keyHidden))
    return { columns: null, lacks: [`${name} (it has no id)`] };
  const mappings = gifts.flatMap(({ columns }) => columns);
  const wanted = fields.filter((field) => mappings.some((mapping) => mapping.field === field.name));
  const [then, now] = [earlier.columns(table), columnTypes(store.sqlite, table)];
  // A number in place of a name is another in every run.
  const isKept = (column: string, field?: string): boolean =>
    then.get(column) === now.get(column) &&
    then.has(column) &&
    !mappings.some((mapping) => mapping.field === field && mapping.hidden);
  const own = ['key', 'modified', ...(keepsPersons ? ['person'] : [])];
  const currency = now.has('currency') && then.has('currency') ? ['currency'] : [];
  const kept = wanted.filter((field) => isKept(field.column, field.name)).map(({ column }) => column);
  const lacks = wanted.filter((field) => !isKept(field.column, field.name)).map((field) => `${name}'s ${field.name}`);
  return then.has('key')
    ? { columns: [...new Set([...own, ...kept, ...currency])], lacks }
    : { columns: null, lacks: [] };
}

function saysLacking({ at }: FileSource, lacking: readonly string[]): Problem {
  const says = `of records that the exports no longer hold, this can't be kept: ${[...new Set(lacking)].join(', ')}`;
  const fix = 'it is empty there; exports that still hold them would bring it back';
  return { level: 'warning', ...at, says, fix };
}
