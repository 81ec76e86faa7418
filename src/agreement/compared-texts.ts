import type { Agreement } from '../values/agreement.ts';
import type { Catalogue, Field, RecordKind } from '../values/catalogue.ts';
import type { Meaning } from '../values/meaning.ts';
import type { Place } from '../values/problem.ts';
import type { Condition, FieldPath, Literal, Records, Value } from '../values/tree.ts';
import { meaningOf } from './meaning-of.ts';

/** A text that a field is compared with, and where. */
export interface ComparedText {
  readonly kind: RecordKind;
  readonly field: Field;
  readonly text: string;
  readonly at: Place;
}

/** A text beside the path to its field; of a sentence inside of another, with its own place already. */
type Found = { readonly path: FieldPath; readonly text: string } | ComparedText;

/** Every text that some definition compares a field with, whether a record has it or not. */
export function comparedTexts({ terms, metrics }: Agreement, catalogue: Catalogue): ComparedText[] {
  const conditions = [
    ...terms.flatMap(({ where, exceptWhen }) => [...where, ...exceptWhen]),
    ...metrics.flatMap(({ wordings: [{ keptWhen, exceptWhen, instead }] }) => [
      ...keptWhen,
      ...exceptWhen,
      ...instead.flatMap((one) => [one.when, ...one.keptWhen]),
    ]),
  ];
  return conditions.flatMap((condition) => textsIn(condition, catalogue));
}

function textsIn(condition: Condition, catalogue: Catalogue): ComparedText[] {
  if (condition.is !== 'test') return condition.of.flatMap((inner) => textsIn(inner, catalogue));
  return meaningOf(finding(catalogue), condition).flatMap((found) => {
    if ('kind' in found) return [found];
    const end = fieldAtEnd(found.path, catalogue);
    return end ? [{ ...end, text: found.text, at: condition.at }] : [];
  });
}

/** Reads sentences for the texts in them. */
function finding(catalogue: Catalogue): Meaning<readonly Found[]> {
  const inRecords = ({ where }: Records): Found[] => where.flatMap((inner) => textsIn(inner, catalogue));
  const inValue = (value: Value): Found[] => {
    if (value.value === 'picked') return inRecords(value.pick.records);
    return value.value === 'number of' || value.value === 'gathered' ? inRecords(value.records) : [];
  };
  const beside = (value: Value, literals: readonly Literal[]): Found[] => {
    if (value.value !== 'field' && value.value !== 'picked') return [];
    const { path } = value;
    return literals.flatMap((literal) => (literal.literal === 'text' ? [{ path, text: literal.text }] : []));
  };
  const together = (parts: readonly (readonly Found[])[]): Found[] => parts.flat();
  const none = (): Found[] => [];
  return {
    compare: (left, how, right) => [
      ...inValue(left),
      ...inValue(right),
      ...(how === 'is' && right.value === 'literal' ? beside(left, [right.literal]) : []),
    ],
    oneOf: (value, literals) => [...inValue(value), ...beside(value, literals)],
    has: (value) => inValue(value),
    known: inValue,
    comes: none,
    happened: none,
    lies: none,
    fallsOn: none,
    count: (_, records) => inRecords(records),
    isA: none,
    found: none,
    all: together,
    any: together,
    not: (truth) => truth,
  };
}

function fieldAtEnd({ from, links, field, figure }: FieldPath, { kinds }: Catalogue) {
  let kind = kinds.find(({ name }) => name === from);
  for (const link of links) {
    const type = kind?.fields.find(({ name }) => name === link)?.type;
    kind = type?.is === 'link' ? kinds.find(({ name }) => name === type.to) : undefined;
  }
  const found = figure ? undefined : kind?.fields.find(({ name, mapped }) => name === field && mapped);
  return kind && found ? { kind, field: found } : null;
}
