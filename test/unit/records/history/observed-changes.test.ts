import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { at, historyWorkshop } from './exports-over-time.ts';
import type { HistoryWorkshop } from './exports-over-time.ts';

const deals = `
reads: deals-*.csv
dated by name: deals-YYYY-MM-DDTHHmm.csv
key: Id
gives:
  - record: opportunity
    columns: { created: Created, stage: Stage, amount: Amount, closed: { from: Close, is: day }, probability: P }
`;
const header = 'Id,Created,Stage,Amount,Close,P';
const file = (...rows: string[]): string => [header, ...rows].map((row) => `${row}\n`).join('');

let work: HistoryWorkshop;
beforeEach(async () => {
  work = await historyWorkshop();
});
afterEach(() => work.end());

const first = file('D1,2026-10-30T08:00:00Z,Open,100,2026-12-01,10', 'D2,2026-10-31T08:00:00Z,Open,200,2026-12-01,10');
const second = file(
  'D1,2026-10-30T08:00:00Z,Offer,100,2026-12-01,50',
  'D2,2026-10-31T08:00:00Z,Open,200,2026-12-01,10',
);
const third = file(
  'D1,2026-10-30T08:00:00Z,Offer,90,2026-12-15,50',
  'D3,2026-11-10T08:00:00Z,"Won, signed",50,2026-11-12,100',
);

// The company's clock is that of Berlin: an hour ahead of UTC in November.
const three = {
  'deals-2026-11-16T0640.csv': third,
  'deals-2026-11-02T0640.csv': first,
  'deals-2026-11-09T0640.csv': second,
};
const [one, two, last] = ['2026-11-02T05:40:00Z', '2026-11-09T05:40:00Z', '2026-11-16T05:40:00Z'].map(at) as [
  number,
  number,
  number,
];

