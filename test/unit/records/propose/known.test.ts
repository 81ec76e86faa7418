import { expect, test } from 'vitest';
import { canonicalKinds } from '../../../../src/records/kinds.ts';
import { rowParts } from '../../../../src/records/propose/known/known-column.ts';
import { knownAll, knownFor } from '../../../../src/records/propose/known/known-for.ts';

test('every known column fills a field that there is', () => {
  const fieldsOf = (record: string): readonly string[] => [
    ...rowParts,
    ...(canonicalKinds.find(({ name }) => name === record)?.fields ?? []).map(({ name }) => name),
  ];
  const unknown = knownAll.filter(({ record, field }) => !fieldsOf(record).includes(field));
  expect(unknown.map(({ crm, record, field }) => `${crm}: ${record}.${field}`)).toEqual([]);
});

test.each([
  ['LeadSource', 'Salesforce lead source'],
  ['Opportunity Owner', 'Salesforce opportunity owner'],
  ['deal stage', 'HubSpot opportunity stage'],
  ['Dealphase', 'HubSpot opportunity stage'],
  ['Propriétaire du contact', 'HubSpot lead owner'],
  ['Etapa del negocio', 'HubSpot opportunity stage'],
  ['ID d’enregistrement', 'HubSpot contact key'],
  ['Merged object IDs', 'HubSpot lead merged from'],
  ['property_dealtype', 'HubSpot opportunity type'],
  ['Deal - Won time', 'Pipedrive opportunity closed'],
  ['Closing Date', 'Zoho opportunity closed'],
  ['(Do Not Modify) Lead', 'Dynamics lead key'],
  ['Est. Close Date', 'Dynamics opportunity closed'],
  ['Amount spent (EUR)', 'spreadsheet spend amount'],
])('%s is known', (header, told) => {
  expect(knownFor(header).map(({ crm, record, field }) => `${crm} ${record} ${field}`)).toContain(told);
});

test('what nobody calls so is not known', () => {
  expect(knownFor('Favourite colour')).toEqual([]);
});
