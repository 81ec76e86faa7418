import { kindOfPath } from '../story/kind-of-path.ts';
import type { Agreement, Figure } from '../values/agreement.ts';
import type { Catalogue } from '../values/catalogue.ts';
import type { FieldPath } from '../values/tree.ts';

interface Named {
  readonly agreement: Pick<Agreement, 'figures'>;
  /** Tells of which kind's figure a name is. */
  readonly catalogue: Catalogue;
}

/** The figures that parts of a definition take themselves, each once, in the order in which they come up; not those behind them. */
export function figuresIn(parts: unknown, named: Named): Figure[] {
  return [...new Set(pathsIn(parts).flatMap((path) => figureOf(path, named) ?? []))];
}

/** The figure that a path names; none where it names a field. */
export function figureOf(path: FieldPath, { agreement, catalogue }: Named): Figure | undefined {
  if (!path.figure) return undefined;
  const kind = kindOfPath(path, catalogue);
  return agreement.figures.find((figure) => figure.name === path.field && figure.kind === kind);
}

/** Whether a part of a definition is a field or a figure of a record. */
export const isPath = (node: object): node is FieldPath => 'links' in node && 'field' in node && 'figure' in node;

function pathsIn(node: unknown): FieldPath[] {
  if (typeof node !== 'object' || node === null) return [];
  return isPath(node) ? [node] : Object.values(node).flatMap(pathsIn);
}
