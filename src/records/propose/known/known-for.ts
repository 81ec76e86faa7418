import { dynamics } from './dynamics.ts';
import { hubspotWork } from './hubspot-work.ts';
import { hubspot } from './hubspot.ts';
import { bareName } from './known-column.ts';
import type { KnownColumn } from './known-column.ts';
import { pipedrive } from './pipedrive.ts';
import { salesforce } from './salesforce.ts';
import { spreadsheet } from './spreadsheet.ts';
import { zoho } from './zoho.ts';

/** All that is known, the CRMs in the order in which they are guessed. */
export const knownAll: readonly KnownColumn[] = [
  ...salesforce,
  ...hubspot,
  ...hubspotWork,
  ...pipedrive,
  ...zoho,
  ...dynamics,
  ...spreadsheet,
];

const byName = new Map<string, KnownColumn[]>();
for (const known of knownAll)
  for (const name of new Set(known.names.map(bareName))) byName.set(name, [...(byName.get(name) ?? []), known]);

/** What a column of this name fills, over all CRMs and records; empty where the name is not known. */
export function knownFor(header: string): readonly KnownColumn[] {
  const bare = bareName(header);
  // Fivetran and others set `property_` before HubSpot's names.
  return byName.get(bare) ?? byName.get(bare.replace(/^property/, '')) ?? [];
}
