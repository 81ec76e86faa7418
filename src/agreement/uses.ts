import type { Figure, Term } from '../values/agreement.ts';
import type { Catalogue, RecordKind } from '../values/catalogue.ts';
import type { Meaning } from '../values/meaning.ts';
import type { Condition, FieldPath, Moment, Pick, Records, Told, Value, When } from '../values/tree.ts';
import { meaningOf } from './meaning-of.ts';
import { countsHours } from './moment-fits.ts';
import { countsHoursIn, momentNamed, movedByHours } from './hours-of.ts';
import { momentsOf, toldIn } from './moments-of.ts';

/** What a definition reads. */
export interface Uses {
  readonly terms: ReadonlySet<string>;
  /** Figures, as `handover's response time`. */
  readonly figures: ReadonlySet<string>;
  /** Fields as `lead's score`, those that a link is followed by among them. */
  readonly fields: ReadonlySet<string>;
  /** Record kinds that are read. */
  readonly kinds: ReadonlySet<string>;
  /** Fields and figures that are moments, as `handover's assigned`, of which the hour is asked, not only the day. */
  readonly hours: ReadonlySet<string>;
}

export const noUses: Uses = {
  terms: new Set(),
  figures: new Set(),
  fields: new Set(),
  kinds: new Set(),
  hours: new Set(),
};

