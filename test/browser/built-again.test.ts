/** The sample's site is there already, built beside another one: what comes of building it once more, and of another clock. */
import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { countOnly } from '../cases/commands/count-only.ts';
import { copySample, runCommand, type Ended } from '../cases/commands/run-command.ts';
import { clock } from './serve.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'same-page-again-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Builds a site by the command, with a clock that is said. */
const build = (data: string, name: string, now: string, ...more: readonly string[]): Promise<Ended> => {
  const [out, database] = [join(folder, name), join(folder, `${name}.db`)];
  return runCommand('build', '--data', data, '--out', out, '--database', database, '--now', now, ...more);
};

/** Each file's hash, by its path. */
async function hashesOf(site: string): Promise<Record<string, string>> {
  const entries = await readdir(site, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const hashes = files.map(async (file) => [relative(site, file), hash(await readFile(file))] as const);
  return Object.fromEntries(await Promise.all(hashes));
}

const hash = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

describe('the sample with a ledger in which October is fixed for one metric only', () => {
  const published = 'data/sample/published';
  let kept: string;
  let marks: string;
  let told: string;
  let ended: Ended;
  beforeAll(async () => {
    kept = join(folder, 'published');
    await cp(published, kept, { recursive: true });
    marks = await readFile(join(published, 'marks.csv'), 'utf8');
    told = await readFile(join(published, 'told.csv'), 'utf8');
    // One inquiry of October was merged away after the month had closed: today's number would fix another one.
    const stays = (line: string) => !line.includes(',2026-10,') || line.startsWith('inquiries,');
    await writeFile(join(kept, 'marks.csv'), marks.split('\n').filter(stays).join('\n'));
    ended = await build('data/sample', 'again', clock, '--published', kept);
  }, 5 * 60_000);

  test('the same inputs and clock give the same bytes, whatever is built at the same time, and whether a mark was fixed before or just now', async () => {
    expect([ended.status, ended.err]).toEqual([0, expect.any(String)]);
    expect(ended.out).toContain(`the clock at ${clock}`);
    const first = await hashesOf(inject('siteFolder'));
    expect(Object.keys(first).length).toBeGreaterThan(30);
    expect(await hashesOf(join(folder, 'again'))).toEqual(first);
  });

  test('what is not in the ledger yet is fixed, in its place, where marks are kept', async () => {
    expect(ended.out).toMatch(/\d+ marks were fixed, for their periods have closed: commit .*published\/marks\.csv\./);
    expect(ended.out).toMatch(/What stands this week was written down: commit .*published\/told\.csv\./);
    const nowTold = await readFile(join(kept, 'told.csv'), 'utf8');
    expect(nowTold.startsWith(told), 'what earlier weeks held stays').toBe(true);
    expect(nowTold).toContain('\n2026-11-09,followed-up-in-time,month,2026-10,over,');
    const restored = await readFile(join(kept, 'marks.csv'), 'utf8');
    const before = new Set(marks.split('\n'));
    const missing = restored.split('\n').filter((line) => !before.has(line));
    expect(missing, 'marks that the sample lacks: build it with --published data/sample/published, and commit').toEqual(
      [],
    );
    expect(restored).toBe(marks);
  });
});

test('another clock changes ages and no number', async () => {
  const { data, done } = await copySample();
  await countOnly(data, [
    'followed-up-in-time',
    'handed-over-in-time',
    'leads-accepted',
    'campaign-effectiveness',
    'campaign-wins',
    'campaign-spend',
  ]);
  for (const [name, now] of [
    ['now', '2026-11-09T08:00:00Z'],
    ['later', '2026-11-20T08:00:00Z'],
  ] as const)
    expect(await build(data, name, now)).toMatchObject({ status: 0 });
  await done();
  const [first, later] = [await hashesOf(join(folder, 'now')), await hashesOf(join(folder, 'later'))];
  const api = (files: Record<string, string>) => Object.entries(files).filter(([path]) => path.startsWith('api'));
  expect(api(first).length).toBeGreaterThan(0);
  expect(api(later)).toEqual(api(first));
  expect(later['index.html']).not.toBe(first['index.html']);
});
