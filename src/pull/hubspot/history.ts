/**
 * The history of properties: a row for each value that one had. HubSpot tells the last 45 values of a contact's property and the last 20 of others', so
 * what is pulled in time is all there will be: `forgets: yes` keeps it. A record that changed is told with all of its history, as a merge brings older
 * values into it; `{Record ID}-{Property}-{Changed at}` tells the rows apart.
 */
import { plainName } from '../../records/load/headers.ts';
import type { TableAsk } from '../connector.ts';
import { PullFault } from '../pull-fault.ts';
import type { CrmRecord, Property, Version } from './answers.ts';
import { csvRow } from './csv.ts';
import type { CrmObject } from './objects.ts';
import { isCalled } from './own-columns.ts';
import { instantOf, type Wording } from './values.ts';
import type { Words } from './words.ts';

/** A value that a property of a record had. */
interface Change {
  readonly record: string;
  /** As the mapping calls it. */
  readonly property: string;
  readonly value: string;
  readonly version: Version;
}

/** The columns of a history. Nothing else may be asked of it. */
export const historyColumns: readonly { name: string; label: string; of: (change: Change) => string | null }[] = [
  { name: 'history.record', label: 'Record ID', of: ({ record }) => record },
  { name: 'history.property', label: 'Property', of: ({ property }) => property },
  { name: 'history.value', label: 'Value', of: ({ value }) => value },
  { name: 'history.changed', label: 'Changed at', of: ({ version }) => instantOf(version.timestamp) },
  { name: 'history.source', label: 'Source', of: ({ version }) => version.sourceType ?? null },
];

export interface HistoryPlan {
  /** The properties by their internal names. */
  readonly properties: readonly string[];
  /** The rows of a record, the oldest change first. */
  readonly rows: (record: CrmRecord) => readonly string[];
}

export async function historyPlan(
  ask: TableAsk,
  object: CrmObject,
  properties: readonly Property[],
  words: Words,
): Promise<HistoryPlan> {
  const columns = ask.columns.map(({ header }) => columnCalled(header, ask));
  const watched = new Map<string, { called: string; wording: Wording }>();
  for (const called of ask.historyOf ?? []) {
    const property = propertyCalled(called, properties, object, ask);
    watched.set(property.name, { called, wording: await words.wordingOf(object, property, called, ask.at) });
  }
  const rowsOf = (record: CrmRecord): readonly string[] =>
    [...watched].flatMap(([name, { called, wording }]) =>
      (record.propertiesWithHistory?.[name] ?? [])
        .toReversed()
        .map((version) => ({ record: record.id, property: called, value: wording(version.value ?? ''), version }))
        .map((change) => csvRow(columns.map(({ of }) => of(change)))),
    );
  return { properties: [...watched.keys()], rows: rowsOf };
}

function columnCalled(header: string, { at }: TableAsk): (typeof historyColumns)[number] {
  const column = historyColumns.find(({ name, label }) => isCalled(header, label) || header === name);
  if (column) return column;
  const known = historyColumns.map(({ label }) => label).join(', ');
  throw new PullFault('input', `a history has no column "${header}"`, `its columns are ${known}`, at);
}

function propertyCalled(called: string, properties: readonly Property[], object: CrmObject, ask: TableAsk): Property {
  const plain = plainName(called);
  const property =
    properties.find(({ name }) => name === plain) ?? properties.find(({ label }) => plainName(label) === plain);
  if (property) return property;
  throw new PullFault(
    'input',
    `${object.name} in HubSpot have no property "${called}", whose history is asked for`,
    'name it as HubSpot does, by its label or its internal name; it may have been deleted, or the token may not see it',
    ask.at,
  );
}