/** Everything that any of them uses. */
export function together(uses: readonly Uses[]): Uses {
  return {
    terms: new Set(uses.flatMap((one) => [...one.terms])),
    figures: new Set(uses.flatMap((one) => [...one.figures])),
    fields: new Set(uses.flatMap((one) => [...one.fields])),
    kinds: new Set(uses.flatMap((one) => [...one.kinds])),
    hours: new Set(uses.flatMap((one) => [...one.hours])),
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

/** What a term uses itself, the one that it narrows among them. */
export function usesOfTerm(catalogue: Catalogue, { kind, isA, where, exceptWhen, needs }: Term): Uses {
  const above: Uses = { ...noUses, terms: new Set(isA === null ? [] : [isA]) };
  const needed = needs.map((path) => usesOfPath(catalogue, path));
  return together([above, usesOf(catalogue, kind, [...where, ...exceptWhen]), ...needed]);
}

/** What a figure uses itself, the term of whose records it is among them. */
export function usesOfFigure(catalogue: Catalogue, { kind, term, is }: Figure): Uses {
  const owner: Uses = { ...noUses, terms: new Set(term === null ? [] : [term]), kinds: new Set([kind]) };
  return together([owner, usesOfValue(catalogue, kind, is)]);
}

/** What a path uses: its field, and each link on the way. */
export function usesOfPath(catalogue: Catalogue, path: FieldPath): Uses {
  if (!path.figure) return walk(catalogue, path.from, [...path.links, path.field]);
  const { end, uses } = follow(catalogue, path.from, path.links);
  return together([
    uses,
    { ...noUses, figures: new Set([`${end?.name}'s ${path.field}`]), kinds: new Set(end ? [end.name] : []) },
  ]);
}

/** What a value of a record of a kind uses itself; what figures and terms use is for the caller to follow. */
export function usesOfValue(catalogue: Catalogue, kind: string, value: Value): Uses {
  return readsOf(catalogue, kind).value(value);
}

/** Reads conditions not for what they say but for what they need. */
function usesMeaning(catalogue: Catalogue, kind: string): Meaning<Uses> {
  const of = readsOf(catalogue, kind);
  const ofLinks = (links: readonly string[]): Uses => walk(catalogue, kind, links);
  return {
    compare: (left, _, right) => together([of.value(left), of.value(right)]),
    oneOf: (value) => of.value(value),
    has: (value) => of.value(value),
    known: of.value,
    comes: (value, _, other) => together([of.value(value), of.value(other)]),
    happened: of.moment,
    fallsOn: of.moment,
    lies: (moment, when) => together([of.moment(moment), of.when(when), of.hours(countsHoursIn(when) ? [moment] : [])]),
    count: (_, records) => of.records(records),
    isA: (links, term) => together([ofLinks(links), { ...noUses, terms: new Set([term]) }]),
    found: ofLinks,
    all: together,
    any: together,
    not: (truth) => truth,
  };
}

/** What each thing that a record of a kind is asked uses. */
function readsOf(catalogue: Catalogue, kind: string) {
  const ofRecords = (records: Records): Uses =>
    together([
      { ...noUses, terms: new Set(records.term === null ? [] : [records.term]) },
      usesOf(catalogue, records.kind, records.where),
      relating(catalogue, kind, records.kind),
      records.when === null ? noUses : together([ofWhen(records.when), happening(catalogue, records.kind)]),
      records.when !== null && countsHoursIn(records.when)
        ? asHours(happening(catalogue, records.kind).fields)
        : noUses,
    ]);
  const ofPick = ({ records, by }: Pick): Uses =>
    together([
      ofRecords(records),
      by === null ? happening(catalogue, records.kind) : walk(catalogue, records.kind, [by]),
    ]);
  const ofTold = (told: Told): Uses => {
    if (told.value === 'entered') return ofHistory(catalogue, kind);
    const path = usesOfPath(catalogue, told.path);
    return told.value === 'field' ? path : together([ofPick(told.pick), path]);
  };
  const ofMoment = (moment: Moment): Uses => together(toldIn(moment).map(ofTold));
  const ofHours = (moments: readonly Moment[]): Uses =>
    asHours(moments.flatMap(toldIn).flatMap((told) => momentNamed(catalogue, kind, told) ?? []));
  const ofWhen = (when: When): Uses =>
    together([...momentsOf(when).map(ofMoment), ofHours(countsHoursIn(when) ? momentsOf(when) : [])]);
  const ofValue = (value: Value): Uses => {
    switch (value.value) {
      case 'literal':
      case 'result':
        return noUses;
      case 'number of':
        return ofRecords(value.records);
      case 'gathered':
        return together([ofRecords(value.records), usesOfPath(catalogue, value.of)]);
      case 'distance':
        return together([
          ofMoment(value.from),
          ofMoment(value.to),
          ofHours(countsHours(value.unit) ? [value.from, value.to] : []),
        ]);
      case 'part of':
        return together([ofMoment(value.of), ofHours(value.part === 'hour' ? [value.of] : [])]);
      case 'edge':
        return ofMoment(value.edge);
      case 'beyond':
        return ofMoment(value.beyond);
      case 'calculated':
        return together([ofValue(value.left), ofValue(value.right), asHours(movedByHours(catalogue, kind, value))]);
      case 'or else':
        return together([ofValue(value.first), ofValue(value.second)]);
      case 'sorted':
        return usesOf(
          catalogue,
          kind,
          value.cases.flatMap(({ when }) => when),
        );
      default:
        return ofTold(value);
    }
  };
  return { value: ofValue, moment: ofMoment, when: ofWhen, records: ofRecords, hours: ofHours };
}

const asHours = (names: Iterable<string>): Uses => ({ ...noUses, hours: new Set(names) });

/** The rows of a kind's history: what they changed from and to, when, and whose they are. */
function ofHistory(catalogue: Catalogue, name: string): Uses {
  const history = kindNamed(catalogue, name)?.history;
  if (!history) return noUses;
  const rows = [[history.from], [history.to]].map((field) => walk(catalogue, history.kind, field));
  return together([...rows, happening(catalogue, history.kind), relating(catalogue, name, history.kind)]);
}

function walk(catalogue: Catalogue, from: string, steps: readonly string[]): Uses {
  const last = steps.at(-1);
  const { end, uses } = follow(catalogue, from, steps.slice(0, -1));
  return last === undefined || !end
    ? uses
    : together([uses, { ...noUses, fields: new Set([`${end.name}'s ${last}`]) }]);
}

/** What links use on the way to a record of another kind. */
function follow(
  catalogue: Catalogue,
  from: string,
  links: readonly string[],
): { readonly end: RecordKind | undefined; readonly uses: Uses } {
  const fields = new Set<string>();
  const kinds = new Set([from]);
  let end = kindNamed(catalogue, from);
  for (const link of links) {
    if (end) fields.add(`${end.name}'s ${link}`);
    const type = end?.fields.find((field) => field.name === link)?.type;
    end = type?.is === 'link' ? kindNamed(catalogue, type.to) : undefined;
    if (end) kinds.add(end.name);
  }
  return { end, uses: { ...noUses, fields, kinds } };
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
