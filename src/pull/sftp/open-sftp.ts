/** A folder that a server shows by SFTP (draft-ietf-secsh-filexfer-02, over SSH). */
import type { SftpConnection } from '../../records/connection.ts';
import type { PlaceSession, RemoteBytes, RemoteFile } from '../connector.ts';
import { allFound, checkAsked, shown } from '../places/remote-names.ts';
import { silentAtMost } from '../places/within-time.ts';
import { Passing, PullFault } from '../pull-fault.ts';
import type { Secrets } from '../secrets.ts';
import type { World } from '../world.ts';
import { fileOf, filesFor } from './find-files.ts';
import { proofOf } from './proof.ts';
import { bytesOf } from './read-file.ts';
import { folderOf, type SftpFolder } from './sftp-folder.ts';
import { signIn, type Line } from './sign-in.ts';

/**
 * Signs in to a server. A line that was lost is made anew when the next thing is asked; else nothing is tried twice: what may pass is thrown as
 * `Passing`, and whoever copies a file knows how far it came.
 */
export async function openSftp(
  connection: SftpConnection,
  _world: World,
  secrets: Secrets,
  limits: { readonly silentAtMost: number } = { silentAtMost },
): Promise<PlaceSession> {
  const at = connection.placeOf('fetches');
  checkAsked(connection.fetches, at);
  const proof = await proofOf(connection, secrets);
  let line: Line | null = null;
  const folder = async (): Promise<SftpFolder> => {
    if (!line || line.lost()) line = await signIn(connection, proof, limits.silentAtMost);
    return folderOf(connection, line);
  };
  /** The version of each file that was seen last. */
  const seen = new Map<string, string>();
  return {
    list: async () => {
      const files = await listFiles(connection, await folder());
      for (const { name, version } of files) if (version !== null) seen.set(name, version);
      return files;
    },
    open: async (file, from) => openFile(connection, await folder(), seen, file, from),
    close: async () => line?.end(),
  };
}

async function listFiles(connection: SftpConnection, folder: SftpFolder): Promise<readonly RemoteFile[]> {
  const { fetches, address, folder: path, placeOf } = connection;
  const at = placeOf('fetches');
  if ((await folder.look('')) === null) {
    const says = `there is no folder "${path}" at ${address.host}`;
    throw new PullFault(
      'input',
      says,
      'write it as the server knows it: where it lets you in, or from / on',
      placeOf('folder'),
    );
  }
  const found = new Map<string, readonly RemoteFile[]>();
  for (const wanted of fetches) found.set(wanted, await filesFor(folder, wanted, at));
  return allFound(found, path === '.' ? address.host : `"${path}" of ${address.host}`, at);
}

/**
 * A server lets a file be read while another one writes it. So a file must look the same at two looks, one before and one behind its last byte; where it
 * does not, it is tried again, and is taken once it has come to rest.
 */
async function openFile(
  { placeOf }: SftpConnection,
  folder: SftpFolder,
  seen: Map<string, string>,
  asked: RemoteFile,
  from: number,
): Promise<RemoteBytes> {
  const { name } = asked;
  const look = async (): Promise<RemoteFile> => {
    const stats = await folder.look(name);
    if (stats === null) throw new PullFault('input', `${shown(name)} is no longer there`, '', placeOf('fetches'));
    return fileOf(name, stats);
  };
  const atRest = (file: RemoteFile): void => {
    const before = seen.get(name) ?? asked.version;
    seen.set(name, file.version ?? '');
    if (before !== file.version) throw stillWritten(name, asked, file);
  };
  const file = await look();
  atRest(file);
  const handle = await folder.open(name);
  if (handle === null) throw new Passing(`${shown(name)} went away while it was opened`);
  const begin = file.version === asked.version && from <= (file.bytes ?? 0) ? from : 0;
  const bytes = bytesOf(folder, handle, file, begin, async () => atRest(await look()));
  return { bytes, from: begin, file };
}

function stillWritten(name: string, { bytes: before }: RemoteFile, { bytes: after }: RemoteFile): Passing {
  const how = before === after ? 'it was changed' : `it had ${before} bytes and has ${after}`;
  return new Passing(`${shown(name)} is still being written: ${how} since it was listed`);
}
