import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { writeEdition } from '../../src/publish/edition-file.ts';
import type { Edition } from '../../src/values/edition.ts';
import type { Task } from './task.ts';

/**
 * Builds the site of an edition and puts it in its place when it is complete, so that a failure leaves what stood. What Astro makes on the way
 * lies in a folder of this build's, below the one that it runs in: else builds at the same time would write over each other. `inspect` may refuse what was written, by throwing.
 * It throws what Astro throws.
 */
export async function buildSite(edition: Edition, task: Task, inspect: (site: string) => Promise<void>): Promise<void> {
  await mkdir('.cache', { recursive: true });
  const work = await mkdtemp(join('.cache', 'site-'));
  const built = join(work, 'site');
  const next = `${task.out}.next`;
  try {
    const snapshot = resolve(work, 'edition');
    writeEdition(snapshot, edition);
    process.env.SAME_PAGE_EDITION = snapshot;
    // Loaded only now: whatever is wrong with the input is said before.
    const { build } = await import('astro');
    await build({ outDir: built, base: task.base, ...(task.site ? { site: task.site } : {}), logLevel: 'warn' });
    await inspect(built);
    await mkdir(dirname(task.out), { recursive: true });
    await rm(next, { recursive: true, force: true });
    // Copied, for the place of a site may be on another disk: from beside it, it is then moved in one step.
    await cp(built, next, { recursive: true });
    await replaceFolder(task.out, next);
  } finally {
    await rm(work, { recursive: true, force: true });
    await rm(next, { recursive: true, force: true });
  }
}

/** Puts the site back that a build was about to replace when it was ended: whatever comes of the next one, a site stands. */
export async function putSiteBack(folder: string): Promise<void> {
  if (!existsSync(folder) && existsSync(oldOf(folder))) await rename(oldOf(folder), folder);
}

const oldOf = (folder: string): string => `${folder}.old`;

async function replaceFolder(folder: string, next: string): Promise<void> {
  const old = oldOf(folder);
  await rm(old, { recursive: true, force: true });
  await rename(folder, old).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  });
  await rename(next, folder);
  await rm(old, { recursive: true, force: true });
}
