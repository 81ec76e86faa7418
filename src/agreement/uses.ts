import type { Catalogue, RecordKind } from '../values/catalogue.ts';
import type { Meaning } from '../values/meaning.ts';
import type { Condition, FieldPath, Moment, Records, Value, When } from '../values/tree.ts';
import { meaningOf } from './meaning-of.ts';

/** What a definition reads. */
export interface Uses {
  readonly terms: ReadonlySet<string>;
  /** Fields as `lead's score`, those that a link is followed by among them. */
  readonly fields: ReadonlySet<string>;
  /** Record kinds that are read. */
  readonly kinds: ReadonlySet<string>;
}

export const noUses: Uses = { terms: new Set(), fields: new Set(), kinds: new Set() };

/** Everything that any of them uses. */
export function together(uses: readonly Uses[]): Uses {
  return {
    terms: new Set(uses.flatMap((one) => [...one.terms])),
    fields: new Set(uses.flatMap((one) => [...one.fields])),
    kinds: new Set(uses.flatMap((one) => [...one.kinds])),
  };
}

/** What conditions on records of a kind use themselves; what the terms use that they name is for the caller to follow. */
export function usesOf(catalogue: Catalogue, kind: string, conditions: readonly Condition[]): Uses {
  const meaning = usesMeaning(catalogue, kind);
  return together([
    { ...noUses, kinds: new Set([kind]) },
    ...conditions.map((condition) => meaningOf(meaning, condition)),
  ]);
}

/** What a path uses: its field, and each link on the way. */
export function usesOfPath(catalogue: Catalogue, path: FieldPath): Uses {
  return walk(catalogue, path.from, [...path.links, path.field]);
}

/** Reads conditions not for what they say but for what they need. */
function usesMeaning(catalogue: Catalogue, kind: string): Meaning<Uses> {
  const ofValue = (value: Value): Uses => {
    if (value.value === 'field') return usesOfPath(catalogue, value.path);
    return value.value === 'number of' ? ofRecords(value.records) : noUses;
  };
  const ofMoment = (moment: Moment): Uses => (moment.moment === 'told' ? ofValue(moment.told) : noUses);
  const ofWhen = (when: When): Uses => ofMoment(when.when === 'window' ? when.window.anchor : when.than);
  const ofRecords = (records: Records): Uses =>
    together([
      { ...noUses, terms: new Set(records.term === null ? [] : [records.term]) },
      usesOf(catalogue, records.kind, records.where),
      relating(catalogue, kind, records.kind),
      records.when === null ? noUses : together([ofWhen(records.when), happening(catalogue, records.kind)]),
    ]);
  const ofLinks = (links: readonly string[]): Uses => walk(catalogue, kind, links);
  return {
    compare: (left, _, right) => together([ofValue(left), ofValue(right)]),
    oneOf: (value) => ofValue(value),
    has: (value) => ofValue(value),
    known: ofValue,
    comes: (value, _, other) => together([ofValue(value), ofValue(other)]),
    happened: ofMoment,
    fallsOn: ofMoment,
    lies: (moment, when) => together([ofMoment(moment), ofWhen(when)]),
    count: (_, records) => ofRecords(records),
    isA: (links, term) => together([ofLinks(links), { ...noUses, terms: new Set([term]) }]),
    found: ofLinks,
    all: together,
    any: together,
    not: (truth) => truth,
  };
}

function walk(catalogue: Catalogue, from: string, steps: readonly string[]): Uses {
  const fields = new Set<string>();
  const kinds = new Set([from]);
  let kind = kindNamed(catalogue, from);
  for (const step of steps) {
    if (kind) fields.add(`${kind.name}'s ${step}`);
    const type = kind?.fields.find((field) => field.name === step)?.type;
    kind = type?.is === 'link' ? kindNamed(catalogue, type.to) : undefined;
    if (kind && step !== steps.at(-1)) kinds.add(kind.name);
  }
  return { ...noUses, fields, kinds };
}

/** The fields that tie records of one kind to those of another: enough that one of the ways is filled, so the first that is. */
function relating(catalogue: Catalogue, ours: string, theirs: string): Uses {
  const pairs = kindNamed(catalogue, ours)?.related.find((relation) => relation.kind === theirs)?.on ?? [];
  const fields = kindNamed(catalogue, theirs)?.fields ?? [];
  const ties = pairs.flatMap((pair) => fields.filter((field) => field.column === pair.theirs));
  const tie = ties.find((field) => field.mapped) ?? ties[0];
  return tie ? walk(catalogue, theirs, [tie.name]) : noUses;
}

function happening(catalogue: Catalogue, kind: string): Uses {
  const happens = kindNamed(catalogue, kind)?.happens;
  return happens === undefined ? noUses : walk(catalogue, kind, [happens]);
}

function kindNamed(catalogue: Catalogue, name: string): RecordKind | undefined {
  return catalogue.kinds.find((kind) => kind.name === name);
}
