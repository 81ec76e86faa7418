import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { at, historyWorkshop } from './exports-over-time.ts';
import type { HistoryWorkshop } from './exports-over-time.ts';
import { pulled } from './pulled-files.ts';

let work: HistoryWorkshop;
beforeEach(async () => {
  work = await historyWorkshop();
});
afterEach(() => work.end());

const deals = `
reads: Deal.csv
key: Id
modified: Changed
deleted when: { Deleted: yes }
merged into: Into
gives: [{ record: opportunity, columns: { created: Created, stage: Stage } }]
`;
const header = 'Id,Created,Stage,Changed,Deleted,Into\n';
const row = (id: string, stage: string, changed: string, more = 'no,'): string =>
  `${id},2026-10-01T08:00:00Z,${stage},2026-11-${changed}:00Z,${more}\n`;
const [first, second, third] = ['2026-11-02T05-40-00Z', '2026-11-02T09-40-00Z', '2026-11-02T13-40-00Z'];
const whole = `${header}${row('D1', 'Open', '01T10:00')}${row('D2', 'Open', '01T10:00')}${row('D3', 'Open', '01T10:00')}`;

describe('files of changes', () => {
  test('replace nothing, and hours apart what they change is observed', async () => {
    const run = await work.ingest(
      { deals },
      pulled(
        { pull: first, name: 'Deal.csv', text: whole },
        { pull: second, name: 'Deal.csv', holds: 'changes', text: `${header}${row('D1', 'Offer', '02T08:00')}` },
        { pull: third, name: 'Deal.csv', holds: 'changes', text: `${header}${row('D1', 'Won', '02T12:00')}` },
      ),
    );
    expect([run.faults, run.warnings]).toEqual([[], []]);
    expect(await run.rows('opportunity', 'key', 'stage')).toEqual([
      ['D2', 'Open'],
      ['D3', 'Open'],
      ['D1', 'Won'],
    ]);
    expect(run.observed.filter((line) => line.includes('D1'))).toEqual([
      'deals,opportunity,D1,stage,,Open,2026-11-02T05:40:00Z,',
      'deals,opportunity,D1,stage,Open,Offer,2026-11-02T09:40:00Z,2026-11-02T05:40:00Z',
      'deals,opportunity,D1,stage,Offer,Won,2026-11-02T13:40:00Z,2026-11-02T09:40:00Z',
    ]);
    expect(run.observed).toHaveLength(3 + 5);
    expect(run.files).toMatchObject([
      { file: `${first}/Deal.csv`, rows: 3, gaveRecords: 2, superseded: 1, asOf: at('2026-11-02T13:40:00Z') },
      { file: `${second}/Deal.csv`, rows: 1, superseded: 1 },
      { file: `${third}/Deal.csv`, rows: 1, gaveRecords: 1 },
    ]);
  });

  test('take away what they say was deleted, until a later row brings it back; a late row does not', async () => {
    const files = [
      { pull: first, name: 'Deal.csv', text: whole },
      {
        pull: second,
        name: 'Deal.csv',
        holds: 'changes' as const,
        text: `${header}${row('D1', 'Open', '02T08:00', 'yes,')}${row('D2', 'Open', '02T08:00', 'yes,')}`,
      },
      {
        pull: third,
        name: 'Deal.csv',
        holds: 'changes' as const,
        text: `${header}${row('D1', 'Offer', '02T12:00')}${row('D2', 'Offer', '02T07:00')}`,
      },
    ];
    const run = await work.ingest({ deals }, pulled(...files));
    expect(await run.rows('opportunity', 'key', 'stage')).toEqual([
      ['D3', 'Open'],
      ['D1', 'Offer'],
    ]);
    expect(run.files).toMatchObject([
      { rows: 3, gaveRecords: 1, superseded: 2 },
      { rows: 2, deleted: 1, superseded: 1 },
      { rows: 2, gaveRecords: 1, superseded: 1 },
    ]);
    expect(run.observed.filter((line) => line.includes(',record,'))).toEqual([
      'deals,opportunity,D1,record,here,gone,2026-11-02T09:40:00Z,2026-11-02T05:40:00Z',
      'deals,opportunity,D2,record,here,gone,2026-11-02T09:40:00Z,2026-11-02T05:40:00Z',
      'deals,opportunity,D1,record,gone,here,2026-11-02T13:40:00Z,2026-11-02T05:40:00Z',
    ]);
  });

  test('bring back what one of them said twice was deleted, also where nothing tells when a row changed', async () => {
    const gone = row('D1', 'Open', '02T08:00', 'yes,');
    const stampless = deals.replace('modified: Changed\n', '');
    const run = await work.ingest(
      { deals: stampless },
      pulled(
        { pull: first, name: 'Deal.csv', text: whole },
        { pull: second, name: 'Deal.csv', holds: 'changes', text: `${header}${gone}${gone}` },
        { pull: third, name: 'Deal.csv', holds: 'changes', text: `${header}${row('D1', 'Offer', '02T12:00')}` },
      ),
    );
    expect((await run.rows('opportunity', 'key', 'stage')).toSorted()).toEqual([
      ['D1', 'Offer'],
      ['D2', 'Open'],
      ['D3', 'Open'],
    ]);
    expect(run.files).toMatchObject([{ superseded: 1 }, { rows: 2, deleted: 0, superseded: 2 }, { gaveRecords: 1 }]);
  });

  test('an empty one makes its table as new as its pull', async () => {
    const run = await work.ingest(
      { deals },
      pulled(
        { pull: first, name: 'Deal.csv', text: whole },
        { pull: second, name: 'Deal.csv', holds: 'changes', text: header },
      ),
    );
    expect(run.files.map(({ asOf }) => asOf)).toEqual([at('2026-11-02T09:40:00Z'), at('2026-11-02T09:40:00Z')]);
  });

  test('a whole one replaces the whole one before and all changes since', async () => {
    const run = await work.ingest(
      { deals },
      pulled(
        { pull: first, name: 'Deal.csv', text: whole },
        { pull: second, name: 'Deal.csv', holds: 'changes', text: `${header}${row('D4', 'Offer', '02T08:00')}` },
        { pull: third, name: 'Deal.csv', text: `${header}${row('D2', 'Open', '01T10:00')}` },
      ),
    );
    expect(await run.rows('opportunity', 'key', 'stage')).toEqual([['D2', 'Open']]);
    expect(run.files).toMatchObject([
      { rows: 3, superseded: 1, deleted: 2 },
      { rows: 1, deleted: 1 },
      { rows: 1, gaveRecords: 1 },
    ]);
  });

  test('need a key: else nobody knows which row changed', async () => {
    const files = pulled(
      { pull: first, name: 'Deal.csv', text: whole },
      { pull: second, name: 'Deal.csv', holds: 'changes', text: header },
    );
    await work.ingest({ deals }, files);
    const says = 'sources/deals.yml:2:8  this source has files that hold only changes, and ';
    const keyless = deals.replace('key: Id\n', '').replace('merged into: Into\n', '');
    expect((await work.ingest({ deals: keyless }, files)).faults).toEqual([
      `${says}nothing tells which of its rows changed; name the column of the row's id as "key"`,
    ]);
    const kept = `${deals.replace(/deleted when.*\nmerged.*\n/, '')}repeats: keep\n`;
    expect((await work.ingest({ deals: kept }, files)).faults).toEqual([
      `${says}keeps repeats: a row that changed would count twice; write repeats: drop`,
    ]);
  });

  test('that people export by hand are named by the source', async () => {
    const byHand = `${deals.replace('Deal.csv', 'deals*.csv')}holds changes: deals-changes-*.csv\ndated by name: deals*-YYYY-MM-DD.csv\n`;
    const run = await work.ingest(
      { deals: byHand },
      {
        'deals-2026-11-02.csv': whole,
        'deals-changes-2026-11-03.csv': `${header}${row('D1', 'Won', '03T10:00')}`,
        'deals-changes-2026-11-04.csv': `${header}${row('D2', 'Lost', '04T10:00')}`,
      },
    );
    expect([run.faults, run.warnings]).toEqual([[], []]);
    expect(await run.rows('opportunity', 'key', 'stage')).toEqual([
      ['D3', 'Open'],
      ['D1', 'Won'],
      ['D2', 'Lost'],
    ]);
  });
});

