import { readFile, readdir } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { workshop } from '../../unit/records/run-ingest.ts';
import type { IngestRun, Workshop } from '../../unit/records/run-ingest.ts';

const folder = new URL('.', import.meta.url);

async function filesIn(part: string): Promise<[string, Uint8Array][]> {
  const names = (await readdir(new URL(part, folder))).sort();
  return Promise.all(
    names.map(async (name): Promise<[string, Uint8Array]> => [name, await readFile(new URL(part + name, folder))]),
  );
}

async function expected(name: string): Promise<unknown> {
  return parse(await readFile(new URL(`expected/${name}`, folder), 'utf8'));
}

let work: Workshop;
let run: IngestRun;
beforeAll(async () => {
  work = await workshop();
  const sources = await filesIn('data/sources/');
  run = await work.ingest({
    sources: Object.fromEntries(
      sources.map(([name, text]) => [name.replace('.yml', ''), Buffer.from(text).toString()]),
    ),
    files: Object.fromEntries(await filesIn('data/exports/')),
  });
});
afterAll(() => work.end());

test('exports with every kind of dirt, in two encodings, with two separators, are accounted for row by row', async () => {
  expect(run.faults).toEqual([]);
  const health = run.account.health.filter(({ count }) => count > 0);
  expect({ ...run.account, health }).toEqual(await expected('account.yml'));
});

test('and these are the records', async () => {
  const leads = await run.rows('lead', 'key', 'created', 'source', 'retry_on', 'worth', 'currency', 'account');
  expect({ leads, partners: await run.rows('partner', 'key', 'name') }).toEqual(await expected('records.yml'));
});
