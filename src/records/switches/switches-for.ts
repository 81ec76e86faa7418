import type { Catalogue } from '../../values/catalogue.ts';
import { dynamicsSwitches } from './dynamics.ts';
import { hubspotSwitches } from './hubspot.ts';
import { pipedriveSwitches } from './pipedrive.ts';
import { salesforceSwitches } from './salesforce.ts';
import type { Crm, Switch } from './switch.ts';
import { zohoSwitches } from './zoho.ts';

const all: readonly Switch[] = [
  ...salesforceSwitches,
  ...hubspotSwitches,
  ...pipedriveSwitches,
  ...zohoSwitches,
  ...dynamicsSwitches,
];

/** The switch of a CRM that brings what is missing (`stage changes`, `lead's score`); null where its table names none. A field of records is brought by what brings them where nothing brings it alone. */
export function switchFor(crm: Crm, missing: string, { kinds }: Catalogue): Switch | null {
  const own = all.filter((one) => one.crm === crm);
  const exactly = own.findLast((one) => one.brings.includes(missing));
  if (exactly) return exactly;
  const kind = kinds.find(({ name }) => missing.startsWith(`${name}'s `));
  return own.find((one) => kind !== undefined && one.brings.includes(kind.plural)) ?? null;
}
