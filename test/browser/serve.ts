import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, mkdtemp, rm, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The sample company's site, built for the root of its host: `http://127.0.0.1:PORT/`. */
    readonly site: string;
    /** The same, built for a sub-path as project sites have: `http://127.0.0.1:PORT/repo/`. */
    readonly siteUnderPath: string;
    /** The folder that `site` is served from. */
    readonly siteFolder: string;
  }
}

/** A folder on the loopback address. */
export interface Served {
  /** With the base path and a slash at its end. */
  readonly address: string;
  close(): Promise<void>;
}

/**
 * Builds the sample company's site twice, by the command that people use, and serves both while the tests run. Where a build fails
 * what it said is printed and nothing is served, so that the tests of the site fail and all others are still told.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'same-page-site-'));
  const site = join(folder, 'site');
  const served: Served[] = [];
  project.provide('siteFolder', site);
  const [atRoot, underPath] = await Promise.all([
    buildAndServe(site, '/', served),
    buildAndServe(join(folder, 'under'), '/repo/', served),
  ]);
  project.provide('site', atRoot);
  project.provide('siteUnderPath', underPath);
  return async () => {
    await Promise.all(served.map((one) => one.close()));
    await rm(folder, { recursive: true, force: true });
  };
}

async function buildAndServe(folder: string, base: string, served: Served[]): Promise<string> {
  try {
    await buildSample(folder, base);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 'http://the-build-of-the-sample.failed/';
  }
  const one = await serveFolder(folder, base);
  served.push(one);
  return one.address;
}

/** By which the sample's site tells ages: the morning after its data end. */
export const clock = '2026-11-09T06:40:00Z';

/** A chart's picture says its address: under another path it would take the place of the one that later builds at the root ask for. */
const picturesOf = (base: string) => join('.cache', base === '/' ? 'pictures' : 'pictures-under-path');

async function buildSample(out: string, base: string): Promise<void> {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const command = [join(root, 'scripts', 'run.mjs'), 'build', '--data', join('data', 'sample'), '--out', out];
  const build = spawn(process.execPath, [...command, '--base', base, '--database', `${out}.db`, '--now', clock], {
    cwd: root,
    // Vitest says that this is a test, and Astro would build for a test.
    env: {
      ...process.env,
      SAME_PAGE_PICTURES: picturesOf(base),
      NODE_ENV: 'production',
      VITEST: undefined,
      TEST: undefined,
      MODE: undefined,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  build.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  build.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [status] = await once(build, 'close');
  if (status !== 0) throw new Error(`Building the sample under ${base} ended with status ${status}:\n${said}`);
}

/** Serves a folder under a base path (`/` or `/repo/`) as static hosts do: `index.html` of folders, a slash added, else 404. */
export async function serveFolder(folder: string, base: string): Promise<Served> {
  const server = createServer((request, response) => {
    answer(folder, base, request, response).catch((error: unknown) => {
      response.writeHead(500, { 'content-type': 'text/plain' }).end(String(error));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}${base}`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function answer(folder: string, base: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
  const path = decodeURIComponent(pathname);
  if (!path.startsWith(base)) return notFound(response);
  // The address's parts were resolved by URL; what is left of `..` can't lead out of the folder.
  const file = join(folder, normalize(`/${path.slice(base.length)}`));
  const found = await stat(file).catch(() => null);
  if (found?.isDirectory() && !path.endsWith('/')) {
    response.writeHead(301, { location: `${pathname}/${search}` }).end();
    return;
  }
  const body = await readFile(found?.isDirectory() ? join(file, 'index.html') : file).catch(() => null);
  if (!body) return notFound(response);
  response.writeHead(200, { 'content-type': contentType(file, found?.isDirectory() ?? false) }).end(body);
}

function notFound(response: ServerResponse): void {
  response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
}

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

function contentType(file: string, isFolder: boolean): string {
  return contentTypes[isFolder ? '.html' : extname(file)] ?? 'application/octet-stream';
}
