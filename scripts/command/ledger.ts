/** What is published stays known: the marks of closed periods, what stood week by week, what was observed between exports. All lie as plain files in one folder. */
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ledgerText, readLedger } from '../../src/publish/ledger-file.ts';
import { observedText, readObserved } from '../../src/records/history/observed-file.ts';
import type { ObservedLine } from '../../src/records/history/observed-line.ts';
import { readTold, toldText } from '../../src/publish/told-file.ts';
import type { Edition } from '../../src/values/edition.ts';
import { ledgerFile, observedFile, textOf, toldFile, type Place } from './ledger-places.ts';
import { shownPath } from './read-folder.ts';

/** The marks that were fixed so far, and every line that can't be read; none where nothing was published yet. */
export async function readTheLedger(task: Place): Promise<ReturnType<typeof readLedger>> {
  const path = ledgerFile(task);
  const text = await textOf(path);
  return text === '' ? { ledger: [], problems: [] } : readLedger({ path: shownPath(path), text });
}

/** What stood so far, in the same way. */
export async function readWhatStood(task: Place): Promise<ReturnType<typeof readTold>> {
  const path = toldFile(task);
  const text = await textOf(path);
  return text === '' ? { told: [], problems: [] } : readTold({ path: shownPath(path), text });
}

/** What was observed so far, in the same way. */
export async function readWhatWasObserved(task: Place): Promise<ReturnType<typeof readObserved>> {
  const path = observedFile(task);
  const text = await textOf(path);
  return text === '' ? { lines: [], problems: [] } : readObserved({ path: shownPath(path), text });
}

/** Keeps what was observed; a file that holds all of it is not touched. Returns how many lines are new. */
export async function keepWhatWasObserved(task: Place, lines: readonly ObservedLine[]): Promise<number> {
  return lines.length === 0 ? 0 : keepLines(observedFile(task), observedText(lines));
}

/** Keeps marks and what stands; a file that holds all of it is not touched. Returns how many lines are new in each. */
export async function keepWhatStands(
  task: Place,
  { ledger, told }: Pick<Edition, 'ledger' | 'told'>,
): Promise<{ readonly marks: number; readonly told: number }> {
  return {
    marks: await keepLines(ledgerFile(task), ledgerText(ledger)),
    told: await keepLines(toldFile(task), toldText(told)),
  };
}

async function keepLines(path: string, now: string): Promise<number> {
  const before = await textOf(path);
  const rows = (text: string) => Math.max(0, text.split('\n').filter(Boolean).length - 1);
  const added = rows(now) - rows(before);
  if (added === 0 && before !== '') return 0;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.next`, now);
  await rename(`${path}.next`, path);
  return added;
}
