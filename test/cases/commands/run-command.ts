import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** How a command ended, and what it said. */
export interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a command as npm would: `runCommand('check', '--data', folder)`. */
export async function runCommand(name: string, ...rest: readonly string[]): Promise<Ended> {
  const child = spawn(process.execPath, [join(root, 'scripts', 'run.mjs'), name, ...rest], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      VITEST: undefined,
      TEST: undefined,
      MODE: undefined,
      SAME_PAGE_READERS: '',
      SAME_PAGE_MANAGERS_READERS: '',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const [status] = (await once(child, 'close')) as [number | null];
  return { status, out, err };
}

/** A copy of the sample company to break, in a folder of its own. */
export async function copySample(): Promise<{ readonly data: string; readonly done: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'same-page-command-'));
  const data = join(folder, 'data');
  await cp(join(root, 'data', 'sample'), data, { recursive: true });
  return { data, done: () => rm(folder, { recursive: true, force: true }) };
}
