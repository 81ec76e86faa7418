import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rowOf, workbookOf } from '../../unit/records/files/packed.ts';
import { readGolden, sayValues } from '../golden-values.ts';
import { runCase, unaccounted, type CaseRun } from '../run-case.ts';

const here = import.meta.dirname;
const expected = readGolden(join(here, 'expected', 'values.yml'));

/** The same deals as HubSpot writes them to a text with tabs, in UTF-16. */
function withTabs(rows: readonly (readonly string[])[]): Buffer {
  const quoted = (value: string): string => `"${value.replaceAll('"', '""')}"`;
  return Buffer.from(`\uFEFF${rows.map((row) => row.map(quoted).join('\t')).join('\r\n')}\r\n`, 'utf16le');
}

/** The same as a workbook: times are numbers of days that are shown as dates, amounts are numbers, ids are texts. */
function asWorkbook([header = [], ...rows]: readonly (readonly string[])[]): Promise<Buffer> {
  const cell = (value: string, column: number, line: number): string => {
    const place = `${String.fromCharCode(65 + column)}${line}`;
    const [date, time] = value.split(' ');
    if (/^\d{4}-\d\d-\d\d \d\d:\d\d$/.test(value)) {
      const days = Date.parse(`${date}T${time}:00Z`) / 86_400_000 + 25_569;
      return `<c r="${place}" s="1"><v>${days}</v></c>`;
    }
    if (header[column] === 'Amount') return `<c r="${place}"><v>${value}</v></c>`;
    return value === '' ? '' : `<c r="${place}" t="inlineStr"><is><t>${value}</t></is></c>`;
  };
  const sheet = rows.map((row, index) => {
    const cells = row.map((value, column) => cell(value, column, index + 2));
    return `<row r="${index + 2}">${cells.join('')}</row>`;
  });
  return workbookOf({ sheets: { deals: rowOf(1, ...header) + sheet.join('') }, formats: ['yyyy\\-mm\\-dd hh:mm'] });
}

describe.each([
  ['a workbook', 'deals-sales.xlsx', asWorkbook],
  ['UTF-16 with tabs', 'deals-sales.tsv', (rows: string[][]) => Promise.resolve(withTabs(rows))],
])('the same deals of HubSpot as %s', (_, file, make) => {
  let work: string;
  let run: CaseRun;
  beforeAll(async () => {
    work = await mkdtemp(join(tmpdir(), 'same-page-hubspot-'));
    await cp(here, work, { recursive: true });
    const exports = join(work, 'exports');
    const csv = await readFile(join(exports, 'deals-sales.csv'), 'utf8');
    await rm(join(exports, 'deals-sales.csv'));
    await writeFile(join(exports, file), await make(parse(csv)));
    await replaceIn(join(exports, 'manifest.json'), 'deals-sales.csv', file);
    await replaceIn(join(work, 'data', 'sources', 'deals.yml'), 'reads: deals-*.csv', 'reads: deals-*');
    run = await runCase({ data: join(work, 'data'), exports, now: '2026-04-01T08:00:00Z' });
  });
  afterAll(async () => {
    await run?.end();
    await rm(work, { recursive: true, force: true });
  });

  test.each(Object.keys(expected))('have the values of %s that were worked out by hand', (slug) => {
    expect(sayValues(run, slug)).toEqual(expected[slug]);
  });

  test('have every row accounted for', () => {
    expect(unaccounted(run.account)).toEqual([]);
    expect(run.account.rejected).toEqual([]);
    expect(run.account.files.find((each) => each.file === file)).toMatchObject({
      rows: 3,
      made: { opportunity: 3, 'stage change': 3, 'deal contact': 3 },
    });
  });
});

async function replaceIn(path: string, from: string, to: string): Promise<void> {
  await writeFile(path, (await readFile(path, 'utf8')).replace(from, to));
}
