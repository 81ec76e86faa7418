import { crc32 } from 'node:zlib';
import { fromBufferPromise, getFileNameLowLevel, openPromise } from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import { inOneLine } from '../in-one-line.ts';
import { mostEntries, refuseBomb } from './limits.ts';
import { isOfMachine, UnusableFile } from './unusable-file.ts';
import { orGone } from './whole-file.ts';

/** A file in a ZIP. */
export interface ArchiveEntry {
  /** With its folders, parted by `/`. */
  readonly name: string;
  /** Bytes when unpacked, as the ZIP says. */
  readonly bytes: number;
  /** Its bytes, unpacked piece by piece; never more of them than the ZIP says. @throws UnusableFile */
  open(): AsyncIterable<Buffer>;
  /** The same once the archive is closed, of the ZIP at this path: what it holds is not listed again. @throws UnusableFile */
  reopen(path: string): AsyncIterable<Buffer>;
}

/** A ZIP that is open: it is to be closed. */
export interface Archive {
  readonly entries: readonly ArchiveEntry[];
  close(): void;
}

const damaged = new UnusableFile(
  'this ZIP is damaged or was cut short',
  'download it again, and see whether it has its whole size',
);

/** Opens a ZIP by its path, or one that is held in memory, and reads what it holds. Nothing is unpacked yet. @throws UnusableFile */
export async function openArchive(from: string | Buffer): Promise<Archive> {
  return orDamaged(async () => {
    const zip = await openZip(from);
    try {
      return { entries: await entriesOf(zip), close: () => zip.close() };
    } catch (error) {
      zip.close();
      throw error;
    }
  });
}

async function openZip(from: string | Buffer): Promise<ZipFile> {
  const options = { autoClose: false, decodeStrings: false } as const;
  const zip = typeof from === 'string' ? await openPromise(from, options) : await fromBufferPromise(from, options);
  // Errors reach whoever waits for an entry; one that comes later has nobody to wait for it.
  zip.on('error', () => undefined);
  return zip;
}

async function* reopened(path: string, entry: Entry, name: string): AsyncIterable<Buffer> {
  const zip = await orDamaged(() => openZip(path));
  try {
    yield* unpacked(zip, entry, name);
  } finally {
    zip.close();
  }
}

async function orDamaged<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw asUnusable(error);
  }
}

function asUnusable(error: unknown): unknown {
  if (error instanceof UnusableFile || isOfMachine(error)) return orGone(error);
  return error instanceof Error && error.message.includes('encrypt') ? encrypted(null) : damaged;
}

async function entriesOf(zip: ZipFile): Promise<ArchiveEntry[]> {
  if (zip.entryCount > mostEntries) {
    const most = mostEntries.toLocaleString('en-GB');
    throw new UnusableFile(`this ZIP says that it holds more than ${most} files`, 'unpack it, and keep what is needed');
  }
  const entries: ArchiveEntry[] = [];
  let packed = 0;
  for await (const entry of zip.eachEntry()) {
    const name = nameOf(entry);
    packed += entry.compressedSize;
    if (packed > zip.fileSize) throw damaged;
    if (name.endsWith('/')) continue;
    entries.push({
      name,
      bytes: entry.uncompressedSize,
      open: () => unpacked(zip, entry, name),
      reopen: (path) => reopened(path, entry, name),
    });
  }
  return entries;
}

function nameOf(entry: Entry): string {
  // Names are not decoded by the library, so that each can be judged here and named.
  const raw = entry.fileName as unknown;
  const bytes = Buffer.isBuffer(raw) ? raw : entry.fileNameRaw;
  const name = getFileNameLowLevel(entry.generalPurposeBitFlag, bytes, entry.extraFields, true);
  const climbs = name.startsWith('/') || /^[A-Za-z]:/.test(name) || name.includes('\\') || name.includes('\0');
  if (climbs || name.split('/').includes('..')) {
    throw new UnusableFile(
      `this ZIP holds a file with a path that leads out of it: "${inOneLine(name)}"`,
      'do not use it: no CRM makes such a ZIP',
    );
  }
  return name;
}

function encrypted(name: string | null): UnusableFile {
  const says = name === null ? 'this ZIP is encrypted' : `"${name}" in this ZIP is encrypted`;
  return new UnusableFile(says, 'unpack it with its password, and put the files here as they are');
}

async function* unpacked(zip: ZipFile, entry: Entry, name: string): AsyncIterable<Buffer> {
  if (entry.isEncrypted()) throw encrypted(inOneLine(name));
  if (!entry.canDecodeFileData()) {
    throw new UnusableFile(
      `"${inOneLine(name)}" is packed in a way that is not read here`,
      'pack it again with the usual way, deflate',
    );
  }
  refuseBomb(entry.compressedSize, entry.uncompressedSize, inOneLine(name));
  let checksum = 0;
  let bytes = 0;
  try {
    const stream = await zip.openReadStreamPromise(entry);
    for await (const piece of stream as AsyncIterable<Buffer>) {
      checksum = crc32(piece, checksum);
      bytes += piece.length;
      yield piece;
    }
  } catch (error) {
    throw asUnusable(error);
  }
  if (bytes !== entry.uncompressedSize || checksum !== entry.crc32) throw damaged;
}
