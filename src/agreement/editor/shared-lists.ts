import type { JsonSchema } from './editor-schemas.ts';

/**
 * The same schema, in which a list of examples that several keys offer stands once, under `definitions`. Each key then has `allOf` with its
 * reference: what stands beside a bare `$ref` does not count.
 */
export function sharingLists(schema: JsonSchema): JsonSchema {
  const lists = listsIn(schema);
  const shared = [...new Set(lists)].filter((list) => lists.indexOf(list) !== lists.lastIndexOf(list));
  const names = new Map(shared.map((list, index) => [list, `offered-${index + 1}`]));
  const { definitions, ...others } = referring(schema, names);
  const offered = [...names].map(([list, name]) => [name, { examples: JSON.parse(list) as unknown }]);
  const all = { ...(isObject(definitions) ? definitions : {}), ...Object.fromEntries(offered) };
  return Object.keys(all).length === 0 ? others : { ...others, definitions: all };
}

/** Every list of examples, as JSON. */
function listsIn(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const own = 'examples' in node && Array.isArray(node.examples) ? [JSON.stringify(node.examples)] : [];
  return [...own, ...Object.values(node).flatMap(listsIn)];
}

function referring(schema: JsonSchema, names: ReadonlyMap<string, string>): JsonSchema {
  const entries = Object.entries(schema).map(([key, inner]): [string, unknown] => {
    const name = key === 'examples' ? names.get(JSON.stringify(inner)) : undefined;
    return name === undefined ? [key, within(inner, names)] : ['allOf', [{ $ref: `#/definitions/${name}` }]];
  });
  return Object.fromEntries(entries);
}

function within(node: unknown, names: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(node)) return node.map((item) => within(item, names));
  return isObject(node) ? referring(node, names) : node;
}

function isObject(node: unknown): node is JsonSchema {
  return typeof node === 'object' && node !== null && !Array.isArray(node);
}
