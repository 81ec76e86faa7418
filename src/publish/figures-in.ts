import { kindOfPath } from '../story/kind-of-path.ts';
import type { Agreement, Figure } from '../values/agreement.ts';
import type { Catalogue } from '../values/catalogue.ts';
import type { FieldPath } from '../values/tree.ts';

/** The figures that parts of a definition take themselves, each once, in the order in which they come up; not those behind them. */
export function figuresIn(
  parts: unknown,
  {
    agreement: { figures },
    catalogue,
  }: { readonly agreement: Pick<Agreement, 'figures'>; readonly catalogue: Catalogue },
): Figure[] {
  const found = pathsIn(parts)
    .filter((path) => path.figure)
    .flatMap(
      (path) => figures.find(({ name, kind }) => name === path.field && kind === kindOfPath(path, catalogue)) ?? [],
    );
  return [...new Set(found)];
}

const isPath = (node: object): node is FieldPath => 'links' in node && 'field' in node && 'figure' in node;

function pathsIn(node: unknown): FieldPath[] {
  if (typeof node !== 'object' || node === null) return [];
  return isPath(node) ? [node] : Object.values(node).flatMap(pathsIn);
}
