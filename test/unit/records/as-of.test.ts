import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readSources } from '../../../src/records/read-sources.ts';
import { readAsOf } from '../../../src/store/account.ts';
import { workshop } from './run-ingest.ts';
import type { IngestRun, Workshop } from './run-ingest.ts';

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
  const changes =
    'reads: changes.csv\nkey: id\ngives: [{ record: field change, columns: { at: { from: at, is: day } } }]\n';
  const users =
    'reads: users.csv\nkey: id\ngives: [{ record: user, columns: { created: { from: hired, is: day } } }]\n';
  const whenOf = (run: IngestRun): unknown[] => run.account.files.map(({ file, asOf }) => [file, asOf]);

  test('a file without export time is as of its newest fact; a day counts to its end', async () => {
    const run = await work.ingest({
      sources: { leads, changes },
      files: {
        'leads.csv': `id,created\n1,${at('03-01')}\n2,${at('03-02')}\n`,
        'changes.csv': 'id,at\n1,2026-03-05\n2,\n',
      },
    });
    // The fifth of March ends in Berlin at 23:00 in UTC.
    expect(whenOf(run)).toEqual([
      ['changes.csv', seconds('03-05', '23:00') - 1],
      ['leads.csv', seconds('03-02')],
    ]);
  });

  test('whom a company hired long ago does not date the file: it was written together with the others', async () => {
    const files = {
      'leads.csv': `id,created\n1,${at('03-01')}\n2,${at('03-04')}\n`,
      'accounts.csv': 'id,since\n1,2020-03-05\n2,\n',
      'users.csv': 'id,hired\n1,2024-03-01\n',
    };
    const run = await work.ingest({ sources: { leads, accounts, users }, files });
    expect(new Set(run.account.files.map(({ asOf }) => asOf))).toEqual(new Set([seconds('03-04')]));

    const alone = await work.ingest({ sources: { users }, files: { 'users.csv': files['users.csv'] } });
    expect(whenOf(alone)).toEqual([['users.csv', Date.parse('2024-03-01T23:00:00Z') / 1000 - 1]]);
  });

  test('where the other files say when they were written, nothing tells it of a file that is only looked up', async () => {
    const run = await work.ingest({
      sources: { leads: `${leads}as of: 2026-05-01T00:00:00Z\n`, users },
      files: { 'leads.csv': `id,created\n1,${at('03-01')}\n`, 'users.csv': 'id,hired\n1,2024-03-01\n' },
    });
    expect(whenOf(run)).toEqual([
      ['leads.csv', seconds('05-01', '00:00')],
      ['users.csv', null],
    ]);
    expect(await readAsOf(run.db)).toEqual(
      new Map([
        ['lead', seconds('05-01', '00:00')],
        ['user', null],
      ]),
    );
  });

  test('a file that also gives other records is as of the newest fact of those', async () => {
    const both = `reads: leads.csv
key: id
modified: modified
gives:
  - { record: lead, when: { what: lead }, columns: { created: created } }
  - { record: user, when: { what: user }, columns: { created: created } }
`;
    const run = await work.ingest({
      sources: { both },
      files: {
        'leads.csv': `id,what,created,modified\n1,lead,${at('03-01')},${at('03-03')}\n2,user,${at('03-02')},${at('03-05')}\n`,
      },
    });
    expect(whenOf(run)).toEqual([['leads.csv', seconds('03-03')]]);
  });

  const deals = `reads: deals.csv
key: id
reject at most: 50%
gives:
  - record: opportunity
    columns:
      created: created
      closed: closed
      won: { from: stage, reads: { Won: yes }, otherwise: no }
      lost: { from: stage, reads: { Lost: yes }, otherwise: no }
`;

  test('the day on which a deal was won or lost has been; that of an open deal is a plan', async () => {
    const run = await work.ingest({
      sources: { deals },
      files: {
        'deals.csv': `id,created,closed,stage\n1,${at('03-01')},2026-03-04,Won\n2,${at('03-01')},2026-03-05,Lost\n3,${at('03-01')},2026-03-09,Open\n4,${at('03-01')},,Won\n`,
      },
    });
    expect(whenOf(run)).toEqual([['deals.csv', seconds('03-05', '23:00') - 1]]);
    expect(run.account.rejected).toEqual([]);
  });

  test('a deal that was won on a day far past all others is a rejected row; an open one may close then', async () => {
    const run = await work.ingest({
      sources: { deals },
      files: {
        'deals.csv': `id,created,closed,stage\n1,${at('03-01')},2062-03-04,Won\n2,${at('03-01')},2062-03-04,Open\n3,${at('03-02')},2026-03-03,Lost\n`,
      },
    });
    expect(run.account.files).toMatchObject([{ asOf: seconds('03-03', '23:00') - 1, gaveRecords: 2, rejected: 1 }]);
    expect(run.account.rejected).toMatchObject([{ line: 2, column: 'closed', value: '2062-03-04' }]);
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

  const meetings = `reads: meetings.csv
key: id
gives:
  - record: activity
    columns: { logged: logged, completed: { from: ends, ahead is: empty }, planned for: starts }
`;

  test('a meeting that ends after the export is planned, not completed', async () => {
    const rows = [
      `1,${at('03-01')},2026-03-02,${at('03-02', '09:00')}`,
      `2,${at('03-02')},2026-03-02,${at('03-02', '10:00')}`,
      `3,${at('03-01')},2026-06-01,${at('06-01')}`,
    ];
    const files = { 'meetings.csv': `id,logged,starts,ends\n${rows.join('\n')}\n` };
    const planned = [
      ['1', '2026-03-02', seconds('03-02', '09:00')],
      ['2', '2026-03-02', null],
      ['3', '2026-06-01', null],
    ];
    const stated = await work.ingest({ sources: { meetings: `${meetings}as of: ${at('03-02', '09:00')}\n` }, files });
    expect(await stated.rows('activity', 'key', 'planned_for', 'completed')).toEqual(planned);

    // Nothing states when this file was written, so it is as of the last meeting that was logged, before both ended.
    const unstated = await work.ingest({ sources: { meetings }, files });
    expect(unstated.account.files).toMatchObject([{ asOf: seconds('03-02'), gaveRecords: 3 }]);
    expect(await unstated.rows('activity', 'key', 'completed')).toEqual([
      ['1', null],
      ['2', null],
      ['3', null],
    ]);
  });

  test('only a moment can lie ahead', () => {
    const text = 'reads: a.csv\ngives: [{ record: lead, columns: { status: { from: s, ahead is: empty } } }]\n';
    const { problems } = readSources([{ path: 'a.yml', text }]);
    expect(problems.map(({ says }) => says)).toEqual(['"status" is no moment, so "ahead is" says nothing']);
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
