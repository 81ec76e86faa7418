import { afterAll, beforeAll, expect, test } from 'vitest';
import { workshop } from './run-ingest.ts';
import type { Workshop } from './run-ingest.ts';

let work: Workshop;
beforeAll(async () => {
  work = await workshop();
});
afterAll(() => work.end());

const accounts = `reads: "*.csv"
key: Id
modified: Modified
deleted when: { IsDeleted: yes }
merged into: Master
as of: 2026-03-04T00:00:00Z
reject at most: 100%
gives:
  - record: account
    columns: { name: Name, customer since: Since }
  - record: partner
    when: { Type: Partner }
    columns: { name: Name }
`;
const header = 'Id,Modified,IsDeleted,Master,Name,Since,Type\n';
const monday = '2026-03-02T09:00:00Z';
const tuesday = '2026-03-03T09:00:00Z';

async function accountsOf(
  ...files: string[][]
): Promise<{ counts: object[]; names: unknown[][]; partners: unknown[][] }> {
  const contents = files.map((rows, index) => [`${index + 1}.csv`, `${header}${rows.join('\n')}\n`]);
  const run = await work.ingest({
    sources: { accounts },
    files: Object.fromEntries(contents) as Record<string, string>,
  });
  expect(run.faults).toEqual([]);
  const counts = run.account.files.map(({ source: _, file: __, asOf: ___, leftOutBecause: ____, ...rest }) =>
    Object.fromEntries(Object.entries(rest).filter(([, count]) => typeof count !== 'number' || count > 0)),
  );
  return {
    counts,
    names: await run.rows('account', 'key', 'name'),
    partners: await run.rows('partner', 'key', 'name'),
  };
}

test('one row gives two records', async () => {
  const { counts, partners } = await accountsOf([`a,${monday},,,North,,Partner`, `b,${monday},,,South,,Customer`]);
  expect(counts).toEqual([{ rows: 2, gaveRecords: 2, made: { account: 2, partner: 1 } }]);
  expect(partners).toEqual([['a', 'North']]);
});

test('a row that says the same once more is a repeat', async () => {
  const { counts, names } = await accountsOf([`a,${monday},,,North,,Partner`, `a,${monday},,,North,,Partner`]);
  expect(counts).toEqual([{ rows: 2, gaveRecords: 1, repeats: 1, made: { account: 1, partner: 1 } }]);
  expect(names).toEqual([['a', 'North']]);
});

test('of two versions the newer holds, whichever comes first', async () => {
  const older = `a,${monday},,,Old,,Customer`;
  const newer = `a,${tuesday},,,New,,Customer`;
  for (const rows of [
    [older, newer],
    [newer, older],
  ]) {
    const { counts, names } = await accountsOf(rows);
    expect(counts).toEqual([{ rows: 2, gaveRecords: 1, superseded: 1, made: { account: 1 } }]);
    expect(names).toEqual([['a', 'New']]);
  }
});

test('of two versions of one instant the later in the file holds', async () => {
  const { names } = await accountsOf([`a,${monday},,,First,,Customer`, `a,${monday},,,Second,,Customer`]);
  expect(names).toEqual([['a', 'Second']]);
});

test('what the older version gave besides is gone with it', async () => {
  const { counts, partners } = await accountsOf([`a,${monday},,,North,,Partner`], [`a,${tuesday},,,North,,Customer`]);
  expect(counts).toEqual([
    { rows: 1, superseded: 1, made: {} },
    { rows: 1, gaveRecords: 1, made: { account: 1 } },
  ]);
  expect(partners).toEqual([]);
});

test('a deleted row is counted, and takes an older version in another file with it', async () => {
  const { counts, names } = await accountsOf([`a,${monday},,,North,,Partner`], [`a,${tuesday},true,,North,,Partner`]);
  expect(counts).toEqual([
    { rows: 1, superseded: 1, made: {} },
    { rows: 1, deleted: 1, made: {} },
  ]);
  expect(names).toEqual([]);
});

test('a row that was deleted and brought back holds', async () => {
  const { counts, names } = await accountsOf([`a,${monday},1,,North,,Customer`, `a,${tuesday},0,,North,,Customer`]);
  expect(counts).toEqual([{ rows: 2, gaveRecords: 1, superseded: 1, made: { account: 1 } }]);
  expect(names).toEqual([['a', 'North']]);
});

