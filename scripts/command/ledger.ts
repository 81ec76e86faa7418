import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ledgerText, readLedger } from '../../src/publish/ledger-file.ts';
import type { FixedMark } from '../../src/values/value.ts';
import { shownPath } from './read-folder.ts';
import type { Task } from './task.ts';

/** Where the marks of closed periods are kept. */
export const ledgerFile = ({ published }: Pick<Task, 'published'>): string => join(published, 'marks.csv');

async function textOf(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  });
}

/** The marks that were fixed so far, and every line that can't be read; none where nothing was published yet. */
export async function readTheLedger(task: Pick<Task, 'published'>): Promise<ReturnType<typeof readLedger>> {
  const path = ledgerFile(task);
  const text = await textOf(path);
  return text === '' ? { ledger: [], problems: [] } : readLedger({ path: shownPath(path), text });
}

/** Keeps the marks; a file that holds them all is not touched. Returns how many are new. */
export async function keepTheLedger(task: Pick<Task, 'published'>, ledger: readonly FixedMark[]): Promise<number> {
  const path = ledgerFile(task);
  const [before, now] = [await textOf(path), ledgerText(ledger)];
  const rows = (text: string) => Math.max(0, text.split('\n').filter(Boolean).length - 1);
  const added = rows(now) - rows(before);
  if (added === 0 && before !== '') return 0;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.next`, now);
  await rename(`${path}.next`, path);
  return added;
}
