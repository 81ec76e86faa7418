/** Where what was published and observed is kept. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Task } from './task.ts';

export type Place = Pick<Task, 'published'>;

/** Where the marks of closed periods are kept. */
export const ledgerFile = ({ published }: Place): string => join(published, 'marks.csv');
/** Where is kept what stood in each week in which something was published. */
export const toldFile = ({ published }: Place): string => join(published, 'told.csv');

/** Where is kept what was observed between exports. */
export const observedFile = ({ published }: Place): string => join(published, 'observed.csv');

/** The text of such a file; '' where there is none. */
export async function textOf(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  });
}
