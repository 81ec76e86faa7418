import type { LoadedFile } from '../load/loaded-files.ts';
import { loadBulk } from './load-bulk.ts';
import type { BulkTask } from './load-bulk.ts';
import { loadPart } from './load-part.ts';
import { partThreads } from './part-threads.ts';

/** Exports of fewer bytes are read sooner than a thread is there. */
const worthThreads = 2 ** 24;

/** Loads files that need no other (see `loadBulk`): by at most so many threads where they are large. */
export async function loadByThemselves(
  task: Omit<BulkTask, 'load' | 'atOnce'>,
  most: number,
): Promise<readonly LoadedFile[]> {
  const bytes = task.numbers.reduce((sum, number) => sum + (task.files[number]?.bytes ?? 0), 0);
  if (most === 0 || bytes < worthThreads) return loadBulk({ ...task, load: loadPart, atOnce: 1 });
  const threads = partThreads();
  try {
    return await loadBulk({ ...task, load: threads.load, atOnce: most });
  } finally {
    await threads.end();
  }
}