describe('exports of a CRM that holds only today', () => {
  test('are applied in the order of their time, and what the newest lacks is gone', async () => {
    const run = await work.ingest({ deals }, three);
    expect(run.faults).toEqual([]);
    expect(run.warnings).toEqual([]);
    expect(await run.rows('opportunity', 'key', 'stage')).toEqual([
      ['D1', 'Offer'],
      ['D3', 'Won, signed'],
    ]);
    expect(
      run.files.map(({ file: name, rows, gaveRecords, superseded, deleted }) => [
        name,
        rows,
        gaveRecords,
        superseded,
        deleted,
      ]),
    ).toEqual([
      ['deals-2026-11-02T0640.csv', 2, 0, 2, 0],
      ['deals-2026-11-09T0640.csv', 2, 0, 1, 1],
      ['deals-2026-11-16T0640.csv', 2, 2, 0, 0],
    ]);
  });

  test('become stage changes, with when each was seen and when it was last seen otherwise', async () => {
    const run = await work.ingest({ deals }, three);
    expect(
      await run.rows(
        'stage_change',
        'opportunity',
        'from',
        'to',
        'entry',
        'amount',
        'probability',
        'close_date',
        'at',
        'observed',
        'seen_before',
      ),
    ).toEqual([
      ['D1', null, 'Open', 1, 10000, 10, '2026-12-01', at('2026-10-30T08:00:00Z'), 1, null],
      ['D1', 'Open', 'Offer', 1, 10000, 50, '2026-12-01', two, 1, one],
      ['D1', 'Offer', 'Offer', null, 9000, 50, '2026-12-15', last, 1, two],
      ['D3', null, 'Won, signed', 1, 5000, 100, '2026-11-12', at('2026-11-10T08:00:00Z'), 1, null],
    ]);
  });

  test('are written down by id, in the order of time and key', async () => {
    const run = await work.ingest({ deals }, three);
    expect(run.observed).toEqual([
      'deals,opportunity,,,,,2026-11-02T05:40:00Z,',
      'deals,opportunity,D1,amount,,10000 EUR,2026-11-02T05:40:00Z,',
      'deals,opportunity,D1,closed,,2026-12-01,2026-11-02T05:40:00Z,',
      'deals,opportunity,D1,probability,,10,2026-11-02T05:40:00Z,',
      'deals,opportunity,D1,stage,,Open,2026-11-02T05:40:00Z,',
      'deals,opportunity,D2,amount,,20000 EUR,2026-11-02T05:40:00Z,',
      'deals,opportunity,D2,closed,,2026-12-01,2026-11-02T05:40:00Z,',
      'deals,opportunity,D2,probability,,10,2026-11-02T05:40:00Z,',
      'deals,opportunity,D2,stage,,Open,2026-11-02T05:40:00Z,',
      'deals,opportunity,,,,,2026-11-09T05:40:00Z,2026-11-02T05:40:00Z',
      'deals,opportunity,D1,probability,10,50,2026-11-09T05:40:00Z,2026-11-02T05:40:00Z',
      'deals,opportunity,D1,stage,Open,Offer,2026-11-09T05:40:00Z,2026-11-02T05:40:00Z',
      'deals,opportunity,,,,,2026-11-16T05:40:00Z,2026-11-09T05:40:00Z',
      'deals,opportunity,D1,amount,10000 EUR,9000 EUR,2026-11-16T05:40:00Z,2026-11-09T05:40:00Z',
      'deals,opportunity,D1,closed,2026-12-01,2026-12-15,2026-11-16T05:40:00Z,2026-11-09T05:40:00Z',
      'deals,opportunity,D2,record,here,gone,2026-11-16T05:40:00Z,2026-11-09T05:40:00Z',
      'deals,opportunity,D3,amount,,5000 EUR,2026-11-16T05:40:00Z,',
      'deals,opportunity,D3,closed,,2026-11-12,2026-11-16T05:40:00Z,',
      'deals,opportunity,D3,probability,,100,2026-11-16T05:40:00Z,',
      'deals,opportunity,D3,stage,,Won%2C signed,2026-11-16T05:40:00Z,',
    ]);
  });

  test('tell the same one by one as together, and nothing twice', async () => {
    const together = (await work.ingest({ deals }, three)).observed;
    work.published = '';
    for (const [name, content] of Object.entries(three).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      await work.ingest({ deals }, { [name]: content });
    const again = await work.ingest({ deals }, three);
    expect(again.observed).toEqual(together);
  });
});

const leads = `
reads: Lead.csv
key: Id
modified: Modified
gives:
  - record: lead
    columns: { created: Created, status: Status, owner: Owner }
`;
const users = 'reads: User.csv\nkey: Id\ngives: [{ record: user, columns: { team: Team } }]\n';
const handovers = 'derives: handovers\nstatuses: { qualified: [MQL], accepted: [SQL] }\n';
const lead = (...rows: string[]): string =>
  ['Id,Created,Modified,Status,Owner', ...rows].map((row) => `${row}\n`).join('');
const User = 'Id,Team\nU1,north\nU2,south\n';

test('one file that is written anew tells changes of leads, and handovers follow from them', async () => {
  const sources = { leads, users, handovers };
  await work.ingest(sources, {
    'User.csv': User,
    'Lead.csv': lead(
      'L1,2026-10-30T08:00:00Z,2026-11-01T10:00:00Z,New,U1',
      'L2,2026-10-30T08:00:00Z,2026-11-01T10:00:00Z,MQL,U1',
    ),
  });
  await work.ingest(sources, {
    'User.csv': User,
    'Lead.csv': lead(
      'L1,2026-10-30T08:00:00Z,2026-11-05T10:00:00Z,MQL,U1',
      'L2,2026-10-30T08:00:00Z,2026-11-01T10:00:00Z,MQL,U1',
    ),
  });
  const run = await work.ingest(sources, {
    'User.csv': User,
    'Lead.csv': lead(
      'L1,2026-10-30T08:00:00Z,2026-11-08T10:00:00Z,SQL,U2',
      'L2,2026-10-30T08:00:00Z,2026-11-01T10:00:00Z,MQL,U1',
    ),
  });
  const [before, then, now] = ['2026-11-01T10:00:00Z', '2026-11-05T10:00:00Z', '2026-11-08T10:00:00Z'].map(at);
  expect(await run.rows('field_change', 'lead', 'field', 'from', 'to', 'at', 'seen_before')).toEqual([
    ['L1', 'status', 'New', 'MQL', then, before],
    ['L1', 'owner', 'U1', 'U2', now, then],
    ['L1', 'status', 'MQL', 'SQL', now, then],
  ]);
  // When L2 was qualified nobody saw: it was so before anyone looked.
  expect(await run.rows('handover', 'lead', 'qualified', 'assigned', 'accepted', 'owner')).toEqual([
    ['L1', then, then, now, 'U1'],
  ]);
  expect(await run.rows('ownership', 'lead', 'owner', 'from', 'until')).toEqual([
    ['L1', 'U1', at('2026-10-30T08:00:00Z'), now],
    ['L1', 'U2', now, null],
    ['L2', 'U1', at('2026-10-30T08:00:00Z'), null],
  ]);
});
