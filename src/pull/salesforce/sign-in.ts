/** Signing in as an app of the company, by the client credentials flow of OAuth 2: https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_client_credentials_flow.htm */
import type { Connection as Jsforce } from 'jsforce';
import { z } from 'zod';
import type { SalesforceConnection } from '../../records/connection.ts';
import { Passing, PullFault } from '../pull-fault.ts';
import type { Secrets } from '../secrets.ts';
import { textOf, type Wire } from './wire.ts';

/** A session that was signed in to. */
export interface SignedIn {
  readonly jsforce: Jsforce;
  /** Asks for what jsforce would keep in memory, or whose headers it drops. `path` begins behind the version: `/jobs/query`. */
  readonly fetch: (path: string, post?: unknown) => Promise<Response>;
}

const tokenSchema = z.object({ access_token: z.string().min(1), instance_url: z.url() });

/** Signs in; each time a new session. */
export async function signIn(connection: SalesforceConnection, secrets: Secrets, wire: Wire): Promise<SignedIn> {
  const { OAuth2 } = await import('jsforce/lib/oauth2.js');
  const oauth2 = new OAuth2({
    loginUrl: connection.address.origin,
    clientId: secrets.of(connection.secrets['client id']),
    clientSecret: secrets.of(connection.secrets['client secret']),
  });
  oauth2._transport = await carriedBy(wire);
  const told = await oauth2.requestToken({ grant_type: 'client_credentials' }).catch((error: unknown) => {
    throw signInRefused(error, connection);
  });
  const token = tokenSchema.safeParse(told);
  if (!token.success) throw new Passing('Salesforce answered the sign-in with something that is no token');
  secrets.also(token.data.access_token);
  return sessionAt(checkedInstance(token.data.instance_url, connection), token.data.access_token, connection, wire);
}

async function sessionAt(
  instance: string,
  token: string,
  { apiVersion }: SalesforceConnection,
  wire: Wire,
): Promise<SignedIn> {
  const { Connection } = await import('jsforce/lib/connection.js');
  const jsforce = new Connection({ instanceUrl: instance, accessToken: token, version: apiVersion });
  jsforce._transport = await carriedBy(wire);
  return {
    jsforce,
    fetch: (path, post) =>
      wire.send({
        url: `${instance}/services/data/v${apiVersion}${path}`,
        method: post === undefined ? 'GET' : 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          ...(post !== undefined && { 'content-type': 'application/json; charset=utf-8' }),
        },
        ...(post !== undefined && { body: JSON.stringify(post) }),
      }),
  };
}

/**
 * What jsforce sends its requests by. Its own way tries again by a schedule of its own that knows no `Retry-After`, and when a
 * connection is cut in the middle of a body, the whole process ends.
 */
async function carriedBy(wire: Wire): Promise<Jsforce['_transport']> {
  const { StreamPromise } = await import('jsforce/lib/util/promise.js');
  const { PassThrough } = await import('node:stream');
  return {
    httpRequest: ({ url, method, headers, body }) =>
      StreamPromise.create(() => ({
        stream: new PassThrough(),
        promise: (async () => {
          const post = typeof body === 'string' ? { body } : {};
          const response = await wire.send({
            url,
            method: method === 'POST' ? 'POST' : 'GET',
            headers: { ...headers },
            ...post,
          });
          return {
            statusCode: response.status,
            headers: Object.fromEntries(response.headers),
            body: await textOf(response),
          };
        })(),
      })),
    getRequestStreamCreator: () => {
      throw new Error('bodies are streamed by the wire itself');
    },
  };
}

/** The token goes to this address with every call. */
function checkedInstance(instance: string, { address, placeOf }: SalesforceConnection): string {
  const { protocol, origin } = new URL(instance);
  if (protocol === 'https:' || origin === address.origin) return origin;
  throw new PullFault(
    'input',
    `Salesforce sends us on to ${origin}, where what we say could be overheard`,
    '',
    placeOf('at'),
  );
}

const setUp = 'check the app in Setup, External Client App Manager';

/** https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_flow_errors.htm */
function signInRefused(error: unknown, { secrets, placeOf, address }: SalesforceConnection): unknown {
  if (error instanceof PullFault || !(error instanceof Error)) return error;
  // jsforce makes the error's code its name.
  const { name: code, message: words } = error;
  const said = `Salesforce does not let us in: ${code}, "${words.replace(/\s+/g, ' ').slice(0, 300)}"`;
  const idAt = secrets['client id'];
  const secretAt = secrets['client secret'];
  const refused = (says: string, fix: string, at = placeOf('at')) => new PullFault('input', says, fix, at);
  if (code === 'invalid_client_id')
    return refused(
      `${said}; the client id that ${idAt.variable} holds is none of ${address.host}`,
      `copy the app's consumer key anew, and check "at"; a new app takes up to 10 minutes to be known`,
      idAt.at,
    );
  if (code === 'invalid_client' || code === 'invalid_client_credentials')
    return refused(
      `${said}; the client secret that ${secretAt.variable} holds is not that of the client id, or was replaced`,
      `copy the app's consumer secret anew`,
      secretAt.at,
    );
  if (/domain/i.test(words)) return refused(said, '"at" must be your My Domain: https://company.my.salesforce.com');
  if (code === 'unsupported_grant_type') return refused(said, `${setUp}: "Enable Client Credentials Flow" must be on`);
  if (/client credentials user/i.test(words))
    return refused(said, `${setUp}: its policies must name the user to "Run As"`);
  if (code === 'server_error' || code === 'temporarily_unavailable') return new Passing(said);
  return refused(said, setUp);
}

/** Sign-in pages and pages for people are no address of the API. Told before any secret is sent there. */
export function checkAddress({ address, placeOf }: SalesforceConnection): void {
  const company = 'write your My Domain: https://company.my.salesforce.com; Setup, My Domain shows it';
  if (/^(?:login|test)\.salesforce\.com$/.test(address.hostname))
    throw new PullFault('input', `${address.host} is the sign-in page of all companies`, company, placeOf('at'));
  if (/\.lightning\.force\.com$|\.salesforce-setup\.com$/.test(address.hostname))
    throw new PullFault('input', `${address.host} shows pages to people, and no data`, company, placeOf('at'));
}
