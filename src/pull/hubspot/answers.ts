/** The answers of HubSpot's API that a pull reads, as its published descriptions have them (developers.hubspot.com/docs/api-reference, CRM v3 and v4). */
import { z } from 'zod';

/** Ids are texts, in some answers numbers. */
const id = z.union([z.string(), z.number()]).transform(String);

const paging = z.looseObject({ next: z.looseObject({ after: id }).optional() }).nullish();

/** Values are texts; a value that is not set is null or missing. */
const value = z
  .union([z.string(), z.number(), z.boolean()])
  .nullish()
  .transform((said) => (said === null || said === undefined ? null : String(said)));

const version = z.looseObject({ value, timestamp: z.string(), sourceType: z.string().nullish() });

const record = z.looseObject({
  id,
  properties: z.record(z.string(), value).default({}),
  createdAt: z.string().nullish(),
  updatedAt: z.string().nullish(),
  archived: z.boolean().nullish(),
  archivedAt: z.string().nullish(),
  propertiesWithHistory: z.record(z.string(), z.array(version)).nullish(),
});
/** A record as HubSpot tells it. */
export type CrmRecord = z.infer<typeof record>;
/** A value that a property had. */
export type Version = z.infer<typeof version>;

export const recordsAnswer = z.looseObject({ results: z.array(record), paging });
export const searchAnswer = z.looseObject({ total: z.number(), results: z.array(record), paging });

const property = z.looseObject({
  name: z.string(),
  label: z.string(),
  type: z.string(),
  fieldType: z.string().default(''),
  options: z.array(z.looseObject({ label: z.string(), value: id })).default([]),
  calculated: z.boolean().nullish(),
  hidden: z.boolean().nullish(),
  referencedObjectType: z.string().nullish(),
});
/** A property of an object. */
export type Property = z.infer<typeof property>;
export const propertiesAnswer = z.looseObject({ results: z.array(property) });

const schema = z.looseObject({
  name: z.string(),
  objectTypeId: z.string(),
  fullyQualifiedName: z.string().nullish(),
  labels: z.looseObject({ singular: z.string().nullish(), plural: z.string().nullish() }).nullish(),
});
/** An object of the company's own. */
export type CustomObject = z.infer<typeof schema>;
export const schemasAnswer = z.looseObject({ results: z.array(schema) });

const labelled = { id, label: z.string() };
const pipeline = z.looseObject({ ...labelled, stages: z.array(z.looseObject(labelled)) });
export type Pipeline = z.infer<typeof pipeline>;
export const pipelinesAnswer = z.looseObject({ results: z.array(pipeline) });

const owner = z.looseObject({
  id,
  email: z.string().nullish(),
  firstName: z.string().nullish(),
  lastName: z.string().nullish(),
  userId: id.nullish(),
  type: z.string().nullish(),
  createdAt: z.string().nullish(),
  updatedAt: z.string().nullish(),
  archived: z.boolean().nullish(),
  teams: z
    .array(z.looseObject({ id, name: z.string(), primary: z.boolean().nullish() }))
    .nullish()
    .transform((teams) => teams ?? []),
});
/** Somebody to whom records may belong. */
export type Owner = z.infer<typeof owner>;
export const ownersAnswer = z.looseObject({ results: z.array(owner), paging });

const association = z.looseObject({
  toObjectId: id,
  associationTypes: z.array(z.looseObject({ label: z.string().nullish() })).default([]),
});
export type Association = z.infer<typeof association>;
export const associationsAnswer = z.looseObject({
  results: z.array(z.looseObject({ from: z.looseObject({ id }), to: z.array(association), paging })),
  errors: z
    .array(z.looseObject({ message: z.string().optional(), subCategory: z.unknown().optional() }))
    .nullish()
    .transform((errors) => errors ?? []),
});

export const detailsAnswer = z.looseObject({ utcOffsetMilliseconds: z.number().nullish() });
export const usageAnswer = z.looseObject({
  results: z.array(z.looseObject({ currentUsage: z.number(), usageLimit: z.number() })),
});
