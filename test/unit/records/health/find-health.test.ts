import { afterAll, beforeAll, expect, test } from 'vitest';
import { readHealthKeys } from '../../../../src/store/health.ts';
import { workshop, type Workshop } from '../run-ingest.ts';

let work: Workshop;
beforeAll(async () => {
  work = await workshop();
});
afterAll(() => work.end());

const sources = {
  leads: `reads: leads.csv
key: id
person: email
as of: 2026-10-31T12:00:00Z
gives: [{ record: lead, columns: { created: created, converted: converted, source: source, owner: owner } }]
`,
  deals: `reads: deals.csv
key: id
as of: 2026-10-31T12:00:00Z
gives: [{ record: opportunity, columns: { created: created, closed: closed, amount: amount, account: account, won: won, lost: lost } }]
`,
  accounts:
    'reads: accounts.csv\nkey: id\nas of: 2026-10-31T12:00:00Z\ngives: [{ record: account, columns: { name: name } }]\n',
  users:
    'reads: users.csv\nkey: id\nas of: 2026-10-31T12:00:00Z\ngives: [{ record: user, columns: { active: active } }]\n',
  calls: `reads: calls.csv
key: id
as of: 2026-10-31T12:00:00Z
gives: [{ record: activity, columns: { lead: lead, completed: at, duration: minutes } }]
`,
};

const files = {
  'leads.csv': `id,created,converted,source,owner,email
L1,2026-09-01T09:00:00Z,,Web,U1,a@x.example
L2,2026-09-02T09:00:00Z,,,U2,A@x.example
L3,2026-09-03T09:00:00Z,2026-09-02T09:00:00Z,Web,,b@x.example
L4,2026-10-30T09:00:00Z,,Web,U9,b@x.example
L5,1970-01-21T09:00:00Z,,Web,U1,c@x.example
`,
  'deals.csv': `id,created,closed,amount,account,won,lost
D1,2026-09-01T09:00:00Z,2026-12-01,100,A1,0,0
D2,2026-09-01T15:00:00Z,2026-09-30,100.00,A1,0,0
D3,2026-09-03T09:00:00Z,2026-09-02,,A1,1,0
D4,2026-09-03T09:00:00Z,2026-09-02,,A2,0,1
D5,2026-09-03T09:00:00Z,,5,A2,0,0
`,
  'accounts.csv': 'id,name\nA1,North Sea GmbH\nA2,"NORTH  SEA, GmbH & Co. KG"\nA3,North Hill AG\n',
  'users.csv': 'id,active\nU1,1\nU2,0\n',
  'calls.csv': `id,lead,at,minutes
C1,L1,2026-09-05T09:00:00Z,5
C2,L5,2026-11-02T09:00:00Z,-3
`,
};

test('each check finds the records that a reader finds, counts them and keeps their keys', async () => {
  const run = await work.ingest({ sources, files });
  expect(run.faults).toEqual([]);
  const found = await readHealthKeys(run.db);
  const told = found
    .filter(({ count }) => count > 0)
    .map(({ sort, kind, fields, count, of, keys }) => [sort, kind, fields.join(), `${count} of ${of}`, keys.join(' ')]);
  expect(told).toEqual([
    ['lacks', 'lead', 'source', '1 of 5', 'L2'],
    ['lacks', 'opportunity', 'closed', '1 of 5', 'D5'],
    ['lacks', 'opportunity', 'amount', '1 of 4', 'D3'],
    ['wrong order', 'lead', 'converted,created', '1 of 1', 'L3'],
    ['wrong order', 'opportunity', 'closed,created', '2 of 2', 'D3 D4'],
    ['ahead', 'activity', 'completed', '1 of 2', 'C2'],
    ['before 1971', 'lead', 'created', '1 of 5', 'L5'],
    ['below zero', 'activity', 'duration', '1 of 2', 'C2'],
    ['same person', 'lead', '', '2 of 4', 'L1 L2'],
    ['same deal', 'opportunity', '', '2 of 3', 'D1 D2'],
    ['same name', 'account', 'name', '2 of 3', 'A1 A2'],
    ['no history', 'lead', '', '1 of 3', 'L2'],
    ['owner gone', 'lead', 'owner', '1 of 4', 'L2'],
    ['owner unknown', 'lead', 'owner', '1 of 4', 'L4'],
    ['long past', 'opportunity', 'closed', '1 of 2', 'D2'],
  ]);
  expect(run.account.health).toEqual(found.map(({ keys: _, ...counts }) => counts));
});

test('what no source maps is not asked for', async () => {
  const run = await work.ingest({ sources: { users: sources.users }, files: { 'users.csv': files['users.csv'] } });
  expect(run.account.health.filter(({ sort }) => sort !== 'ahead' && sort !== 'before 1971')).toEqual([]);
});

test('a lead that was converted had something happen to it, whether the moment or only the status says so', async () => {
  const leads = `reads: leads.csv
key: id
as of: 2026-10-31T12:00:00Z
gives: [{ record: lead, columns: { created: created, converted: converted, status: status } }]
`;
  const rows = `id,created,converted,status
L1,2026-09-01T09:00:00Z,2026-09-02T09:00:00Z,Closed
L2,2026-09-01T09:00:00Z,,Closed
L3,2026-09-01T09:00:00Z,,New
L4,2026-09-01T09:00:00Z,,
L5,2026-09-01T09:00:00Z,2026-09-02T09:00:00Z,
`;
  const calls = 'id,lead,at,minutes\nC1,L9,2026-09-05T09:00:00Z,5\n';
  const run = await work.ingest({
    sources: { leads, calls: sources.calls },
    files: { 'leads.csv': rows, 'calls.csv': calls },
  });
  const none = (await readHealthKeys(run.db)).find(({ sort }) => sort === 'no history');
  expect(none).toMatchObject({ count: 2, of: 2, keys: ['L3', 'L4'] });
});
