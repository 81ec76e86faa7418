/** What was pulled of a table before, and whether changes since then are enough. */
import { readInstant } from '../records/forms/instant.ts';
import type { ManifestFile } from '../records/manifest.ts';
import { isThere, type Pulling } from './pulling.ts';

/** A table as it was pulled: the file that holds everything, and those of changes, oldest first. */
export interface Base {
  readonly whole: ManifestFile;
  readonly changes: readonly ManifestFile[];
  /** The server's clock up to which they hold all changes, seconds since 1970. */
  readonly upTo: number;
}

/** Keys that a pull adds to a file's entry of the manifest, beside those that everyone may read. */
export interface OwnKeys {
  /** Tells one ask from another. */
  readonly asked: string;
  /** By this machine's clock: when everything was pulled anew, and when the last pull of the table was complete. */
  readonly anew: string;
  readonly complete: string;
  /** The API's words for the types of its columns. */
  readonly types: Readonly<Record<string, string>>;
}

/** All files of a table that the manifest names. */
export function filesOfTable(pulling: Pulling, from: string, file: string): readonly ManifestFile[] {
  const isOf = (each: ManifestFile): boolean => each.from === from && each.file.split('/').at(-1) === file;
  return pulling
    .manifest()
    .files.filter((each) => isOf(each) && each.upTo !== undefined)
    .toSorted((one, other) => instant(one.upTo) - instant(other.upTo));
}

/** What changes of a table can be added to; null where there is nothing whole, a file of it is gone, or it was asked for in another way. */
export async function baseOf(pulling: Pulling, from: string, file: string, asked: string): Promise<Base | null> {
  const files = filesOfTable(pulling, from, file);
  const last = files.findLastIndex(({ holds }) => holds === 'everything');
  const [whole, ...changes] = last === -1 ? [] : files.slice(last);
  if (!whole) return null;
  for (const each of [whole, ...changes])
    if (each['asked'] !== asked || !(await isThere(pulling.exports, each))) return null;
  return { whole, changes, upTo: instant((changes.at(-1) ?? whole).upTo) };
}

/** All files of a base, oldest first. */
export function entriesOf({ whole, changes }: Base): readonly ManifestFile[] {
  return [whole, ...changes];
}

const day = 86_400;

/** What is known of a table that matters to how much of it is pulled. */
export interface Wanting {
  /** Seconds; null: it is decided here. */
  readonly wholeEvery: number | null;
  readonly hasFormula: boolean;
  readonly tellsDeletedDays: number | null;
}

/** When many files of changes become one. */
export const changesAtMost = 60;

/**
 * Whether everything is pulled anew on top of a base. Ages are held against this machine's clock at both ends, so that a clock that is wrong by days
 * is wrong for both.
 */
export function isDueAnew({ whole, changes }: Base, wanting: Wanting, now: number): boolean {
  const { wholeEvery, hasFormula, tellsDeletedDays } = wanting;
  // What is never told as deleted is seen to be gone once a day.
  const usual = tellsDeletedDays === null ? day : hasFormula ? 7 * day : 30 * day;
  if (now - own(whole, 'anew') >= (wholeEvery ?? usual)) return true;
  const complete = own(changes.at(-1) ?? whole, 'complete');
  return tellsDeletedDays !== null && now - complete >= (tellsDeletedDays - 1) * day;
}

function own(file: ManifestFile, key: keyof OwnKeys): number {
  const said = file[key];
  return typeof said === 'string' ? instant(said) : 0;
}

function instant(text: string | undefined): number {
  return text === undefined ? 0 : (readInstant(text) ?? 0);
}
