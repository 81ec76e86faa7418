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

interface References {
  readonly terms: Set<string>;
  /** As `handover's response time`. */
  readonly figures: Set<string>;
  /** Fields whose order is asked for, as `opportunity's stage`. */
  readonly ordered: Set<string>;
}

/** Every definition that a part of the tree uses, itself or through others. */
export function definitionsIn(tree: unknown, defined: Defined, catalogue: Catalogue): Defined {
  const found: References = { terms: new Set(), figures: new Set(), ordered: new Set() };
  const used = { terms: new Set<Term>(), figures: new Set<Figure>() };
  const visit = (part: unknown): void => {
    gather(part, found, catalogue, false);
    for (const term of defined.terms) {
      if (!found.terms.has(term.name) || used.terms.has(term)) continue;
      used.terms.add(term);
      visit([{ term: term.isA }, term.where, term.exceptWhen]);
    }
    for (const figure of defined.figures) {
      if (!found.figures.has(`${figure.kind}'s ${figure.name}`) || used.figures.has(figure)) continue;
      used.figures.add(figure);
      visit([{ term: figure.term }, figure.is]);
    }
  };
  visit(tree);
  const orders = defined.orders.filter(({ fields }) =>
    fields.some(({ kind, field }) => found.ordered.has(`${kind}'s ${field}`)),
  );
  return { terms: [...used.terms], figures: [...used.figures], orders };
}

function gather(part: unknown, found: References, catalogue: Catalogue, inOrder: boolean): void {
  if (typeof part !== 'object' || part === null) return;
  const entries: Readonly<Record<string, unknown>> = { ...part };
  const { term, phrase } = entries;
  if (typeof term === 'string') found.terms.add(term);
  if (isPath(entries)) gatherPath(entries, found, catalogue, inOrder);
  const asksForOrder = inOrder || (typeof phrase === 'string' && phrase.includes('comes'));
  for (const inner of Object.values(entries)) gather(inner, found, catalogue, asksForOrder);
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
