/** The objects of HubSpot by the names that people use. */
import type { CustomObject } from './answers.ts';

/** An object as its API calls it. */
export interface CrmObject {
  /** In addresses: `deals`, `2-3453932`. */
  readonly type: string;
  /** As problems name it. */
  readonly name: string;
  /** The property by which changes are found. */
  readonly modified: 'lastmodifieddate' | 'hs_lastmodifieddate';
  /** Its properties that hold a stage and a pipeline by id, where it has any. */
  readonly stage: string;
  readonly pipeline: string;
}

/** Owners are no records: they have an address of their own, and no properties. */
export const owners = 'owners';

const singulars: Readonly<Record<string, string>> = {
  contact: 'contacts',
  company: 'companies',
  deal: 'deals',
  ticket: 'tickets',
  lead: 'leads',
  call: 'calls',
  email: 'emails',
  meeting: 'meetings',
  task: 'tasks',
  note: 'notes',
  owner: owners,
};

/** What every account has, for suggestions. */
export const standardObjects: readonly string[] = Object.values(singulars);

/** An object of every account by its name in any case, in the singular or the plural; null where it is none. */
export function standardObject(named: string): CrmObject | null {
  const plain = named.trim().toLowerCase();
  const type = singulars[plain] ?? (standardObjects.includes(plain) ? plain : null);
  return type === null ? null : objectOf(type, type);
}

/** An object of the company's own, by any of its names. */
export function customObject(named: string, custom: readonly CustomObject[]): CrmObject | null {
  const plain = named.trim().toLowerCase();
  const found = custom.find(({ name, objectTypeId, fullyQualifiedName, labels }) =>
    [name, objectTypeId, fullyQualifiedName, labels?.singular, labels?.plural].some(
      (each) => each?.toLowerCase() === plain,
    ),
  );
  return found ? objectOf(found.objectTypeId, found.name) : null;
}

/** One that is called by what may be its name in addresses: `line_items`, `2-3453932`. Null: no address can be made of it. */
export function objectByAddress(named: string): CrmObject | null {
  const plain = named.trim();
  return /^[A-Za-z0-9_-]+$/.test(plain) ? objectOf(plain, plain) : null;
}

function objectOf(type: string, name: string): CrmObject {
  const ofDeals = type === 'deals';
  return {
    type,
    name,
    modified: type === 'contacts' ? 'lastmodifieddate' : 'hs_lastmodifieddate',
    stage: ofDeals ? 'dealstage' : 'hs_pipeline_stage',
    pipeline: ofDeals ? 'pipeline' : 'hs_pipeline',
  };
}
