import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Kysely } from 'kysely';
import { readAccount, writeAccount } from '../store/account.ts';
import type { KindFileRow } from '../store/database.ts';
import { makeStore, openStore } from '../store/open.ts';
import type { NewStore } from '../store/open.ts';
import { takeBack } from '../store/take-back.ts';
import { createSchema } from '../store/schema.ts';
import { readHeaders, writeHeaders, type FileHeader } from '../store/file-headers.ts';
import { keepIndexes } from '../store/indexes.ts';
import type { AnyTables } from '../store/bulk.ts';
import type { Company } from '../values/agreement.ts';
import type { Catalogue } from '../values/catalogue.ts';
import type { Problem } from '../values/problem.ts';
import type { IngestAccount } from '../values/rows.ts';
import { emptyAhead } from './ahead.ts';
import { settleAsOf } from './as-of.ts';
import { catalogueOf } from './catalogue.ts';
import type { Connection } from './connection.ts';
import { derivedFrom, deriveRecords, deriving } from './derive/derive-records.ts';
import { exportFiles } from './export-files.ts';
import type { ExportFile } from './export-files.ts';
import { checkFile } from './check-file.ts';
import { bulkFiles, tablesGiven } from './bulk/bulk-files.ts';
import { loadByThemselves } from './bulk/load-by-themselves.ts';
import { carryOver, markedDeleted } from './history/carry-over.ts';
import { disagreements } from './history/disagreements.ts';
import { exportOfFile, exportsIn, inOrderOfTime, withChanges } from './history/in-order-of-time.ts';
import { loadObserved } from './history/load-observed.ts';
import type { ObservedLine } from './history/observed-line.ts';
import { observing } from './history/observing.ts';
import { historyOf } from './history/watched-fields.ts';
import { clockOf } from './forms/moment.ts';
import { pullsTold } from './pulls-told.ts';
import { findHealth } from './health/find-health.ts';
import { withHeaderChanges } from './header-changes.ts';
import type { StepWatch } from './ingest-step.ts';
import { keepRun } from './known/keep-run.ts';
import type { KnownBy } from './known/known-by.ts';
import { knownRun } from './known/known-run.ts';
import type { Known } from './known/known-run.ts';
import { settleLinks } from './links.ts';
import { hiddenNames } from './load/hidden-names.ts';
import { loadFiles } from './load/load-files.ts';
import { gathered, progressOf } from './load/loaded-files.ts';
import type { IngestProgress } from './load/loaded-files.ts';
import { accountOf } from './load/row-counts.ts';
import { rowKeeper } from './load/row-keeper.ts';
import { mergeRecords } from './merge.ts';
import { personKeyed } from './person-key.ts';
import type { FileSource, Source } from './source.ts';

export interface IngestTask {
  readonly sources: readonly Source[];
  /** What `catalogueOf` makes of the sources, where the caller has it already. */
  readonly catalogue?: Catalogue;
  /** Where the exports are pulled from: with what the manifest says of their pulls, it is told how new they are. */
  readonly connections?: readonly Connection[];
  readonly exportsDir: string;
  /** The file that is replaced when the new one is complete. */
  readonly database: string;
  readonly company: Company;
  /** Seconds since 1970: files that say they were written later are warned of. */
  readonly now: number;
  readonly progress: (progress: IngestProgress) => void;
  /** How many threads read large exports, beside this one; none where nobody says. */
  readonly threads?: number;
  /**
   * The key of the hash that tells persons apart. Without one a random key is made and forgotten: nothing needs the same
   * hash twice, and what is not kept can't be used to try out addresses.
   */
  readonly personKey?: string | undefined;
  /** The titles of the metrics that read a field (`lead's source`) or anything of a kind (`lead`): what a missing column means. */
  readonly readBy?: (name: string) => readonly string[];
  /** What was observed between exports before: see `withObserved` for the sources that go with it. */
  readonly observed?: readonly ObservedLine[];
  /** What a run in which nothing changed is known by; without it everything is read. */
  readonly known?: KnownBy;
  readonly watch?: StepWatch | undefined;
}

export interface Ingested {
  readonly account: IngestAccount;
  readonly problems: readonly Problem[];
  /** What was observed so far, with what these exports showed. */
  readonly observed: readonly ObservedLine[];
  /** When the run before read them, seconds since 1970, where nothing has changed since; null: they were read now. */
  readonly readAt: number | null;
}

/**
 * Reads the exports into a new database, which takes the place of the old one when it is complete. With a fault among the problems
 * there is no new one, and the old one is as it was; the account is then empty. Where it would be the same (see `knownRun`) nothing is read.
 * @throws where the machine fails, another process changes the old one, or the account of rows does not add up.
 */
export async function ingest(task: IngestTask): Promise<Ingested> {
  const path = `${task.database}.new`;
  await mkdir(dirname(path), { recursive: true });
  takeBack(task.database);
  await rm(path, { force: true });
  task.watch?.('know');
  const known = await knownRun(task);
  if (known.same) return known.same;
  const store = makeStore(path);
  try {
    const before = await headersOf(task.database);
    const { problems, observed } = await fill(store, task, before, known.stamps);
    const account = hasFault(problems) ? emptyAccount : await readAccount(store.db);
    store.sqlite.close();
    if (!hasFault(problems)) await rename(path, task.database);
    return { account, problems, observed, readAt: null };
  } finally {
    store.sqlite.close();
    await rm(path, { force: true });
  }
}

const emptyAccount: IngestAccount = { files: [], rejected: [], links: [], health: [], pulls: [] };

function hasFault(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.level === 'fault');
}

