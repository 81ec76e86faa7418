/** The calls of the CRM API that a pull makes: objects v3, properties, pipelines, owners, schemas, associations v4. */
import { z } from 'zod';
import type { Portal, PortalObject, PortalRecord } from './portal.ts';
import { invalid, Refuse } from './refuse.ts';
import { searched } from './search.ts';

/** A call, parsed. */
export interface Asked {
  readonly method: string;
  readonly path: readonly string[];
  readonly query: URLSearchParams;
  readonly body: string;
}

const readSchema = z.strictObject({
  inputs: z.array(z.strictObject({ id: z.string() })).min(1),
  properties: z.array(z.string()).optional(),
  propertiesWithHistory: z.array(z.string()).optional(),
});
const associationsSchema = z.strictObject({
  inputs: z
    .array(z.strictObject({ id: z.string(), after: z.string().optional() }))
    .min(1)
    .max(1000),
});

/** How many associations of one record a page has. */
const associationsAPage = 500;

export function answerOf(portal: Portal, asked: Asked): { readonly status: number; readonly body: unknown } {
  const { path } = asked;
  if (path[0] === 'account-info') return { status: 200, body: accountInfo(path) };
  const [crm, version, what, type = '', rest] = path;
  if (crm !== 'crm') throw notFound();
  if (version === 'v4' && what === 'associations') return associations(portal, asked);
  if (version !== 'v3') throw notFound();
  if (what === 'owners') return { status: 200, body: owners(portal, asked) };
  if (what === 'schemas') return { status: 200, body: { results: portal.custom } };
  const object = portal.objects.get(type);
  if (!object) throw new Refuse(400, 'VALIDATION_ERROR', `Unable to infer object type from: ${type}`);
  if (what === 'properties') return { status: 200, body: { results: object.properties.map(describedProperty) } };
  if (what === 'pipelines') return { status: 200, body: { results: object.pipelines } };
  if (what !== 'objects') throw notFound();
  if (rest === undefined) return { status: 200, body: list(object, asked) };
  if (rest === 'search') return { status: 200, body: search(portal, object, asked) };
  if (rest === 'batch' && path[5] === 'read') return { status: 200, body: batchRead(object, asked) };
  throw notFound();
}

function notFound(): Refuse {
  return new Refuse(404, 'OBJECT_NOT_FOUND', 'resource not found');
}

function accountInfo(path: readonly string[]): unknown {
  if (path[2] === 'details') return { portalId: 1234567, timeZone: 'US/Eastern', utcOffsetMilliseconds: -18_000_000 };
  if (path[2] === 'api-usage')
    return { results: [{ name: 'private-apps-api-calls-daily', currentUsage: 816, usageLimit: 625_000 }] };
  throw notFound();
}

function describedProperty(property: PortalObject['properties'][number]): unknown {
  return { fieldType: 'text', groupName: 'information', options: [], calculated: false, hidden: false, ...property };
}

function shown(record: PortalRecord, properties: readonly string[], history: readonly string[]): unknown {
  const values = properties.map((name) => [name, record.properties.get(name) ?? null]);
  return {
    id: record.id,
    properties: Object.fromEntries(values),
    createdAt: new Date(record.createdAt).toISOString(),
    updatedAt: new Date(record.updatedAt).toISOString(),
    archived: record.archivedAt !== null,
    ...(record.archivedAt === null ? {} : { archivedAt: new Date(record.archivedAt).toISOString() }),
    ...(history.length === 0
      ? {}
      : { propertiesWithHistory: Object.fromEntries(history.map((name) => [name, record.history.get(name) ?? []])) }),
  };
}

