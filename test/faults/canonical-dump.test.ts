import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { workshop } from '../unit/records/run-ingest.ts';
import type { Workshop } from '../unit/records/run-ingest.ts';
import { canonicalDump, difference } from './canonical-dump.ts';

let work: Workshop;
beforeEach(async () => {
  work = await workshop();
});
afterEach(() => work.end());

const sources = {
  deals: `
reads: deals*.csv
key: Id
person: Mail
gives: [{ record: opportunity, columns: { created: Created, stage: Stage, probability: Chance, owner: Owner } }]
`,
  calls: `
reads: calls*.csv
gives: [{ record: activity, columns: { kind: Kind, completed: Done, opportunity: Deal } }]
`,
};
const deals = ['D1,2026-10-01T08:00:00Z,Open,50,U1,a@x.example', 'D2,2026-10-02T08:00:00Z,Won,100,U1,a@x.example'];
const calls = ['call,2026-10-03T08:00:00Z,D1', 'call,2026-10-03T08:00:00Z,D1', 'mail,2026-10-02T08:00:00Z,D9'];
const tableOf = (header: string, rows: readonly string[]): string => [header, ...rows, ''].join('\n');
const dealsOf = (...rows: readonly string[]): string => tableOf('Id,Created,Stage,Chance,Owner,Mail', rows);
const callsOf = (...rows: readonly string[]): string => tableOf('Kind,Done,Deal', rows);

async function dumpOf(files: Readonly<Record<string, string>>): Promise<string> {
  const manifest = { files: Object.keys(files).map((file) => ({ file, asOf: '2026-10-09T08:00:00Z' })) };
  const run = await work.ingest({ sources, files: { ...files, 'manifest.json': JSON.stringify(manifest) } });
  expect(run.faults).toEqual([]);
  return canonicalDump(work.database);
}

describe('a canonical dump', () => {
  test('tells records, links, ages and findings, a line each', async () => {
    const dump = await dumpOf({ 'deals.csv': dealsOf(...deals), 'calls.csv': callsOf(...calls) });
    expect(dump.split('\n').filter((line) => !line.includes('"faulty":0'))).toEqual([
      '{"table":"activity","completed":1790928000,"kind":"mail","opportunity":"D9"}',
      '{"table":"activity","completed":1791014400,"kind":"call","opportunity":"D1"}',
      '{"table":"activity","completed":1791014400,"kind":"call","opportunity":"D1"}',
      '{"table":"opportunity","key":"D1","created":1790841600,"currency":"EUR","owner":"U1","person":"as opportunity D1","probability":50.0,"stage":"Open"}',
      '{"table":"opportunity","key":"D2","created":1790928000,"currency":"EUR","owner":"U1","person":"as opportunity D1","probability":100.0,"stage":"Won"}',
      '{"table":"as of","as_of":1791532800,"kind":"activity"}',
      '{"table":"as of","as_of":1791532800,"kind":"opportunity"}',
      '{"table":"link","field":"opportunity","filled":3,"kind":"activity","not_found":1}',
      '{"table":"link","field":"owner","filled":2,"kind":"opportunity","not_found":2}',
      '',
    ]);
  });

  test('is the same in another order and other files', async () => {
    const whole = await dumpOf({ 'deals.csv': dealsOf(...deals), 'calls.csv': callsOf(...calls) });
    const [first = '', second = ''] = deals;
    const split = await dumpOf({
      'deals-1.csv': dealsOf(second),
      'deals-2.csv': dealsOf(first),
      'calls-b.csv': callsOf(...calls.slice(0, 1)),
      'calls.csv': callsOf(...calls.slice(1).toReversed()),
    });
    expect(difference(whole, split)).toEqual([]);
  });

  test('differs where a fact does, and says in which', async () => {
    const whole = await dumpOf({ 'deals.csv': dealsOf(...deals), 'calls.csv': callsOf(...calls) });
    const sqlite = new Sqlite(work.database);
    sqlite.exec(`update opportunity set stage = 'Lost', owner = null where key = 'D1';
      delete from opportunity where key = 'D2'`);
    sqlite.close();
    const differing = difference(whole, canonicalDump(work.database));
    expect(differing).toEqual([
      'opportunity D1: owner is "U1" in the first and empty in the second, stage is "Open" in the first and "Lost" in the second',
      'only in the first: {"table":"opportunity","key":"D2","created":1790928000,"currency":"EUR","owner":"U1","person":"as opportunity D1","probability":100,"stage":"Won"}',
    ]);
  });

  test('does not pass over a table that nobody has told it of', async () => {
    await dumpOf({ 'deals.csv': dealsOf(...deals), 'calls.csv': callsOf(...calls) });
    const sqlite = new Sqlite(work.database);
    sqlite.exec('create table left_behind (key text)');
    sqlite.close();
    expect(() => canonicalDump(work.database)).toThrow('nothing says whether this is a table of records: left_behind');
  });
});
