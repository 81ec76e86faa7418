import { expect, test } from 'vitest';
import { sayProblem } from '../../../src/agreement/say-problem.ts';
import { readSources } from '../../../src/records/read-sources.ts';
import { unusedMappings } from '../../../src/records/unused-mappings.ts';

const source = (file: string, record: string, fields: readonly string[]) => ({
  path: `sources/${file}.yml`,
  text: [
    `reads: ${file}.csv`,
    'key: Id',
    'gives:',
    `  - record: ${record}`,
    '    columns:',
    ...fields.map((field) => `      ${field}: C`),
    '',
  ].join('\n'),
});

test('all mapped fields that nothing reads are told in one line, at the first of them; lists read the names of companies', () => {
  const { sources, problems } = readSources([
    source('accounts', 'account', ['name', 'type', 'industry']),
    source('contacts', 'contact', ['role']),
  ]);
  expect(problems).toEqual([]);
  expect(unusedMappings(sources, new Set(["account's industry"]), new Map()).map(sayProblem)).toEqual([
    'sources/accounts.yml:7:7  warning: nothing that is counted reads type (accounts.yml), role (contacts.yml); leave it out, or use it',
  ]);
  expect(unusedMappings(sources.slice(1), new Set(["contact's role"]), new Map())).toEqual([]);
});