function list(object: PortalObject, { query }: Asked): unknown {
  for (const key of query.keys()) {
    if (!['limit', 'after', 'archived', 'properties', 'propertiesWithHistory'].includes(key))
      throw invalid(`Unknown parameter ${key}`);
  }
  const namesOf = (key: string): string[] => (query.get(key) ?? '').split(',').filter((name) => name !== '');
  const history = namesOf('propertiesWithHistory');
  const limit = Number(query.get('limit') ?? 10);
  const most = history.length > 0 ? 50 : 100;
  if (!(limit >= 1 && limit <= most)) throw invalid(`limit must be at most ${most}`);
  const archived = query.get('archived') === 'true';
  const after = Number(query.get('after') ?? 0);
  const all = [...object.records.values()]
    .filter((record) => (record.archivedAt !== null) === archived && Number(record.id) >= after)
    .toSorted((one, other) => Number(one.id) - Number(other.id));
  const page = all.slice(0, limit);
  const next = all[limit]?.id;
  return {
    results: page.map((record) => shown(record, namesOf('properties'), history)),
    ...(next === undefined ? {} : { paging: { next: { after: next, link: 'https://api.hubapi.com/next' } } }),
  };
}

function search(portal: Portal, object: PortalObject, { body }: Asked): unknown {
  const { total, records, properties, after } = searched(portal, object, body);
  return {
    total,
    results: records.map((record) => shown(record, properties, [])),
    ...(after === null ? {} : { paging: { next: { after } } }),
  };
}

function batchRead(object: PortalObject, { body, query }: Asked): unknown {
  const parsed = readSchema.safeParse(JSON.parse(body));
  if (!parsed.success) throw invalid('Invalid input JSON');
  const { inputs, properties = [], propertiesWithHistory: history = [] } = parsed.data;
  if (inputs.length > (history.length > 0 ? 50 : 100)) throw invalid('Too many inputs');
  const archived = query.get('archived') === 'true';
  const found = inputs.flatMap(({ id }) => object.records.get(id) ?? []);
  const wanted = found.filter(({ archivedAt }) => (archivedAt !== null) === archived);
  return { status: 'COMPLETE', results: wanted.map((record) => shown(record, properties, history)) };
}

function owners(portal: Portal, { query }: Asked): unknown {
  const archived = query.get('archived') === 'true';
  const limit = Number(query.get('limit') ?? 100);
  if (limit > 500) throw invalid('limit must be at most 500');
  const from = Number(query.get('after') ?? 0);
  const all = portal.owners.filter((owner) => (owner.archived ?? false) === archived);
  const results = all.slice(from, from + limit).map((owner) => ({
    type: 'PERSON',
    createdAt: '2025-01-01T00:00:00.000Z',
    updatedAt: '2025-01-01T00:00:00.000Z',
    ...owner,
    archived,
  }));
  return from + limit < all.length ? { results, paging: { next: { after: String(from + limit) } } } : { results };
}

function associations(portal: Portal, { path, body }: Asked): { status: number; body: unknown } {
  const [, , , from, to] = path;
  const parsed = associationsSchema.safeParse(JSON.parse(body));
  if (!parsed.success) throw invalid('Invalid input JSON');
  const none: unknown[] = [];
  const results = parsed.data.inputs.flatMap(({ id, after = '0' }) => {
    const all = portal.associations.get(`${from} ${id} ${to}`) ?? [];
    const end = Number(after) + associationsAPage;
    const page = all.slice(Number(after), end);
    if (page.length > 0) {
      const paging = end < all.length ? { paging: { next: { after: String(end) } } } : {};
      return [{ from: { id }, to: page.map(associated), ...paging }];
    }
    none.push({
      status: 'error',
      category: 'OBJECT_NOT_FOUND',
      subCategory: 'crm.associations.NO_ASSOCIATIONS_FOUND',
      message: `No ${to} is associated with ${from} ${id}.`,
    });
    return [];
  });
  if (none.length === 0) return { status: 200, body: { status: 'COMPLETE', results } };
  return { status: 207, body: { status: 'COMPLETE', results, numErrors: none.length, errors: none } };
}

function associated({ toObjectId, primary }: { readonly toObjectId: string; readonly primary: boolean }): unknown {
  const unlabelled = { category: 'HUBSPOT_DEFINED', typeId: 279, label: null };
  const first = { category: 'HUBSPOT_DEFINED', typeId: 1, label: 'Primary' };
  return { toObjectId: Number(toObjectId), associationTypes: primary ? [first, unlabelled] : [unlabelled] };
}
