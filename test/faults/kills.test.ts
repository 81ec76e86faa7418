import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ingestGrounds } from './grounds.ts';
import type { Ground } from './grounds.ts';
import { tryOnce } from './kills.ts';
import type { Aim } from './kill-moments.ts';
import { placeIn, standingIn } from './standing.ts';

let folder: string;
let none: Ground;
let old: Ground;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'same-page-kills-'));
  [none, old] = await ingestGrounds(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Two at a time, as many as a small machine has cores for. */
async function tryBoth(one: readonly [Ground, Aim], other: readonly [Ground, Aim]) {
  const tries = [one, other].map(([ground, aim], index) => tryOnce(ground, aim, join(folder, `try ${index}`)));
  return Promise.all(tries);
}

describe('a killed ingest leaves the old database or the new one, and the next run ends as if nothing had happened', () => {
  test('while it reads', async () => {
    const half = (ground: Ground): Aim => ({ at: 'clock', after: ground.whole / 2 });
    const [over, into] = await tryBoth([old, half(old)], [none, half(none)]);
    expect(over).toEqual({ killed: true, isNew: false, faults: [] });
    expect(into).toEqual({ killed: true, isNew: false, faults: [] });
  });

  test('at the commit, and as soon as there are files of its own', async () => {
    const [commit, files] = await tryBoth(
      [old, { at: 'commit', nth: 1, after: -1 }],
      [old, { at: 'first file', after: 10 }],
    );
    expect(commit).toEqual({ killed: true, isNew: false, faults: [] });
    expect(files).toEqual({ killed: true, isNew: false, faults: [] });
  });

  test('before the new database takes its place, and when it has, before what was observed is written', async () => {
    const [place, ledger] = await tryBoth(
      [old, { at: 'place', nth: 1, after: -1 }],
      [none, { at: 'ledger', nth: 1, after: -1 }],
    );
    expect(place).toEqual({ killed: true, isNew: false, faults: [] });
    expect(ledger).toEqual({ killed: true, isNew: true, faults: [] });
  });
});

test('what is looked at shows a database that is not whole, and a file that was left over', async () => {
  const place = placeIn(join(folder, 'broken'));
  await cp(old.from.folder, place.folder, { recursive: true });
  await cp(place.database, `${place.database}.new`);
  expect((await standingIn(place)).files).toContain('same-page.db.new');
  await truncate(place.database, 400_000);
  await expect(standingIn(place)).rejects.toThrow(/not whole|malformed/);
  expect(existsSync(place.database)).toBe(true);
});

test('the old database and the new one are told apart', () => {
  expect(old.before.records).not.toBe(old.done.records);
  expect(old.before.observed).not.toBe(old.done.observed);
  expect(old.before.records).toMatch(/"table":"stage_change".*"observed":1/);
  expect(old.says.ofBefore).toContain('Telephone');
});
