import { expect, test } from 'vitest';
import { askOf, tablesOf } from '../../../src/pull/asks.ts';
import { readSources } from '../../../src/records/read-sources.ts';

const field = (name: string, label: string) => ({ name, label, type: 'text', isFormula: false });
const fields = [
  field('Id', 'Lead ID'),
  field('LeadSource', 'Lead Source'),
  field('Status', 'Status'),
  field('Email', 'Email'),
  field('One__c', 'Region'),
  field('Two__c', 'Region'),
];

function asked(columns: string, seen = fields) {
  const crm = 'connects to: Salesforce\nat: https://a.example\nsecrets: { client id: A, client secret: B }\n';
  const leads = `reads: Lead.csv\npulled from: crm\nobject: Lead\nkey: [Id, Lead ID]\ngives:\n  - record: lead\n    columns: { ${columns} }\n`;
  const { sources, problems } = readSources([
    { path: 'crm.yml', text: crm },
    { path: 'leads.yml', text: leads },
  ]);
  expect(problems).toEqual([]);
  const [table] = tablesOf(
    'crm',
    sources.filter((source) => source.is === 'file'),
  );
  if (!table) throw new Error('no table');
  const { ask, faults } = askOf(table, { fields: seen, count: () => Promise.resolve(null), tellsDeletedDays: 14 });
  return { columns: ask.columns.map(({ header, field: name }) => `${header}=${name}`), says: faults.map(String) };
}

test('only the columns that are mapped are asked for, each once, by the name that the mapping has for it', () => {
  expect(asked('status: Status, source: [LeadSource, Lead Source]')).toEqual({
    columns: ['Id=Id', 'Status=Status', 'LeadSource=LeadSource'],
    says: [],
  });
  expect(asked('status: Status, source: Lead Source').columns).toEqual([
    'Id=Id',
    'Status=Status',
    'Lead Source=LeadSource',
  ]);
});

test('a name that no field has is told with the nearest one, and one that several labels have means none', () => {
  expect(asked('status: Statsu').says).toEqual([
    'Error: Lead of crm has no field "Statsu", or who signs in may not see it; did you mean "Status"?',
  ]);
  expect(asked('status: Region').says).toEqual([
    'Error: "Region" is the label of several fields of Lead of crm; write the one that is meant: One__c or Two__c',
  ]);
});

test('a mapping that does not read which records were deleted is refused: it would count them', () => {
  expect(asked('status: Status', [...fields, field('IsDeleted', 'Deleted')]).says).toEqual([
    'Error: nothing of the mapping reads which records of Lead of crm were deleted, and a pull brings those too; add to it: deleted when: { IsDeleted: yes }',
  ]);
});
