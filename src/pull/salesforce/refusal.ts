/** What Salesforce refuses, and in which words: an `errorCode` with a `message` of the API, or an `error` with an `error_description` of the sign-in. */
import { z } from 'zod';

/** https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/errorcodes.htm */
export class Refusal extends Error {
  readonly code: string;
  readonly words: string;
  readonly status: number | null;

  constructor(code: string, words: string, status: number | null) {
    super(`${code}: ${words}`);
    this.code = code;
    // A message shows where in the query it stumbled, over several lines.
    this.words = words.replace(/\s+/g, ' ').trim().slice(0, 500);
    this.status = status;
  }
}

const refused = z.object({ errorCode: z.string(), message: z.string() });
/** As jsforce throws it: alone, or several of them. */
const thrown = z.object({ errorCode: z.string(), message: z.string(), data: z.unknown().optional() });

/** A body of status 4xx, read. */
export function refusalOf(status: number, body: string): Refusal {
  let read: unknown = null;
  try {
    read = JSON.parse(body);
  } catch {
    // What can't be read is told by its status.
  }
  const parsed = z.union([z.array(refused).min(1), refused]).safeParse(read);
  if (!parsed.success) return new Refusal(`HTTP ${status}`, 'without a reason', status);
  const [first] = Array.isArray(parsed.data) ? parsed.data : [parsed.data];
  return new Refusal(first?.errorCode ?? '', first?.message ?? '', status);
}

/** What jsforce threw, as a refusal; null where it is something else. */
export function refusalThrown(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error;
  const parsed = thrown.safeParse(error);
  if (!(error instanceof Error) || !parsed.success) return null;
  const several = z.array(refused).min(1).safeParse(parsed.data.data);
  const { errorCode, message } = several.success ? (several.data[0] ?? parsed.data) : parsed.data;
  const status = /^ERROR_HTTP_(\d{3})$/.exec(errorCode);
  return status
    ? new Refusal(`HTTP ${status[1]}`, 'without a reason', Number(status[1]))
    : new Refusal(errorCode, message, null);
}

/** Whether there is no such thing, or none that may be seen. */
export function isNotThere({ code, status }: Refusal): boolean {
  return code === 'NOT_FOUND' || status === 404;
}

/** Whether the token no longer holds. */
export function isExpired({ code, status }: Refusal): boolean {
  return code === 'INVALID_SESSION_ID' || status === 401;
}
