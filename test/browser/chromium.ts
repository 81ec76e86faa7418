import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { inject } from 'vitest';
import type { TestProject } from 'vitest/node';

/** A Chromium to start, and what its process needs in its environment. */
export interface Chromium {
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
}

declare module 'vitest' {
  export interface ProvidedContext {
    readonly chromium: Chromium;
  }
}

/**
 * Starts the browser of this run: the one that `CHROMIUM` names, else the system's, else the one from the npm registry.
 * A machine that has none of them fails the tests; they are never skipped. `args`: what else it is told on its command line.
 */
export async function openBrowser(args: readonly string[] = []): Promise<Browser> {
  const { path, env } = inject('chromium');
  return chromium.launch({
    executablePath: path,
    env: { ...process.env, ...env },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...args,
    ],
  });
}

/** Vitest calls this once before a project's tests, and what it returns after them. */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const own = process.env['CHROMIUM'] || systemChromium(process.env['PATH'] ?? '');
  if (own) {
    project.provide('chromium', { path: own, env: {} });
    return undefined;
  }
  const folder = await mkdtemp(join(tmpdir(), 'same-page-chromium-'));
  project.provide('chromium', await unpackChromium(folder));
  return () => rm(folder, { recursive: true, force: true });
}

function systemChromium(path: string): string | undefined {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const places = path
    .split(delimiter)
    .filter(Boolean)
    .flatMap((folder) => names.map((name) => join(folder, name)));
  return [...places, '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'].find((place) => existsSync(place));
}

/**
 * Unpacks the package's browser, its libraries and its fonts into an empty folder. The package unpacks into the folder for
 * temporary files and takes what it finds there for complete, and it brings its libraries only where it believes itself in
 * a certain cloud: so both are said to it while it works, and taken back.
 */
async function unpackChromium(folder: string): Promise<Chromium> {
  const before = { ...process.env };
  Object.assign(process.env, { TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' });
  try {
    const packed = await import('@sparticuz/chromium');
    const path = await packed.default.executablePath();
    const env = {
      LD_LIBRARY_PATH: [join(folder, 'al2023', 'lib'), before['LD_LIBRARY_PATH']].filter(Boolean).join(delimiter),
      FONTCONFIG_PATH: join(folder, 'fonts'),
    };
    return { path, env };
  } finally {
    for (const name of ['TMPDIR', 'AWS_LAMBDA_JS_RUNTIME', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH', 'HOME']) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
  }
}
