import { isMap, isNode, isScalar, isSeq, type Document, type Node, type Pair, type YAMLMap } from 'yaml';

/** Where something stands in a file's structure: `['kept when', 0, 'any of', 1]`. */
export type Path = readonly (string | number)[];

/** Offsets into the text of a document, by path. */
export interface Offsets {
  /** Of a value, or of a character of a text. Of what is not there: of what should hold it. */
  of(path: Path, offset: number): number;
  /** Of a key, or of a character of it; of its value where there is no such key. */
  ofKey(path: Path, offset: number): number;
}

/** Makes the offsets of a document. The keys of a map are gone through once, however many places are asked for. */
export function offsetsOf(document: Document): Offsets {
  const pairs = new Map<YAMLMap, ReadonlyMap<string, Pair>>();
  const pairIn = (map: YAMLMap, key: string | number | undefined): Pair | undefined => {
    const known = pairs.get(map) ?? new Map(map.items.map((pair) => [keyOf(pair), pair]));
    pairs.set(map, known);
    return known.get(String(key));
  };
  const child = (node: unknown, step: string | number): unknown => {
    if (isMap(node)) return pairIn(node, step)?.value;
    return isSeq(node) && typeof step === 'number' ? node.items[step] : undefined;
  };
  const nodeAt = (path: Path): unknown => path.reduce<unknown>(child, document.contents);
  const of = (path: Path, offset: number): number => {
    for (let length = path.length; length >= 0; length -= 1) {
      const node = nodeAt(path.slice(0, length));
      if (isNode(node) && node.range) return node.range[0] + (length === path.length ? inside(node, offset) : 0);
    }
    return 0;
  };
  const ofKey = (path: Path, offset: number): number => {
    const parent = nodeAt(path.slice(0, -1));
    const key = isMap(parent) ? pairIn(parent, path.at(-1))?.key : undefined;
    return isNode(key) && key.range ? key.range[0] + inside(key, offset) : of(path, 0);
  };
  return { of, ofKey };
}

function keyOf(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : '';
}

/** A text on one line, with nothing escaped, is in the file as it is; of another, only the start is known. */
function inside(node: Node, offset: number): number {
  if (!isScalar(node) || node.source === undefined || !node.range) return 0;
  const length = node.range[1] - node.range[0];
  if (node.type === 'PLAIN') return length === node.source.length ? offset : 0;
  const quoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE';
  return quoted && length === node.source.length + 2 ? offset + 1 : 0;
}