describe('what the manifest says of a pulled file', () => {
  test('its length is checked: one that was cut off stops the run', async () => {
    await work.ingest({ deals }, pulled({ pull: first, name: 'Deal.csv', text: whole }));
    const files = pulled({ pull: first, name: 'Deal.csv', text: whole });
    const run = await work.ingest({ deals }, { ...files, [`${first}/Deal.csv`]: whole.slice(0, -20) });
    expect(run.faults).toEqual([
      `exports/${first}/Deal.csv:1:1  the manifest says that this file is ${whole.length} bytes long, and it is ${whole.length - 20}: it was cut off or changed by hand; pull everything again: npm run pull -- --whole`,
    ]);
  });

  test('one that is gone stops the run; one that it does not name, or that is on its way, is no export', async () => {
    const there = pulled({ pull: first, name: 'Deal.csv', text: whole });
    const left = { [`${second}/Deal.csv`]: header, '.pulling/Deal.csv': 'x', 'in/.hidden/Deal.csv': 'x' };
    const run = await work.ingest({ deals }, { ...there, ...left });
    expect([run.faults, run.warnings]).toEqual([[], []]);
    expect(run.files).toHaveLength(1);
    const { 'manifest.json': manifest = '' } = there;
    expect((await work.ingest({ deals }, { 'manifest.json': manifest })).faults).toContain(
      `exports/${first}/Deal.csv:1:1  the manifest names this file, and it is not there; pull everything again: npm run pull -- --whole`,
    );
  });
});
