import type { Agreement } from '../values/agreement.ts';
import type { Catalogue, Field, RecordKind } from '../values/catalogue.ts';
import type { Meaning } from '../values/meaning.ts';
import type { Place } from '../values/problem.ts';
import type { FieldPath, Literal, Test, Value } from '../values/tree.ts';
import { meaningOf } from './meaning-of.ts';

/** A text that a field is compared with, and where. */
export interface ComparedText {
  readonly kind: RecordKind;
  readonly field: Field;
  readonly text: string;
  readonly at: Place;
}

/** Every text that some definition compares a field with, whether a record has it or not. */
export function comparedTexts({ terms, figures, metrics }: Agreement, catalogue: Catalogue): ComparedText[] {
  const today = metrics.map(({ wordings: [{ keptWhen, exceptWhen, instead }] }) => [keptWhen, exceptWhen, instead]);
  const defined = [terms.map(({ where, exceptWhen }) => [where, exceptWhen]), figures.map(({ is }) => is)];
  return comparisonsIn([defined, today]).flatMap(({ path, text, at }) => {
    const end = fieldAtEnd(path, catalogue);
    return end ? [{ ...end, text, at }] : [];
  });
}

/** Every text that a sentence anywhere in a tree compares a field or figure with, and where the sentence stands. */
export function comparisonsIn(tree: unknown): { path: FieldPath; text: string; at: Place }[] {
  return testsIn(tree).flatMap((test) => meaningOf(textsBeside, test).map((beside) => ({ ...beside, at: test.at })));
}

/** The sentences anywhere in a tree, those inside of others too. */
export function testsIn(tree: unknown): Test[] {
  if (typeof tree !== 'object' || tree === null) return [];
  const inside = Object.values(tree).flatMap(testsIn);
  return isTest(tree) ? [tree, ...inside] : inside;
}

const isTest = (tree: object): tree is Test => 'is' in tree && tree.is === 'test' && 'slots' in tree;

/** The texts that a sentence itself compares a field with. */
type Beside = readonly { readonly path: FieldPath; readonly text: string }[];

function beside(value: Value, literals: readonly Literal[]): Beside {
  if (value.value !== 'field' && value.value !== 'picked') return [];
  const { path } = value;
  return literals.flatMap((literal) => (literal.literal === 'text' ? [{ path, text: literal.text }] : []));
}

const together = (parts: readonly Beside[]): Beside => parts.flat();
const none = (): Beside => [];

const textsBeside: Meaning<Beside> = {
  compare: (left, how, right) => (how === 'is' && right.value === 'literal' ? beside(left, [right.literal]) : []),
  oneOf: beside,
  has: none,
  known: none,
  comes: none,
  happened: none,
  lies: none,
  fallsOn: none,
  count: none,
  isA: none,
  found: none,
  all: together,
  any: together,
  not: (truth) => truth,
};

function fieldAtEnd({ from, links, field, figure }: FieldPath, { kinds }: Catalogue) {
  let kind = kinds.find(({ name }) => name === from);
  for (const link of links) {
    const type = kind?.fields.find(({ name }) => name === link)?.type;
    kind = type?.is === 'link' ? kinds.find(({ name }) => name === type.to) : undefined;
  }
  const found = figure ? undefined : kind?.fields.find(({ name, mapped }) => name === field && mapped);
  return kind && found ? { kind, field: found } : null;
}
