import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { countOnly } from './count-only.ts';
import { copySample, runCommand } from './run-command.ts';

let sample: Awaited<ReturnType<typeof copySample>>;
let few: Awaited<ReturnType<typeof copySample>>;
beforeAll(async () => {
  [sample, few] = await Promise.all([copySample(), copySample()]);
  await countOnly(few.data, [
    'followed-up-in-time',
    'handed-over-in-time',
    'leads-accepted',
    'campaign-effectiveness',
    'campaign-wins',
    'campaign-spend',
  ]);
});
afterAll(() => Promise.all([sample.done(), few.done()]));

/** A site, built by the command with a clock that is said: each file's hash, by its path. */
async function build(data: string, name: string, now: string): Promise<Record<string, string>> {
  const out = join(data, name);
  const database = join(data, `${name}.db`);
  const ended = await runCommand('build', '--data', data, '--out', out, '--database', database, '--now', now);
  expect(ended.status, ended.err).toBe(0);
  expect(ended.out).toContain(`the clock at ${now}`);
  const entries = await readdir(out, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const hashes = files.map(async (file) => [relative(out, file), hash(await readFile(file))] as const);
  return Object.fromEntries(await Promise.all(hashes));
}

const hash = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

it('the same inputs and clock give the same bytes; builds at the same time are in no one’s way', async () => {
  const [first, again] = await Promise.all([
    build(sample.data, 'first', '2026-11-09T08:00:00Z'),
    build(sample.data, 'again', '2026-11-09T08:00:00Z'),
  ]);
  expect(Object.keys(first).length).toBeGreaterThan(30);
  expect(again).toEqual(first);
});

it('another clock changes ages and no number', async () => {
  const first = await build(few.data, 'first', '2026-11-09T08:00:00Z');
  const later = await build(few.data, 'later', '2026-11-20T08:00:00Z');
  const api = (files: Record<string, string>) => Object.entries(files).filter(([path]) => path.startsWith('api'));
  expect(api(later)).toEqual(api(first));
  expect(later['index.html']).not.toBe(first['index.html']);
});
