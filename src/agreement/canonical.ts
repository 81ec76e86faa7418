import { compareText } from './compare-text.ts';

/**
 * The tree as one text that depends on nothing but what it computes: keys in order, lists whose order says nothing sorted, and
 * no places, no wording as people wrote it, no types (those are the mapping's). What is not so, not there or empty is left away, so
 * that a key that is new to the language changes no seal of a definition that does not use it.
 */
export function canonical(value: unknown): string {
  return JSON.stringify(ordered(value, ''));
}

const silent = new Set(['at', 'said', 'type']);
const unordered = new Set([
  'of',
  'where',
  'when',
  'exceptWhen',
  'keptWhen',
  'list',
  'parts',
  'needs',
  'breakdowns',
  'bands',
  'beside',
  'dividedBy',
  'times',
]);

function ordered(value: unknown, key: string): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => ordered(item, ''));
    return unordered.has(key)
      ? items.sort((one, other) => compareText(JSON.stringify(one), JSON.stringify(other)))
      : items;
  }
  if (value instanceof Map) return ordered(Object.fromEntries(value), key);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([name, inner]) => !silent.has(name) && !isAbsent(inner));
  entries.sort(([one], [other]) => compareText(one, other));
  return Object.fromEntries(entries.map(([name, inner]) => [name, ordered(inner, name)]));
}

function isAbsent(value: unknown): boolean {
  return value === null || value === false || (Array.isArray(value) && value.length === 0);
}
