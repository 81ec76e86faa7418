import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Spent } from './spent.ts';

/** What a watched process is asked, and what it answers. */
export interface Answer extends Spent {
  readonly ended: string;
  readonly wrong: readonly string[];
}

export interface Watched {
  /** Asks, and waits for the answer. One that does not come in time, or a process that ends, is an answer too. */
  ask(question: object): Promise<Answer>;
  end(): void;
}

/** How long an answer may take, in milliseconds: on a machine that does many other things, too. */
const longestWait = 30_000;

/** Megabytes of JavaScript's own heap that a watched process may fill. */
const mostHeap = 256;

/** A process of its own for a script that answers, one question at a time. It is killed where it hangs, and started anew. */
export function watched(script: URL, env: Readonly<Record<string, string>>): Watched {
  let child: ChildProcess | null = null;
  const start = (): ChildProcess =>
    fork(fileURLToPath(script), {
      execArgv: [`--max-old-space-size=${mostHeap}`],
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
  return {
    ask(question) {
      child ??= start();
      const asked = child;
      const began = performance.now();
      return new Promise((resolve) => {
        let words = '';
        const finish = (answer: Answer): void => {
          clearTimeout(timer);
          asked.removeAllListeners();
          asked.stderr?.removeAllListeners();
          resolve(answer);
        };
        const lost = (ended: string): void => {
          child = null;
          const milliseconds = performance.now() - began;
          finish({ ended, wrong: [`${ended} ${words.trim().split('\n')[0]}`], milliseconds, megabytes: 0 });
        };
        const timer = setTimeout(() => {
          asked.kill('SIGKILL');
          lost(`hung for more than ${longestWait / 1000} seconds`);
        }, longestWait);
        asked.stderr?.on('data', (piece: Buffer) => void (words = `${words}${piece.toString()}`.slice(0, 2000)));
        asked.once('exit', (code, signal) => lost(`the process ended (${signal ?? code})`));
        asked.once('message', (answer) => finish(answer as Answer));
        asked.send(question);
      });
    },
    end: () => child?.disconnect(),
  };
}