/** The headers that the ingest before kept. A file that is no database tells none, and is replaced. */
async function headersOf(database: string): Promise<readonly FileHeader[]> {
  if (!existsSync(database)) return [];
  let db: ReturnType<typeof openStore> | null = null;
  try {
    db = openStore(database, { readonly: true });
    return await readHeaders(db);
  } catch {
    return [];
  } finally {
    await db?.destroy();
  }
}

async function fill(
  store: NewStore,
  task: IngestTask,
  before: readonly FileHeader[],
  stamps: Known['stamps'],
): Promise<Pick<Ingested, 'problems' | 'observed'>> {
  const { db, sqlite } = store;
  const { watch } = task;
  watch?.('load');
  const catalogue = task.catalogue ?? catalogueOf(task.sources);
  const clock = clockOf(task.company.timeZone);
  const sources = task.sources.filter(
    (source): source is FileSource => source.is === 'file' && source.observed !== true,
  );
  const read = await exportFiles(sources, task.exportsDir);
  const inOrder = inOrderOfTime(read.files, clock, task.now);
  const { files } = inOrder;
  const exports = exportsIn(files);
  const bulk = bulkFiles(files, exports);
  const tables = tablesGiven(
    files.filter((_, number) => bulk.has(number)),
    catalogue,
  );
  await createSchema(db, catalogue, new Set(tables));
  const keeper = rowKeeper(sqlite, { sources: withChanges(exports), exportOf: exportOfFile(exports) });
  const { timeZone, currency } = task.company;
  const personKey = task.personKey === undefined ? randomBytes(32) : Buffer.from(task.personKey);
  const context = { catalogue, clock, currency, personOf: personKeyed(personKey), hide: hiddenNames() };
  const progress = progressOf(files, task.progress);
  const folder = `${task.database}.parts`;
  const inParts = { catalogue, timeZone, currency, personKey };
  const reading = { store, files, keeper, progress, tables, folder, context: inParts, watch };
  const first = await loadByThemselves({ ...reading, numbers: [...bulk] }, task.threads ?? 0);
  sqlite.exec('begin');
  watch?.('load');
  const seen = { exports, before: task.observed ?? [] };
  const history = observing({ store, keeper, catalogue, sources: task.sources, files, ...seen });
  const numbers = [...files.keys()].filter((number) => !bulk.has(number));
  const others = await loadFiles({ files, numbers, keeper, context, progress, before: history.before });
  const loaded = gathered([...first, ...others], files);

  watch?.('settle');
  const gone = history.settle();
  const deleted = markedDeleted(store, sources);
  keeper.settleDeleted();
  keeper.settleAdded();
  await settleAsOf(loaded.undated, store, keeper, catalogue, clock);
  history.bringUpToDate();
  await emptyAhead(files, store, keeper, catalogue, clock);
  const checks = files.flatMap((file, number) =>
    loaded.faulty.has(number) ? [] : checkFile(file, keeper.countsOf(number), keeper.firstRejected(number), task.now),
  );
  const compared = { sources, before, now: loaded.headers, readBy: task.readBy ?? (() => []) };
  const found = [...read.problems, ...inOrder.problems, ...loaded.problems, ...gone, ...checks];
  const problems = withHeaderChanges(found, compared);
  if (hasFault(problems)) return { problems, observed: [] };
  const keepsPersons = task.personKey !== undefined;
  const carried = carryOver({ store, keeper, catalogue, sources, database: task.database, keepsPersons, deleted });
  watch?.('history');
  const observed = history.observed(task.observed ?? []);
  const disagreeing = disagreements(store, task.sources, observed);
  loadObserved({ store, sources: task.sources, clock, file: keeper.files.length }, observed);

  watch?.('merge');
  await mergeRecords(store, catalogue, keeper);
  watch?.('links');
  const links = await settleLinks(store, catalogue, files);
  watch?.('index');
  await keepIndexes(db as unknown as Kysely<AnyTables>, deriving);
  watch?.('derive');
  await deriveRecords({ store, sources: task.sources, catalogue, clock, returnsAfter: task.company.returnsAfter });
  watch?.('account');
  await writeHeaders(db, loaded.headers);
  const standing = files.filter((_, number) => !history.replaced.has(number));
  const pulls = pullsTold(task.connections ?? [], read.pulls);
  const account = { files: keeper.files.map(accountOf), links, pulls };
  await writeAccount(db, account, filesOfKinds(standing, task.sources));
  watch?.('health');
  await findHealth(db, catalogue, clock);
  const ended = { stamps, files: read.files, clock, observed, problems: [...found, ...carried, ...disagreeing] };
  watch?.('write');
  keepRun(store, task, ended);
  sqlite.exec('commit');
  sqlite.exec('analyze');
  return { problems: [...problems, ...carried, ...disagreeing], observed };
}

/** Which files each kind's records are made of, those that are derived from others too. */
function filesOfKinds(files: readonly ExportFile[], sources: readonly Source[]): KindFileRow[] {
  const rows = files.flatMap(({ source, file }) =>
    [...new Set(source.gives.map((gift) => gift.record))].map((kind) => ({ kind, source: source.name, file })),
  );
  const observed = sources.flatMap((source) => (source.is === 'file' && source.observed ? source.gives : []));
  const madeOfOthers = new Map<string, readonly string[]>([
    ...[...historyOf]
      .filter(([, kind]) => observed.some(({ record }) => record === kind))
      .map(([of, kind]) => [kind, [of]] as const),
    ...derivedFrom(sources),
  ]);
  const derived = [...madeOfOthers].flatMap(([kind, madeOf]) =>
    rows.filter((row) => madeOf.includes(row.kind)).map((row) => ({ ...row, kind })),
  );
  return [...rows, ...derived];
}
