import type { HttpsConnection } from '../../records/connection.ts';
import { askHttp, askUnpacked, type HttpAnswer } from '../places/http-answer.ts';
import { shown } from '../places/remote-names.ts';
import { retryAfter } from '../places/retry-after.ts';
import { Passing, PullFault } from '../pull-fault.ts';
import type { World } from '../world.ts';
import type { Proof } from './proof.ts';

/** A web server, and what it is asked with. */
export interface WebServer {
  readonly connection: HttpsConnection;
  readonly world: World;
  readonly proof: Proof | null;
  /** Seconds without a byte after which it counts as gone. */
  readonly silentAtMost: number;
}

const mostRedirections = 5;

/**
 * Asks for a file. Null: there is none of that name. All other answers but a success are thrown, and so are not those that the caller `takes`.
 *
 * A redirection is followed; but where it leads to another server, who asks is not shown there: the secret is for the first one alone. None leads
 * from an encrypted way to an open one.
 */
export async function askForFile(
  server: WebServer,
  name: string,
  method: 'GET' | 'HEAD',
  headers: Readonly<Record<string, string>>,
  takes: readonly number[],
): Promise<HttpAnswer | null> {
  const first = addressOf(server, name);
  let url = first;
  for (let hop = 0; hop <= mostRedirections; hop += 1) {
    const answer = await askAt(server, name, url, method, headers, url.origin === first.origin);
    const { status } = answer.response;
    if ((status >= 200 && status < 300) || takes.includes(status)) return answer;
    await answer.drop();
    if (status === 404 || status === 410) return null;
    if (![301, 302, 303, 307, 308].includes(status)) throw refusal(server, name, answer.response);
    url = leadsTo(server, name, url, answer.response);
  }
  const says = `${shown(name)}: the server leads from one address to the next, and to no file`;
  throw new PullFault(
    'input',
    says,
    'open it in a browser, and write the address where it ends',
    placeOfAddress(server),
  );
}

function askAt(
  { proof, silentAtMost }: WebServer,
  name: string,
  url: URL,
  method: 'GET' | 'HEAD',
  headers: Readonly<Record<string, string>>,
  isOwn: boolean,
): Promise<HttpAnswer> {
  const shownTo = proof && isOwn ? { authorization: proof.header } : {};
  const request = new Request(url, { method, headers: { ...headers, ...shownTo } });
  askUnpacked(request);
  return askHttp({ request, what: `${shown(name)} of ${url.host}`, silentAtMost });
}

/** A name beneath the connection's address, which counts as a folder. */
function addressOf({ connection }: WebServer, name: string): URL {
  const url = new URL(connection.address);
  const path = name.split('/').map(encodeURIComponent).join('/');
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/${path}`;
  return url;
}

function leadsTo(server: WebServer, name: string, from: URL, { headers }: Response): URL {
  const said = headers.get('location');
  const to = said !== null && URL.canParse(said, from) ? new URL(said, from) : null;
  if (to !== null && (to.protocol === 'https:' || (to.protocol === 'http:' && from.protocol === 'http:'))) return to;
  const where = to === null ? 'nowhere' : `${to.protocol}//${to.host}, where it would not be encrypted`;
  throw new PullFault('input', `${shown(name)}: the server leads to ${where}`, '', placeOfAddress(server));
}

function placeOfAddress({ connection }: WebServer) {
  return connection.placeOf('at');
}

/** An answer that is no file, in words. What the server wrote with it is not repeated. */
function refusal(server: WebServer, name: string, { status, headers }: Response): PullFault {
  const { connection, proof, world } = server;
  const { host } = connection.address;
  const variables = proof?.of.map(({ variable }) => variable).join(' and ');
  const place = proof?.of.at(-1)?.at ?? placeOfAddress(server);
  if (status === 401 && variables)
    return new PullFault(
      'input',
      `${host} does not know who asks (401)`,
      `what ${variables} holds is wrong or has expired`,
      place,
    );
  if (status === 401)
    return new PullFault('input', `${host} asks who we are (401)`, 'name a token, or a user and a password', place);
  if (status === 403) {
    const who = variables ? `who signs in with ${variables}` : 'who does not sign in';
    return new PullFault('input', `${shown(name)} may not be read by ${who} (403)`, `ask whoever runs ${host}`, place);
  }
  if (status === 429 || status === 408 || status === 425 || status >= 500) {
    const why = status === 429 ? 'the server asks us to be slower' : 'the server is not able to answer now';
    return new Passing(`${shown(name)} of ${host}: ${why} (${status})`, retryAfter(headers, world.now()));
  }
  return new PullFault(
    'input',
    `${shown(name)}: ${host} answers with the status ${status}`,
    '',
    placeOfAddress(server),
  );
}
