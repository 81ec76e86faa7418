import { knownAtOnce } from '../../src/records/known/known-at-once.ts';
import { codeTold } from './code-told.ts';
import { observedFile, textOf } from './ledger-places.ts';
import { onDatabase } from './machine-fault.ts';
import { printProblems } from './print-problems.ts';
import type { IngestedStep } from './say-account.ts';
import type { Task } from './task.ts';
import { textsWritten } from './texts-written.ts';

/**
 * What the ingest before gave, with its warnings printed, where nothing at all has changed since: then neither agreement nor sources need to be understood. Null
 * where it takes more to tell.
 */
export async function nothingNew(task: Task): Promise<IngestedStep | null> {
  const { exports: exportsDir, database, now } = task;
  const known = { code: codeTold, texts: await textsWritten(task), fresh: task.said['fresh'] === 'yes' };
  const observed = { text: await textOf(observedFile(task)), isKept: task.fixesMarks };
  const same = await onDatabase(database, () => knownAtOnce({ exportsDir, database, now, known }, observed));
  if (same) printProblems(same.problems, false);
  return same;
}
