import { isAlias, LineCounter, parseDocument, visit, type Document, type YAMLError } from 'yaml';
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

/** Reads YAML of the plain kind: no tabs, no anchors, no key twice. `firstLine` is the line of the file that the text starts on. */
export function readYaml(file: TextFile, problems: Problem[], firstLine = 1): YamlFile | null {
  const lines = new LineCounter();
  const text = file.text.replace(/^\uFEFF/, '');
  const document = parseDocument(text, { schema: 'failsafe', lineCounter: lines, prettyErrors: false });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file: file.path, line: line + firstLine - 1, column: col };
  };
  const faults = [...brokenBy(document), ...refusedIn(document)];
  for (const { at, says, fix } of faults) problems.push({ ...placeAt(at), level: 'fault', says, fix });
  if (faults.length > 0) return null;
  const offsets = offsetsOf(document);
  return {
    file: file.path,
    data: document.toJS() as unknown,
    place: (path, offset = 0) => placeAt(offsets.of(path, offset)),
    keyPlace: (path, offset = 0) => placeAt(offsets.ofKey(path, offset)),
  };
}

interface Fault {
  readonly at: number;
  readonly says: string;
  readonly fix: string;
}

const wordings: Readonly<Record<string, readonly [says: string, fix: string]>> = {
  TAB_AS_INDENT: ['a tab stands at the start of a line', 'indent with blanks'],
  MULTIPLE_DOCS: ['a second document starts here', 'make it a file of its own'],
  BLOCK_AS_IMPLICIT_KEY: ['a second ": " stands in this line', 'put the text in quotes'],
  BAD_SCALAR_START: ['a text cannot start with this character', 'put the text in quotes'],
  BAD_INDENT: ['the indentation does not fit the lines above', 'keys of one level start at the same column'],
  MISSING_CHAR: ['a quotation mark, bracket or blank is missing', 'close what was opened'],
  TAG_RESOLVE_FAILED: ['tags (!) are not known here', 'put the text in quotes'],
};

/** Of what breaks the structure only the first: the rest mostly follows from it. Keys that stand twice break nothing else. */
function brokenBy(document: Document): Fault[] {
  const errors: readonly YAMLError[] = [...document.errors, ...document.warnings];
  const twice = errors.filter((error) => error.code === 'DUPLICATE_KEY');
  const [broken] = errors.filter((error) => error.code !== 'DUPLICATE_KEY');
  const faults = twice.map((error) => ({
    at: error.pos[0],
    says: 'this key stands here a second time',
    fix: 'keep one of them',
  }));
  if (!broken) return faults;
  const [says, fix] = wordings[broken.code] ?? [`this is not YAML: ${broken.message.split('\n')[0] ?? ''}`, ''];
  return [...faults, { at: broken.pos[0], says, fix }];
}

function refusedIn(document: Document): Fault[] {
  const faults: Fault[] = [];
  visit(document, {
    Node: (_, node) => {
      const at = node.range?.[0] ?? 0;
      const anchored = isAlias(node) || ('anchor' in node && node.anchor !== undefined);
      if (anchored) faults.push({ at, says: 'anchors and aliases (& and *) are not known here', fix: 'write it out' });
    },
  });
  return faults;
}
