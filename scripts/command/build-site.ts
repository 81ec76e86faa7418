import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Edition } from '../../src/values/edition.ts';
import type { Task } from './task.ts';

/**
 * Builds the site of an edition beside the old one and puts it in its place when it is complete, so that a failure leaves what stood.
 * It throws what Astro throws.
 */
export async function buildSite(edition: Edition, task: Task): Promise<void> {
  const work = await mkdtemp(join(tmpdir(), 'same-page-'));
  const next = `${task.out}.next`;
  try {
    const snapshot = join(work, 'edition.json');
    await writeFile(snapshot, JSON.stringify(edition));
    await mkdir(dirname(task.out), { recursive: true });
    await rm(next, { recursive: true, force: true });
    process.env.SAME_PAGE_EDITION = snapshot;
    // Loaded only now: whatever is wrong with the input is said before.
    const { build } = await import('astro');
    await build({ outDir: next, base: task.base, ...(task.site ? { site: task.site } : {}), logLevel: 'warn' });
    await replaceFolder(task.out, next);
  } finally {
    await rm(work, { recursive: true, force: true });
    await rm(next, { recursive: true, force: true });
  }
}

async function replaceFolder(folder: string, next: string): Promise<void> {
  const old = `${folder}.old`;
  await rm(old, { recursive: true, force: true });
  await rename(folder, old).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  });
  await rename(next, folder);
  await rm(old, { recursive: true, force: true });
}
