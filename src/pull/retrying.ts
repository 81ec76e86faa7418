import { Passing } from './pull-fault.ts';
import type { World } from './world.ts';

/** How often something is tried, and what it is: `page 3 of Lead`. */
export interface Trying {
  readonly times: number;
  readonly what: string;
  /** Seconds at the most that the first wait takes; each next one may take twice as long. */
  readonly firstWait?: number;
}

/** No wait of our own is longer. */
const longestWait = 120;
/** A server that asks for more than this is not waited for: the next pull goes on. */
const longestAsked = 900;

/**
 * Tries what may pass. Between two tries it waits as long as the server asks for, else a random time up to a limit that doubles ("full jitter"), so
 * that many who were cut off together do not come back together.
 * @throws the last fault; one that won't pass, at once
 */
export async function retrying<T>(
  world: Pick<World, 'wait' | 'chance'>,
  attempt: (tried: number) => Promise<T>,
  { times, what, firstWait = 1 }: Trying,
): Promise<T> {
  for (let tried = 0; ; tried += 1) {
    try {
      return await attempt(tried);
    } catch (error) {
      if (!(error instanceof Passing)) throw error;
      if (tried + 1 >= times) throw givenUp(error, what, times);
      if (error.after !== null && error.after > longestAsked) throw error;
      const atMost = Math.min(longestWait, firstWait * 2 ** tried);
      // Those whom a server sends away for the same time come back spread over a little more.
      await world.wait(error.after === null ? world.chance() * atMost : error.after + world.chance());
    }
  }
}

function givenUp(last: Passing, what: string, times: number): Passing {
  if (times <= 1) return last;
  return new Passing(`${last.says} (${what}, tried ${times} times)`, last.after, last.fix);
}
