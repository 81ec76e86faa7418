import { isDeepStrictEqual } from 'node:util';
import type { Catalogue, Field, RecordKind, Relation } from '../values/catalogue.ts';
import { columnOf } from './column-of.ts';
import { currencyField } from './canonical-kind.ts';
import type { CanonicalField, CanonicalKind } from './canonical-kind.ts';
import { canonicalKinds } from './kinds.ts';
import { withDerivedFields } from './derived-fields.ts';
import { isMapped, mappedField } from './mapped-field.ts';
import type { Declaration, FieldMapping, FileSource, Source } from './source.ts';

/**
 * What can be known of the records that these sources give: the canonical kinds, each field marked whether a source
 * fills it, with the company's own fields and kinds.
 */
export function catalogueOf(sources: readonly Source[]): Catalogue {
  const files = sources.filter((source): source is FileSource => source.is === 'file');
  const declared = files.flatMap((source) => (source.declares ? [declaredKind(source.declares)] : []));
  const kinds = [...canonicalKinds, ...declared].map((kind) =>
    kindOf(kind, mappingsOf(files, kind.name), knowsPersons(files, kind.name)),
  );
  const filled = withDerivedFields(kinds, sources);
  const own = filled.filter((kind) => declared.some((each) => each.name === kind.name));
  return { kinds: filled.map((kind) => withBelongings(withHours(withHistory(withSequence(kind), filled)), own)) };
}

function declaredKind(declaration: Declaration): CanonicalKind {
  const { kind, plural, happens, sequence, means } = declaration;
  return {
    name: kind,
    plural,
    happens,
    means,
    fields: [],
    related: [],
    ...(sequence === undefined ? {} : { sequence }),
  };
}

/** Whether some file tells which of its records are one person. */
function knowsPersons(files: readonly FileSource[], kind: string): boolean {
  return files.some(({ person, gives }) => person !== null && gives.some(({ record }) => record === kind));
}

function mappingsOf(files: readonly FileSource[], kind: string): ReadonlyMap<string, FieldMapping> {
  const gifts = files.flatMap((source) => source.gives).filter((gift) => gift.record === kind);
  return new Map(gifts.flatMap((gift) => gift.columns.map((mapping) => [mapping.field, mapping])));
}

function kindOf(
  canonicalKind: CanonicalKind,
  mappings: ReadonlyMap<string, FieldMapping>,
  hasPersons: boolean,
): RecordKind {
  const kind = withCurrency(canonicalKind, mappings);
  const canonical = new Set(kind.fields.map((field) => field.name));
  const own = [...mappings.values()].filter((mapping) => !canonical.has(mapping.field));
  return {
    name: kind.name,
    plural: kind.plural,
    table: columnOf(kind.name),
    happens: kind.happens,
    means: kind.means,
    related: kind.related
      .filter(({ on }) => hasPersons || !on.includes('person = person'))
      .map((relation) => ({ kind: relation.kind, on: relation.on.map(pairOf) })),
    sequence: kind.sequence ?? null,
    history: kind.history ?? null,
    fields: [
      ...kind.fields
        .map((field) => fieldOf(field, mappings.get(field.name)))
        .map((field) => filledCurrency(field, mappings)),
      ...own.map((mapping) => fieldOf({ name: mapping.field, type: mapping.type, means: mapping.means }, mapping)),
    ],
  };
}

const isMoney = (mapping: FieldMapping): boolean => mapping.type.is === 'money';

/** Amounts are kept in the currency of their row, so that a company's own amounts need one too. */
function withCurrency(kind: CanonicalKind, mappings: ReadonlyMap<string, FieldMapping>): CanonicalKind {
  const needs = [...mappings.values()].some(isMoney) && !kind.fields.some((field) => field.name === currencyField.name);
  return needs && !mappings.has(currencyField.name) ? { ...kind, fields: [...kind.fields, currencyField] } : kind;
}

/** Where a source maps amounts and no currency, it is the usual one that the rows are in. */
function filledCurrency(field: Field, mappings: ReadonlyMap<string, FieldMapping>): Field {
  const filled = field.name === currencyField.name && [...mappings.values()].some(isMoney);
  return filled ? { ...field, mapped: true } : field;
}

/** A mapping may say that a canonical moment is only known to the day. */
function fieldOf(field: CanonicalField, mapping: FieldMapping | undefined): Field {
  const { name, means, factWhen } = field;
  return {
    name,
    column: columnOf(name),
    type: mapping?.type ?? field.type,
    means,
    mapped: mapping !== undefined,
    ...(factWhen === undefined ? {} : { factWhen }),
  };
}

/** What no source fills orders nothing. */
function withSequence(kind: RecordKind): RecordKind {
  return kind.sequence !== null && isMapped(kind, kind.sequence) ? kind : { ...kind, sequence: null };
}

/** Marks the moments that are instants by their nature, and of which these sources know the day only. */
function withHours(kind: RecordKind): RecordKind {
  const instants = canonicalKinds
    .find(({ name }) => name === kind.name)
    ?.fields.filter(({ type }) => type.is === 'moment' && type.precision === 'instant')
    .map(({ name }) => name);
  const fields = kind.fields.map((field): Field => {
    const { type } = field;
    const isLost = type.is === 'moment' && type.precision === 'day' && instants?.includes(field.name);
    return isLost ? { ...field, type: { ...type, hour: 'unknown' } } : field;
  });
  return { ...kind, fields };
}

/** Of a record's history only what its rows tell in the form of the record's own fields. */
function withHistory(kind: RecordKind, kinds: readonly RecordKind[]): RecordKind {
  const { history } = kind;
  const rows = kinds.find(({ name }) => name === history?.kind);
  if (!history || !rows) return { ...kind, history: null };
  const tells = ([field, row]: readonly [string, string]): boolean => {
    const [ours, theirs] = [mappedField(kind, field), mappedField(rows, row)];
    return ours !== undefined && theirs !== undefined && isDeepStrictEqual(ours.type, theirs.type);
  };
  const ordered = isMapped(rows, rows.happens);
  const holds = ordered ? Object.fromEntries(Object.entries(history.holds).filter(tells)) : {};
  return { ...kind, history: { ...history, holds } };
}

function pairOf(pair: string): Relation['on'][number] {
  const [ours = '', theirs = ''] = pair.split(' = ');
  return { ours: columnOf(ours), theirs: columnOf(theirs) };
}

/** Records of a declared kind belong to those that they link to; two links to one kind would find a record twice. */
function withBelongings(kind: RecordKind, declared: readonly RecordKind[]): RecordKind {
  const added = declared.flatMap((other) => {
    const links = other.fields.filter((field) => field.type.is === 'link' && field.type.to === kind.name);
    const theirs = links[0]?.column;
    return theirs && links.length === 1 ? [{ kind: other.name, on: [{ ours: 'key', theirs }] }] : [];
  });
  return { ...kind, related: [...kind.related, ...added] };
}
