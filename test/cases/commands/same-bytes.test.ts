import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { copySample, runCommand } from './run-command.ts';

let sample: Awaited<ReturnType<typeof copySample>>;
beforeAll(async () => {
  sample = await copySample();
});
afterAll(() => sample.done());

/** The site of the sample, built by the command with a clock that is said: each file's hash, by its path. */
async function build(name: string, now: string): Promise<Record<string, string>> {
  const out = join(sample.data, name);
  const database = join(sample.data, `${name}.db`);
  const ended = await runCommand('build', '--data', sample.data, '--out', out, '--database', database, '--now', now);
  expect(ended.err).toBe('');
  expect(ended.out).toContain(`the clock at ${now}`);
  const entries = await readdir(out, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const hashes = files.map(async (file) => [relative(out, file), hash(await readFile(file))] as const);
  return Object.fromEntries(await Promise.all(hashes));
}

const hash = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

it('the same inputs and clock give the same bytes; another clock changes ages and no number; builds at the same time are in no one’s way', async () => {
  const [first, again, later] = await Promise.all([
    build('first', '2026-11-09T08:00:00Z'),
    build('again', '2026-11-09T08:00:00Z'),
    build('later', '2026-11-20T08:00:00Z'),
  ]);
  expect(Object.keys(first).length).toBeGreaterThan(30);
  expect(again).toEqual(first);
  const api = (files: Record<string, string>) => Object.entries(files).filter(([path]) => path.startsWith('api'));
  expect(api(later)).toEqual(api(first));
  expect(later['index.html']).not.toBe(first['index.html']);
});
