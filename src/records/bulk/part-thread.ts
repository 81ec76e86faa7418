/** A thread that loads files, one after the other: it is told what to load, and answers with what came of it. */
import { parentPort } from 'node:worker_threads';
import { loadPart } from './load-part.ts';
import type { Part, PartTask } from './part.ts';

/** What a thread says. */
export type Answer =
  | { readonly is: 'piece'; readonly bytes: number; readonly rows: number }
  | { readonly is: 'part'; readonly part: Part }
  /** `more`: what an error says beside its message, such as `code`, which is lost between threads. */
  | { readonly is: 'error'; readonly message: string; readonly more: Readonly<Record<string, unknown>> };

/** Bytes that are read before somebody hears of it. */
const bytesToTell = 4 * 1024 * 1024;

function say(answer: Answer): void {
  parentPort?.postMessage(answer, []);
}

async function load(task: PartTask): Promise<void> {
  let told = 0;
  try {
    const part = await loadPart(task, (bytes, rows) => {
      if (bytes - told < bytesToTell) return;
      told = bytes;
      say({ is: 'piece', bytes, rows });
    });
    say({ is: 'part', part });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    say({ is: 'error', message, more: error instanceof Error ? { ...error, stack: error.stack } : {} });
  }
}

parentPort?.on('message', (task: PartTask) => void load(task));
