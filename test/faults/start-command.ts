import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** How a command ended, and what it said. Killed: `signal` tells by what, and there is no status. */
export interface Ended {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
  readonly milliseconds: number;
}

export interface Started {
  /** The command itself: no shell and no npm stands between. */
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

export interface Around {
  /** What stands before the command: a program that starts another one with less to work with. */
  readonly under?: readonly string[];
  /** What Node loads before the command. */
  readonly preload?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts a command as npm does, in a process of its own: `startCommand(['ingest', '--data', folder])`. */
export function startCommand(words: readonly string[], { under = [], preload, env = {} }: Around = {}): Started {
  const loaded = preload === undefined ? [] : ['--import', preload];
  const [program = '', ...rest] = [...under, process.execPath, ...loaded, join(root, 'scripts', 'run.mjs'), ...words];
  const began = performance.now();
  const child = spawn(program, rest, { cwd: root, env: { ...plainEnvironment(), ...env }, stdio: ['ignore', 'pipe', 'pipe'] }); // prettier-ignore
  return { child, ended: endOf(child, began) };
}

/** What a test runner sets is not what a command finds at night. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const none = { VITEST: undefined, TEST: undefined, MODE: undefined };
  const readers = { SAME_PAGE_READERS: '', SAME_PAGE_MANAGERS_READERS: '' };
  return { ...process.env, NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1', ...none, ...readers };
}

async function endOf(child: ChildProcess, began: number): Promise<Ended> {
  let out = '';
  let err = '';
  child.stdout?.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const [status, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  return { status, signal, out, err, milliseconds: performance.now() - began };
}
