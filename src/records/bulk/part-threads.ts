import { Worker } from 'node:worker_threads';
import type { PartLoader } from './load-bulk.ts';
import type { Answer } from './part-thread.ts';
import type { Part, PartTask } from './part.ts';

/** Threads that load files, each one at a time. */
export interface PartThreads {
  readonly load: PartLoader;
  end(): Promise<void>;
}

/** What a row leaves behind is soon given up: room for a great many of them would only take memory. */
const resourceLimits = { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 512 };

/** Starts a thread when there is a file for it. */
export function partThreads(): PartThreads {
  const idle: Worker[] = [];
  const all: Worker[] = [];
  const take = (): Worker => {
    const known = idle.pop();
    if (known) return known;
    const made = new Worker(new URL('part-thread.ts', import.meta.url), { resourceLimits });
    all.push(made);
    return made;
  };
  return {
    async load(task, onPiece) {
      const worker = take();
      const part = await answerOf(worker, task, onPiece);
      idle.push(worker);
      return part;
    },
    async end() {
      await Promise.all(all.map((worker) => worker.terminate()));
    },
  };
}

function answerOf(worker: Worker, task: PartTask, onPiece: (bytes: number, rows: number) => void): Promise<Part> {
  const { promise, resolve, reject } = Promise.withResolvers<Part>();
  const hear = (answer: Answer): void => {
    if (answer.is === 'piece') onPiece(answer.bytes, answer.rows);
    else if (answer.is === 'part') resolve(answer.part);
    else reject(Object.assign(new Error(answer.message), answer.more));
  };
  worker.on('message', hear).once('error', reject);
  worker.postMessage(task, []);
  return promise.finally(() => worker.off('message', hear).off('error', reject));
}
