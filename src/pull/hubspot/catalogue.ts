/** The objects of an account and their properties, each asked for once. */
import type { Place } from '../../values/problem.ts';
import type { TableAsk } from '../connector.ts';
import { PullFault } from '../pull-fault.ts';
import { propertiesAnswer, schemasAnswer, searchAnswer, type CustomObject, type Property } from './answers.ts';
import { AskedOnce } from './asked-once.ts';
import { customObject, objectByAddress, owners, standardObject, type CrmObject } from './objects.ts';
import { NotAllowed, NotThere } from './refusal.ts';
import type { Wire } from './wire.ts';

/** An object with its properties. */
export interface Described {
  readonly object: CrmObject;
  readonly properties: readonly Property[];
  /** How many records it had when they were counted; null: nobody asked. */
  readonly records: number | null;
}

export interface Catalogue {
  readonly object: (named: string) => Promise<CrmObject | null>;
  /** Null: there is no such object. */
  readonly properties: (object: CrmObject, at?: Place | null) => Promise<readonly Property[] | null>;
  readonly count: (object: CrmObject) => Promise<number>;
  readonly customNames: () => Promise<readonly string[]>;
  /** What an ask is about. Throws where it is not there any more. */
  readonly described: (ask: TableAsk) => Promise<Described>;
  readonly isOwners: (named: string) => boolean;
}

export function openCatalogue(wire: Wire): Catalogue {
  const custom = new AskedOnce<readonly CustomObject[]>();
  const known = new AskedOnce<readonly Property[] | null>();
  const counts = new Map<string, number>();
  const everyCustom = () => custom.get('all', () => customObjects(wire));
  const object = async (named: string): Promise<CrmObject | null> =>
    standardObject(named) ?? customObject(named, await everyCustom()) ?? objectByAddress(named);
  const properties = ({ type, name }: CrmObject, at: Place | null = null): Promise<readonly Property[] | null> =>
    known.get(type, () => propertiesOf(wire, type, name, at));
  return {
    object,
    properties,
    count: async (counted) => {
      const total = await countOf(wire, counted);
      counts.set(counted.type, total);
      return total;
    },
    customNames: async () => (await everyCustom()).map(({ name }) => name),
    described: async (ask) => {
      const asked = await object(ask.object);
      const found = asked === null ? null : await properties(asked, ask.at);
      if (asked === null || found === null)
        throw new PullFault('input', `HubSpot has no object "${ask.object}"`, 'name one that it has', ask.at);
      return { object: asked, properties: found, records: counts.get(asked.type) ?? null };
    },
    isOwners: (named) => standardObject(named)?.type === owners,
  };
}

/** None, where the token may not see which there are. */
async function customObjects(wire: Wire): Promise<readonly CustomObject[]> {
  const asked = wire.ask({ path: '/crm/v3/schemas', what: "your account's own objects", answer: schemasAnswer });
  try {
    return (await asked).results;
  } catch (error) {
    if (error instanceof NotAllowed || error instanceof NotThere) return [];
    throw error;
  }
}

async function propertiesOf(
  wire: Wire,
  type: string,
  name: string,
  at: Place | null,
): Promise<readonly Property[] | null> {
  const path = `/crm/v3/properties/${encodeURIComponent(type)}`;
  try {
    return (await wire.ask({ path, what: `the properties of ${name}`, answer: propertiesAnswer, at })).results;
  } catch (error) {
    if (error instanceof NotThere) return null;
    throw error;
  }
}

async function countOf(wire: Wire, { type, name }: CrmObject): Promise<number> {
  const path = `/crm/v3/objects/${encodeURIComponent(type)}/search`;
  const body = { filterGroups: [], properties: ['hs_object_id'], limit: 1 };
  return (await wire.ask({ path, body, what: `how many ${name} there are`, answer: searchAnswer })).total;
}
