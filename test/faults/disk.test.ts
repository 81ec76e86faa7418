import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { meet, troubles } from './disk.ts';
import { ingestGrounds } from './grounds.ts';
import type { Ground } from './grounds.ts';

let folder: string;
let ground: Ground;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'same-page-disk-'));
  await chmod(folder, 0o755);
  [, ground] = await ingestGrounds(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A sample: what any user may try. */
const sample = troubles.filter(({ what }) => /longer than 400 KB|database's folder|another process/.test(what));

test.each(sample)('$what: one clear line, and the old database as it was', async (trouble) => {
  expect(await meet(trouble, ground, join(folder, 'trouble'))).toEqual([]);
});
