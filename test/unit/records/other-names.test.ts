import { afterAll, beforeAll, expect, test } from 'vitest';
import { faultsOf, workshop } from './run-ingest.ts';
import type { Workshop } from './run-ingest.ts';

let work: Workshop;
beforeAll(async () => {
  work = await workshop();
});
afterAll(() => work.end());

const accounts = `reads: "*.csv"
key: [Record ID, Datensatz-ID]
leave out when: { Typ: Test }
gives:
  - record: account
    columns:
      name: [Company name, Firmenname]
      customer since: { from: [Since, Seit] }
      segment: { from: [Type, Typ], is: text, means: the size of the company }
`;
const ingest = (files: Record<string, string>, source = accounts) =>
  work.ingest({ sources: { accounts: source }, files });
/** Why the ingest of a file stops. */
const failure = (file: string, source = accounts): Promise<string> => faultsOf(ingest({ 'a.csv': file }, source));

test('a column is read by whichever of its names is there, in tests too', async () => {
  const run = await ingest({
    'de.csv': 'Datensatz-ID,Firmenname,Seit,Typ\n1,Nord,2026-03-01,Groß\n2,Süd,,Test\n',
    'en.csv': 'Record ID,Company name,Since,Type\n3,North,2026-03-02,Large\n4,South,,Test\n',
  });
  expect(run.faults).toEqual([]);
  expect(await run.rows('account', 'key', 'name', 'customer_since', 'segment')).toEqual([
    ['1', 'Nord', '2026-03-01', 'Groß'],
    ['3', 'North', '2026-03-02', 'Large'],
  ]);
  expect(run.account.files.map(({ leftOut }) => leftOut)).toEqual([1, 1]);
});

test('quotes and blanks of a header may differ, and case may not', async () => {
  const source = (name: string): string =>
    `reads: a.csv\nkey: id\ngives:\n  - record: account\n    columns: { name: '${name}' }\n`;
  for (const header of ['“Demo”\u00A0stage', ' "Demo"  stage ', '„Demo“ stage']) {
    const run = await ingest({ 'a.csv': `id,"${header.replaceAll('"', '""')}"\n1,North\n` }, source('"Demo" stage'));
    expect(await run.rows('account', 'name')).toEqual([['North']]);
  }
  expect(await failure('id,company name\n1,North\n', source('Company Name'))).toBe(
    'exports/a.csv:1:1  there is no column "Company Name"; sources/accounts.yml:5 reads it; did you mean "company name"?',
  );
});

test('two names of one column at once, and columns that differ by quotes only, are asked about', async () => {
  expect(await failure('Record ID,Company name,Firmenname,Since,Type\n')).toBe(
    'exports/a.csv:1:1  "Company name" and "Firmenname" are both there, and one is meant; sources/accounts.yml:7 reads one of them: leave out the name that is not meant',
  );
  const quoted = `reads: a.csv\nkey: id\ngives:\n  - record: account\n    columns: { name: "The  'name'" }\n`;
  expect(await failure('id,‘The’ x,The ‘name’,The ’name’\n', quoted)).toBe(
    'exports/a.csv:1:1  "The ‘name’" and "The ’name’" are both there, and one is meant; sources/accounts.yml:5 reads one of them: leave out the name that is not meant',
  );
});

test('where none of the names is there all of them are said', async () => {
  expect(await failure('Record ID,Company,Since,Type\n')).toBe(
    'exports/a.csv:1:1  there is no column "Company name" or "Firmenname"; sources/accounts.yml:7 reads it; the file has Record ID, Company, Since, Type',
  );
});
