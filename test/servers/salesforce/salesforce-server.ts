/**
 * A Salesforce to test against, on this machine: it signs in by the client credentials flow, describes objects, counts, runs query
 * jobs of Bulk API 2.0 and queries of the REST API, over tables that the test gives, and goes wrong where the test says so.
 * After https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/queries.htm (jobs, locators, headers),
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/headers_api_usage.htm (`Sforce-Limit-Info`) and
 * https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_client_credentials_flow.htm.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { send, type Answer, type Fault } from './faults.ts';
import type { SalesforceTable } from './objects.ts';
import { answerOf, type Job } from './routes.ts';

export interface Options {
  readonly tables: Record<string, SalesforceTable>;
  readonly clientId?: string;
  readonly clientSecret?: string;
  /** How often a job is asked for before it is complete. */
  readonly polls?: number;
  /** Rows that a page of results has at the most, whatever is asked for. */
  readonly rowsAPage?: number;
  /** Seconds by which the server's clock is off. */
  readonly clockIsOff?: number;
  /** Seconds since 1970 at which the server's clock stands still. */
  readonly clock?: number;
  readonly callsADay?: number;
  readonly jobsLeft?: number;
  readonly versions?: readonly string[];
}

/** What the routes know and change. */
export interface State extends Required<Omit<Options, 'clock' | 'clockIsOff'>> {
  readonly jobs: Map<string, Job>;
  readonly tokens: Set<string>;
  readonly cursors: Map<string, { readonly records: readonly unknown[]; readonly from: number }>;
  address: string;
  used: number;
}

export interface SalesforceServer {
  readonly address: string;
  readonly tables: Record<string, SalesforceTable>;
  /** Method and path of each request, and what its body says. */
  readonly requests: { readonly line: string; readonly body: string; readonly authorization: string }[];
  readonly fails: (fault: Fault) => void;
  /** All tokens lose their worth. */
  readonly expireTokens: () => void;
  /** Jobs are kept for seven days. */
  readonly forgetJobs: () => void;
  /** What becomes of jobs in place of being completed, from now on. */
  readonly jobsEnd: (state: 'Failed' | 'Aborted', errorMessage: string) => void;
  readonly setClock: (seconds: number | null) => void;
  readonly close: () => Promise<void>;
}

export async function serveSalesforce(options: Options): Promise<SalesforceServer> {
  const state: State = {
    clientId: 'an-id',
    clientSecret: 'a-secret',
    polls: 0,
    rowsAPage: 100_000,
    callsADay: 100_000,
    jobsLeft: 10_000,
    versions: ['64.0'],
    ...options,
    jobs: new Map(),
    tokens: new Set(),
    cursors: new Map(),
    address: '',
    used: 17,
  };
  const faults: (Fault & { met: number })[] = [];
  const requests: { line: string; body: string; authorization: string }[] = [];
  let clock = options.clock ?? null;
  const answer = async (request: IncomingMessage, to: ServerResponse): Promise<void> => {
    const body = (await request.toArray()).map(String).join('');
    const line = `${request.method} ${request.url}`;
    const authorization = request.headers.authorization ?? '';
    requests.push({ line, body, authorization });
    const now = clock ?? Date.now() / 1000 + (options.clockIsOff ?? 0);
    const plain = answerOf(state, { line, body, authorization }, now);
    const told: Answer = { ...plain, headers: { date: new Date(now * 1000).toUTCString(), ...plain.headers } };
    const fault = faults.find((each) => each.on.test(line) && meets(each));
    if (fault) fault.with(told, to);
    else send(told, to);
  };
  const server = createServer(
    (request, to) =>
      void answer(request, to).catch((error: unknown) => to.destroy(error instanceof Error ? error : undefined)),
  );
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const at = server.address();
  state.address = `http://127.0.0.1:${typeof at === 'object' ? at?.port : ''}`;
  return {
    address: state.address,
    tables: state.tables,
    requests,
    fails: (fault) => void faults.push({ ...fault, met: 0 }),
    expireTokens: () => state.tokens.clear(),
    forgetJobs: () => {
      state.jobs.clear();
      state.cursors.clear();
    },
    jobsEnd: (as, errorMessage) => {
      for (const [id, job] of state.jobs) state.jobs.set(id, { ...job, ends: { as, errorMessage } });
      state.jobs.set('next', {
        soql: '',
        fields: [],
        rows: [],
        object: '',
        operation: '',
        polled: 0,
        ends: { as, errorMessage },
      });
    },
    setClock: (seconds) => void (clock = seconds),
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

function meets(fault: Fault & { met: number }): boolean {
  const nth = fault.met++ - (fault.after ?? 0);
  return nth >= 0 && nth < (fault.times ?? 1);
}
