import { z } from 'zod';
import type { ObjectSeen, TableAsk } from '../connector.ts';
import { Passing, PullFault } from '../pull-fault.ts';
import { compound, noSuchField, sameName } from './fault-of.ts';
import { isNotThere } from './refusal.ts';
import type { Session } from './session.ts';

/** https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_sobject_describe.htm */
const describeSchema = z.object({
  name: z.string(),
  queryable: z.boolean(),
  fields: z.array(z.object({ name: z.string(), label: z.string(), type: z.string(), calculated: z.boolean() })),
});
export type Described = z.infer<typeof describeSchema>;

const countSchema = z.object({ totalSize: z.number().int() });

/** Deleted records lie in the recycle bin for 15 days; a day less, so that none is gone before it was told. */
const tellsDeletedDays = 14;

/** What tells that a record changed, the best first: formulas aside, whatever changes a record moves the first of them. */
const changeFields = ['SystemModstamp', 'LastModifiedDate'] as const;

/** Rows of history are written once: what is new was created since. That they go with their record, the record tells. */
const isHistory = /History$/;

/** Describes objects, each once in a session. */
export function describing(session: Session): (object: string) => Promise<Described | null> {
  const known = new Map<string, Promise<Described | null>>();
  return (object) => {
    const before = known.get(object);
    if (before) return before;
    const described = describe(session, object);
    known.set(object, described);
    // What failed is asked again.
    described.catch(() => known.delete(object));
    return described;
  };
}

function describe(session: Session, object: string): Promise<Described | null> {
  const what = `the description of ${object}`;
  return session.ask<Described | null>({
    what,
    call: async ({ jsforce }) => {
      const told = describeSchema.safeParse(await jsforce.describe(encodeURIComponent(object)));
      if (!told.success) throw new Passing(`Salesforce answered with something that is not ${what}`);
      return told.data.queryable ? told.data : null;
    },
    refused: (refusal) => (isNotThere(refusal) || refusal.code === 'INVALID_TYPE' ? null : undefined),
  });
}

/** An object as the user who pulls sees it. */
export function seen(session: Session, described: Described): ObjectSeen {
  const fields = described.fields.map(({ name, label, type, calculated }) => ({
    name,
    label,
    type,
    isFormula: calculated,
  }));
  const tells = hasField(described, 'IsDeleted') && changeFieldOf(described) !== null;
  return { fields, count: () => count(session, described.name), tellsDeletedDays: tells ? tellsDeletedDays : null };
}

/** How many records the user may see; null where Salesforce takes too long to count them. */
function count(session: Session, object: string): Promise<number | null> {
  return session.ask<number | null>({
    what: `the number of records of ${object}`,
    call: async ({ jsforce }) => {
      const soql = encodeURIComponent(`SELECT COUNT() FROM ${object}`);
      const told = countSchema.safeParse(await jsforce.request<unknown>(`/query?q=${soql}`));
      return told.success ? told.data.totalSize : null;
    },
    // Some objects can't be counted, and the largest not within two minutes; they can be pulled nonetheless.
    refused: ({ code }) =>
      /^(?:QUERY_TIMEOUT|MALFORMED_QUERY|EXTERNAL_OBJECT|OPERATION_TOO_LARGE)/.test(code) ? null : undefined,
  });
}

/** The field that tells whether a record changed; null: nothing does, and all are pulled each time. */
export function changeFieldOf(described: Described): string | null {
  const told = changeFields.find((field) => hasField(described, field));
  if (told !== undefined) return told;
  return isHistory.test(described.name) && hasField(described, 'CreatedDate') ? 'CreatedDate' : null;
}

/** What the mapping asks for and this object does not give is told before a job is spent on it. */
export function checkFields(described: Described, ask: TableAsk): void {
  if (ask.historyOf !== null)
    throw new PullFault(
      'input',
      `Salesforce keeps the history of ${ask.object} in an object of its own`,
      `take "history of" out, and write object: ${ask.object.replace(/__c$/, '__')}History`,
      ask.at,
    );
  const names = described.fields.map(({ name }) => name);
  for (const { field } of ask.columns) {
    // What lies behind a link is another object's, and the query tells.
    if (field.includes('.')) continue;
    const found = described.fields.find(({ name }) => sameName(name, field));
    if (!found) throw noSuchField(ask, field, names);
    if (/^(?:address|location|base64|complexvalue)$/.test(found.type)) throw compound(ask, found);
  }
}

function hasField({ fields }: Described, name: string): boolean {
  return fields.some((field) => field.name === name);
}
