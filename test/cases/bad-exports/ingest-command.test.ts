import { mkdir, mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { rowOf, workbookOf, zipOf } from '../../unit/records/files/packed.ts';
import { runCommand, type Ended } from '../commands/run-command.ts';

const data = join(import.meta.dirname, '..', 'salesforce-report', 'data');
const source = 'test/cases/salesforce-report/data/sources/opportunities.yml';
const name = 'Opportunities of this year';
const header = 'Opportunity ID,Opportunity Name,Stage,Amount,Created Date,Close Date';
const good = `${header}\n0060000000AbCdE,North,Closed Won,1000.50,3/1/2026,4/2/2026\n`;

let work: string;
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'same-page-bad-exports-'));
  await write({ [`${name}.csv`]: good });
  expect(await ingest()).toMatchObject({ status: 0, err: '' });
});
beforeEach(() => rm(join(work, 'exports'), { recursive: true, force: true }));
afterAll(() => rm(work, { recursive: true, force: true }));

const database = (): Promise<Buffer> => readFile(join(work, 'records.db'));

async function write(files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  await mkdir(join(work, 'exports'), { recursive: true });
  for (const [file, content] of Object.entries(files)) await writeFile(join(work, 'exports', file), content);
}

/** Runs the command, and says the folder of exports as `exports`. */
async function ingest(): Promise<Ended> {
  const exports = join(work, 'exports');
  const to = join(work, 'records.db');
  const now = '2026-04-01T08:00:00Z';
  const ended = await runCommand('ingest', '--data', data, '--exports', exports, '--database', to, '--now', now);
  return { ...ended, err: ended.err.replaceAll(exports, 'exports') };
}

type Faulty = readonly [string, string, () => Promise<string | Uint8Array>, string];
const faulty: readonly Faulty[] = [
  [
    'a login page',
    `${name}.csv`,
    () => Promise.resolve('<!DOCTYPE html>\n<html><head><title>Login | Salesforce</title></head></html>'),
    `exports/${name}.csv:1:1  this is a web page, not an export: most likely a login page was saved; log in, and download the export again`,
  ],
  [
    'a workbook with a password',
    `${name}.xlsx`,
    () => Promise.resolve(Buffer.from('D0CF11E0A1B11AE1000000000000', 'hex')),
    `exports/${name}.xlsx:1:1  this workbook has a password, or is of the old form .xls; save it without a password, as .xlsx or CSV`,
  ],
  [
    'a ZIP inside a ZIP',
    'all.zip',
    async () => zipOf({ [`${name}.csv`]: good, 'in.zip': await zipOf({ [`${name}.csv`]: good }) }),
    'exports/all.zip/in.zip:1:1  this is a ZIP inside a ZIP; unpack the outer one',
  ],
  [
    'groups of a report that share a cell',
    `${name}.xlsx`,
    () =>
      workbookOf({
        sheets: {
          Report:
            rowOf(1, 'Stage', 'Opportunity ID', 'Opportunity Name', 'Amount', 'Created Date', 'Close Date') +
            rowOf(2, 'Closed Won', '0060000000AbCdE', 'North', '1', '2026-01-03', '2026-02-04') +
            rowOf(3, '', '0060000000AbCdF', 'South', '2', '2026-01-03', '2026-02-04'),
        },
        behind: '<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>',
      }),
    `exports/${name}.xlsx:2:1  cells of the rows are merged: A2:A3; export the report again without groups ("Details Only"), or unmerge them and fill each`,
  ],
];

describe('the command ends with status 1, one line that names the place and the mend, and the database as it was', () => {
  test.each(faulty)('%s', async (_, file, make, says) => {
    const before = await database();
    await write({ [file]: await make() });
    const { status, err } = await ingest();
    expect(err).toContain(says);
    expect(status).toBe(1);
    expect(before.equals(await database())).toBe(true);
  });

  test('a value of a gigabyte, of which no more is read than tells that it is too long', async () => {
    const before = await database();
    const rows = Array.from({ length: 9000 }, (_, row) => `0060000000A${10_000 + row},North,Won,1,3/1/2026,\n`);
    await write({ [`${name}.csv`]: `${header}\n${rows.join('')}0060000000AbCdE,"` });
    // Nobody has to write the zeros that the value is made of.
    const file = await open(join(work, 'exports', `${name}.csv`), 'r+');
    await file.truncate(1_000_000_000);
    await file.close();
    const begun = performance.now();
    const { status, err } = await ingest();
    expect(err).toContain(
      `exports/${name}.csv:9002:1  the value that begins here does not end, or is longer than 1,000,000 characters; close its quote, or export the file again`,
    );
    expect(status).toBe(1);
    expect(before.equals(await database())).toBe(true);
    // To read all of it takes longer, and its text fills more than the memory that a program has.
    expect(performance.now() - begun).toBeLessThan(30_000);
  });

  test('all faults of all files at once', async () => {
    await write({
      [`${name}.csv`]: '',
      [`${name}.xlsx`]: 'no workbook',
      [`${name}.tsv`]: header.replaceAll(',', '\t').replace('Stage', 'Phase'),
      'cut.zip': (await zipOf({ 'Lead.csv': good })).subarray(0, 60),
    });
    const { status, err } = await ingest();
    expect(status).toBe(1);
    expect(err.split('\n').filter((line) => line.startsWith('exports/') && !line.includes('warning:'))).toEqual([
      `exports/${name}.csv:1:1  the file is empty; export it again, with its header`,
      `exports/${name}.tsv:1:1  there is no column "Stage" any more; it seems to be called "Phase" now; if so, write from: [Stage, Phase] in its place, ${source}:16; without it these can't be counted: Deals that were won`,
      `exports/${name}.xlsx:1:1  this is no workbook, though it is called one; name it .csv, or save it as .xlsx`,
      'exports/cut.zip:1:1  this ZIP is damaged or was cut short; download it again, and see whether it has its whole size',
    ]);
  });
});
