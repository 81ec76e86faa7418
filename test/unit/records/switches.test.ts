import { expect, test } from 'vitest';
import { catalogueOf } from '../../../src/records/catalogue.ts';
import { readSources } from '../../../src/records/read-sources.ts';
import { crmsOf } from '../../../src/records/switches/crms-of.ts';
import { dynamicsSwitches } from '../../../src/records/switches/dynamics.ts';
import { hubspotSwitches } from '../../../src/records/switches/hubspot.ts';
import { pipedriveSwitches } from '../../../src/records/switches/pipedrive.ts';
import { salesforceSwitches } from '../../../src/records/switches/salesforce.ts';
import { switchFor } from '../../../src/records/switches/switches-for.ts';
import { zohoSwitches } from '../../../src/records/switches/zoho.ts';

const catalogue = catalogueOf([]);

test('every switch brings kinds and fields that there are, and nothing comes from two of one CRM', () => {
  const known = catalogue.kinds.flatMap(({ name, plural, fields }) => [
    plural,
    ...fields.map((field) => `${name}'s ${field.name}`),
  ]);
  const lists = [salesforceSwitches, hubspotSwitches, pipedriveSwitches, zohoSwitches, dynamicsSwitches];
  const brought = lists.flat().flatMap(({ brings }) => brings);
  expect(brought.filter((one) => !known.includes(one))).toEqual([]);
  for (const list of lists) {
    const ofCrm = list.flatMap(({ brings }) => brings);
    expect(ofCrm.filter((one, index) => ofCrm.indexOf(one) < index)).toEqual([]);
  }
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

test('the CRM is told by the columns and files of the sources; where nothing tells it, the two usual ones are said', () => {
  expect(crmsOf(sourcesOf('x.csv', 'Source__c'))).toEqual(['Salesforce']);
  expect(crmsOf(sourcesOf('x.csv', 'hs_analytics_source'))).toEqual(['HubSpot']);
  expect(crmsOf(sourcesOf('deals.csv', 'Deal - Source'))).toEqual(['Pipedrive']);
  expect(crmsOf(sourcesOf('Deals_*.csv', 'Deal Owner.id'))).toEqual(['Zoho']);
  expect(crmsOf(sourcesOf('x.xlsx', '(Do Not Modify) Lead'))).toEqual(['Dynamics']);
  expect(crmsOf(sourcesOf('x.csv', 'Channel'))).toEqual(['Salesforce', 'HubSpot']);
});

test('what Zoho and Dynamics keep of history is named with where it is switched on; what is not certain is left out', () => {
  expect(switchFor('Zoho', 'handovers', catalogue)).toMatchObject({
    turn: expect.stringContaining(
      'Lead Status > Edit Properties > Enable history tracking for picklist values',
    ) as string,
    begins: expect.stringContaining('switch it on today') as string,
  });
  expect(switchFor('Zoho', 'stage changes', catalogue)?.begins).toBe('Zoho always keeps it: it counts at once');
  expect(switchFor('Dynamics', 'stage changes', catalogue)?.turn).toMatch(/^start auditing .* for Opportunity /);
  expect(switchFor('Pipedrive', "opportunity's lost reason", catalogue)?.turn).toBe(
    'map Deal - Lost reason of the export of deals',
  );
  expect(switchFor('Pipedrive', 'stage changes', catalogue)).toBeNull();
});
