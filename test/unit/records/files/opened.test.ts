import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workshop } from '../run-ingest.ts';
import type { Workshop } from '../run-ingest.ts';
import { rowOf, workbookOf, zipOf } from './packed.ts';

const lead = (reads: string, more = ''): Record<string, string> => ({
  lead: `reads: ${reads}\nkey: Id\nas of: 2026-10-01T00:00:00Z\n${more}gives:\n  - record: lead\n    columns: { source: Source }\n`,
});
const csv = (...rows: string[]): string => ['Id,Source', ...rows, ''].join('\n');

let shop: Workshop;
beforeAll(async () => void (shop = await workshop()));
afterAll(() => shop.end());

/** A good run first leaves a database, so that a faulty one can be looked at. */
async function faultsOf(file: string, content: string | Uint8Array, more = ''): Promise<readonly string[]> {
  await shop.ingest({ sources: lead('Lead.csv'), files: { 'Lead.csv': csv('a,Web') } });
  return (
    await shop.ingest({
      sources: lead(file.replace(/^.*?\.zip\//, ''), more),
      files: { [file.replace(/\.zip\/.*/, '.zip')]: content },
    })
  ).faults;
}

describe('a file is found and read', () => {
  it('out of several ZIPs that a Salesforce Data Export split it over, and a repeated one counts as repeats', async () => {
    const run = await shop.ingest({
      sources: lead('Lead.csv'),
      files: {
        'WE_00D000000000062EAA_1.ZIP': await zipOf({ 'Lead.csv': csv('a,Web', 'b,Event') }),
        'WE_00D000000000062EAA_2.ZIP': await zipOf({ 'Lead.csv': csv('b,Event', 'c,Web'), 'Task.csv': 'Id\n' }),
      },
    });
    expect(run.faults).toEqual([]);
    expect(await run.rows('lead', 'key', 'source')).toEqual([
      ['a', 'Web'],
      ['b', 'Event'],
      ['c', 'Web'],
    ]);
    expect(run.account.files.map(({ file, rows, repeats }) => [file, rows, repeats])).toEqual([
      ['WE_00D000000000062EAA_1.ZIP/Lead.csv', 2, 0],
      ['WE_00D000000000062EAA_2.ZIP/Lead.csv', 2, 1],
    ]);
    expect(run.warnings.join('\n')).toContain(
      'WE_00D000000000062EAA_2.ZIP:1:1  warning: no source reads Task.csv in it',
    );
  });

  it.each([
    ['gzipped', 'Lead.csv.gz', gzipSync(csv('a,Web'))],
    ['in a folder below', 'crm/today/Lead.csv', Buffer.from(csv('a,Web'))],
    ['in other letters', 'LEAD.CSV', Buffer.from(csv('a,Web'))],
    ['UTF-16 with a mark and tabs', 'Lead.csv', Buffer.from('\uFEFFId\tSource\na\tWeb\n', 'utf16le')],
    ['UTF-8 with a mark', 'Lead.csv', Buffer.from(`\uFEFF${csv('a,Web')}`)],
  ])('%s', async (_, file, content) => {
    const run = await shop.ingest({ sources: lead('Lead.csv'), files: { [file]: content } });
    expect(run.faults).toEqual([]);
    expect(await run.rows('lead', 'key', 'source')).toEqual([['a', 'Web']]);
  });

  it.each([
    ['windows-1252', 'Caf\u00e9 \u2013 \u20ac', '436166e9209620 80'],
    ['ISO-8859-1', 'Caf\u00e9', '436166e9'],
    // What looks like UTF-8 in places only is none: Ã© stands beside é.
    ['windows-1252', '\u00c3\u00a9 \u00e9', 'c3a920e9'],
    ['Shift_JIS', '\u5c55\u793a', '935c8ea6'.replace('935c', '9357')],
    ['EUC-KR', '\ud55c', 'c7d1'],
    ['GB2312', '\u4e2d', 'd6d0'],
    ['Big5', '\u4e2d', 'a4a4'],
    ['utf-16be', 'Web', '005700650062'],
  ])('in %s, where its source says so', async (encoding, source, hex) => {
    const wide = encoding === 'utf-16be';
    const plain = (text: string): Buffer => (wide ? Buffer.from(text, 'utf16le').swap16() : Buffer.from(text));
    const content = Buffer.concat([plain('Id,Source\na,'), Buffer.from(hex.replaceAll(' ', ''), 'hex'), plain('\n')]);
    const run = await shop.ingest({
      sources: lead('Lead.csv', `encoding: ${encoding}\n`),
      files: { 'Lead.csv': content },
    });
    expect(run.faults).toEqual([]);
    expect(await run.rows('lead', 'source')).toEqual([[source]]);
  });
});

describe('a workbook', () => {
  it('gives dates by their format, shared texts, booleans and numbers as they stand; hidden rows too', async () => {
    const header = rowOf(1, 'Id', 'Source', 'Created', 'Score', 'Note');
    const row =
      '<row r="3" hidden="1"><c r="A3" t="s"><v>0</v></c><c r="B3" t="b"><v>1</v></c><c r="C3" s="1"><v>46335.236111111109</v></c><c r="D3"><f>1+1</f><v>0.30000000000000004</v></c></row>';
    const file = await workbookOf({
      sheets: { Leads: header + row, hiddenSheet: rowOf(1, 'x') },
      hidden: ['hiddenSheet'],
      shared: ['<r><t>a_x000D_</t></r><r><t>1</t></r><rPh><t>no</t></rPh>'],
      formats: ['dd/mm/yyyy hh:mm'],
    });
    const sources = {
      lead: 'reads: Leads.xlsx\nkey: Id\ntime zone: UTC\nas of: 2026-12-01T00:00:00Z\ngives:\n  - record: lead\n    columns: { source: Source, created: Created, score: Score }\n',
    };
    const run = await shop.ingest({ sources, files: { 'Leads.xlsx': file } });
    expect(run.faults).toEqual([]);
    expect(await run.rows('lead', 'key', 'source', 'created', 'score')).toEqual([
      ['a\r1', 'TRUE', Date.UTC(2026, 10, 9, 5, 40) / 1000, 0.3],
    ]);
  });

  it('rejects a row with an error, or with a formula without its result, only in wanted columns', async () => {
    const file = await workbookOf({
      sheets: {
        Leads:
          rowOf(1, 'Id', 'Source', 'Other') +
          '<row r="2"><c r="A2" t="inlineStr"><is><t>a</t></is></c><c r="B2" t="e"><v>#REF!</v></c></row>' +
          '<row r="3"><c r="A3" t="inlineStr"><is><t>b</t></is></c><c r="B3"><f>A1</f></c></row>' +
          '<row r="4"><c r="A4" t="inlineStr"><is><t>c</t></is></c><c r="C4" t="e"><v>#N/A</v></c></row>',
      },
    });
    const run = await shop.ingest({
      sources: lead('Leads.xlsx', 'reject at most: 90%\n'),
      files: { 'Leads.xlsx': file },
    });
    expect(run.faults).toEqual([]);
    expect(run.account.rejected.map(({ line, column, value, reason }) => [line, column, value, reason])).toEqual([
      [2, 'Source', '#REF!', "is a spreadsheet's error"],
      [3, 'Source', '', 'is a formula whose result was not saved'],
    ]);
    expect(await run.rows('lead', 'key')).toEqual([['c']]);
  });

  it('with several sheets asks which, and reads the one that is named', async () => {
    const file = await workbookOf({
      sheets: { Notes: rowOf(1, 'x'), Leads: rowOf(1, 'Id', 'Source') + rowOf(2, 'a', 'Web') },
    });
    expect(await faultsOf('Leads.xlsx', file)).toEqual([
      'exports/Leads.xlsx:1:1  this workbook has several sheets: Notes, Leads; name one in sources/lead.yml: sheet: Notes',
    ]);
    expect(await faultsOf('Leads.xlsx', file, 'sheet: Lead\n')).toEqual([
      'exports/Leads.xlsx:1:1  this workbook has no sheet "Lead"; did you mean "Leads"?',
    ]);
    expect(await faultsOf('Leads.xlsx', file, 'sheet: Leads\n')).toEqual([]);
  });

  it('with merged header cells is a fault', async () => {
    const file = await workbookOf({
      sheets: { Leads: rowOf(1, 'Id', 'Source') + rowOf(2, 'a', 'Web') },
      behind: '<mergeCells><mergeCell ref="B1:C1"/></mergeCells>',
    });
    expect(await faultsOf('Leads.xlsx', file)).toEqual([
      'exports/Leads.xlsx:1:1  cells of the header are merged: B1:C1; unmerge them, so that each has its value',
    ]);
  });
});

describe('an exported report', () => {
  it('of CSV gives its rows; totals and the footer are left out and counted', async () => {
    const content = `${csv('a,Web', 'Total,', 'b,')}\n\n"Grand Totals (2 records)"\n"Leads of us"\n"Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved."\n"Confidential Information - Do Not Distribute"\n"Generated By:  A Person  9/11/2026 05:40"\n"Our company"\n`;
    const run = await shop.ingest({ sources: lead('Lead.csv', 'is a report: yes\n'), files: { 'Lead.csv': content } });
    expect(run.faults).toEqual([]);
    expect(await run.rows('lead', 'key')).toEqual([['a'], ['b']]);
    expect(run.account.files.map(({ rows, leftOut, rejected }) => [rows, leftOut, rejected])).toEqual([[9, 7, 0]]);
  });

  it('of a workbook begins below its title, and a row that is neither is rejected', async () => {
    const file = await workbookOf({
      sheets: {
        Report:
          rowOf(1, '', 'Leads of us') +
          rowOf(3, '', 'As of 2026-11-09 05:40') +
          rowOf(5, '', 'Id', 'Source \u2191') +
          rowOf(6, '', 'a', 'Web') +
          rowOf(7, '', 'Total', 'Count', '1') +
          rowOf(9, 'Confidential Information - Do Not Distribute'),
      },
    });
    const run = await shop.ingest({
      sources: lead('Leads.xlsx', 'is a report: yes\nreject at most: 50%\n'),
      files: { 'Leads.xlsx': file },
    });
    expect(run.faults).toEqual([]);
    expect(await run.rows('lead', 'key')).toEqual([['a']]);
    expect(run.account.files.map(({ rows, leftOut }) => [rows, leftOut])).toEqual([[5, 4]]);
  });

  it('loses no line that looks like neither', async () => {
    const content = csv('a,Web', 'what is this', 'b,Web');
    const run = await shop.ingest({
      sources: lead('Lead.csv', 'is a report: yes\nreject at most: 50%\n'),
      files: { 'Lead.csv': content },
    });
    expect(run.account.rejected.map(({ line, reason }) => [line, reason])).toEqual([
      [3, 'has 1 values, and the header has 2 columns'],
    ]);
  });
});

describe('a file that is not what it says', () => {
  const ole = Buffer.from('D0CF11E0A1B11AE1000000000000', 'hex');
  const again = 'download it again, and see whether it has its whole size';
  it.each([
    ['an empty file', 'Lead.csv', '', 'the file is empty; export it again, with its header'],
    [
      'a saved login page',
      'Lead.csv',
      '\n<!DOCTYPE html><html>',
      'this is a web page, not an export: most likely a login page was saved; log in, and download the export again',
    ],
    [
      'a locked workbook',
      'Leads.xlsx',
      ole,
      'this workbook has a password, or is of the old form .xls; save it without a password, as .xlsx or CSV',
    ],
    ['an old workbook', 'Leads.xls', ole, 'this is a workbook of the old form .xls; save it as .xlsx or CSV'],
    [
      'a workbook that is text',
      'Leads.xlsx',
      'Id,Source\n',
      'this is no workbook, though it is called one; name it .csv, or save it as .xlsx',
    ],
    [
      'gzip cut short',
      'Lead.csv.gz',
      gzipSync(csv('a,Web')).subarray(0, 20),
      `this gzip file is damaged or was cut short; ${again}`,
    ],
    [
      'gzip under another name',
      'Lead.csv',
      gzipSync(csv('a,Web')),
      'this file is packed, or a workbook, and its name does not say so; name it as what it is: .zip, .gz or .xlsx',
    ],
  ])('%s', async (_, file, content, says) => {
    expect(await faultsOf(file, content)).toEqual([`exports/${file}:1:1  ${says}`]);
  });

  it('a ZIP that is cut short, holds another, or leads out of the folder', async () => {
    const zip = await zipOf({ 'Lead.csv': csv('a,Web') });
    const [cut] = await faultsOf('all.zip/Lead.csv', zip.subarray(0, zip.length - 30));
    expect(cut).toBe(`exports/all.zip:1:1  this ZIP is damaged or was cut short; ${again}`);
    const [nested] = await faultsOf('all.zip/Lead.csv', await zipOf({ 'inner.zip': zip, 'Lead.csv': csv('a,Web') }));
    expect(nested).toBe('exports/all.zip/inner.zip:1:1  this is a ZIP inside a ZIP; unpack the outer one');
    const climbing = Buffer.from(
      (await zipOf({ 'xx/Lead.csv': csv('a,Web') })).toString('latin1').replaceAll('xx/', '../'),
      'latin1',
    );
    const [out] = await faultsOf('all.zip/Lead.csv', climbing);
    expect(out).toBe(
      'exports/all.zip:1:1  this ZIP holds a file with a path that leads out of it: "../Lead.csv"; do not use it: no CRM makes such a ZIP',
    );
  });

  it('a bomb, endless columns and an endless line', async () => {
    const bomb = await zipOf({ 'Lead.csv': Buffer.alloc(101_000_000, 'a') });
    expect(await faultsOf('all.zip/Lead.csv', bomb)).toEqual([
      'exports/all.zip/Lead.csv:1:1  "Lead.csv" in it unpacks to more than 200 times its size and 100 MB, as no export does; export it again, and unpack it yourself if it is right',
    ]);
    expect(await faultsOf('Lead.csv', 'a,'.repeat(2_000_000))).toEqual([
      'exports/Lead.csv:1:1  the first line is longer than 1,000,000 characters; see whether it is a table with a header, and export it again',
    ]);
    expect(await faultsOf('Lead.csv', `Id,Source\n${'a,'.repeat(5_000_000)}`)).toEqual([
      expect.stringMatching(/^exports\/Lead\.csv:2:1 {2}the row that begins here is longer than 8,000,000 characters/),
    ]);
  });
});
