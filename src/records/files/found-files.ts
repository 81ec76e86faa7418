import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { openArchive } from './archive.ts';
import type { Archive, ArchiveEntry } from './archive.ts';
import { gunzipped } from './gzip.ts';
import { mostBytesOfPackedWorkbook } from './limits.ts';
import { piecesOf } from './pieces.ts';
import { UnusableFile } from './unusable-file.ts';
import { orGone, wholeFile } from './whole-file.ts';

/** A file of the exports, whether it lies in a folder, in a ZIP, or is packed by itself. */
export interface FoundFile {
  /** Relative to the exports; that of a file in a ZIP goes on after the ZIP's: `WE_1.ZIP/Lead.csv`. */
  readonly name: string;
  /** The ZIP that it lies in. */
  readonly archive: string | null;
  /** What is read of the disk for it, or of the unpacked ZIP. */
  readonly bytes: number;
  /** Its bytes, unpacked, piece by piece, each used up when the next one is asked for. @throws UnusableFile */
  readonly open: () => AsyncIterable<Buffer>;
  /** The parts of a workbook; null for all other files. */
  readonly openWorkbook: (() => Promise<Archive>) | null;
}

const pieceBytes = 256 * 1024;

/** All files of a folder by name; null where there is none. What begins with a dot, and what lies in such a folder, is no export: a pull is on its way there. */
export async function namesIn(folder: string): Promise<string[] | null> {
  try {
    const entries = await readdir(folder, { withFileTypes: true, recursive: true });
    const names = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    const within = names.map((name) => name.slice(join(folder, '/').length).replaceAll('\\', '/'));
    return within.filter((name) => !/(?:^|\/)\./.test(name)).sort();
  } catch {
    return null;
  }
}

/** What bears a name in a folder and is no file: a folder, a link, or what other programs write into. Null where nothing does. */
export async function otherThan(folder: string, name: string): Promise<string | null> {
  const entries = await readdir(folder, { withFileTypes: true });
  const found = entries.find((entry) => entry.name.toLowerCase() === name.toLowerCase() && !entry.isFile());
  if (!found) return null;
  if (found.isDirectory()) return 'a folder';
  return found.isSymbolicLink() ? 'a link, which is not followed' : 'a pipe or a device';
}

/** What a file of a folder comes to: itself, or all that lies in it where it is a ZIP. @throws UnusableFile */
export async function filesOf(path: string, name: string): Promise<readonly FoundFile[]> {
  if (!/\.zip$/i.test(name)) return [await plainFile(path, name)];
  const archive = await openArchive(path);
  archive.close();
  const entries = archive.entries.filter((entry) => !/(?:^|\/)(?:__MACOSX\/|\.)/.test(entry.name));
  return entries.map((entry) => packedFile(path, name, entry));
}

async function plainFile(path: string, name: string): Promise<FoundFile> {
  const { size: bytes } = await stat(path).catch((error: unknown) => Promise.reject(orGone(error)));
  // What unpacks holds on to what it was given.
  const packed = (): AsyncIterable<Buffer> => createReadStream(path, { highWaterMark: pieceBytes });
  const open = /\.gz$/i.test(name)
    ? () => gunzipped(wholeFile(packed(), bytes))
    : () => wholeFile(piecesOf(path), bytes);
  const openWorkbook = isWorkbook(name) ? () => openArchive(path) : null;
  return { name, archive: null, bytes, open, openWorkbook };
}

function packedFile(path: string, archive: string, { name, bytes, reopen }: ArchiveEntry): FoundFile {
  const open = (): AsyncIterable<Buffer> => reopen(path);
  const unpacked = /\.gz$/i.test(name) ? () => gunzipped(open()) : open;
  const openWorkbook = isWorkbook(name) ? () => inMemory(unpacked, bytes) : null;
  return { name: `${archive}/${name}`, archive, bytes, open: unpacked, openWorkbook };
}

/** A workbook's parts are read out of order, so that one in a ZIP is held in memory. */
async function inMemory(open: () => AsyncIterable<Buffer>, bytes: number): Promise<Archive> {
  if (bytes > mostBytesOfPackedWorkbook) {
    throw new UnusableFile('this workbook is too large to be read inside a ZIP', 'unpack the ZIP');
  }
  const pieces: Buffer[] = [];
  for await (const piece of open()) pieces.push(piece);
  return openArchive(Buffer.concat(pieces));
}

function isWorkbook(name: string): boolean {
  return /\.xls[xm]$/i.test(name);
}
