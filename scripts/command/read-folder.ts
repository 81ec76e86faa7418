import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { TextFile } from '../../src/values/text-file.ts';

/**
 * Reads the small files of a folder and its folders, sorted by path. A folder that is not there has none.
 * Paths are told from where the command was started, with slashes, as an editor opens them.
 */
export async function readFolder(folder: string, endings: readonly string[]): Promise<TextFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  });
  const paths = entries
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Promise.all(paths.map(async (path) => ({ path: shownPath(path), text: await readFile(path, 'utf8') })));
}

/** A path as an editor opens it: from where the command was started, with slashes. */
export function shownPath(path: string): string {
  const near = relative(process.cwd(), path);
  return (near.startsWith('..') ? path : near).split(sep).join('/');
}
