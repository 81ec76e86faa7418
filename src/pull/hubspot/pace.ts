import type { World } from '../world.ts';

/** So many calls within so many seconds, counted over any such span and not by the clock's own. */
export interface Pace {
  /** Comes back when the next call may go out. */
  readonly turn: () => Promise<void>;
  /** What the server says that it allows within the span. */
  readonly allow: (calls: number) => void;
}

export function paceOf(world: Pick<World, 'now' | 'wait'>, calls: number, seconds: number): Pace {
  let most = calls;
  const went: number[] = [];
  const turn = async (): Promise<void> => {
    while (went.length >= most) {
      const oldest = went.shift() ?? 0;
      const left = oldest + seconds - world.now();
      // What went longer ago than the span does not count any more.
      if (left > 0) await world.wait(left);
    }
    went.push(world.now());
  };
  return { turn, allow: (allowed) => void (most = Math.max(1, allowed)) };
}
