/** What the sources want of a CRM's objects, in the words of its API. */
import { closestWord } from '../agreement/closest-word.ts';
import { bindSource, type Unbound } from '../records/load/bind-source.ts';
import { headerNames, plainName } from '../records/load/headers.ts';
import { columnsNeeded } from '../records/load/row-plan.ts';
import type { FileSource, Pulled } from '../records/source.ts';
import type { ObjectField, ObjectSeen, TableAsk } from './connector.ts';
import { PullFault } from './pull-fault.ts';

/** A file that is pulled, and the sources that read it. */
export interface TableWanted {
  /** `Lead.csv`. */
  readonly file: string;
  readonly pulled: Pulled;
  readonly sources: readonly FileSource[];
}

/** The tables that the sources want of a connection. */
export function tablesOf(connection: string, sources: readonly FileSource[]): readonly TableWanted[] {
  const wanted = sources.filter(({ pulled }) => pulled?.from === connection);
  return [...Map.groupBy(wanted, ({ reads }) => reads)].flatMap(([file, ofFile]) => {
    const pulled = ofFile[0]?.pulled;
    return pulled ? [{ file, pulled, sources: ofFile }] : [];
  });
}

/** What is asked of an object, from which time on still to be said; or what it lacks, each at the mapping's place. */
export function askOf(
  { pulled, sources }: TableWanted,
  { fields }: ObjectSeen,
): { readonly ask: Omit<TableAsk, 'since'>; readonly faults: readonly PullFault[] } {
  const columns = new Map<string, string>();
  const faults: PullFault[] = [];
  for (const source of sources) {
    const named = namesFor(source, fields);
    const bound = bindSource(source, [...named.keys()]);
    for (const unbound of bound.unbound) faults.push(...faultOf(unbound, pulled, fields, named));
    for (const column of columnsNeeded(bound.source).keys()) {
      const field = named.get(column);
      if (field) columns.set(column, field.name);
    }
  }
  if (faults.length === 0) faults.push(...deletionUntold(pulled, fields, new Set(columns.values())));
  const asked = [...columns].map(([header, field]) => ({ header, field }));
  return { ask: { object: pulled.object, columns: asked, historyOf: pulled.historyOf, at: pulled.at }, faults };
}

/** What Salesforce tells deleted records by. Of history it does not matter: its rows go with their record. */
const deletedField = 'IsDeleted';

/** Deleted records are pulled too, so that they are known to be gone: a mapping that does not read it would count them. */
function deletionUntold(
  { object, from, at }: Pulled,
  fields: readonly ObjectField[],
  asked: ReadonlySet<string>,
): PullFault[] {
  const isTold = asked.has(deletedField) || !fields.some(({ name }) => name === deletedField);
  if (isTold || object.endsWith('History')) return [];
  const says = `nothing of the mapping reads which records of ${object} of ${from} were deleted, and a pull brings those too`;
  return [new PullFault('input', says, `add to it: deleted when: { ${deletedField}: yes }`, at)];
}

/**
 * The names that a source may read fields by: as the API calls them, and as people see them where the source says so. A label that several fields have
 * names none of them.
 */
function namesFor(source: FileSource, fields: readonly ObjectField[]): ReadonlyMap<string, ObjectField> {
  const names = new Map(fields.map((field) => [field.name, field]));
  const api = headerNames([...names.keys()]);
  const labels = Map.groupBy(fields, ({ label }) => plainName(label));
  const { exact, like } = wordsOf(source);
  const patterns = like.filter((pattern) => api.like(pattern).length === 0);
  for (const [label, [field, ...others]] of labels) {
    if (!field || others.length > 0 || names.has(label)) continue;
    const isLike = patterns.some((pattern) => headerNames([label]).like(pattern).length > 0);
    // Where a source knows a field by both names, the API's is enough.
    if (isLike || (exact.has(label) && api.named(label).length === 0 && !isKnown(source, label, field)))
      names.set(field.label, field);
  }
  return names;
}

/** Whether one cell offers the API's name beside the label, and nothing else needs the label. */
function isKnown(source: FileSource, label: string, field: ObjectField): boolean {
  const withoutLabel = bindSource(source, [field.name]).unbound;
  return !withoutLabel.some((each) => each.is === 'missing' && each.names.some((name) => name.includes(label)));
}

/** The names of columns that a source says, and its patterns. */
function wordsOf(said: unknown): { readonly exact: ReadonlySet<string>; readonly like: readonly string[] } {
  const exact = new Set<string>();
  const like: string[] = [];
  const look = (value: unknown, key: string): void => {
    if (typeof value === 'string') {
      if (key === 'columns' || key === 'column') exact.add(plainName(value));
      if (key === 'like') like.push(value);
    } else if (Array.isArray(value)) for (const each of value) look(each, key);
    else if (typeof value === 'object' && value !== null && !(value instanceof Map) && !(value instanceof Set))
      for (const [inner, each] of Object.entries(value)) look(each, inner);
  };
  look(said, '');
  return { exact, like };
}

function faultOf(
  unbound: Unbound,
  { object, from }: Pulled,
  fields: readonly ObjectField[],
  named: ReadonlyMap<string, ObjectField>,
): PullFault[] {
  const { at } = unbound;
  if (unbound.is === 'several') {
    const meant = new Set(unbound.columns.map((column) => named.get(column)?.name ?? column));
    if (meant.size < 2) return [];
    const says = `${unbound.columns.map((column) => `"${column}"`).join(' and ')} are both fields of ${object} of ${from}, and one is meant`;
    return [new PullFault('input', says, 'leave out the name that is not meant', at)];
  }
  const known = fields.flatMap(({ name, label }) => [name, label]);
  if (unbound.is === 'none like') {
    const says = `no field of ${object} of ${from} is like ${unbound.like.join(' or ')}`;
    return [new PullFault('input', says, '', at)];
  }
  const sharing = fields.filter(({ label }) => unbound.names.some((name) => plainName(name) === plainName(label)));
  if (sharing.length > 1) {
    const says = `"${sharing[0]?.label}" is the label of several fields of ${object} of ${from}`;
    return [
      new PullFault('input', says, `write the one that is meant: ${sharing.map(({ name }) => name).join(' or ')}`, at),
    ];
  }
  const closest = unbound.names.map((name) => closestWord(name, known)).find((name) => name !== null);
  const names = unbound.names.map((name) => `"${name}"`).join(' or ');
  return [
    new PullFault(
      'input',
      `${object} of ${from} has no field ${names}, or who signs in may not see it`,
      closest ? `did you mean "${closest}"?` : 'mend the name, or give the permission to read it',
      at,
    ),
  ];
}

/** An object that is not there, at the mapping's place. */
export function noSuchObject({ pulled }: TableWanted, objects: readonly string[]): PullFault {
  const closest = closestWord(pulled.object, objects);
  return new PullFault(
    'input',
    `there is no object "${pulled.object}" at ${pulled.from}, or who signs in may not see it`,
    closest ? `did you mean "${closest}"?` : 'mend the name, or give the permission to read it',
    pulled.at,
  );
}
