import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportLine } from '../../../../src/records/load/report-line.ts';
import { workshop } from '../run-ingest.ts';
import type { IngestRun, Workshop } from '../run-ingest.ts';
import { rowOf, workbookOf } from './packed.ts';

const source = (reads: string): string =>
  `reads: ${reads}\nkey: Id\nas of: 2026-10-01T00:00:00Z\nis a report: yes\nreject at most: 100%\ngives:\n  - record: lead\n    columns: { source: Source, score: Score }\n`;

let shop: Workshop;
beforeAll(async () => {
  shop = await workshop();
  await shop.ingest({ sources: { lead: source('Lead.csv') }, files: { 'Lead.csv': 'Id,Source,Score\n1,Web,2\n' } });
});
afterAll(() => shop.end());

const csv = (text: string): Promise<IngestRun> =>
  shop.ingest({ sources: { lead: source('Lead.csv') }, files: { 'Lead.csv': text } });
async function xlsx(sheet: string, merged: readonly string[] = []): Promise<IngestRun> {
  const behind = `<mergeCells>${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
  const book = await workbookOf({ sheets: { Report: sheet }, behind: merged.length > 0 ? behind : '' });
  return shop.ingest({ sources: { lead: source('Lead.xlsx') }, files: { 'Lead.xlsx': book } });
}
const keys = async (run: IngestRun): Promise<unknown[]> => (await run.rows('lead', 'key')).flat();

describe('a line of a report', () => {
  const header = { names: ['Id', 'Source', 'Score'], keyPlaces: [0] };
  it.each<readonly [string, readonly string[], string]>([
    ['a row', ['7', 'Web', '60'], 'data'],
    ['nothing', ['', ' ', ''], 'blank'],
    ['a total', ['Total', '', '1,234'], 'total'],
    ['a total of so many records', ['Grand Totals (2 records)'], 'total'],
    ['a total with what it sums up', ['', 'Subtotal', 'Count', '12'], 'total'],
    ['a German total', ['Gesamtsumme', '', '1.234,50 €'], 'total'],
    ['a French one', ['Total général', '', '12'], 'total'],
    ['a Japanese one', ['合計', '', '12'], 'total'],
    ['a group of records', ['Stage: Won (3 records)', '', ''], 'total'],
    ['a group, in German', ['Phase: Gewonnen (3 Datensätze)'], 'total'],
    ['a count below it', ['', 'Count', '12'], 'total'],
    ['numbers alone, where no key is', ['', '', '1,234'], 'total'],
    ['a source called Total, of a row with a number for an id', ['7', 'Total', '60'], 'data'],
    ['a source called Total, of a row with a date', ['', 'Total', '2026-05-01'], 'data'],
    ['a row without its id', ['', 'Web', '60'], 'data'],
    ['the header again', ['Id', 'Source', 'Score'], 'header'],
    ["Salesforce's footer", ['Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved.'], 'footer'],
  ])('%s', (_, values, is) => {
    expect(reportLine(values, header)).toBe(is);
  });
});

describe('the footer of a report, in any language', () => {
  it('is single values below an empty line, to the end of the file', async () => {
    const run = await csv(
      'Leads von uns\nFilter: alle\n\nId,Source,Score\na,Web,1\nb,,\nGesamt,,1\n\nVertraulich - nicht weitergeben\nErstellt von uns\n',
    );
    expect(run.faults).toEqual([]);
    expect(run.account.rejected).toEqual([]);
    expect(await keys(run)).toEqual(['a', 'b']);
    expect(run.account.files).toMatchObject([
      {
        rows: 7,
        gaveRecords: 2,
        leftOut: 5,
        leftOutBecause: {
          'lines above the header of a report': 2,
          'totals of a report': 1,
          'the footer of a report': 2,
        },
      },
    ]);
  });

  it('is the same in a sheet', async () => {
    const run = await xlsx(
      rowOf(1, '', 'Leads von uns') +
        rowOf(3, '', 'Id', 'Source', 'Score') +
        rowOf(4, '', 'a', 'Web', '1') +
        rowOf(5, '', 'b') +
        rowOf(8, '', 'Vertraulich - nicht weitergeben'),
    );
    expect(run.faults).toEqual([]);
    expect(await keys(run)).toEqual(['a', 'b']);
    expect(run.account.files[0]?.leftOutBecause).toEqual({
      'lines above the header of a report': 1,
      'the footer of a report': 1,
    });
  });

  it.each([
    ['a row that was cut off, right below the table', 'Id,Source,Score\na,Web,1\nb', 3],
    ['a row that was cut off, with a line end in the value before', 'Id,Source,Score\na,"W\n\neb",1\nb of ours', 5],
    ['a single value above a row', 'Id,Source,Score\n\nb of ours\na,Web,1\n', 3],
    ['an id below an empty line', 'Id,Source,Score\na,Web,1\n\nb\n', 4],
  ])('is not %s: that is turned away with its reason', async (_, text, line) => {
    const run = await csv(text);
    expect(run.account.rejected).toMatchObject([{ line, reason: 'has 1 values, and the header has 3 columns' }]);
    expect(await keys(run)).toEqual(['a']);
    expect(run.account.files).toMatchObject([{ rows: 2, gaveRecords: 1, rejected: 1, leftOut: 0 }]);
  });
});

describe('merged cells of a report', () => {
  const rows =
    rowOf(1, 'Leads of us') +
    rowOf(3, 'Source', 'Id', 'Score') +
    rowOf(4, 'Web', 'a', '1') +
    rowOf(5, '', 'b', '2') +
    rowOf(6, 'Event', 'c', '3') +
    rowOf(8, 'Confidential Information - Do Not Distribute');

  it('in a column that is read are a fault, for all rows but the first would lack their value', async () => {
    expect((await xlsx(rows, ['A1:C1', 'A4:A5', 'A8:C8'])).faults).toEqual([
      'exports/Lead.xlsx:4:1  cells of the rows are merged: A4:A5; export the report again without groups ("Details Only"), or unmerge them and fill each',
    ]);
  });

  it('above the header and in the footer are no matter', async () => {
    const run = await xlsx(rows, ['A1:C1', 'A8:C9']);
    expect(run.faults).toEqual([]);
    expect(await keys(run)).toEqual(['a', 'b', 'c']);
  });

  it('in the header are a fault', async () => {
    expect((await xlsx(rows, ['A3:B3'])).faults).toEqual([
      'exports/Lead.xlsx:3:1  cells of the header are merged: A3:B3; unmerge them, so that each has its value',
    ]);
  });
});

it('a column of a report, and of a workbook, that was renamed since last time is told by its new name', async () => {
  const before = await xlsx(rowOf(1, 'Leads of us') + rowOf(3, 'Id', 'Source', 'Score') + rowOf(4, 'a', 'Web', '1'));
  expect(before.faults).toEqual([]);
  const { faults } = await xlsx(
    rowOf(1, 'Leads of us') + rowOf(3, 'Id', 'Sourcing', 'Score') + rowOf(4, 'a', 'Web', '1'),
  );
  expect(faults).toEqual([
    'exports/Lead.xlsx:3:1  there is no column "Source" any more; it seems to be called "Sourcing" now; if so, write from: [Source, Sourcing] in its place, sources/lead.yml:8',
  ]);
});
