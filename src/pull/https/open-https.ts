/** Files that a web server hands out by their names: it lists none, so that each is named. */
import type { HttpsConnection } from '../../records/connection.ts';
import type { PlaceSession, RemoteBytes, RemoteFile } from '../connector.ts';
import { Passing, PullFault } from '../pull-fault.ts';
import { allFound, checkAsked, isPattern, shown } from '../places/remote-names.ts';
import type { HttpAnswer } from '../places/http-answer.ts';
import { silentAtMost } from '../places/within-time.ts';
import type { Secrets } from '../secrets.ts';
import type { World } from '../world.ts';
import { askForFile, type WebServer } from './ask-for-file.ts';
import { fileOf, rangeOf, resumesBy } from './file-of.ts';
import { proofOf } from './proof.ts';
import { checkNoPage } from './web-page.ts';

/**
 * Signs in to a web server: nothing is asked before its files are. It tries nothing twice: what may pass is thrown as `Passing`, and whoever copies a
 * file knows how far it came.
 */
export async function openHttps(
  connection: HttpsConnection,
  world: World,
  secrets: Secrets,
  limits: { readonly silentAtMost: number } = { silentAtMost },
): Promise<PlaceSession> {
  const at = connection.placeOf('fetches');
  const pattern = connection.fetches.find(isPattern);
  if (pattern !== undefined)
    throw new PullFault(
      'input',
      `${shown(pattern)} is a pattern, and a web server lists no files`,
      'name each file',
      at,
    );
  checkAsked(connection.fetches, at);
  const proof = proofOf(connection, secrets);
  const server: WebServer = { connection, world, proof, ...limits };
  return {
    list: () => listFiles(server),
    open: (file, from) => openFile(server, file, from),
    close: () => Promise.resolve(),
  };
}

async function listFiles(server: WebServer): Promise<readonly RemoteFile[]> {
  const found = new Map<string, readonly RemoteFile[]>();
  for (const name of server.connection.fetches) {
    const answer = await headOf(server, name);
    await answer?.drop();
    if (answer) checkNoPage(name, answer.response, server);
    found.set(name, answer ? [fileOf(name, answer.response)] : []);
  }
  return allFound(found, server.connection.address.host, server.connection.placeOf('fetches'));
}

/** Not every server answers HEAD: one that has no such thing is asked for the file, and its body is let go. Null: no such file. */
async function headOf(server: WebServer, name: string): Promise<HttpAnswer | null> {
  const head = await askForFile(server, name, 'HEAD', {}, [405, 501]);
  return head === null || head.response.ok ? head : askForFile(server, name, 'GET', {}, []);
}

async function openFile(server: WebServer, file: RemoteFile, from: number): Promise<RemoteBytes> {
  const by = from > 0 ? resumesBy(file) : null;
  if (by === null) return wholeFile(server, file);
  const answer = await askForFile(server, file.name, 'GET', { range: `bytes=${from}-`, 'if-range': by }, [416]);
  if (answer === null) return wholeFile(server, file);
  const range = rangeOf(answer.response);
  if (answer.response.status === 416) {
    await answer.drop();
    // Nothing was left: the whole of it had come, where it is still of that length.
    const isWhole = range?.total === from && file.bytes === from;
    return isWhole ? { bytes: noBytes(), from, file } : wholeFile(server, file);
  }
  if (answer.response.status !== 206) return begun(server, file.name, answer);
  const seen = fileOf(file.name, answer.response);
  if (range?.from !== from || (seen.version !== null && seen.version !== file.version)) {
    await answer.drop();
    return wholeFile(server, file);
  }
  return { bytes: answer.bytes(), from, file };
}

async function wholeFile(server: WebServer, { name }: RemoteFile): Promise<RemoteBytes> {
  const answer = await askForFile(server, name, 'GET', {}, []);
  const at = server.connection.placeOf('fetches');
  if (answer === null) throw new PullFault('input', `${shown(name)} is no longer there`, '', at);
  return begun(server, name, answer);
}

/** A file from its first byte on. That it is no web page is told by its kind here; whoever copies it looks how it begins, too. */
async function begun(server: WebServer, name: string, answer: HttpAnswer): Promise<RemoteBytes> {
  const { response } = answer;
  if (response.status === 206) {
    await answer.drop();
    throw new Passing(`${shown(name)}: the server sent a part that nobody asked for`);
  }
  try {
    checkNoPage(name, response, server);
  } catch (error) {
    await answer.drop();
    throw error;
  }
  return { bytes: answer.bytes(), from: 0, file: fileOf(name, response) };
}

async function* noBytes(): AsyncGenerator<Uint8Array> {}
