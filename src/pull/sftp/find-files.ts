import type { Stats } from 'ssh2';
import type { Place } from '../../values/problem.ts';
import type { RemoteFile } from '../connector.ts';
import { checkFound, isMeant, isPattern } from '../places/remote-names.ts';
import type { SftpFolder } from './sftp-folder.ts';

/** The files that one of `fetches` means, part by part: only folders that it names, or that a pattern means, are looked into. */
export async function filesFor(folder: SftpFolder, wanted: string, at: Place): Promise<readonly RemoteFile[]> {
  return filesBeneath(folder, '', wanted.split('/'), at);
}

async function filesBeneath(
  folder: SftpFolder,
  beneath: string,
  [part = '', ...deeper]: readonly string[],
  at: Place,
): Promise<readonly RemoteFile[]> {
  const names = isPattern(part) ? await namesIn(folder, beneath, part, at) : [part];
  const found: RemoteFile[] = [];
  for (const name of names) {
    const whole = beneath === '' ? name : `${beneath}/${name}`;
    if (deeper.length > 0) {
      found.push(...(await filesBeneath(folder, whole, deeper, at)));
      continue;
    }
    const stats = await folder.look(whole);
    if (stats?.isFile()) found.push(fileOf(whole, stats));
  }
  return found;
}

/** What a server says that lies in a folder is a name only when it is one: it may say anything. */
async function namesIn(folder: SftpFolder, beneath: string, part: string, at: Place): Promise<readonly string[]> {
  const entries = (await folder.entries(beneath)) ?? [];
  const names = entries.map(({ filename }) => filename).filter((name) => name !== '.' && name !== '..');
  for (const name of names) checkFound(part, name, at);
  return names.filter((name) => isMeant(part, name) && (!name.startsWith('.') || part.startsWith('.'))).sort();
}

/** SFTP tells no version: bytes and time, in whole seconds, stand for one. */
export function fileOf(name: string, { size, mtime }: Stats): RemoteFile {
  return { name, bytes: size, modified: mtime, version: `${size} bytes of ${mtime}` };
}
