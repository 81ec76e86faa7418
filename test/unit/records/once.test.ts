import { afterAll, beforeAll, expect, test } from 'vitest';
import { faultsOf, workshop } from './run-ingest.ts';
import type { Workshop } from './run-ingest.ts';

let work: Workshop;
beforeAll(async () => {
  work = await workshop();
});
afterAll(() => work.end());

const log = `reads: log.csv
gives:
  - record: opportunity
    once: yes
    key: Deal
    columns: { created: At, source: Source }
  - record: stage change
    columns: { opportunity: Deal, at: At, to: Stage }
`;
const rows = `Deal,At,Source,Stage
a,2026-03-01T09:00:00Z,web,new
a,2026-03-02T09:00:00Z,event,demo
b,2026-03-03T09:00:00Z,web,new
a,2026-03-04T09:00:00Z,web,won
`;

test('of a log the first row of a key gives the record, and each row its change', async () => {
  const run = await work.ingest({ sources: { log }, files: { 'log.csv': rows } });
  expect(run.faults).toEqual([]);
  expect(await run.rows('opportunity', 'key', 'source')).toEqual([
    ['a', 'web'],
    ['b', 'web'],
  ]);
  expect(await run.rows('stage_change', 'opportunity', 'to')).toEqual([
    ['a', 'new'],
    ['a', 'demo'],
    ['b', 'new'],
    ['a', 'won'],
  ]);
  expect(run.account.files).toMatchObject([{ rows: 4, gaveRecords: 4, made: { opportunity: 2, 'stage change': 4 } }]);
});

test('a later row that gives nothing else is a repeat', async () => {
  const only = log.slice(0, log.indexOf('  - record: stage change'));
  const run = await work.ingest({ sources: { log: only }, files: { 'log.csv': rows } });
  expect(run.account.files).toMatchObject([{ rows: 4, gaveRecords: 2, repeats: 2, made: { opportunity: 2 } }]);
});

test('a row of the log that stands there twice is a repeat too, where its rows have keys', async () => {
  const keyed = log.replace('gives:', 'key: "{Deal} {At}"\ngives:');
  const run = await work.ingest({
    sources: { log: keyed },
    files: { 'log.csv': `${rows}a,2026-03-02T09:00:00Z,event,demo\na,2026-03-01T09:00:00Z,web,new\n` },
  });
  expect(run.account.files).toMatchObject([{ rows: 6, gaveRecords: 4, repeats: 2, made: { opportunity: 2 } }]);
});

test('what is given once needs a key', async () => {
  const wrong = work.ingest({ sources: { log: log.replace('    key: Deal\n', '') }, files: { 'log.csv': rows } });
  expect(await faultsOf(wrong)).toBe(
    'sources/log.yml:4:11  "once" needs a "key": without one each row is a record of its own; add the "key"',
  );
});
