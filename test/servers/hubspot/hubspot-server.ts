/**
 * A server that speaks HubSpot's API as it is described (developers.hubspot.com/docs/api-reference and .../developer-tooling/platform/usage-guidelines):
 * a bearer's token, scopes, limits of calls with their headers, refusals by category. It serves at the loopback address only, its clock is that of
 * its portal, and it does wrong what a test asks for.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sendBody, SentFaults, type SentFault } from '../files/sent-faults.ts';
import { answerOf } from './crm.ts';
import type { Portal } from './portal.ts';
import { invalid, missingScopes, Refuse, tooMany } from './refuse.ts';

export interface HubSpotOptions {
  readonly token?: string;
  /** Parts of addresses that the token may not ask for, each with the scope that it lacks. */
  readonly lacks?: Readonly<Record<string, string>>;
  readonly perTenSeconds?: number;
  readonly searchesASecond?: number;
  readonly daily?: number;
  /** Calls of the day that others made. */
  readonly usedByOthers?: number;
  /** Whether answers tell what is left of the day. */
  readonly tellsDaily?: boolean;
}

/** A call that was made, and what came of it. */
export interface Made {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly body: string;
  readonly status: number;
}

const longestAddress = 8000;

export class HubSpotServer {
  readonly portal: Portal;
  readonly made: Made[] = [];
  options: HubSpotOptions;
  readonly #faults = new SentFaults();
  readonly #went: number[] = [];
  readonly #searched: number[] = [];
  #today = 0;
  readonly #server = createServer((request, response) => void this.#handle(request, response));

  private constructor(portal: Portal, options: HubSpotOptions) {
    this.portal = portal;
    this.options = options;
  }

  static async start(portal: Portal, options: HubSpotOptions = {}): Promise<HubSpotServer> {
    const server = new HubSpotServer(portal, options);
    await new Promise<void>((resolve) => server.#server.listen(0, '127.0.0.1', resolve));
    return server;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Switches a fault on: for so many calls, once so many have gone well. */
  fails(plan: { after?: number; times?: number; with: SentFault | Refuse }): void {
    const fault = plan.with instanceof Refuse ? sentOf(plan.with) : plan.with;
    this.#faults.add({ ...plan, fault });
  }

  /** The calls to addresses that hold this part. */
  callsTo(part: string): readonly Made[] {
    return this.made.filter(({ path }) => path.includes(part));
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const body = Buffer.concat(pieces).toString('utf8');
    const url = new URL(request.url ?? '/', 'http://here');
    response.on('close', () => {
      const { method = '' } = request;
      const made = { method, path: url.pathname, query: url.search, body, status: response.statusCode };
      this.made.push(made);
    });
    response.sendDate = false;
    response.setHeader('date', new Date(this.portal.now).toUTCString());
    const fault = this.#faults.next();
    if (fault !== null && 'status' in fault) {
      response.writeHead(fault.status, fault.headers).end(fault.body);
      return;
    }
    if (fault !== null && 'silentAfter' in fault && fault.silentAfter < 0) return;
    const answer = this.#answer(request, url, body);
    const bytes = Buffer.from(JSON.stringify(answer.body));
    const headers = { 'content-type': 'application/json;charset=utf-8', 'content-length': bytes.length };
    response.writeHead(answer.status, { ...headers, ...answer.headers });
    sendBody(response, bytes, fault);
  }

  #answer(
    request: IncomingMessage,
    url: URL,
    body: string,
  ): { status: number; body: unknown; headers: Readonly<Record<string, string>> } {
    const isSearch = url.pathname.endsWith('/search');
    try {
      this.#letIn(request, url);
      this.#count(isSearch);
      const { method = '' } = request;
      if ((method === 'POST') !== (body !== '')) throw invalid('A body belongs to a POST');
      const path = url.pathname.split('/').filter(Boolean).map(decodeURIComponent);
      const answer = answerOf(this.portal, { method, path, query: url.searchParams, body });
      return { ...answer, headers: isSearch ? {} : this.#limits() };
    } catch (error) {
      if (!(error instanceof Refuse)) throw error;
      return {
        status: error.status,
        body: error.body,
        headers: { ...(isSearch ? {} : this.#limits()), ...error.headers },
      };
    }
  }

  #letIn(request: IncomingMessage, url: URL): void {
    const { token = 'pat-eu1-secret', lacks = {} } = this.options;
    if (request.headers.authorization !== `Bearer ${token}`)
      throw new Refuse(401, 'INVALID_AUTHENTICATION', 'Authentication credentials not found.');
    if ((request.url ?? '').length > longestAddress) throw new Refuse(414, 'VALIDATION_ERROR', 'URI Too Long');
    const lacking = Object.entries(lacks).find(([part]) => url.pathname.includes(part));
    if (lacking) throw missingScopes(...lacking[1].split(' '));
  }

  /** Rolling, as it is described: over any ten seconds, and any second of searches. */
  #count(isSearch: boolean): void {
    const { perTenSeconds = 190, searchesASecond = 5, daily = 625_000, usedByOthers = 0 } = this.options;
    const within = (times: readonly number[], span: number): number =>
      times.filter((time) => time > this.portal.now - span).length;
    if (this.#today + usedByOthers >= daily) throw tooMany('DAILY');
    if (within(this.#went, 10_000) >= perTenSeconds) throw tooMany('TEN_SECONDLY_ROLLING', { 'retry-after': '10' });
    if (isSearch && within(this.#searched, 1000) >= searchesASecond) throw tooMany('SECONDLY');
    this.#today += 1;
    this.#went.push(this.portal.now);
    if (isSearch) this.#searched.push(this.portal.now);
  }

  #limits(): Readonly<Record<string, string>> {
    const { perTenSeconds = 190, daily = 625_000, tellsDaily = true, usedByOthers = 0 } = this.options;
    return {
      'x-hubspot-ratelimit-max': String(perTenSeconds),
      'x-hubspot-ratelimit-interval-milliseconds': '10000',
      ...(tellsDaily
        ? {
            'x-hubspot-ratelimit-daily': String(daily),
            'x-hubspot-ratelimit-daily-remaining': String(daily - this.#today - usedByOthers),
          }
        : {}),
    };
  }
}

function sentOf({ status, body, headers }: Refuse): SentFault {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
}
