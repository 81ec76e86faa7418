import { afterAll, beforeAll, expect, test } from 'vitest';
import { isDamaged, salesforceId } from '../../../src/records/load/ids.ts';
import { faultsOf, workshop } from './run-ingest.ts';
import type { Workshop } from './run-ingest.ts';

let work: Workshop;
beforeAll(async () => {
  work = await workshop();
});
afterAll(() => work.end());

test('an id of 15 characters becomes the one of 18, and any other text stays', () => {
  // The published example of the rule, and an id whose letters are all small.
  expect(salesforceId('001D000000IqhSL')).toBe('001D000000IqhSLIAZ');
  expect(salesforceId('00130000000abcd')).toBe('00130000000abcdAAA');
  expect(salesforceId('001D000000IqhSLIAZ')).toBe('001D000000IqhSLIAZ');
  for (const other of ['', '001', '001D000000IqhS!', '4711']) expect(salesforceId(other)).toBe(other);
});

const accounts = (more: string): string =>
  `reads: accounts.csv\nkey: Id\nmerged into: Master\n${more}reject at most: 100%\ngives:\n  - record: account\n    columns: { name: Name }\n`;
const deals = (more: string): string =>
  `reads: deals.csv\nkey: Id\n${more}reject at most: 100%\ngives:\n  - record: opportunity\n    columns: { account: Account }\n`;

test('keys, links and merged records of 15 and of 18 characters meet', async () => {
  const run = await work.ingest({
    sources: { accounts: accounts('ids: Salesforce\n'), deals: deals('ids: Salesforce\n') },
    files: {
      'accounts.csv': 'Id,Master,Name\n001D000000IqhSL,,North\n00130000000abcdAAA,001D000000IqhSLIAZ,South\n',
      'deals.csv': 'Id,Account\n1,001D000000IqhSLIAZ\n2,00130000000abcd\n3,4711\n4,001D000000IqhSL\n',
    },
  });
  expect(run.faults).toEqual([]);
  const north = '001D000000IqhSLIAZ';
  expect(await run.rows('account', 'key', 'name')).toEqual([[north, 'North']]);
  expect(await run.rows('opportunity', 'key', 'account')).toEqual([
    ['1', north],
    ['2', north],
    ['3', '4711'],
    ['4', north],
  ]);
  expect(run.account.links).toEqual([{ kind: 'opportunity', field: 'account', filled: 4, notFound: 1 }]);
});

test('ids of several systems are kept apart, and a link may lead into another one', async () => {
  const run = await work.ingest({
    sources: {
      accounts: accounts("ids begin with: 'eu:'\n"),
      deals: deals("ids begin with: 'us:'\n").replace(
        'account: Account',
        "account: { from: Account, ids begin with: 'eu:' }",
      ),
    },
    files: {
      'accounts.csv': 'Id,Master,Name\n1,,North\n2,1,South\n',
      'deals.csv': 'Id,Account\n1,1\n2,2\n3,\n',
    },
  });
  expect(await run.rows('account', 'key')).toEqual([['eu:1']]);
  expect(await run.rows('opportunity', 'key', 'account')).toEqual([
    ['us:1', 'eu:1'],
    ['us:2', 'eu:1'],
    ['us:3', null],
  ]);
});

test('an id that a spreadsheet has damaged is refused, as a key and as a link', async () => {
  for (const id of ['5.805E+18', '1,23457E+17', '5E+18', 'eu-5.805e+18']) expect(isDamaged(id)).toBe(true);
  for (const id of ['5805000000000000000', 'a+b', 'C5.8E+1x', '1+1']) expect(isDamaged(id)).toBe(false);
  const run = await work.ingest({
    sources: { accounts: accounts(''), deals: deals('') },
    files: {
      'accounts.csv': 'Id,Master,Name\n5.805E+18,,North\n',
      'deals.csv': 'Id,Account\n1,"1,23457E+17"\n',
    },
  });
  const reason = 'is an id that a spreadsheet has damaged: export again as text';
  expect(run.account.rejected).toEqual([
    { file: 'accounts.csv', line: 2, column: 'Id', value: '5.805E+18', reason },
    { file: 'deals.csv', line: 2, column: 'Account', value: '1,23457E+17', reason },
  ]);
});

test('what can hold no such ids says so', async () => {
  const failure = (source: string): Promise<string> =>
    faultsOf(work.ingest({ sources: { accounts: source }, files: { 'accounts.csv': 'Id,Master,Name\n' } }));
  expect(await failure(accounts('').replace('name: Name', 'name: { from: Name, ids begin with: x }'))).toBe(
    'sources/accounts.yml:7:16  "name" is no link by id, so "ids begin with" says nothing; leave it out',
  );
  expect(await failure(accounts("ids begin with: x\nlink: 'https://crm.example/{key}'\n"))).toBe(
    'sources/accounts.yml:5:7  a "link" holds the key, which begins with "ids begin with"; leave "link" out',
  );
});
