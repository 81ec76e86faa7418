/**
 * How records become rows. What differs from a file that somebody exported by hand: instants are in UTC and in ISO form (an export has the local time of
 * whoever exported, without its zone), checkboxes are `true` and `false`, and there are the columns `Archived`, `Created at` and `Updated at`. A column
 * that the mapping calls by a property's label has the words that people see, one called by its internal name has the values that HubSpot keeps. Among changes, records that were merged into others stand
 * as deleted ones where the mapping does not read `hs_merged_object_ids` itself.
 */
import type { TableAsk } from '../connector.ts';
import { PullFault } from '../pull-fault.ts';
import type { CrmRecord, Property } from './answers.ts';
import { associatedWith, idsOf, type Associated } from './associated.ts';
import { csvRow } from './csv.ts';
import { historyColumns } from './history.ts';
import type { CrmObject } from './objects.ts';
import { archivedField, associationColumns, recordColumns } from './own-columns.ts';
import type { Words } from './words.ts';
import type { Wire } from './wire.ts';

/** By another object the records of it that are associated with some. */
type AllAssociated = ReadonlyMap<string, Associated>;

const mergedField = 'hs_merged_object_ids';

type Cell = (record: CrmRecord, associated: AllAssociated) => string | null;

export interface TablePlan {
  /** The properties by their internal names. */
  readonly properties: readonly string[];
  readonly rows: (records: readonly CrmRecord[], wire: Wire) => Promise<readonly string[]>;
}

export async function tablePlan(
  ask: TableAsk,
  object: CrmObject,
  properties: readonly Property[],
  words: Words,
): Promise<TablePlan> {
  const cells: Cell[] = [];
  const wanted = new Set<string>();
  const others = new Set<string>();
  for (const { header, field } of ask.columns) {
    const own = recordColumns.find(({ name }) => name === field);
    const association = associationColumns.find(({ name }) => name === field);
    if (own) cells.push(own.of);
    else if (association) {
      const { to, primaryOnly } = association;
      others.add(to);
      cells.push(({ id }, associated) => idsOf(associated.get(to)?.get(id) ?? [], primaryOnly));
    } else {
      const property = properties.find(({ name }) => name === field) ?? vanished(header, field, object, ask);
      const wording = await words.wordingOf(object, property, header, ask.at);
      wanted.add(field);
      cells.push((record) => worded(record.properties[field], wording));
    }
  }
  // Without it a deleted record would look like one that is not, or go on as it was when only changes are pulled.
  if (!ask.columns.some(({ field }) => field === archivedField)) throw deletionUntold(ask);
  const readsMerges = wanted.has(mergedField) || !properties.some(({ name }) => name === mergedField);
  const addsMerged = ask.since !== null && !readsMerges;
  return {
    properties: addsMerged ? [...wanted, mergedField] : [...wanted],
    rows: async (found, wire) => {
      const records = addsMerged ? found.flatMap((record) => [record, ...mergedInto(record, object)]) : found;
      // Nothing is associated with a deleted record any more.
      const ids = records.filter(({ archived }) => archived !== true).map(({ id }) => id);
      const associated = new Map<string, Associated>();
      for (const to of others) associated.set(to, await associatedWith({ wire, object, at: ask.at }, ids, to));
      return records.map((record) => csvRow(cells.map((cell) => cell(record, associated))));
    },
  };
}

/** The records that a record says were merged into it, as deleted ones: HubSpot lists them nowhere else. */
function mergedInto(record: CrmRecord, { modified }: CrmObject): readonly CrmRecord[] {
  const ids = (record.properties[mergedField] ?? '').split(';').filter((id) => id !== '' && id !== record.id);
  const { createdAt, updatedAt, properties } = record;
  const changed = { [modified]: properties[modified] ?? null };
  return ids.map((id) => ({ id, createdAt, updatedAt, archived: true, properties: changed }));
}

function worded(kept: string | null | undefined, wording: (kept: string) => string): string | null {
  return kept === null || kept === undefined || kept === '' ? null : wording(kept);
}

function vanished(header: string, field: string, object: CrmObject, { at }: TableAsk): never {
  if (historyColumns.some(({ name }) => name === field)) {
    const says = `${object.name} in HubSpot have no property "${header}": only a history has such a column`;
    throw new PullFault('input', says, 'name a property, or say "history of"', at);
  }
  throw new PullFault(
    'input',
    `${object.name} in HubSpot have no property "${field}" any more, which the column "${header}" is read from`,
    'it was deleted or renamed, or the token may not see it any more; mend it in HubSpot, or take the column out of the mapping',
    at,
  );
}

function deletionUntold({ object, at }: TableAsk): PullFault {
  return new PullFault(
    'input',
    `nothing of the mapping reads which ${object} were deleted in HubSpot, and a pull brings those too`,
    "add to it: deleted when: { Archived: 'true' }",
    at,
  );
}
