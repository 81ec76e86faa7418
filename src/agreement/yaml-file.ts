import { LineCounter, parseDocument } from 'yaml';
import { withPlainSigns } from './plain-signs.ts';
import { yamlFaults } from './yaml-faults.ts';
import { offsetsOf, type Path } from './yaml-places.ts';
import type { Place, Problem } from '../values/problem.ts';
import type { TextFile } from '../values/text-file.ts';

/** A file whose structure was read. Every scalar in it is a text, as written: what is a number or a yes is for the schemas to say. */
export interface YamlFile {
  readonly file: string;
  readonly data: unknown;
  /** The place of a value, or of a character of a text. Of what is not there: of what should hold it. */
  place(path: Path, offset?: number): Place;
  /** The place of a key, or of a character of it. */
  keyPlace(path: Path, offset?: number): Place;
}

/** Reads YAML of the plain kind: no tabs, no anchors, no key twice. Blanks and line ends that an editor made others of are understood. `firstLine` is the line of the file that the text starts on. */
export function readYaml(file: TextFile, problems: Problem[], firstLine = 1): YamlFile | null {
  const lines = new LineCounter();
  const text = withPlainSigns(file.text.replace(/^\uFEFF/, ''));
  const document = parseDocument(text, {
    schema: 'failsafe',
    uniqueKeys: false,
    lineCounter: lines,
    prettyErrors: false,
  });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file: file.path, line: line + firstLine - 1, column: col };
  };
  const found = yamlFaults(document, text);
  for (const { at, ...problem } of found) problems.push({ ...placeAt(at), ...problem });
  if (found.some(({ level }) => level === 'fault')) return null;
  const offsets = offsetsOf(document);
  return {
    file: file.path,
    data: document.toJS() as unknown,
    place: (path, offset = 0) => placeAt(offsets.of(path, offset)),
    keyPlace: (path, offset = 0) => placeAt(offsets.ofKey(path, offset)),
  };
}
