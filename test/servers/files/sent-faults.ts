import type { ServerResponse } from 'node:http';

/** What a server does wrong, in place of an answer or in its midst. */
export type SentFault =
  /** The connection is cut after so many bytes of the body; the length that was told is the whole one's. */
  | { readonly cutAfter: number }
  /** Nothing comes any more after so many bytes of the body; with -1 not even the head of the answer. */
  | { readonly silentAfter: number }
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string };

/** Faults that a test has switched on: each holds for so many answers, once so many have gone well. */
export class SentFaults {
  #planned: { after: number; times: number; fault: SentFault }[] = [];

  add({ after = 0, times = 1, fault }: { after?: number; times?: number; fault: SentFault }): void {
    this.#planned.push({ after, times, fault });
  }

  /** The fault of the next answer; null where it goes well. */
  next(): SentFault | null {
    const first = this.#planned[0];
    if (!first) return null;
    if (first.after > 0) {
      first.after -= 1;
      return null;
    }
    first.times -= 1;
    if (first.times === 0) this.#planned.shift();
    return first.fault;
  }
}

/** Sends a body, cut or stalled where a fault says so. */
export function sendBody(response: ServerResponse, body: Uint8Array, fault: SentFault | null): void {
  if (fault !== null && 'cutAfter' in fault) {
    response.write(body.subarray(0, fault.cutAfter), () => setTimeout(() => response.destroy(), 5));
  } else if (fault !== null && 'silentAfter' in fault) {
    if (fault.silentAfter >= 0) response.write(body.subarray(0, fault.silentAfter));
  } else {
    response.end(body);
  }
}
