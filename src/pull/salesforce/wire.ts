import type { Usage } from '../connector.ts';
import { Passing, type PullFault } from '../pull-fault.ts';

/** A request as it is sent: to our Salesforce, with everything that it needs. */
export interface WireRequest {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** All requests to one Salesforce go through it: it counts them, and reads what every answer tells beside its body. */
export interface Wire {
  /**
   * Sends a request; the answer's body is still to be read. Status 4xx is an answer, too.
   * Throws `Passing` where the network failed, or the server is busy.
   */
  readonly send: (request: WireRequest) => Promise<Response>;
  readonly usage: () => Usage;
}

/** The header that tells of each call how many were made within the day: `api-usage=18/5000`. */
const limitHeader = 'sforce-limit-info';

/**
 * @param address that of Salesforce; `page` is the fault of an answer that is a page for people, before anything else was answered.
 */
export function openWire(address: URL, page: () => PullFault): Wire {
  let calls = 0;
  let day: { used: number; allowed: number } | null = null;
  let hasAnswered = false;
  return {
    send: async (request) => {
      // Signing in is no call of the API.
      if (request.url.includes('/services/data/')) calls += 1;
      const response = await sent(request, address);
      day = dayOf(response.headers.get(limitHeader)) ?? day;
      await refuseBusy(response);
      if (isPage(response)) {
        await response.body?.cancel();
        throw hasAnswered ? pageBetween(response.status) : page();
      }
      hasAnswered = true;
      return response;
    },
    usage: () => ({ calls, usedToday: day?.used ?? null, allowedADay: day?.allowed ?? null }),
  };
}

/** The server's clock, in seconds since 1970, as an answer tells it. */
export function clockOf(response: Response): number {
  const told = Date.parse(response.headers.get('date') ?? '');
  if (Number.isNaN(told)) throw new Passing('Salesforce did not tell its time: its answer has no header "Date"');
  return Math.floor(told / 1000);
}

/** An answer's whole body. */
export async function textOf(response: Response): Promise<string> {
  try {
    return await response.text();
  } catch (error) {
    throw cut(error);
  }
}

/** The fault of a body that ended before its end. */
export function cut(error: unknown): Passing {
  return new Passing(`the connection to Salesforce broke in the middle of an answer (${codeOf(error)})`);
}

async function sent({ url, method, headers, body }: WireRequest, address: URL): Promise<Response> {
  try {
    return await fetch(url, {
      method,
      headers: { ...headers },
      redirect: 'manual',
      ...(body !== undefined && { body }),
    });
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOTFOUND')
      throw new Passing(
        `there is no ${address.host} in the network (${code})`,
        null,
        'check the address, and the network',
      );
    throw new Passing(`Salesforce can't be reached at ${address.host} (${code})`);
  }
}

/** The code of a network's fault, never its words: they may repeat what was sent. */
function codeOf(error: unknown): string {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string') return at.code;
  }
  return 'no answer';
}

async function refuseBusy(response: Response): Promise<void> {
  const { status } = response;
  if (status !== 429 && status !== 420 && status < 500) return;
  const words = isPage(response) ? '' : wordsOf(await textOf(response));
  throw new Passing(
    `Salesforce is busy or down: status ${status}${words === '' ? '' : `, "${words}"`}`,
    secondsToWait(response.headers.get('retry-after')),
  );
}

/** `Retry-After` in seconds, as Salesforce writes it. */
function secondsToWait(told: string | null): number | null {
  return told !== null && /^\d{1,6}$/.test(told.trim()) ? Number(told) : null;
}

function wordsOf(body: string): string {
  const message = /"message"\s*:\s*"([^"]{1,300})"/.exec(body)?.[1] ?? '';
  return message.replace(/\s+/g, ' ');
}

function isPage(response: Response): boolean {
  return /^text\/html\b/i.test(response.headers.get('content-type') ?? '') || isElsewhere(response.status);
}

/** A redirect leads to where people sign in, or to another domain, where no secret is to follow. */
function isElsewhere(status: number): boolean {
  return status > 300 && status < 400 && status !== 304;
}

function pageBetween(status: number): Passing {
  return new Passing(
    `Salesforce answered with a web page in place of data (status ${status}): maintenance, or a proxy`,
  );
}

function dayOf(told: string | null): { used: number; allowed: number } | null {
  const read = /\bapi-usage=(\d+)\/(\d+)/.exec(told ?? '');
  return read ? { used: Number(read[1]), allowed: Number(read[2]) } : null;
}
