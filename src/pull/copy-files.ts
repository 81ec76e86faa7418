/** The files of a place, copied as they are: each version once. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { matchingFiles } from '../records/files/matching-files.ts';
import type { ManifestFile } from '../records/manifest.ts';
import type { FileSource } from '../records/source.ts';
import type { PlaceSession, RemoteBytes, RemoteFile } from './connector.ts';
import type { PlaceConnection } from './connectors.ts';
import { bytesOf } from './disk.ts';
import { sha256Of } from '../records/files/sha256-of.ts';
import { placeFile } from './place-file.ts';
import { Passing, PullFault } from './pull-fault.ts';
import { instantText, isThere, withFile, workFolder, type Pulling } from './pulling.ts';
import { retrying } from './retrying.ts';
import type { CopyPart, Placing } from './state.ts';

/** A place whose files are copied, and what they are copied with. */
export interface Copying {
  readonly pulling: Pulling;
  readonly session: PlaceSession;
  readonly connection: PlaceConnection;
  readonly sources: readonly FileSource[];
  readonly whole: boolean;
  readonly check: () => void;
}

/** Copies a file where this version of it is not there yet. @returns its bytes; null where it is there. */
export async function copyFile(copying: Copying, remote: RemoteFile): Promise<number | null> {
  const { pulling, connection, whole } = copying;
  const name = `${connection.name}/${remote.name}`;
  copying.check();
  await finishCopy(copying, name);
  const known = pulling.manifest().files.find(({ file }) => file === name);
  const isSame = known !== undefined && remote.version !== null && known.version === remote.version;
  if (isSame && !whole && (await isThere(pulling.exports, known))) return null;
  const got = await fetchFile(copying, remote, name);
  const { part } = got;
  const sha256 = await sha256Of(partPath(pulling, name));
  if (known?.sha256 === sha256 && (await isThere(pulling.exports, known))) {
    const version = part.version ?? undefined;
    if (known.version !== version)
      await pulling.keepManifest(withFile(pulling.manifest(), { ...known, version, ...datedBy(copying, got.file) }));
    await drop(pulling, name);
    return null;
  }
  part.placing = { moves: partName(name), entry: entryOf(copying, got.file, part, sha256), replaces: [] };
  await pulling.keepState();
  await finishCopy(copying, name);
  return part.bytes;
}

function entryOf(copying: Copying, file: RemoteFile, part: CopyPart, sha256: string): Placing['entry'] {
  const { connection } = copying;
  return {
    file: `${connection.name}/${file.name}`,
    ...datedBy(copying, file),
    bytes: part.bytes,
    sha256,
    from: connection.name,
    ...(part.version === null ? {} : { version: part.version }),
  };
}

/** When the file was written, as its place says; else when it was copied. Where a source tells it by the file's name, the place does not. */
function datedBy(
  { pulling, connection, sources }: Copying,
  { name, modified }: RemoteFile,
): Pick<ManifestFile, 'asOf'> {
  const file = { name: `${connection.name}/${name}` };
  const isToldByName = sources.some(
    ({ reads, datedByName, asOf }) => (datedByName ?? asOf) !== null && matchingFiles(reads, [file]).length > 0,
  );
  return isToldByName ? {} : { asOf: instantText(modified ?? pulling.world.now()) };
}

async function finishCopy({ pulling }: Copying, name: string): Promise<void> {
  const part = pulling.state.copies[name];
  if (!part?.placing) return;
  await placeFile(pulling, part.placing);
  await drop(pulling, name);
}

async function drop(pulling: Pulling, name: string): Promise<void> {
  delete pulling.state.copies[name];
  await pulling.keepState();
  await pulling.disk.remove(partPath(pulling, name));
}

/** Names of files at a place may be longer, and deeper, than is good for one beside it. */
function partName(name: string): string {
  return `${createHash('sha256').update(name).digest('hex').slice(0, 32)}.copy`;
}

function partPath({ exports }: Pulling, name: string): string {
  return join(exports, workFolder, partName(name));
}

async function fetchFile(
  copying: Copying,
  remote: RemoteFile,
  name: string,
): Promise<{ readonly part: CopyPart; readonly file: RemoteFile }> {
  const { pulling, session } = copying;
  for (;;) {
    const before = pulling.state.copies[name]?.bytes ?? 0;
    try {
      return await retrying(
        pulling.world,
        async () => {
          const opened = await session.open(remote, await bytesLeft(pulling, name, remote));
          return { part: await takeBytes(copying, name, opened), file: opened.file };
        },
        { times: 4, what: remote.name },
      );
    } catch (error) {
      // What is no file, or may not be fetched, leaves nothing to go on with.
      if (error instanceof PullFault && error.of === 'input') await drop(pulling, name);
      if (!(error instanceof Passing) || (pulling.state.copies[name]?.bytes ?? 0) <= before) throw error;
    }
  }
}

/** How much of this version came before. */
async function bytesLeft({ exports, state }: Pulling, name: string, { version }: RemoteFile): Promise<number> {
  const part = state.copies[name];
  if (!part || version === null || part.version !== version) return 0;
  const found = (await bytesOf(join(exports, workFolder, partName(name)))) ?? 0;
  return found >= part.bytes ? part.bytes : 0;
}

/** Bytes between two notes of how far it is. */
const noteEvery = 8 << 20;

async function takeBytes(copying: Copying, name: string, { bytes, from, file }: RemoteBytes): Promise<CopyPart> {
  const { pulling, connection } = copying;
  const part: CopyPart = { version: file.version, bytes: from, placing: null };
  pulling.state.copies[name] = part;
  await pulling.keepState();
  const path = partPath(pulling, name);
  let isFirst = from === 0;
  let output = await pulling.disk.appendTo(path, from);
  let came = from;
  const note = async (): Promise<void> => {
    await output.close();
    part.bytes = came;
    await pulling.keepState();
  };
  try {
    for await (const piece of bytes) {
      if (isFirst) checkNoPage(connection, file.name, piece);
      isFirst = false;
      await output.write(piece);
      came += piece.length;
      pulling.world.report({
        connection: connection.name,
        file: file.name,
        rows: null,
        bytes: came,
        total: file.bytes,
      });
      if (came - part.bytes < noteEvery) continue;
      await note();
      output = await pulling.disk.appendTo(path, came);
      copying.check();
    }
  } finally {
    await note();
  }
  if (file.bytes === null || came === file.bytes) return part;
  const says = `${file.name} of ${connection.name}: ${came} bytes came, and it has ${file.bytes}`;
  if (came > file.bytes) part.bytes = 0;
  throw new Passing(says);
}

/** Servers send a page for people in place of a file that they do not want to give. */
function checkNoPage(connection: PlaceConnection, name: string, piece: Uint8Array): void {
  if (!/\.(?:csv|tsv|txt|zip|gz|xls[xm]?)$/i.test(name)) return;
  const begins = Buffer.from(piece.subarray(0, 200)).toString('latin1');
  if (!/^(?:\u00ef\u00bb\u00bf)?\s*<(?:!doctype\s+html|html[\s>])/i.test(begins)) return;
  const says = `${name} of ${connection.name} is a web page, and no file of its kind`;
  throw new PullFault(
    'input',
    says,
    'open its address in a browser, and see who may fetch it',
    connection.placeOf('at'),
  );
}
