import { mkdtemp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSources } from '../../../src/records/read-sources.ts';
import { zipOf } from '../../unit/records/files/packed.ts';
import { realData } from '../real/raw-tables.ts';
import { copySample, runCommand } from './run-command.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'same-page-map-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('wrong input is named with its mend, and nothing is written', () => {
  it.each([
    ['no-such.csv', null, 1, 'no-such.csv:1:1  there is no such file; name an export, such as data/exports/Lead.csv\n'],
    ['empty.csv', '', 1, 'empty.csv:1:1  the file is empty; export it again, with its header\n'],
    [
      'page.csv',
      '<!DOCTYPE html><html><body>Log in</body></html>',
      1,
      'page.csv:1:1  this is a web page, not an export: most likely a login page was saved; log in, and download the export again\n',
    ],
    [
      'picture.csv',
      Buffer.from('89504e470d0a1a0a00', 'hex'),
      1,
      'picture.csv:1:1  this is a picture (PNG), not a table; export it as CSV or XLSX\n',
    ],
  ])('%s', async (name, holds, status, says) => {
    const path = join(folder, name);
    if (holds !== null) await writeFile(path, holds);
    const ended = await runCommand('map', path, '--data', folder, '--write');
    expect([ended.status, ended.err]).toEqual([status, `${folder}/${says}`]);
  });

  it('a folder', async () => {
    const ended = await runCommand('map', folder, '--data', folder);
    expect([ended.status, ended.err]).toEqual([1, `${folder}:1:1  this is a folder; name one file in it\n`]);
  });

  it('a wrong call is told, with status 2', async () => {
    const none = await runCommand('map', '--data', folder);
    expect([none.status, none.err]).toEqual([
      2,
      'map needs a file: npm run map -- data/exports/Lead.csv\nSee --help.\n',
    ]);
    const path = join(folder, 'Lead.csv');
    await writeFile(path, 'Id,LeadSource,Status,CreatedDate\n00QHw0000000001MAA,Web,New,2026-04-03T08:00:00Z\n');
    const odd = await runCommand('map', path, '--data', folder, '--answer', 'record');
    expect([odd.status, odd.err]).toEqual([
      2,
      '--answer: expected QUESTION=ANSWER, such as "record=lead", got "record"\nSee --help.\n',
    ]);
  });
});

it('a source that is there is not written over unless it is said; without --write nothing is written', async () => {
  const data = join(folder, 'once');
  await mkdir(data);
  const map = (...rest: string[]) => runCommand('map', 'data/sample/exports/Lead.csv', '--data', data, ...rest);
  expect((await map()).out).toContain('Nothing was written');
  expect(await readdir(data)).toEqual([]);
  expect((await map('--write')).status).toBe(0);
  const again = await map('--write');
  expect(again.status).toBe(1);
  expect(again.err).toMatch(/sources\/lead\.yml is there already, and nothing was written: --replace writes over it/);
  expect((await map('--write', '--replace')).status).toBe(0);
});

it('an answer that names a table is for that one of a file only', async () => {
  const path = join(folder, 'weekly.zip');
  const rows = (days: string): string => `id,name,day,amount\n1,North,${days},10\n2,South,03/05/2026,20\n`;
  await writeFile(path, await zipOf({ 'costs-a.csv': rows('04/05/2026'), 'costs-b.csv': rows('05/05/2026') }));
  const map = (...answers: string[]) =>
    runCommand('map', path, '--data', folder, '--json', ...answers.flatMap((answer) => ['--answer', answer]));
  const tables = (out: string): unknown[] =>
    (JSON.parse(out) as { tables: { name: string; record: string }[] }).tables.map(({ name, record }) => [
      name,
      record,
    ]);
  const ended = await map('record=spend', 'costs-b:record=campaign');
  expect(tables(ended.out)).toEqual([
    ['costs-a', 'spend'],
    ['costs-b', 'campaign'],
  ]);
  const wrong = await map('costs-c:record=spend');
  expect([wrong.status, wrong.err]).toEqual([
    2,
    expect.stringContaining('--answer: nothing is asked by the name "costs-c:record"'),
  ]);
  const plain = await runCommand('map', path, '--data', folder);
  expect(plain.out).toContain('--answer "costs-a:');
});

it("the sample's exports are mapped so that no more rows are rejected than by the sources written by hand", async () => {
  const { data, done } = await copySample();
  try {
    const byHand = await rejected(data);
    const sources = join(data, 'sources');
    for (const name of await readdir(sources)) if (name !== 'handovers.yml') await rm(join(sources, name));
    for (const name of (await readdir(join(data, 'exports'))).filter((each) => each.endsWith('.csv'))) {
      const rest = name === 'spend.csv' ? ['--answer', 'key=row'] : [];
      const ended = await runCommand('map', join(data, 'exports', name), '--data', data, '--write', ...rest);
      expect([name, ended.status, ended.err]).toEqual([name, 0, '']);
    }
    expect(await faultsIn(sources)).toEqual([]);
    expect(await rejected(data)).toBeLessThanOrEqual(byHand);
  } finally {
    await done();
  }
});

const workshop = realData('salesforce-workshop');
describe.skipIf(!workshop.isThere)(workshop.title, () => {
  it('its leads, deals and campaigns are mapped without a question', async () => {
    const data = join(folder, 'workshop');
    await mkdir(data);
    for (const name of ['Lead', 'Opportunity', 'Campaign']) {
      const ended = await runCommand('map', join(workshop.folder, `${name}.csv`), '--data', data, '--write');
      expect([name, ended.status, ended.out.includes('--answer')]).toEqual([name, 0, false]);
    }
    expect(await faultsIn(join(data, 'sources'))).toEqual([]);
  });
});

async function faultsIn(sources: string): Promise<readonly string[]> {
  const names = await readdir(sources);
  const files = await Promise.all(
    names.map(async (name) => ({ path: name, text: await readFile(join(sources, name), 'utf8') })),
  );
  return readSources(files).problems.map(({ file, says }) => `${file}: ${says}`);
}

async function rejected(data: string): Promise<number> {
  const ended = await runCommand('ingest', '--data', data, '--json');
  expect([ended.status, ended.err]).toEqual([0, expect.any(String)]);
  const { files } = JSON.parse(ended.out) as { files: readonly { rejected: number }[] };
  return files.reduce((sum, file) => sum + file.rejected, 0);
}