test('a merged row is joined to its winner, over several steps, and the earliest moment is kept', async () => {
  const run = await work.ingest({
    sources: { accounts },
    files: {
      '1.csv': `${header}a,${monday},true,b,A,2020-05-01,\nb,${monday},true,c,B,2019-05-01,\nc,${monday},,,C,2021-05-01,\n`,
    },
  });
  expect(run.account.files).toMatchObject([{ rows: 3, gaveRecords: 1, merged: 2, deleted: 0, made: { account: 1 } }]);
  expect(await run.rows('account', 'key', 'name', 'customer_since')).toEqual([['c', 'C', '2019-05-01']]);
});

test('of records merged in a circle the one that is not marked as deleted stays', async () => {
  for (const rows of [
    [`a,${monday},,b,A,2019-05-01,`, `b,${tuesday},true,a,B,2018-05-01,Partner`],
    [`b,${tuesday},true,a,B,2018-05-01,Partner`, `a,${monday},,b,A,2019-05-01,`],
  ]) {
    const { counts, names } = await accountsOf(rows);
    expect(counts).toEqual([{ rows: 2, gaveRecords: 1, merged: 1, made: { account: 1 } }]);
    expect(names).toEqual([['a', 'A']]);
  }
});

test('with all in a circle deleted, or none, the one that changed last stays, with all that its row gave', async () => {
  for (const deleted of ['true', '']) {
    const { counts, names, partners } = await accountsOf([
      `a,${monday},${deleted},b,A,,`,
      `b,${tuesday},${deleted},c,B,,Partner`,
      `c,${monday},${deleted},a,C,,`,
      `x,${tuesday},true,a,X,,`,
    ]);
    expect(counts).toEqual([{ rows: 4, gaveRecords: 1, merged: 3, made: { account: 1, partner: 1 } }]);
    expect(names).toEqual([['b', 'B']]);
    expect(partners).toEqual([['b', 'B']]);
  }
});

test('a record merged into itself stays', async () => {
  const { counts, names } = await accountsOf([`a,${monday},true,a,A,,Partner`]);
  expect(counts).toEqual([{ rows: 1, gaveRecords: 1, made: { account: 1, partner: 1 } }]);
  expect(names).toEqual([['a', 'A']]);
});

test('links to a merged record lead to its winner', async () => {
  const run = await work.ingest({
    sources: {
      accounts,
      contacts: 'reads: people.txt\nkey: id\ngives: [{ record: contact, columns: { account: account } }]\n',
    },
    files: {
      '1.csv': `${header}a,${monday},true,b,A,,\nb,${monday},,,B,,\n`,
      'people.txt': 'id,account\n1,a\n2,b\n3,z\n4,\n',
    },
  });
  expect(await run.rows('contact', 'key', 'account')).toEqual([
    ['1', 'b'],
    ['2', 'b'],
    ['3', 'z'],
    ['4', null],
  ]);
  expect(run.account.links).toEqual([{ kind: 'contact', field: 'account', filled: 3, notFound: 1 }]);
});

test('links by name are empty where no record has the name, or several have', async () => {
  const run = await work.ingest({
    sources: {
      accounts: 'reads: accounts.csv\ngives: [{ record: account, columns: { name: name } }]\n',
      contacts:
        'reads: people.csv\nkey: id\ngives: [{ record: contact, columns: { account: { from: account, by: name } } }]\n',
    },
    files: {
      'accounts.csv': 'name\nNorth\nTwice\nTwice\n',
      'people.csv': 'id,account\n1,North\n2,Twice\n3,Nowhere\n4,\n',
    },
  });
  expect(await run.rows('contact', 'key', 'account')).toEqual([
    ['1', 'accounts.csv:2'],
    ['2', null],
    ['3', null],
    ['4', null],
  ]);
  expect(run.account.links).toEqual([{ kind: 'contact', field: 'account', filled: 3, notFound: 2 }]);
});

test('rows are left out by rule, or where none of the records is given', async () => {
  const run = await work.ingest({
    sources: {
      users:
        'reads: users.csv\nkey: id\nleave out when: { team: [Test, Old*] }\ngives: [{ record: user, when: { id: { not: "9" } }, columns: { team: team } }]\n',
    },
    files: { 'users.csv': 'id,team\n1,Sales\n2,Test\n3,Old hands\n9,Sales\n' },
  });
  expect(run.account.files).toMatchObject([{ rows: 4, gaveRecords: 1, leftOut: 3, made: { user: 1 } }]);
});

