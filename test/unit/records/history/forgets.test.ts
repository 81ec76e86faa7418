import { afterEach, beforeEach, expect, test } from 'vitest';
import { at, historyWorkshop } from './exports-over-time.ts';
import type { HistoryWorkshop } from './exports-over-time.ts';

let work: HistoryWorkshop;
beforeEach(async () => {
  work = await historyWorkshop();
});
afterEach(() => work.end());

const tasks = `
reads: Task.csv
key: Id
forgets: yes
deleted when: { Deleted: yes }
gives: [{ record: activity, columns: { kind: Kind, completed: Done } }]
`;
const header = 'Id,Kind,Done,Deleted\n';
const before = `${header}T1,call,2026-11-01T10:00:00Z,no\nT2,email,2026-11-02T10:00:00Z,no\nT3,call,2026-11-03T10:00:00Z,no\n`;
const now = `${header}T2,email,2026-11-02T11:00:00Z,no\nT3,call,2026-11-03T10:00:00Z,yes\nT4,call,2026-11-04T10:00:00Z,no\n`;

test('what a source forgets is kept, and counted by itself; what it marks as deleted is not', async () => {
  await work.ingest({ tasks }, { 'Task.csv': before });
  const run = await work.ingest({ tasks }, { 'Task.csv': now });
  expect(await run.rows('activity', 'key', 'kind', 'completed')).toEqual([
    ['T2', 'email', at('2026-11-02T11:00:00Z')],
    ['T4', 'call', at('2026-11-04T10:00:00Z')],
    ['T1', 'call', at('2026-11-01T10:00:00Z')],
  ]);
  expect(run.files).toEqual([
    expect.objectContaining({ file: 'Task.csv', rows: 3, gaveRecords: 2, deleted: 1 }),
    expect.objectContaining({
      file: 'kept from exports before: Task.csv',
      rows: 1,
      gaveRecords: 1,
      asOf: at('2026-11-03T10:00:00Z'),
      made: { activity: 1 },
    }),
  ]);
  const third = await work.ingest({ tasks }, { 'Task.csv': `${header}T5,call,2026-11-05T10:00:00Z,no\n` });
  expect(await third.rows('activity', 'key')).toEqual([['T5'], ['T2'], ['T4'], ['T1']]);
});

test('what a later export says is no record any more is not kept, though it holds the row', async () => {
  const source = `${tasks}leave out when: { Kind: test }\nreject at most: 100%\n`;
  await work.ingest({ tasks: source }, { 'Task.csv': before });
  const left = `${header}T1,test,2026-11-01T10:00:00Z,no\nT2,email,nonsense,no\n`;
  const run = await work.ingest({ tasks: source }, { 'Task.csv': left });
  expect(await run.rows('activity', 'key')).toEqual([['T3']]);
});

test('what a change says is no record any more is not kept', async () => {
  const source = `${tasks}modified: Changed\nleave out when: { Kind: test }\nreject at most: 100%\nholds changes: Task-*.csv\n`;
  const changing = { tasks: source.replace('Task.csv', 'Task*.csv') };
  const told = 'Id,Kind,Done,Deleted,Changed\n';
  const whole = `${told}T1,call,2026-11-01T10:00:00Z,no,2026-11-01T10:00:00Z\nT2,call,2026-11-01T11:00:00Z,no,2026-11-01T11:00:00Z\n`;
  const left = `${told}T1,test,2026-11-01T10:00:00Z,no,2026-11-02T10:00:00Z\nT2,call,nonsense,no,2026-11-02T10:00:00Z\n`;
  const manifest = JSON.stringify({
    files: [
      { file: 'Task.csv', asOf: '2026-11-01T20:00:00Z' },
      { file: 'Task-2.csv', asOf: '2026-11-02T20:00:00Z' },
    ],
  });
  const files = { 'Task.csv': whole, 'Task-2.csv': left, 'manifest.json': manifest };
  const fresh = await work.ingest(changing, files);
  expect(await fresh.rows('activity', 'key')).toEqual([]);
  await work.ingest({ tasks }, { 'Task.csv': before });
  const run = await work.ingest(changing, files);
  expect(await run.rows('activity', 'key')).toEqual([['T3']]);
});

test('a mapping that asks for more than was kept says what it lacks', async () => {
  await work.ingest({ tasks }, { 'Task.csv': before });
  const more = tasks.replace(
    'completed: Done',
    'completed: Done, subject: { from: Kind, is: text, means: what it was about }',
  );
  const run = await work.ingest({ tasks: more }, { 'Task.csv': `${header}T9,call,2026-11-04T10:00:00Z,no\n` });
  expect(await run.rows('activity', 'key', 'subject')).toEqual([
    ['T9', 'call'],
    ['T1', null],
    ['T2', null],
    ['T3', null],
  ]);
  expect(run.warnings).toEqual([
    expect.stringContaining(
      "of records that the exports no longer hold, this can't be kept: activity's subject; it is empty there",
    ),
  ]);
});

test('records without an id of their own can not be known again', async () => {
  const keyless = tasks.replace('key: Id\n', '');
  await work.ingest({ tasks: keyless }, { 'Task.csv': before });
  const run = await work.ingest({ tasks: keyless }, { 'Task.csv': now });
  expect(await run.rows('activity', 'key')).toEqual([['Task.csv:2'], ['Task.csv:4']]);
  expect(run.warnings).toEqual([expect.stringContaining("this can't be kept: activity (it has no id)")]);
});
