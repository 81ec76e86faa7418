import { gzipSync } from 'node:zlib';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { workshop } from '../run-ingest.ts';
import type { Workshop } from '../run-ingest.ts';
import { sampleOf } from '../../../../src/records/files/sample-of.ts';
import { UnusableFile } from '../../../../src/records/files/unusable-file.ts';
import { rowOf, workbookOf, zipOf } from './packed.ts';

let shop: Workshop;
let folder: string;
beforeAll(async () => {
  shop = await workshop();
  folder = await mkdtemp(join(tmpdir(), 'same-page-damaged-'));
});
afterAll(async () => {
  await shop.end();
  await rm(folder, { recursive: true, force: true });
});

const rows = Array.from({ length: 40 }, (_, index) => `id-${index},Web ${index * 7919}`);
const csv = ['Id,Source', ...rows, ''].join('\n');
const source = (reads: string): Record<string, string> => ({
  lead: `reads: ${reads}\nkey: Id\nas of: 2026-10-01T00:00:00Z\nreject at most: 100%\ngives:\n  - record: lead\n    columns: { source: Source }\n`,
});

/** The same numbers in every run, from 0 to 1. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function damage(bytes: Buffer, random: () => number): Buffer {
  if (random() < 0.4) return bytes.subarray(0, Math.floor(random() * bytes.length));
  const copy = Buffer.from(bytes);
  for (let flips = 1 + Math.floor(random() * 4); flips > 0; flips -= 1) {
    const at = Math.floor(random() * copy.length);
    copy[at] = (copy[at] ?? 0) ^ (1 << Math.floor(random() * 8));
  }
  return copy;
}

const forms: readonly [string, string, () => Promise<Buffer>][] = [
  ['ZIP', 'all.zip', () => zipOf({ 'Lead.csv': csv })],
  [
    'workbook',
    'Lead.xlsx',
    () =>
      workbookOf({
        sheets: {
          Leads: [rowOf(1, 'Id', 'Source'), ...rows.map((row, index) => rowOf(index + 2, ...row.split(',')))].join(''),
        },
      }),
  ],
  ['gzip', 'Lead.csv.gz', async () => gzipSync(csv)],
  ['UTF-16', 'Lead.csv', async () => Buffer.from(`\uFEFF${csv}`, 'utf16le')],
];

it.each(forms)(
  'a damaged %s is read with every row accounted for, or is a fault that names it',
  async (_, name, make) => {
    const whole = await make();
    const reads = name === 'Lead.xlsx' ? name : 'Lead.csv';
    await shop.ingest({ sources: source(reads), files: { [name]: whole } });
    const random = randomFrom(7);
    for (let run = 0; run < 50; run += 1) {
      const { faults, account } = await shop.ingest({
        sources: source(reads),
        files: { [name]: damage(whole, random) },
      });
      if (faults.length > 0) expect(faults.join('\n')).toMatch(/exports\/|there is no "Lead/);
      else expect(account.files).toHaveLength(1);
    }
  },
);

it.each(forms)('a sample of a damaged %s is taken, or refused in words', async (_, name, make) => {
  const whole = await make();
  const path = join(folder, name);
  const random = randomFrom(11);
  for (let run = 0; run < 50; run += 1) {
    await writeFile(path, damage(whole, random));
    try {
      await sampleOf(path, 5);
    } catch (error) {
      expect(error).toBeInstanceOf(UnusableFile);
    }
  }
});

it('a sample tells a table apart: its name, its separator, its header below a title', async () => {
  const path = join(folder, 'all.zip');
  const sheets = { Leads: rowOf(1, 'Leads of us') + rowOf(3, 'Id', 'Source') + rowOf(4, 'a', 'Web') };
  await writeFile(
    path,
    await zipOf({
      'a/Lead.csv': 'Id;Source\na;Web\nb;Web\n',
      'Deal.csv': Buffer.from('Id,Name\na,Caf\u00e9\n', 'latin1'),
      'Leads.xlsx': await workbookOf({ sheets }),
    }),
  );
  expect(await sampleOf(path, 1)).toEqual([
    {
      name: 'Lead.csv',
      form: 'text',
      encoding: 'utf-8',
      separator: ';',
      sheet: null,
      headerLine: 1,
      header: ['Id', 'Source'],
      rows: [['a', 'Web']],
    },
    {
      name: 'Deal.csv',
      form: 'text',
      encoding: 'windows-1252',
      separator: ',',
      sheet: null,
      headerLine: 1,
      header: ['Id', 'Name'],
      rows: [['a', 'Café']],
    },
    {
      name: 'Leads.xlsx',
      form: 'xlsx',
      encoding: 'utf-8',
      separator: null,
      sheet: null,
      headerLine: 3,
      header: ['Id', 'Source'],
      rows: [['a', 'Web']],
    },
  ]);
});

it('a UTF-16 file with half a letter at its end was cut short', async () => {
  await shop.ingest({ sources: source('Lead.csv'), files: { 'Lead.csv': csv } });
  const whole = Buffer.from('\uFEFFId,Source\na,Web', 'utf16le');
  const { faults } = await shop.ingest({ sources: source('Lead.csv'), files: { 'Lead.csv': whole.subarray(0, -1) } });
  expect(faults).toEqual([
    'exports/Lead.csv:2:1  the file ends in the middle of a letter: it was cut short; download it again, and see whether it has its whole size',
  ]);
});
