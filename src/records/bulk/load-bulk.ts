import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { NewStore } from '../../store/open.ts';
import { copyTables, tablesSql } from '../../store/part-tables.ts';
import { takeOutRepeats } from '../../store/repeated-keys.ts';
import type { RecordKind } from '../../values/catalogue.ts';
import type { ExportFile } from '../export-files.ts';
import type { StepWatch } from '../ingest-step.ts';
import type { Target } from '../load/given-record.ts';
import { giftsOfRow } from '../load/place.ts';
import type { LoadedFile } from '../load/loaded-files.ts';
import type { RowKeeper } from '../load/row-keeper.ts';
import { keepRepeats } from './keep-repeats.ts';
import type { Part, PartContext, PartTable, PartTask } from './part.ts';
import { noteTables } from './part.ts';

/** Loads a file by itself, here or in another thread. `onPiece` hears how many bytes and rows are read so far. */
export type PartLoader = (task: PartTask, onPiece: (bytes: number, rows: number) => void) => Promise<Part>;

export interface BulkTask {
  readonly store: NewStore;
  readonly files: readonly ExportFile[];
  /** Which of them are loaded. */
  readonly numbers: readonly number[];
  /** The tables that they give records for, whose keys are made when they are there. */
  readonly tables: readonly string[];
  readonly keeper: RowKeeper;
  readonly context: PartContext;
  readonly load: PartLoader;
  /** How many are loaded at the same time. */
  readonly atOnce: number;
  /** A folder for what is loaded and not yet in the store; made for it, and taken away. */
  readonly folder: string;
  readonly progress: (number: number, bytes: number, rows: number) => void;
  readonly watch?: StepWatch | undefined;
}

/**
 * Loads files that can be read without a look at any other (see `bulkFiles`), each into a database of its own, and puts these together. To be called before any
 * other file is read, and outside of a transaction. Afterwards all is as if the keeper had read them in order.
 */
export async function loadBulk(task: BulkTask): Promise<readonly LoadedFile[]> {
  const { store, keeper, context, folder } = task;
  const { kinds } = context.catalogue;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  try {
    const loaded = await loadEach(task);
    task.watch?.('keys');
    const takenOut = await takeOutRepeats(store, task.tables, giftsOfRow);
    const targets = targetsOf(loaded, keeper, kinds);
    if (takenOut) keepRepeats(store.sqlite, keeper, takenOut, (file) => targets.get(file) ?? []);
    return loaded.map(({ number, part: { problems, headers, facts } }) => ({ number, problems, headers, facts }));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface LoadedPart {
  readonly number: number;
  readonly part: Part;
}

/** Loads the files, the largest first, and copies each when it is loaded. */
async function loadEach(task: BulkTask): Promise<readonly LoadedPart[]> {
  const { store, files, keeper, context, load, progress } = task;
  const waiting = task.numbers.toSorted((one, other) => (files[other]?.bytes ?? 0) - (files[one]?.bytes ?? 0));
  const loaded: LoadedPart[] = [];
  const { kinds } = context.catalogue;
  const sql = tablesSql(store.sqlite);
  const tables = kinds.map(({ name, table }): PartTable => ({ kind: name, sql: sql.get(table) ?? '' }));
  const records = kinds.map(({ table }) => ({ name: table, columns: null }));
  const notes = Object.entries(noteTables).map(([name, types]) => ({ name, columns: Object.keys(types) }));
  const copied = [...records, ...notes];
  const loadNext = async (): Promise<void> => {
    for (let number = waiting.shift(); number !== undefined; number = waiting.shift()) {
      const file = files[number];
      if (!file) throw new Error(`There is no file ${number}.`);
      const { source, path, file: name, container, asOf } = file;
      const part = join(task.folder, `${number}.db`);
      const each: PartTask = { source, path, file: name, container, asOf, number, tables, part, context };
      const of = number;
      const came = await load(each, (bytes, rows) => progress(of, bytes, rows));
      progress(number, file.bytes, came.counts.rows);
      keeper.files[number] = came.counts;
      // What is faulty stops the run: nothing is made of it.
      if (came.problems.length === 0) copyTables(store.sqlite, part, copied);
      await rm(part);
      loaded.push({ number, part: came });
    }
  };
  await Promise.all(Array.from({ length: Math.min(task.atOnce, waiting.length) }, loadNext));
  return loaded;
}

/** What each file writes into. */
function targetsOf(
  loaded: readonly LoadedPart[],
  keeper: RowKeeper,
  kinds: readonly RecordKind[],
): ReadonlyMap<number, readonly Target[]> {
  const kindOf = new Map(kinds.map((kind) => [kind.name, kind]));
  return new Map(
    loaded.map(({ number, part }) => {
      const targets = part.targets.flatMap(({ kind, columns, keyColumn }) => {
        const known = kindOf.get(kind);
        return known ? [keeper.target(known, columns, 'settled', keyColumn)] : [];
      });
      return [number, targets] as const;
    }),
  );
}
