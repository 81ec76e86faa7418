import { expect, test } from 'vitest';
import { readsOf, sourceName } from '../../../../src/records/propose/source-name.ts';

test.each([
  ['deals-13492048-27.csv', 'deals-*.csv', 'deals'],
  ['Deals_2026_03_01.csv', 'Deals_*.csv', 'deals'],
  ['All Opportunities 3-1-2026 9-15-00 AM.xlsx', 'All Opportunities *.xlsx', 'all-opportunities'],
  [
    'hubspot-crm-exports-all-deals-2026-03-01.csv',
    'hubspot-crm-exports-all-deals-*.csv',
    'hubspot-crm-exports-all-deals',
  ],
  ['OpportunityHistory.csv', 'OpportunityHistory.csv', 'opportunity-history'],
  ['Leads_001.csv', 'Leads_001.csv', 'leads-001'],
])('%s is called otherwise with the next export: a source reads %s', (name, reads, called) => {
  expect([readsOf(name), sourceName({ name, sheet: null })]).toEqual([reads, called]);
});
