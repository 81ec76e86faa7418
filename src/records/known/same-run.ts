import Sqlite from 'better-sqlite3';
import { readAccount } from '../../store/account.ts';
import { changeStore } from '../../store/change-store.ts';
import { openStore } from '../../store/open.ts';
import { replacePulls } from '../../store/pulls.ts';
import type { Problem } from '../../values/problem.ts';
import type { PullTold } from '../../values/pulls.ts';
import type { IngestAccount } from '../../values/rows.ts';
import { holdsAt } from './by-now.ts';
import type { KeptRun } from './kept-run.ts';
import { writeKeptRun } from './kept-run.ts';
import type { KnownBy } from './known-by.ts';
import { sameFiles } from './same-files.ts';
import type { Stamps } from './stamps.ts';
import { personKeyHash } from './written.ts';

/** What a run gave that there is no need to repeat. */
export interface SameRun {
  readonly account: IngestAccount;
  readonly problems: readonly Problem[];
  /** When the exports were read, seconds since 1970. */
  readonly readAt: number;
}

/** Where a run takes place, and by what it is known again. */
export interface RunPlace {
  readonly exportsDir: string;
  readonly database: string;
  /** Seconds since 1970. */
  readonly now: number;
  readonly personKey?: string | undefined;
  readonly known: KnownBy;
}

/** Whether a kept run was made by the same code in the same place, with the same key and at a time that makes no difference. */
export function isFromHere(run: KeptRun, { known, exportsDir, now, personKey }: RunPlace): boolean {
  return (
    known.fresh !== true &&
    run.code === known.code &&
    run.exportsDir === exportsDir &&
    run.personKey === personKeyHash(personKey) &&
    holdsAt(run.now, now)
  );
}

/** What is otherwise than it was kept, and yet no reason to read anything. */
interface Otherwise {
  readonly texts: string;
  readonly manifest: KeptRun['manifest'];
  /** What there is to tell of pulls now; null: what was told before. */
  readonly pulls: readonly PullTold[] | null;
}

/**
 * What a kept run gave, where the files of the exports are those that it read; null: they are not, or its account can't be read. What is otherwise is
 * written down, so that the next run knows it at once; where nothing is, the database is not touched.
 */
export async function giveAgain(
  run: KeptRun,
  { exportsDir, database }: RunPlace,
  { files }: Stamps,
  otherwise: Otherwise,
): Promise<SameRun | null> {
  const same = await sameFiles(exportsDir, run.files, files);
  if (same === 'others') return null;
  const { pulls, texts, manifest } = otherwise;
  const isAsKept = same === 'the same' && texts === run.texts && manifest?.text === run.manifest?.text;
  try {
    if (!isAsKept) {
      const stamped = run.files.map((file, nth) => ({ ...file, ...files[nth] }));
      await changeStore(database, async ({ db, sqlite }) => {
        if (pulls !== null) await replacePulls(db, pulls);
        writeKeptRun(sqlite, { ...run, files: stamped, texts, manifest });
      });
    }
    return { account: await accountIn(database), problems: run.problems, readAt: run.readAt };
  } catch (error) {
    if (error instanceof Sqlite.SqliteError && isDamage(error.code)) return null;
    throw error;
  }
}

/** Whether a store is cut or holds what no store does: exports that are read again make a new one. */
function isDamage(code: string): boolean {
  return /^SQLITE_(?:CORRUPT|NOTADB|ERROR)/.test(code);
}

async function accountIn(database: string): Promise<IngestAccount> {
  const db = openStore(database, { readonly: true });
  try {
    return await readAccount(db);
  } finally {
    await db.destroy();
  }
}
