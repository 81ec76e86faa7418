import { LineCounter, isMap, isNode, isPair, isScalar, parseDocument } from 'yaml';
import type { Node } from 'yaml';
import { withPlainSigns } from '../agreement/plain-signs.ts';
import { yamlFaults } from '../agreement/yaml-faults.ts';
import type { Place, Problem } from '../values/problem.ts';
import type { TextFile } from '../values/text-file.ts';

export type YamlPath = readonly PropertyKey[];

/** A YAML file whose scalars are all texts, as they were typed, with the place of everything in it. */
export interface YamlFile {
  readonly path: string;
  readonly value: unknown;
  /** Where the value stands, or the nearest thing around it that is there. */
  placeOf(path: YamlPath): Place;
  /** Where a key of the map at the path stands. */
  placeOfKey(path: YamlPath, key: string): Place;
}

/** Reads a YAML file. A text that is no YAML gives problems and no file. */
export function readYaml(file: TextFile): { yaml: YamlFile | null; problems: readonly Problem[] } {
  const lines = new LineCounter();
  // No value is guessed to be a number, a date or a truth: each field of the schema says what it is.
  const text = withPlainSigns(file.text.replace(/^\uFEFF/, ''));
  const document = parseDocument(text, {
    lineCounter: lines,
    schema: 'failsafe',
    uniqueKeys: false,
    prettyErrors: false,
  });
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file: file.path, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const problems = yamlFaults(document, text).map(({ at, ...problem }): Problem => ({ ...place(at), ...problem }));
  if (problems.some(({ level }) => level === 'fault')) return { yaml: null, problems };

  const nodeAt = (path: YamlPath): Node | null => {
    const node: unknown = document.getIn(path, true);
    return isNode(node) ? node : null;
  };
  const startOf = (node: Node | null): number => node?.range?.[0] ?? 0;
  return {
    problems,
    yaml: {
      path: file.path,
      value: document.toJS(),
      placeOf(path) {
        for (let length = path.length; length > 0; length -= 1) {
          const node = nodeAt(path.slice(0, length));
          if (node) return place(startOf(node));
        }
        return place(startOf(document.contents));
      },
      placeOfKey(path, key) {
        const map = path.length === 0 ? document.contents : nodeAt(path);
        const pair = isMap(map)
          ? map.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === key)
          : null;
        return place(startOf(pair && isNode(pair.key) ? pair.key : map));
      },
    },
  };
}
