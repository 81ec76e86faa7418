import { readFileSync, statSync } from 'node:fs';
import type { Edition } from '../values/edition.ts';

/**
 * The edition that a build shows, from the JSON file that the build command wrote.
 * Throws where the file is missing or no JSON: nothing can be published then.
 */
export function readEdition(path: string): Edition {
  return JSON.parse(readFileSync(path, 'utf8')) as Edition;
}

/** When that file was written, in milliseconds: while people edit, it is replaced under one name. */
export function editionWrittenAt(path: string): number {
  return statSync(path).mtimeMs;
}
