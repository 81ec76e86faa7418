import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sampleOf } from '../../../../src/records/files/sample-of.ts';
import { tableOf } from '../../../../src/records/propose/crm-of.ts';
import { profileOf } from '../../../../src/records/propose/profile.ts';

const exports = new URL('../../../../data/sample/exports/', import.meta.url).pathname;
const real = new URL('../../../../../shared/data/', import.meta.url).pathname;

async function toldOf(path: string): Promise<string | null> {
  const [sample] = await sampleOf(path, 100);
  if (!sample) return null;
  const profiles = sample.header.map((name, index) =>
    profileOf(
      name,
      sample.rows.map((row) => row[index] ?? ''),
    ),
  );
  const [best] = tableOf(sample.name, sample.header, profiles);
  return best ? `${best.crm} ${best.record}${best.sure ? '' : '?'}` : null;
}

const sampleTables = {
  Account: 'account',
  Campaign: 'campaign',
  CampaignMember: 'campaign member',
  Contact: 'contact',
  Event: 'activity',
  Group: 'user',
  Lead: 'lead',
  LeadHistory: 'field change',
  Opportunity: 'opportunity',
  OpportunityContactRole: 'deal contact',
  OpportunityHistory: 'stage change',
  Task: 'activity',
  User: 'user',
};

test.each(Object.entries(sampleTables))('%s.csv of the sample', async (name, record) => {
  expect(await toldOf(`${exports}${name}.csv`)).toBe(`Salesforce ${record}`);
});

test('costs of the sample', async () => {
  expect(await toldOf(`${exports}spend.csv`)).toBe('spreadsheet spend');
});

const realTables = [
  ['attribution-playbook/ad_spend.csv', 'spreadsheet spend'],
  ['fivetran-hubspot-seeds/contact_data.csv', 'HubSpot lead'],
  ['fivetran-hubspot-seeds/company_data.csv', 'HubSpot account'],
  ['fivetran-hubspot-seeds/deal_data.csv', 'HubSpot opportunity'],
  ['fivetran-hubspot-seeds/deal_stage_data.csv', 'HubSpot stage change'],
  ['fivetran-salesforce-seeds/sf_account_data.csv', 'Salesforce account'],
  ['fivetran-salesforce-seeds/sf_opportunity_data.csv', 'Salesforce opportunity'],
  ['fivetran-salesforce-seeds/sf_task_data.csv', 'Salesforce activity'],
  ['hubspot-faker/hubspot_activities.csv', 'HubSpot activity'],
  ['hubspot-faker/hubspot_companies.csv', 'HubSpot account'],
  ['hubspot-faker/hubspot_contacts.csv', 'HubSpot lead'],
  ['hubspot-faker/hubspot_deals.csv', 'HubSpot opportunity'],
  ['marketstar/Leads.csv', 'Salesforce lead?'],
  ['maven-crm-sales/sales_pipeline.csv', 'spreadsheet opportunity?'],
  ['maven-crm-sales/products.csv', null],
  ['salesforce-devorg/Lead.csv', 'Salesforce lead'],
  ['salesforce-devorg/OpportunityHistory.csv', 'Salesforce stage change'],
  ['salesforce-workshop/CampaignMember.csv', 'Salesforce campaign member'],
  ['salesforce-workshop/Contact.csv', 'Salesforce contact'],
  ['x-education-leads/Leads.csv', 'spreadsheet lead?'],
] as const;

// These sets are not part of the project.
test.skipIf(!existsSync(real)).each(realTables)('%s, where the real sets are there', async (path, told) => {
  expect(await toldOf(`${real}${path}`)).toBe(told);
});

test.each([
  [
    'hubspot-crm-exports-all-deals-2026-11-01.csv',
    ['Record ID', 'Deal Name', 'Deal Stage', 'Close Date'],
    'HubSpot opportunity',
  ],
  ['deals-1234567-15.csv', ['Deal - ID', 'Deal - Title', 'Deal - Value', 'Deal - Stage'], 'Pipedrive opportunity'],
  ['Deals.csv', ['Record Id', 'Deal Name', 'Closing Date', 'Stage', 'Deal Owner'], 'Zoho opportunity'],
  ['My Leads.csv', ['(Do Not Modify) Lead', '(Do Not Modify) Modified On', 'Topic', 'Status Reason'], 'Dynamics lead'],
])('%s', (file, header, told) => {
  const [best] = tableOf(file, header, []);
  expect(best && `${best.crm} ${best.record}`).toBe(told);
  expect(best?.sure).toBe(true);
});
