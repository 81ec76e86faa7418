import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { realData } from './raw-tables.ts';

/** By company: what its PROVENANCE.md says elsewhere than under "Quirks to expect", or besides what a line there begins with. */
const elsewhere = {
  'attribution-playbook': [
    'no zone',
    'Sessions without utm values stand for direct traffic',
    'spend exists only for paid media',
    '33 session rows have 6 fields instead of 7',
  ],
  'fivetran-hubspot-seeds': [
    'a meeting at 1970-01-19',
    'an engagement dated 2014',
    'a ticket closed before it was created',
    'a ticket closed in 2025',
    'merged_deal lists deals folded into others',
    'contact.property_hs_merged_object_ids is a `;` list',
  ],
  'fivetran-salesforce-seeds': ['validity rows ending 9999-12-31 23:59:59'],
  'hubspot-faker': [],
  marketstar: ['amounts are text like "$200,000 " with a trailing blank'],
  'maven-crm-sales': ['1425 deals have no account'],
  'salesforce-devorg': [],
  'salesforce-workshop': ['CampaignId on opportunities is always empty; HasResponded always empty'],
  'x-education-leads': ['No dates at all', 'one unnamed empty column at the end'],
} as const satisfies Record<string, readonly string[]>;

describe.each(Object.entries(elsewhere))('%s', (name, oddities) => {
  const { folder, isThere, title } = realData(name);

  test.skipIf(!isThere)(`${title}: each oddity that its provenance names has a test of that name`, () => {
    const provenance = readFileSync(join(folder, 'PROVENANCE.md'), 'utf8');
    const titles = plain(readFileSync(join(import.meta.dirname, '..', name, 'oddities.ts'), 'utf8'));
    expect(oddities.filter((oddity) => !plain(provenance).includes(plain(oddity)))).toEqual([]);
    const named = [...quirks(provenance).map(beginning), ...oddities];
    expect(named.filter((oddity) => !titles.includes(plain(oddity)))).toEqual([]);
  });
});

/** The lines under "Quirks to expect", each without its dash. */
function quirks(provenance: string): string[] {
  const [, below = ''] = provenance.split('Quirks to expect\n');
  return below.split('\n').flatMap((line) => (line.startsWith('- ') ? [line.slice(2)] : []));
}

/** The first words of a line, which a test's title repeats. */
const beginning = (quirk: string): string => quirk.split(' ').slice(0, 3).join(' ');

/** Without marks and capitals. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();
