/** Records by pages and by ids. What is asked of each travels in the address, which HubSpot lets be some 8,000 characters long, else in a body. */
import type { Place } from '../../values/problem.ts';
import { recordsAnswer, searchAnswer, type CrmRecord } from './answers.ts';
import type { CrmObject } from './objects.ts';
import { nextAfter } from './paging.ts';
import type { Wire } from './wire.ts';

/** What is read of an object's records. */
export interface Reading {
  readonly wire: Wire;
  readonly object: CrmObject;
  readonly properties: readonly string[];
  /** Properties whose earlier values are read too. */
  readonly history: readonly string[];
  readonly at: Place;
}

/** Records of a page, and what is behind it. */
export interface Listed {
  readonly records: readonly CrmRecord[];
  /** Null: nothing. */
  readonly after: string | null;
}

export interface Found {
  readonly records: readonly CrmRecord[];
  /** How many there are, with those of this page. */
  readonly total: number;
  readonly isLast: boolean;
}

export interface Filter {
  readonly propertyName: string;
  readonly operator: 'GTE' | 'LTE' | 'GT';
  readonly value: string;
}

const longestQuery = 6000;
/** Of a search's body: 3,000 characters by its description. */
const longestSearch = 3000;
const aPage = 100;
const aPageWithHistory = 50;
export const aSearch = 200;

/** A page of all records, by id. */
export async function listed(reading: Reading, archived: boolean, after: string | null): Promise<Listed> {
  const { wire, object, properties, history, at } = reading;
  const what = `the ${archived ? 'deleted ' : ''}records of ${object.name}`;
  const wanted = {
    ...(properties.length > 0 ? { properties: properties.join(',') } : {}),
    ...(history.length > 0 ? { propertiesWithHistory: history.join(',') } : {}),
  };
  const fits = new URLSearchParams(wanted).toString().length <= longestQuery;
  const { results, paging } = await wire.ask({
    path: `/crm/v3/objects/${encodeURIComponent(object.type)}`,
    query: {
      limit: String(pageOf(reading)),
      archived: String(archived),
      ...(after === null ? {} : { after }),
      ...(fits ? wanted : {}),
    },
    what,
    answer: recordsAnswer,
    at,
  });
  const records = results.map((record) => ({ ...record, archived }));
  return {
    records: fits ? records : await filled(reading, records, archived),
    after: nextAfter(paging, after, what),
  };
}

/** The first page of those that all filters hold for, in the order of a property. */
export async function found(reading: Reading, filters: readonly Filter[], by: string): Promise<Found> {
  const { wire, object, history, at } = reading;
  const bodyWith = (properties: readonly string[]) => ({
    filterGroups: [{ filters }],
    sorts: [{ propertyName: by, direction: 'ASCENDING' }],
    properties,
    limit: aSearch,
  });
  const whole = bodyWith([...new Set([...reading.properties, object.modified])]);
  const fits = history.length === 0 && JSON.stringify(whole).length <= longestSearch;
  const { results, total, paging } = await wire.ask({
    path: `/crm/v3/objects/${encodeURIComponent(object.type)}/search`,
    body: fits ? whole : bodyWith([object.modified]),
    what: `the changed records of ${object.name}`,
    answer: searchAnswer,
    at,
  });
  const records = fits ? results : await filled(reading, results, false);
  return { records, total, isLast: (paging?.next ?? null) === null };
}

/** The same records with all that is read of them, in their order. One that has gone since is left out: it is among the deleted ones. */
async function filled(reading: Reading, ids: readonly CrmRecord[], archived: boolean): Promise<readonly CrmRecord[]> {
  const { wire, object, properties, history, at } = reading;
  const records: CrmRecord[] = [];
  const size = pageOf(reading);
  for (let from = 0; from < ids.length; from += size) {
    const some = ids.slice(from, from + size);
    const { results } = await wire.ask({
      path: `/crm/v3/objects/${encodeURIComponent(object.type)}/batch/read`,
      query: { archived: String(archived) },
      body: {
        inputs: some.map(({ id }) => ({ id })),
        properties: [...new Set([...properties, object.modified])],
        propertiesWithHistory: history,
      },
      what: `${some.length} records of ${object.name}`,
      answer: recordsAnswer,
      at,
    });
    const byId = new Map(results.map((record) => [record.id, record]));
    for (const { id, archivedAt } of some) {
      const record = byId.get(id);
      if (record) records.push({ ...record, archived, archivedAt: record.archivedAt ?? archivedAt });
    }
  }
  return records;
}

function pageOf({ history }: Reading): number {
  return history.length > 0 ? aPageWithHistory : aPage;
}
