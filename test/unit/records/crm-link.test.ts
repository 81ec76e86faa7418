import { expect, test } from 'vitest';
import { catalogueOf } from '../../../src/records/catalogue.ts';
import { linksOf, linkTo } from '../../../src/records/crm-link.ts';
import { readSources } from '../../../src/records/read-sources.ts';

test('a record’s page in the CRM is that of its row, not of what has a key of its own', () => {
  const text = `reads: d.csv
key: Id
link: https://crm.example/{key}
gives:
  - { record: opportunity, columns: { stage: Stage } }
  - { record: lead, key: LeadId, columns: { status: Status } }
`;
  const { sources, problems } = readSources([{ path: 'sources/d.yml', text }]);
  expect(problems).toEqual([]);
  expect([...linksOf(sources, catalogueOf(sources))]).toEqual([['opportunity', 'https://crm.example/{key}']]);
});

test('a key is written so that it can’t lead elsewhere', () => {
  expect(linkTo('https://crm.example/{key}/view', '006A')).toBe('https://crm.example/006A/view');
  expect(linkTo('https://crm.example/{key}', '../x?y')).toBe('https://crm.example/..%2Fx%3Fy');
});
