/**
 * Which definitions of the vocabulary a part of the tree names: whatever phrase or value names them, a term stands under `term`, a figure
 * in a path, and an order belongs to what is asked to come before or after.
 */
import type { ChoiceOrder, Figure, Term } from '../values/agreement.ts';
import type { Catalogue } from '../values/catalogue.ts';

/** What the vocabulary defines. */
export interface Defined {
  readonly terms: readonly Term[];
  readonly figures: readonly Figure[];
  readonly orders: readonly ChoiceOrder[];
}

/** Definitions that something uses, and the metrics whose results it names. */
export interface Used extends Defined {
  /** Slugs, each once. */
  readonly results: readonly string[];
}

interface References {
  readonly results: Set<string>;
  readonly terms: Set<string>;
  /** As `handover's response time`. */
  readonly figures: Set<string>;
  /** Fields whose order is asked for, as `opportunity's stage`. */
  readonly ordered: Set<string>;
}

/** Every definition that a part of the tree uses, itself or through others. */
export function definitionsIn(tree: unknown, defined: Defined, catalogue: Catalogue): Used {
  const terms = new Map(defined.terms.map((term) => [term.name, term]));
  const figures = new Map(defined.figures.map((figure) => [nameOf(figure), figure]));
  const found = noReferences();
  const visit = (references: References): void => {
    for (const result of references.results) found.results.add(result);
    for (const field of references.ordered) found.ordered.add(field);
    for (const name of newTo(found.terms, references.terms)) {
      const term = terms.get(name);
      if (term) visit(referencesOf(term, [{ term: term.isA }, term.where, term.exceptWhen], catalogue));
    }
    for (const name of newTo(found.figures, references.figures)) {
      const figure = figures.get(name);
      if (figure) visit(referencesOf(figure, [{ term: figure.term }, figure.is], catalogue));
    }
  };
  const own = noReferences();
  gather(tree, own, catalogue, false);
  visit(own);
  return {
    terms: defined.terms.filter(({ name }) => found.terms.has(name)),
    figures: defined.figures.filter((figure) => found.figures.has(nameOf(figure))),
    orders: defined.orders.filter(({ fields }) =>
      fields.some(({ kind, field }) => found.ordered.has(`${kind}'s ${field}`)),
    ),
    results: [...found.results],
  };
}

const nameOf = ({ kind, name }: Figure): string => `${kind}'s ${name}`;

/** Names that are not found yet, which then are. */
function newTo(found: Set<string>, names: ReadonlySet<string>): string[] {
  const fresh = [...names].filter((name) => !found.has(name));
  for (const name of fresh) found.add(name);
  return fresh;
}

const noReferences = (): References => ({
  results: new Set(),
  terms: new Set(),
  figures: new Set(),
  ordered: new Set(),
});

/** By definition, what it names itself: every metric asks for the same ones again, and a definition never changes. */
const known = new WeakMap<Catalogue, WeakMap<Term | Figure, References>>();

function referencesOf(definition: Term | Figure, parts: unknown, catalogue: Catalogue): References {
  const ofCatalogue = known.get(catalogue) ?? new WeakMap<Term | Figure, References>();
  known.set(catalogue, ofCatalogue);
  const before = ofCatalogue.get(definition);
  if (before) return before;
  const found = noReferences();
  gather(parts, found, catalogue, false);
  ofCatalogue.set(definition, found);
  return found;
}

/** Parts of the tree that name nothing. */
const silent = new Set(['at', 'said', 'type']);

function gather(part: unknown, found: References, catalogue: Catalogue, inOrder: boolean): void {
  if (typeof part !== 'object' || part === null) return;
  const entries: Readonly<Record<string, unknown>> = { ...part };
  const { term, phrase, value, metric } = entries;
  if (value === 'result' && typeof metric === 'string') found.results.add(metric);
  if (typeof term === 'string') found.terms.add(term);
  if (isPath(entries)) gatherPath(entries, found, catalogue, inOrder);
  const asksForOrder = inOrder || (typeof phrase === 'string' && phrase.includes('comes'));
  for (const [key, inner] of Object.entries(entries))
    if (!silent.has(key)) gather(inner, found, catalogue, asksForOrder);
}

interface PathLike {
  readonly from: string;
  readonly links: readonly string[];
  readonly field: string;
  readonly figure: boolean;
}

function isPath(entries: Readonly<Record<string, unknown>>): entries is Readonly<Record<string, unknown>> & PathLike {
  return typeof entries['field'] === 'string' && Array.isArray(entries['links']) && typeof entries['from'] === 'string';
}

function gatherPath(path: PathLike, found: References, catalogue: Catalogue, inOrder: boolean): void {
  let kind: string | undefined = path.from;
  for (const link of path.links) {
    const fields = catalogue.kinds.find(({ name }) => name === kind)?.fields;
    const type = fields?.find(({ name }) => name === link)?.type;
    kind = type?.is === 'link' ? type.to : undefined;
  }
  const name = `${kind ?? ''}'s ${path.field}`;
  if (path.figure) found.figures.add(name);
  if (inOrder) found.ordered.add(name);
}