test('a name that stands for a person never comes into the store', async () => {
  const run = await work.ingest({
    sources: {
      users: 'reads: users.csv\nkey: name\nkey is hidden: yes\ngives: [{ record: user, columns: { team: team } }]\n',
      deals:
        'reads: deals.csv\nkey: id\ngives: [{ record: opportunity, columns: { owner: { from: who, hidden: yes } } }]\n',
    },
    files: {
      'users.csv': 'name,team\nAnna Berg,North\nBo Dahl,South\n',
      'deals.csv': 'id,who\n1,Bo Dahl\n2,Eva Falk\n',
    },
  });
  expect(await run.rows('user', 'key', 'team')).toEqual([
    ['person 1', 'North'],
    ['person 2', 'South'],
  ]);
  expect(await run.rows('opportunity', 'key', 'owner')).toEqual([
    ['1', 'person 2'],
    ['2', 'person 3'],
  ]);
});

test('an e-mail is kept only as a hash, the same for the same address', async () => {
  const run = await work.ingest({
    sources: {
      leads: 'reads: leads.csv\nkey: id\nperson: mail\ngives: [{ record: lead, columns: { status: status } }]\n',
    },
    files: {
      'leads.csv': 'id,mail,status\n1,Anna@Example.com ,New\n2,anna@example.com,New\n3,bo@example.com,New\n4,,New\n',
    },
  });
  const [one, two, three, four] = (await run.rows('lead', 'person')).flat();
  expect(one).toMatch(/^[\w-]{22}$/);
  expect(two).toBe(one);
  expect(three).not.toBe(one);
  expect(four).toBeNull();
});

test('stage dates in columns are records of their own, told apart by their keys', async () => {
  const stages = `reads: deals.csv
key: id
reject at most: 100%
gives:
  - record: stage change
    when: { started: { not: "" } }
    key: "{id} started"
    columns: { opportunity: id, to: { always: Started }, at: { from: started, is: day } }
  - record: stage change
    when: { won: { not: "" } }
    key: "{id} won"
    columns: { opportunity: id, to: { always: Won }, at: { from: won, is: day } }
`;
  const files = { 'deals.csv': 'id,started,won\n1,2026-03-01,2026-03-04\n2,2026-03-02,\n3,,\n' };
  const run = await work.ingest({ sources: { stages }, files });
  expect(run.account.files).toMatchObject([{ rows: 3, gaveRecords: 2, leftOut: 1, made: { 'stage change': 3 } }]);
  expect(await run.rows('stage_change', 'key', 'from', 'to', 'entry', 'at')).toEqual([
    ['1 started', null, 'Started', 1, '2026-03-01'],
    ['1 won', 'Started', 'Won', 1, '2026-03-04'],
    ['2 started', null, 'Started', 1, '2026-03-02'],
  ]);

  const clash = await work.ingest({ sources: { stages: stages.replaceAll(/ {4}key: .*\n/g, '') }, files });
  expect(clash.account.rejected).toEqual([
    { file: 'deals.csv', line: 2, column: 'id', value: '1', reason: 'gives two records with one key: stage change' },
  ]);
});

test('quotas side by side, amounts with a sign, texts made of several columns', async () => {
  const run = await work.ingest({
    sources: {
      quotas: `reads: quotas.csv
numbers: $1,234.56
currency: USD
leave out when: { Amount: "" }
declares: { kind: quota, plural: quotas, happens: quarter, means: what the team is to bring }
gives:
  - record: quota
    key: "{Year}-{Quarter}"
    columns:
      quarter: { from: "{Year}-{Quarter}", is: planned day, reads: { 2021-2: 2021-04-01 } }
      amount: { from: Amount, is: money }
      team: { always: Sales, is: text }
`,
    },
    files: { 'quotas.csv': 'Year,Quarter,Amount,,\n2021,1,,No quota,\n2021,2,"$200,000 ",,\n' },
  });
  expect(run.faults).toEqual([]);
  expect(await run.rows('quota', 'key', 'quarter', 'amount', 'currency', 'team')).toEqual([
    ['2021-2', '2021-04-01', 20_000_000, 'USD', 'Sales'],
  ]);
});
