import { expect, test } from 'vitest';
import { catalogueOf } from '../../../src/records/catalogue.ts';
import { readSources } from '../../../src/records/read-sources.ts';
import { crmsOf } from '../../../src/records/switches/crms-of.ts';
import { hubspotSwitches } from '../../../src/records/switches/hubspot.ts';
import { salesforceSwitches } from '../../../src/records/switches/salesforce.ts';
import { switchFor } from '../../../src/records/switches/switches-for.ts';

const catalogue = catalogueOf([]);

test('every switch brings kinds and fields that there are, and the same of both CRMs comes from one each', () => {
  const known = catalogue.kinds.flatMap(({ name, plural, fields }) => [
    plural,
    ...fields.map((field) => `${name}'s ${field.name}`),
  ]);
  const brought = [...salesforceSwitches, ...hubspotSwitches].flatMap(({ brings }) => brings);
  expect(brought.filter((one) => !known.includes(one))).toEqual([]);
});

test('every kind of records is brought by a switch of each CRM', () => {
  const kinds = catalogue.kinds.map(({ plural }) => plural);
  expect(kinds.filter((kind) => !switchFor('Salesforce', kind, catalogue))).toEqual([]);
  expect(kinds.filter((kind) => !switchFor('HubSpot', kind, catalogue))).toEqual([]);
});

test('a field that nothing brings alone comes with its records', () => {
  expect(switchFor('Salesforce', "field change's by", catalogue)?.turn).toMatch(/^track Lead Status and Lead Owner/);
  expect(switchFor('HubSpot', "lead's source", catalogue)?.turn).toBe('map Original Source of the export of contacts');
});

const sourcesOf = (reads: string, column: string) =>
  readSources([
    { path: 'a.yml', text: `reads: ${reads}\ngives:\n  - record: lead\n    columns: { source: ${column} }\n` },
  ]).sources;

test('the CRM is told by the columns and files of the sources; where nothing tells it, both are said', () => {
  expect(crmsOf(sourcesOf('x.csv', 'Source__c'))).toEqual(['Salesforce']);
  expect(crmsOf(sourcesOf('x.csv', 'hs_analytics_source'))).toEqual(['HubSpot']);
  expect(crmsOf(sourcesOf('pipedrive.csv', 'Channel'))).toEqual(['Salesforce', 'HubSpot']);
  expect(crmsOf(sourcesOf('Deals_*.csv', 'Record Id'))).toEqual(['Salesforce', 'HubSpot']);
});
