import type { ChoiceOrder } from '../values/agreement.ts';
import type { Catalogue, RecordKind } from '../values/catalogue.ts';
import type { Value, ValueType } from '../values/tree.ts';
import { pluralOf } from './plural.ts';

/** What can be named in a sentence. */
export interface Names {
  readonly catalogue: Catalogue;
  readonly terms: readonly TermName[];
  readonly figures: readonly FigureName[];
  readonly orders: readonly ChoiceOrder[];
  readonly metrics: readonly MetricName[];
  /** Terms and figures whose own definition is at fault. What speaks of them is not complained about a second time. */
  readonly brokenTerms: readonly string[];
  /** ISO 4217 codes that have a rate, the reporting currency among them; null where that is not known. */
  readonly currencies: readonly string[] | null;
}

/** A term as sentences name it. */
export interface TermName {
  readonly name: string;
  readonly plural: string;
  readonly alsoCalled: readonly string[];
  /** The record kind underneath. */
  readonly kind: string;
}

/** What a record tells under a name: a field, or a figure, which is used like one. */
export interface FieldName {
  readonly name: string;
  readonly figure: boolean;
  /** A figure's is known once its value is read. */
  readonly type: () => ValueType;
}

/** A figure as sentences name it. */
export interface FigureName {
  readonly name: string;
  readonly kind: string;
  readonly type: () => ValueType;
  /** What it is; null where that could not be read. */
  readonly is: () => Value | null;
}

/** A metric as sentences name it: by its file. */
export interface MetricName {
  readonly slug: string;
  /** What kind of number it comes to in a year; null: none. Found when it is asked for, by the names that it is read with. */
  readonly type: (names: Names) => ValueType | null;
}

/** Something with a name, and the forms in which it may be written. */
export interface Named<T> {
  readonly is: T;
  readonly forms: readonly string[];
}

/** Records that a sentence can speak of: those of a term, or all of a kind. */
export interface RecordsName {
  readonly kind: RecordKind;
  readonly term: string | null;
}

/** The record kind of that name, or undefined. */
export function kindOf(names: Names, name: string): RecordKind | undefined {
  return names.catalogue.kinds.find((kind) => kind.name === name);
}

/** The kind that links lead to, from a kind; null where one of them is none. */
export function kindAlong(names: Names, from: string, links: readonly string[]): RecordKind | null {
  let kind = kindOf(names, from);
  for (const link of links) {
    const type = kind?.fields.find((field) => field.name === link)?.type;
    kind = type?.is === 'link' ? kindOf(names, type.to) : undefined;
  }
  return kind ?? null;
}

/** The fields and figures of a kind by the ways to write them. */
export function fieldNames(names: Names, kind: RecordKind): Named<FieldName>[] {
  const fields = kind.fields.map(({ name, type }): FieldName => ({ name, figure: false, type: () => type }));
  const figures = names.figures
    .filter((figure) => figure.kind === kind.name)
    .map(({ name, type }): FieldName => ({ name, figure: true, type }));
  return [...figures, ...fields].map((is) => ({ is, forms: [is.name] }));
}

/** All terms by the ways to write them. */
export function termNames(names: Names): Named<TermName>[] {
  return names.terms.map((term) => ({ is: term, forms: formsOf(term) }));
}

/** Every term and record kind, by the ways to write it: singular, plural, what it is also called. */
export function recordsNames(names: Names): Named<RecordsName>[] {
  const kinds = names.catalogue.kinds.map((kind) => ({
    is: { kind, term: null },
    forms: [...new Set([kind.name, kind.plural, pluralOf(kind.name)])],
  }));
  const terms = names.terms.flatMap((term) => {
    const kind = kindOf(names, term.kind);
    return kind ? [{ is: { kind, term: term.name }, forms: formsOf(term) }] : [];
  });
  return [...terms, ...kinds];
}

function formsOf(term: TermName): string[] {
  const singular = [term.name, ...term.alsoCalled];
  return [...new Set([...singular, term.plural, ...singular.map(pluralOf)])];
}
