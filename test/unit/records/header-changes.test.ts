import { describe, expect, test } from 'vitest';
import { renamings, withHeaderChanges } from '../../../src/records/header-changes.ts';
import { readSources } from '../../../src/records/read-sources.ts';
import type { FileSource } from '../../../src/records/source.ts';
import { workshop } from './run-ingest.ts';
import type { Problem } from '../../../src/values/problem.ts';

const text = `reads: leads-*.csv
key: Id
gives:
  - record: lead
    columns:
      created: Created
      source: Lead Source
`;
const sources = readSources([{ path: 'data/sources/leads.yml', text }]).sources as readonly FileSource[];
const before = [{ source: 'leads', file: 'leads-1.csv', columns: ['Id', 'Created', 'Lead Source', 'Phone'] }];
const file = 'exports/leads-2.csv';
const missing: Problem = {
  level: 'fault',
  file,
  line: 1,
  column: 1,
  says: 'there is no column "Lead Source"',
  fix: 'data/sources/leads.yml:7 reads it; the file has Id, Created, Phone',
};
const readBy = (name: string): string[] => (name === "lead's source" ? ['Leads won', 'Inquiries'] : []);
const told = (columns: readonly string[], problems: readonly Problem[] = []): string[] =>
  withHeaderChanges(problems, {
    sources,
    before,
    now: [{ source: 'leads', file: 'leads-2.csv', path: file, columns }],
    readBy,
  }).map(({ level, says, fix }) => `${level}: ${says}; ${fix}`);

describe('a header that changed since last time', () => {
  test('a missing column is known again by its place, and says what to write and what is lost without it', () => {
    expect(told(['Id', 'Created', 'Original source', 'Phone'], [missing])).toEqual([
      'fault: there is no column "Lead Source" any more; it seems to be called "Original source" now; if so, write from: [Lead Source, Original source] in its place, data/sources/leads.yml:7; ' +
        "without it these can't be counted: Inquiries, Leads won",
    ]);
  });

  test('a missing column that is nowhere stays the fault that it is, with what is lost without it', () => {
    expect(told(['Id', 'Created', 'Phone'], [missing])).toEqual([
      `fault: ${missing.says}; ${missing.fix}; without it these can't be counted: Inquiries, Leads won`,
    ]);
  });

  test('new columns are told in one warning, also in a file of another name', () => {
    expect(told(['Id', 'Created', 'Lead Source', 'Phone', 'Region', 'Tier'])).toEqual([
      'warning: the columns "Region", "Tier" are new since last time, and nothing reads them; map them in data/sources/leads.yml, if they should count',
    ]);
  });

  test('the same columns in another order, and fewer that nothing reads, are no news', () => {
    expect(told(['Created', 'Id', 'Lead Source'])).toEqual([]);
  });
});

test('a column that now has another of its names is no news, and a further name is added to them', () => {
  const list = text.replace('source: Lead Source', 'source: { from: [Lead Source, Origin] }');
  const known = readSources([{ path: 'data/sources/leads.yml', text: list }]).sources as readonly FileSource[];
  const to = (name: string, problems: readonly Problem[]): string[] =>
    withHeaderChanges(problems, {
      sources: known,
      before,
      now: [{ source: 'leads', file: 'leads-2.csv', path: file, columns: ['Id', 'Created', name, 'Phone'] }],
      readBy,
    }).map(({ says, fix }) => `${says}; ${fix}`);
  expect(to('Origin', [])).toEqual([]);
  expect(to('Came by', [{ ...missing, says: 'there is no column "Lead Source" or "Origin"' }])).toEqual([
    'there is no column "Lead Source" or "Origin" any more; it seems to be called "Came by" now; if so, add Came by to its names, data/sources/leads.yml:7; ' +
      "without it these can't be counted: Inquiries, Leads won",
  ]);
});

test('what is missing is called what is most alike, else what stands between the same neighbours, each name once', () => {
  const was = ['Id', 'Deal stage', 'Amount', 'Owner'];
  expect([...renamings(was, ['Id', 'Value', 'Deal stages', 'Owner'], ['Deal stage', 'Amount'])]).toEqual([
    ['Deal stage', 'Deal stages'],
  ]);
  expect([...renamings(was, ['Id', 'Deal stage', 'Worth', 'Owner'], ['Amount'])]).toEqual([['Amount', 'Worth']]);
  expect([...renamings(was, ['Id', 'Deal stage', 'Owner', 'Worth'], ['Amount'])]).toEqual([]);
});

test('an ingest compares with the one before, and what stood stays where a column is gone', async () => {
  const room = await workshop();
  try {
    const sources = { leads: text };
    const first = await room.ingest({
      sources,
      files: { 'leads-1.csv': 'Id,Created,Lead Source\n1,2026-11-01T08:00:00Z,Web\n' },
    });
    expect([first.faults, first.warnings]).toEqual([[], []]);
    const files = { 'leads-2.csv': 'Id,Created,Origin,Tier\n1,2026-11-01T08:00:00Z,Web,A\n' };
    const second = await room.ingest({ sources, files });
    expect(second.faults).toEqual([
      'exports/leads-2.csv:1:1  there is no column "Lead Source"; sources/leads.yml:7 reads it; the file has Id, Created, Origin, Tier',
    ]);
    const third = await room.ingest({
      sources,
      files: { 'leads-3.csv': 'Id,Created,Origin\n1,2026-11-01T08:00:00Z,Web\n' },
    });
    expect(third.faults).toEqual([
      'exports/leads-3.csv:1:1  there is no column "Lead Source" any more; it seems to be called "Origin" now; if so, write from: [Lead Source, Origin] in its place, sources/leads.yml:7',
    ]);
  } finally {
    await room.end();
  }
});
