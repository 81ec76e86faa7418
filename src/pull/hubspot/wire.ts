/**
 * The wire to HubSpot: one call at a time, in the pace that it allows, tried again where that may help. The client's own limiter is one for the whole
 * process and knows one pace, and its generated methods hide the headers by which HubSpot tells its clock and what is left of the day: so calls go
 * through its plain `apiRequest`.
 */
import type { z } from 'zod';
import type { HubSpotConnection } from '../../records/connection.ts';
import type { Place } from '../../values/problem.ts';
import type { Usage } from '../connector.ts';
import { networkFault } from '../places/network-fault.ts';
import { retryAfter } from '../places/retry-after.ts';
import { withinTime } from '../places/within-time.ts';
import { Passing, PullFault } from '../pull-fault.ts';
import { retrying } from '../retrying.ts';
import type { Secrets } from '../secrets.ts';
import type { World } from '../world.ts';
import { paceOf } from './pace.ts';
import { refusalOf } from './refusal.ts';

/** Something that is asked of HubSpot. */
export interface Call<Answer> {
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** What is posted; none: it is got. */
  readonly body?: unknown;
  /** As a person would call it: `the records of deals`. */
  readonly what: string;
  readonly answer: z.ZodType<Answer>;
  /** The place of the mapping that asks for it. */
  readonly at?: Place | null;
}

export interface Wire {
  readonly ask: <Answer>(call: Call<Answer>) => Promise<Answer>;
  /** The server's clock as it was told last, seconds since 1970. */
  readonly clock: () => number;
  readonly usage: () => Usage;
  /** When the day's calls are counted anew is known by how far the account's clock is ahead of UTC, in seconds. */
  readonly dayBegins: (ahead: number) => void;
  /** What the account has used up today, where no header tells it. */
  readonly told: (usedToday: number, allowedADay: number) => void;
}

/** How often what may pass is tried in all. */
const times = 6;
/** Seconds without an answer after which the server counts as gone. */
const silentAtMost = 60;
/** The least that HubSpot allows any account within ten seconds; its answers tell what it allows this one. */
const callsAtFirst = 100;
/** A part of it is left for calls that were on their way, and for clocks that differ. */
const ofAllowed = 0.95;
/** Five searches a second for all of the account. */
const searches = 4;

export async function openWire(connection: HubSpotConnection, world: World, secrets: Secrets): Promise<Wire> {
  const token = connection.secrets.token;
  const accessToken = secrets.of(token);
  const { Client } = await import('@hubspot/api-client');
  const client = new Client({ accessToken, basePath: connection.address.href.replace(/\/+$/, '') });
  const pace = paceOf(world, callsAtFirst * ofAllowed, 10);
  const searchPace = paceOf(world, searches, 1);
  let calls = 0;
  let clock = world.now();
  let ahead: number | null = null;
  let day: { used: number; allowed: number } | null = null;

  const note = (headers: Headers): void => {
    const date = Date.parse(headers.get('date') ?? '');
    if (!Number.isNaN(date)) clock = date / 1000;
    const within = numberOf(headers, 'x-hubspot-ratelimit-max');
    if (within !== null) pace.allow(Math.floor(within * ofAllowed));
    const allowed = numberOf(headers, 'x-hubspot-ratelimit-daily');
    const left = numberOf(headers, 'x-hubspot-ratelimit-daily-remaining');
    if (allowed !== null && left !== null) day = { used: allowed - left, allowed };
    else if (day !== null) day = { ...day, used: day.used + 1 };
  };
  const nextDay = (): number | null =>
    ahead === null ? null : (Math.floor((clock + ahead) / 86_400) + 1) * 86_400 - ahead;

  const once = async <Answer>(call: Call<Answer>): Promise<Answer> => {
    const { path, query, body, what, answer, at = null } = call;
    if (path.endsWith('/search')) await searchPace.turn();
    await pace.turn();
    calls += 1;
    const late = (): Passing => new Passing(`HubSpot has been silent for ${silentAtMost} seconds (${what})`);
    const sent = async () => {
      const response = await client.apiRequest({
        method: body === undefined ? 'GET' : 'POST',
        path,
        ...(query === undefined ? {} : { qs: query }),
        ...(body === undefined ? {} : { body }),
      });
      note(response.headers);
      return { response, text: await response.text() };
    };
    const { response, text } = await withinTime(silentAtMost, sent(), late).catch((error: unknown) => {
      throw networkFault(error, `HubSpot, ${what}`);
    });
    if (response.status < 300) return answerOf(call, text, answer);
    throw refusalOf({
      status: response.status,
      text,
      what,
      at,
      token,
      after: retryAfter(response.headers, world.now()),
      nextDay: nextDay(),
      hide: secrets.hide,
    });
  };
  return {
    ask: (call) => retrying(world, () => once(call), { times, what: call.what }),
    clock: () => clock,
    usage: () => ({ calls, usedToday: day?.used ?? null, allowedADay: day?.allowed ?? null }),
    dayBegins: (seconds) => void (ahead = seconds),
    told: (used, allowed) => void (day ??= { used, allowed }),
  };
}

function numberOf(headers: Headers, name: string): number | null {
  const said = headers.get(name)?.trim() ?? '';
  return /^\d{1,12}$/.test(said) ? Number(said) : null;
}

/** The answer as it is expected. What is no JSON may be a gateway's page, or broke off: it may pass. */
function answerOf<Answer>({ what }: Call<Answer>, text: string, expected: z.ZodType<Answer>): Answer {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    if (/^\s*</.test(text)) throw new Passing(`HubSpot sent a web page in place of ${what}`);
    throw new Passing(`what HubSpot sent as ${what} is no JSON, or breaks off`);
  }
  const parsed = expected.safeParse(read);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues[0]?.path.join('.') ?? '';
  throw new PullFault('machine', `HubSpot sent ${what} in another shape than it describes (at "${where}")`);
}
