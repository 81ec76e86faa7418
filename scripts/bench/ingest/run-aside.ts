import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a process took, with all that it started. */
export interface Took {
  /** Seconds by the clock. */
  readonly wall: number;
  /** Seconds of the processor, on all cores together; null where the system does not tell. */
  readonly cpu: number | null;
  /** The most memory that the largest of the processes held at once, in MB of 2^20 bytes, files that it mapped included; null where the system does not tell. */
  readonly megabytes: number | null;
}

export interface Ran extends Took {
  readonly stdout: string;
  readonly stderr: string;
}

export interface Aside {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  /** Variables beside those of this process. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Memory is looked at so often, in milliseconds. The system keeps the highest mark itself, so that only the end can be missed. */
const looks = 50;

/**
 * Runs a command in a process of its own and says what it took. Other processes must not end meanwhile: their time would be in it.
 * @throws where it can't be started, or does not end with 0: with what it said.
 */
export async function runAside({ command, args, cwd, env }: Aside): Promise<Ran> {
  const cpuBefore = cpuOfEnded();
  const from = performance.now();
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
    ...(cwd === undefined ? {} : { cwd }),
  });
  const said = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.stderr += text));
  let megabytes: number | null = null;
  const look = (): void => {
    const now = child.pid === undefined ? null : largestOf(child.pid);
    if (now !== null) megabytes = Math.max(megabytes ?? 0, now);
  };
  const looking = setInterval(look, looks);
  const { promise, resolve, reject } = Promise.withResolvers<number | null>();
  child.on('error', reject).on('close', resolve);
  const code = await promise.finally(() => clearInterval(looking));
  const wall = (performance.now() - from) / 1000;
  const cpuAfter = cpuOfEnded();
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}: ${said.stderr}${said.stdout}`);
  return { wall, cpu: cpuBefore === null || cpuAfter === null ? null : cpuAfter - cpuBefore, megabytes, ...said };
}

/** Linux counts them in hundredths for all programs, whatever its own clock is. */
const ticksPerSecond = 100;

/** Seconds of the processor that the processes took that this one has started and that have ended, with theirs. */
function cpuOfEnded(): number | null {
  const stat = textOf('/proc/self/stat');
  if (stat === null) return null;
  // The name of the program stands in brackets and may hold spaces. After it, fields 3 and on (proc_pid_stat(5)): cutime and cstime are 16 and 17.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[13]) + Number(fields[14])) / ticksPerSecond;
}

/** The highest mark of memory of the largest of a process and those that it started. */
function largestOf(pid: number): number | null {
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(textOf(`/proc/${pid}/status`) ?? '') ?? [];
  const own = kilobytes === undefined ? [] : [Number(kilobytes) / 1024];
  const all = [...own, ...startedBy(pid).flatMap((child) => largestOf(child) ?? [])];
  return all.length === 0 ? null : Math.max(...all);
}

function startedBy(pid: number): number[] {
  const threads = `/proc/${pid}/task`;
  const texts = namesIn(threads).map((thread) => textOf(join(threads, thread, 'children')) ?? '');
  return texts.flatMap((text) => text.trim().split(' ').filter(Boolean).map(Number));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** A process may end between two looks. */
function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
