import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { ledgerFile, textOf, toldFile } from './ledger-places.ts';
import { readFolder } from './read-folder.ts';
import type { Task } from './task.ts';

/**
 * Tells the texts, with their paths, that a company wrote and published: with the same ones it is the same company. What was observed is not among them: an
 * ingest adds to it.
 */
export async function textsWritten(task: Task): Promise<string> {
  const sources = await readFolder(join(task.data, 'sources'), ['.yml', '.yaml']);
  const agreement = await readFolder(join(task.data, 'agreement'), ['.yml', '.yaml', '.md']);
  const published = await Promise.all([ledgerFile(task), toldFile(task)].map(textOf));
  return createHash('sha256')
    .update(JSON.stringify([sources, agreement, published]))
    .digest('hex');
}
