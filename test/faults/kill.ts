import { watch } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Aim } from './kill-moments.ts';
import { startCommand } from './start-command.ts';
import type { Started } from './start-command.ts';

const preload = join(import.meta.dirname, 'kill-at.ts');

/** Starts a command and kills it as aimed. @returns whether it was killed; false: it ended before. */
export async function killCommand(words: readonly string[], aim: Aim, folder: string): Promise<boolean> {
  const started = startOf(words, aim);
  const aiming = new AbortController();
  const shot = fromOutside(started, aim, folder, aiming.signal);
  const { signal, status, err } = await started.ended;
  aiming.abort();
  await shot;
  if (signal === null && status !== 0) throw new Error(`it ended by itself with ${status}: ${err}`);
  return signal === 'SIGKILL';
}

function startOf(words: readonly string[], aim: Aim): Started {
  if (aim.at === 'clock' || aim.at === 'first file') return startCommand(words);
  const env = { KILL_AT: aim.at, KILL_NTH: String(aim.nth), KILL_AFTER: String(aim.after) };
  return startCommand(words, { preload, env });
}

async function fromOutside({ child }: Started, aim: Aim, folder: string, signal: AbortSignal): Promise<void> {
  if (aim.at !== 'clock' && aim.at !== 'first file') return;
  try {
    if (aim.at === 'first file') await newFileIn(folder, signal);
    await pause(Math.max(0, aim.after), undefined, { signal });
    child.kill('SIGKILL');
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

async function newFileIn(folder: string, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const watcher = watch(folder, { signal }, () => {
      watcher.close();
      resolve();
    });
    signal.addEventListener('abort', () => reject(new Error('nothing appeared')));
  });
}
