import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { workshop } from './run-ingest.ts';
import type { Workshop } from './run-ingest.ts';

let work: Workshop;
beforeAll(async () => {
  work = await workshop();
});
afterAll(() => work.end());

/** An instant of 2026 in UTC. */
const at = (day: string, time = '08:00'): string => `2026-${day}T${time}:00Z`;
const seconds = (day: string, time = '08:00'): number => Date.parse(at(day, time)) / 1000;

describe('as of', () => {
  const leads =
    'reads: leads.csv\nkey: id\nreject at most: 50%\ngives: [{ record: lead, columns: { created: created } }]\n';
  const accounts = 'reads: accounts.csv\nkey: id\ngives: [{ record: account, columns: { customer since: since } }]\n';

  test('a file without export time is as of its newest fact; a day counts to its end', async () => {
    const run = await work.ingest({
      sources: { leads, accounts },
      files: {
        'leads.csv': `id,created\n1,${at('03-01')}\n2,${at('03-02')}\n`,
        'accounts.csv': 'id,since\n1,2026-03-05\n2,\n',
      },
    });
    // The fifth of March ends in Berlin at 23:00 in UTC.
    expect(run.account.files.map(({ file, asOf }) => [file, asOf])).toEqual([
      ['accounts.csv', seconds('03-05', '23:00') - 1],
      ['leads.csv', seconds('03-02')],
    ]);
  });

  test('a fact more than 7 days past all others is a rejected row, never the clock', async () => {
    const run = await work.ingest({
      sources: { leads },
      files: { 'leads.csv': `id,created\n1,${at('03-01')}\n2,2062-03-02T08:00:00Z\n3,${at('03-08')}\n` },
    });
    expect(run.account.files).toMatchObject([
      { asOf: seconds('03-08'), rows: 3, gaveRecords: 2, rejected: 1, made: { lead: 2 } },
    ]);
    expect(run.account.rejected).toEqual([
      {
        file: 'leads.csv',
        line: 3,
        column: 'created',
        value: '2062-03-02',
        reason: 'is more than 7 days past everything else; if it is right, say when the files were written',
      },
    ]);
  });

  test('a row that gave two such records is rejected once', async () => {
    const stages = `reads: deals.csv
key: id
reject at most: 50%
gives:
  - record: stage change
    key: "{id} started"
    columns: { opportunity: id, to: { always: Started }, at: { from: started, is: day } }
  - record: stage change
    key: "{id} won"
    columns: { opportunity: id, to: { always: Won }, at: { from: won, is: day } }
`;
    const run = await work.ingest({
      sources: { stages },
      files: {
        'deals.csv': 'id,started,won\n1,2026-03-01,2026-03-04\n2,2062-03-01,2062-03-01\n3,2026-03-02,2026-03-03\n',
      },
    });
    expect(run.faults).toEqual([]);
    expect(run.account.files).toMatchObject([{ rows: 3, gaveRecords: 2, rejected: 1, made: { 'stage change': 4 } }]);
  });

  test('the manifest tells, before the source does', async () => {
    const run = await work.ingest({
      sources: { leads: `${leads}as of: 2026-05-01T00:00:00Z\n` },
      files: {
        'leads.csv': `id,created\n1,${at('03-01')}\n2,2062-03-02T08:00:00Z\n`,
        'manifest.json': '{"files":[{"file":"leads.csv","asOf":"2026-04-01T00:00:00Z"}]}',
      },
    });
    expect(run.account.files).toMatchObject([{ asOf: seconds('04-01', '00:00'), gaveRecords: 2 }]);
  });
});
