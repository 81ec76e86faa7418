import { Passing } from '../pull-fault.ts';
import { networkFault } from './network-fault.ts';
import { withinTime } from './within-time.ts';

/** What is asked of a web server. */
export interface HttpAsk {
  readonly request: Request;
  /** As problems name it: `costs.csv of files.example`. */
  readonly what: string;
  /** Seconds without an answer, or without a byte of it, after which it counts as gone. */
  readonly silentAtMost: number;
}

/** An answer whose body comes in time, or fails. */
export interface HttpAnswer {
  readonly response: Response;
  /** The body, piece by piece. Throws `Passing` where it ends before its length, or the server falls silent. */
  readonly bytes: () => AsyncGenerator<Uint8Array>;
  /** The body as text, of at most so many bytes: what comes behind is left out. */
  readonly text: (mostBytes: number) => Promise<string>;
  /** Lets go of a body that nobody wants. */
  readonly drop: () => Promise<void>;
}

/** Asks once, and follows no redirection. Throws `Passing` where the network fails. */
export async function askHttp({ request, what, silentAtMost }: HttpAsk): Promise<HttpAnswer> {
  const stop = new AbortController();
  const late = (): Passing => new Passing(`${what}: the server has been silent for ${silentAtMost} seconds`);
  const inTime = <T>(promise: Promise<T>): Promise<T> =>
    withinTime(silentAtMost, promise, late).catch((error: unknown) => {
      stop.abort();
      throw networkFault(error, what);
    });
  const response = await inTime(fetch(request, { redirect: 'manual', signal: stop.signal }));
  const bytes = (): AsyncGenerator<Uint8Array> => bodyOf(response, what, inTime);
  const drop = async (): Promise<void> => {
    await response.body?.cancel().catch(() => stop.abort());
  };
  return { response, bytes, text: (most) => textOf(bytes(), most), drop };
}

/**
 * Asks for a file as it lies there: packed for the way, it could not be gone on with in its middle. Of a part of a file Node asks so by itself. It is
 * said once a request is signed: what stands between may write this header anew, and the signature would not hold.
 */
export function askUnpacked({ headers }: Request): void {
  if (!headers.has('range')) headers.set('accept-encoding', 'identity');
}

async function* bodyOf(
  response: Response,
  what: string,
  inTime: <T>(promise: Promise<T>) => Promise<T>,
): AsyncGenerator<Uint8Array> {
  if (response.body === null) return;
  const expected = lengthOf(response);
  const reader: ReadableStreamDefaultReader<Uint8Array> = response.body.getReader();
  let came = 0;
  try {
    for (;;) {
      const { value } = await inTime(reader.read());
      if (value === undefined) break;
      came += value.length;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
  if (expected !== null && came !== expected)
    throw new Passing(`${what}: ${came} bytes came, and the server had said ${expected}`);
}

/** How many bytes the body has; null where nobody says, or where it is packed for the way and comes out longer. */
export function lengthOf({ headers }: Response): number | null {
  const said = headers.get('content-length');
  if (said === null || !/^\d{1,15}$/.test(said) || isPacked(headers)) return null;
  return Number(said);
}

/** Whether a body was packed for the way, so that its bytes are not those of the file that lies there. */
export function isPacked(headers: Headers): boolean {
  return !/^(?:identity)?$/i.test(headers.get('content-encoding')?.trim() ?? '');
}

async function textOf(bytes: AsyncGenerator<Uint8Array>, mostBytes: number): Promise<string> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of bytes) {
    pieces.push(piece);
    length += piece.length;
    if (length >= mostBytes) break;
  }
  return Buffer.concat(pieces).subarray(0, mostBytes).toString('utf8');
}
