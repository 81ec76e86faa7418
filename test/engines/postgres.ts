import { execFile, spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';

const run = promisify(execFile);

declare module 'vitest' {
  export interface ProvidedContext {
    /** The address of this run's PostgreSQL; null where there is none to start, and PGlite stands for it. */
    readonly postgres: string | null;
  }
}

/**
 * Vitest calls this once before a project's tests, and what it returns after them. It starts the system's PostgreSQL, on the loopback address
 * and in a folder of its own. A machine without one tests with PGlite, which is PostgreSQL too; it is never skipped.
 */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const programs = serverPrograms(process.env['PATH'] ?? '');
  if (programs === null) {
    console.info('No PostgreSQL is installed: the tests of engines use PGlite.');
    project.provide('postgres', null);
    return undefined;
  }
  const { address, stop } = await startServer(programs);
  project.provide('postgres', address);
  return stop;
}

/** The folder that holds `initdb` and `pg_ctl`: Debian keeps the programs of a server out of the path. The newest is taken. */
function serverPrograms(path: string): string | null {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).toSorted((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...path.split(delimiter).filter(Boolean),
    ...versions.map((version) => join(debian, version, 'bin')),
  ];
  return folders.find((folder) => ['initdb', 'pg_ctl'].every((name) => existsSync(join(folder, name)))) ?? null;
}

async function startServer(programs: string): Promise<{ address: string; stop: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'same-page-postgres-'));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  // A server refuses to run as root.
  const isRoot = process.getuid?.() === 0;
  const call = (program: string, ...words: string[]): Promise<unknown> => {
    const [command, before] = isRoot
      ? ['runuser', ['-u', 'postgres', '--', join(programs, program)]]
      : [join(programs, program), []];
    return run(command, [...before, ...words], { cwd: folder });
  };
  try {
    if (isRoot) await run('chown', ['postgres', folder]);
    const data = join(folder, 'data');
    const log = join(folder, 'log');
    await call('initdb', '-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--locale=C', '--no-sync');
    const port = await freePort();
    const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder} -c fsync=off`;
    await call('pg_ctl', '-D', data, '-w', '-l', log, '-o', settings, 'start');
    stopAfterUs(data, folder);
    const stop = (): Promise<void> => call('pg_ctl', '-D', data, '-m', 'immediate', 'stop').then(remove, remove);
    return { address: `postgres://postgres@127.0.0.1:${port}/postgres`, stop };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** A test run that is killed can't stop its server: the server's own folder is watched over by a shell that outlives the run. */
function stopAfterUs(data: string, folder: string): void {
  const watch = `while kill -0 ${process.pid} 2>/dev/null; do sleep 2; done; kill -QUIT $(head -1 "$1/postmaster.pid") 2>/dev/null; sleep 1; rm -rf "$2"`;
  spawn('sh', ['-c', watch, 'watch', data, folder], { detached: true, stdio: 'ignore' }).unref();
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
