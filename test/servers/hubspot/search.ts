/** The search of CRM objects, as strict as it is described: developers.hubspot.com/docs/api-reference/search/guide. */
import { z } from 'zod';
import { modifiedOf, type Portal, type PortalObject, type PortalRecord } from './portal.ts';
import { invalid } from './refuse.ts';

const filter = z.strictObject({
  propertyName: z.string(),
  operator: z.enum(['EQ', 'NEQ', 'LT', 'LTE', 'GT', 'GTE', 'HAS_PROPERTY', 'NOT_HAS_PROPERTY']),
  value: z.string().optional(),
});
const bodySchema = z.strictObject({
  filterGroups: z
    .array(z.strictObject({ filters: z.array(filter).min(1).max(6) }))
    .max(5)
    .optional(),
  sorts: z
    .array(z.strictObject({ propertyName: z.string(), direction: z.enum(['ASCENDING', 'DESCENDING']) }))
    .max(1)
    .optional(),
  properties: z.array(z.string()).optional(),
  limit: z.number().int().min(1).max(200).optional(),
  after: z.string().regex(/^\d+$/).optional(),
});
type Filter = z.infer<typeof filter>;

const longestBody = 3000;
const mostResults = 10_000;

export interface FoundRecords {
  readonly total: number;
  readonly records: readonly PortalRecord[];
  readonly properties: readonly string[];
  readonly after: string | null;
}

export function searched(portal: Portal, object: PortalObject, text: string): FoundRecords {
  if (text.length > longestBody) throw invalid(`The request body is longer than ${longestBody} characters`);
  const parsed = bodySchema.safeParse(JSON.parse(text));
  if (!parsed.success) throw invalid(`Invalid input JSON: ${parsed.error.issues[0]?.message}`);
  const { filterGroups = [], sorts = [], properties = [], limit = 10, after = '0' } = parsed.data;
  if (Number(after) + limit > mostResults) throw invalid(`The search is limited to ${mostResults} total results`);
  const valueOf = (record: PortalRecord, name: string): number => {
    if (!object.properties.some((property) => property.name === name)) throw invalid(`There is no property ${name}`);
    if (name === modifiedOf(object.type)) return portal.indexed?.get(record.id) ?? record.updatedAt;
    return Number(record.properties.get(name));
  };
  const holds = (record: PortalRecord, { propertyName, operator, value = '' }: Filter): boolean => {
    const has = valueOf(record, propertyName);
    const than = Number(value);
    if (operator === 'GTE') return has >= than;
    if (operator === 'LTE') return has <= than;
    if (operator === 'GT') return has > than;
    if (operator === 'LT') return has < than;
    return operator === 'EQ' ? has === than : has !== than;
  };
  const live = [...object.records.values()].filter(({ archivedAt }) => archivedAt === null);
  const found = live.filter(
    (record) =>
      filterGroups.length === 0 || filterGroups.some(({ filters }) => filters.every((each) => holds(record, each))),
  );
  const by = sorts[0];
  // Without an order, and within one, HubSpot promises none: the newest stand first here.
  const reversed = found.toReversed();
  const sorted = by
    ? reversed.toSorted(
        (one, other) =>
          (valueOf(one, by.propertyName) - valueOf(other, by.propertyName)) * (by.direction === 'ASCENDING' ? 1 : -1),
      )
    : reversed;
  const end = Number(after) + limit;
  return {
    total: sorted.length,
    records: sorted.slice(Number(after), end),
    properties,
    after: end < sorted.length ? String(end) : null,
  };
}
