import type { HubSpotConnection } from '../../records/connection.ts';
import type { ObjectSeen, TableAsk, TablePage, TableSession, TableStart } from '../connector.ts';
import type { Secrets } from '../secrets.ts';
import type { World } from '../world.ts';
import { detailsAnswer, usageAnswer } from './answers.ts';
import { openCatalogue, type Catalogue } from './catalogue.ts';
import { fieldsOf, tellsDeletedDays } from './fields.ts';
import { owners, standardObjects } from './objects.ts';
import { ownerFields } from './own-columns.ts';
import { ownerPages } from './owner-pages.ts';
import { firstMark, pagesOf, tableOf } from './table-pages.ts';
import { NotAllowed, NotThere } from './refusal.ts';
import { openWire, type Wire } from './wire.ts';
import { wordsOf } from './words.ts';

/**
 * Signs in to HubSpot with the token of a private app, by a first call that any token may make.
 *
 * Objects: contacts, companies, deals, tickets, leads, calls, emails, meetings, tasks, notes and owners, by these names or in the singular; those of the
 * company's own by any of their names. Scopes: `crm.objects.*.read` of what is pulled, `crm.objects.owners.read` for owners and where their names or
 * teams are written, `crm.schemas.custom.read` for objects of the company's own.
 */
export async function openHubSpot(
  connection: HubSpotConnection,
  world: World,
  secrets: Secrets,
): Promise<TableSession> {
  const wire = await openWire(connection, world, secrets);
  await signIn(wire);
  const catalogue = openCatalogue(wire);
  const words = wordsOf(wire);
  const table = async (ask: TableAsk) => tableOf(ask, await catalogue.described(ask), words, wire);
  return {
    see: (object) => seen(object, catalogue),
    objects: async () => [...standardObjects, ...(await catalogue.customNames())],
    start: async (ask): Promise<TableStart> => {
      if (isOwners(ask, catalogue)) return { until: await clockNow(wire), mark: '' };
      // Only who waits for a whole table wants to know how much of it is still to come.
      if (ask.since === null) await catalogue.count((await catalogue.described(ask)).object);
      const mark = firstMark(await table(ask));
      // Of the last answer: a little early, so that nothing is missed.
      return { until: Math.floor(wire.clock()), mark };
    },
    pages: (ask, mark): AsyncIterable<TablePage> =>
      isOwners(ask, catalogue) ? ownerPages(ask, mark, wire) : pagesOf(() => table(ask), mark, wire),
    usage: wire.usage,
    close: () => Promise.resolve(),
  };
}

/** The account's own clock tells when a day of calls is over; where no header tells of the day's calls, they are asked for. */
async function signIn(wire: Wire): Promise<void> {
  const what = 'the details of your account';
  const details = await orNull(wire.ask({ path: '/account-info/v3/details', what, answer: detailsAnswer }));
  if (typeof details?.utcOffsetMilliseconds === 'number') wire.dayBegins(details.utcOffsetMilliseconds / 1000);
  if (wire.usage().allowedADay !== null) return;
  const path = '/account-info/v3/api-usage/daily/private-apps';
  const usage = await orNull(wire.ask({ path, what: 'how many calls were made today', answer: usageAnswer }));
  const first = usage?.results[0];
  if (first) wire.told(first.currentUsage, first.usageLimit);
}

/** What helps and is not needed: null where this token may not ask for it. A token that is refused as such is a fault. */
async function orNull<Answer>(asked: Promise<Answer>): Promise<Answer | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof NotAllowed || error instanceof NotThere) return null;
    throw error;
  }
}

async function clockNow(wire: Wire): Promise<number> {
  await orNull(wire.ask({ path: '/account-info/v3/details', what: 'its clock', answer: detailsAnswer }));
  return Math.floor(wire.clock());
}

async function seen(named: string, catalogue: Catalogue): Promise<ObjectSeen | null> {
  const object = await catalogue.object(named);
  if (object === null) return null;
  // There are few owners, and all of them come each time.
  if (object.type === owners)
    return { fields: ownerFields, count: () => Promise.resolve(null), tellsDeletedDays: null };
  const properties = await catalogue.properties(object);
  if (properties === null) return null;
  return { fields: fieldsOf(properties), count: () => catalogue.count(object), tellsDeletedDays };
}

function isOwners({ object }: TableAsk, catalogue: Catalogue): boolean {
  return catalogue.isOwners(object);
}
