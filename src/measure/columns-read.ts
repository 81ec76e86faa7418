/** Which columns of a table a select reads. */
import type { OperationNode } from 'kysely';
import type { Select } from './place.ts';

/** The columns of a table, by its name in the select, that the select or what is nested in it speaks of; in order of name. */
export function columnsRead(select: Select, alias: string): string[] {
  const found = new Set<string>();
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if (Array.isArray(node)) return node.forEach(visit);
    const column = isReference(node) && node.table?.table.identifier.name === alias && node.column.column.name;
    if (column) found.add(column);
    else Object.values(node).forEach(visit);
  };
  visit(select.toOperationNode());
  return [...found].toSorted();
}

interface Reference extends OperationNode {
  readonly table?: { readonly table: { readonly identifier: { readonly name: string } } };
  readonly column: { readonly column: { readonly name: string } };
}

const isReference = (node: object): node is Reference => 'kind' in node && node.kind === 'ReferenceNode';
