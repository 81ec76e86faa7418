/** What is wrong with the structure of a file, in words for whoever typed it. */
import { isAlias, isScalar, isSeq, visit, type Document, type Node, type Scalar, type YAMLError } from 'yaml';
import type { Problem } from '../values/problem.ts';
import { invisibleSigns } from './plain-signs.ts';

/** A problem at an offset into the text. */
export interface YamlFault extends Pick<Problem, 'level' | 'says' | 'fix'> {
  readonly at: number;
}

/** Everything that is wrong with the structure of a document that was read from the text. */
export function yamlFaults(document: Document, text: string): YamlFault[] {
  const broken = brokenBy(document, text);
  return [...invisibleSigns(text).map(unseen), ...(broken.length > 0 ? broken : slipsIn(document, text))];
}

const faultAt = (at: number, says: string, fix: string): YamlFault => ({ level: 'fault', at, says, fix });

const unseen = (at: number): YamlFault =>
  faultAt(at, 'a sign without a width stands here', 'delete it, and type the word again');

/** Of what breaks the structure only the first: the rest mostly follows from it. Keys that stand twice break nothing else. */
function brokenBy(document: Document, text: string): YamlFault[] {
  const [broken] = [...document.errors, ...document.warnings];
  return [...keysTwice(document), ...(broken ? [faultOf(broken, document, text)] : [])];
}

/** The parser's own look at keys takes each with all others: too long for a long file. */
function keysTwice(document: Document): YamlFault[] {
  const faults: YamlFault[] = [];
  visit(document, {
    Map: (_, { items }) => {
      const known = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (known.has(key.value))
          faults.push(faultAt(key.range?.[0] ?? 0, 'this key stands here a second time', 'keep one of them'));
        known.add(key.value);
      }
    },
  });
  return faults;
}

const inQuotes = 'put the text in quotes';

const wordings: Readonly<Record<string, readonly [says: string, fix: string]>> = {
  TAB_AS_INDENT: ['a tab stands at the start of a line', 'indent with blanks'],
  MULTIPLE_DOCS: ['a second document starts here', 'make it a file of its own'],
  BAD_SCALAR_START: ['a text cannot start with this character', inQuotes],
  BAD_INDENT: ['the indentation does not fit the lines above', 'keys of one level start at the same column'],
  MISSING_CHAR: ['a quotation mark, bracket or blank is missing', 'close what was opened'],
  TAG_RESOLVE_FAILED: ['tags (!) are not known here', inQuotes],
  UNEXPECTED_TOKEN: ['a text goes on behind its closing quote or bracket', 'put the whole text in single quotes'],
  BAD_DQ_ESCAPE: ['a backslash in double quotes begins a sign of its own', 'take single quotes'],
};

function faultOf({ code, message, pos }: YAMLError, document: Document, text: string): YamlFault {
  const [at] = pos;
  if (code === 'BLOCK_AS_IMPLICIT_KEY') return secondColon(at, text);
  if (message.startsWith('Implicit ')) return noColon(at, text);
  if (message.startsWith('Missing closing'))
    return faultAt(
      opened(document, at, isQuoted),
      'this quotation mark is never closed',
      'close it where the text ends',
    );
  if (message.startsWith('Flow '))
    return faultAt(opened(document, at, isFlow), 'this bracket is never closed', 'close it where the list ends');
  if (message.startsWith('Block scalar header')) return faultAt(at - 1, ...(wordings['BAD_SCALAR_START'] ?? ['', '']));
  const [says, fix] = wordings[code] ?? [`this is not YAML: ${message.split('\n')[0] ?? ''}`, ''];
  return faultAt(at, says, fix);
}

/** A key where a value should be: in the same line, or in a line below that is indented as if it belonged to it. */
function secondColon(at: number, text: string): YamlFault {
  const line = lineFrom(at, text);
  if (/^\s*-(?:\s|$)/.test(line)) {
    const fix = 'start the "- " of each line of a list at the same column';
    return faultAt(at + line.search(/\S/), 'this "- " does not stand below the ones above', fix);
  }
  if (/:(?:\s|$)/.test(line)) return faultAt(at, 'a second ": " stands in this line', inQuotes);
  const below = at + line.length + 1;
  const says = 'this line is indented further than the key above, which has a value already';
  return faultAt(below + lineFrom(below, text).search(/\S|$/), says, 'start it where that key starts');
}

function noColon(at: number, text: string): YamlFault {
  const line = lineFrom(at, text).trim();
  const [, key, value] = /^([^:]+):(\S.*)$/.exec(line) ?? [];
  if (key !== undefined && value !== undefined)
    return faultAt(at, `no blank stands behind the colon of "${line}"`, `write "${key}: ${value}"`);
  return faultAt(at, `"${line}" has no colon`, 'write it like "key: value"');
}

const lineFrom = (at: number, text: string): string => /^[^\r\n]*/.exec(text.slice(at, at + 1000))?.[0] ?? '';

const isQuoted = (node: Node): boolean =>
  isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE');
const isFlow = (node: Node): boolean => 'flow' in node && Boolean(node.flow);

/** Where the last of such things starts before an offset. */
function opened(document: Document, before: number, isSuch: (node: Node) => boolean): number {
  let at: number | null = null;
  visit(document, {
    Node: (_, node) => {
      const start = node.range?.[0] ?? before;
      if (start < before && isSuch(node)) at = start;
    },
  });
  return at ?? before;
}

/** What is YAML, and not what was meant. */
function slipsIn(document: Document, text: string): YamlFault[] {
  const faults: YamlFault[] = [];
  visit(document, {
    Node: (_, node) => {
      const at = node.range?.[0] ?? 0;
      const anchored = isAlias(node) || ('anchor' in node && node.anchor !== undefined);
      if (anchored) faults.push(faultAt(at, 'anchors and aliases (& and *) are not known here', 'write it out'));
      if (isScalar(node)) faults.push(...slipsOfText(node, text));
      if (isSeq(node) && node.flow === true) faults.push(...cutNumbers(node.items, text));
    },
  });
  return faults;
}

function slipsOfText({ type, range, comment }: Scalar, text: string): YamlFault[] {
  const [start, end] = range ?? [0, 0];
  const faults: YamlFault[] = [];
  const dash = type === 'PLAIN' ? /\n\s*(?=- )/.exec(text.slice(start, end)) : null;
  if (dash) {
    const says = 'this "- " is indented further than the one above, and so a part of that line';
    faults.push(faultAt(start + dash.index + dash[0].length, says, 'start both at the same column'));
  }
  const [remark] = /^[^\s#!]\S*/.exec(comment ?? '') ?? [];
  if (remark !== undefined) {
    const says = `"#${remark}" is read as a remark`;
    faults.push({ level: 'warning', at: start, says, fix: `put the text in quotes, or write "# ${remark}"` });
  }
  return faults;
}

/** `[below 1,000]` is a list of two. */
function cutNumbers(items: readonly unknown[], text: string): YamlFault[] {
  return items.flatMap((item) => {
    const at = isScalar(item) ? (item.range?.[0] ?? 0) : 0;
    const [number] = /\d{1,3},\d{3}(?!\d)/.exec(text.slice(Math.max(0, at - 4), at + 4)) ?? [];
    if (!/^\d,\d{3}(?!\d)/.test(text.slice(Math.max(0, at - 2), at + 4)) || number === undefined) return [];
    const fix = 'write each item on a line of its own, or in quotes';
    return [faultAt(at, `the comma in "${number}" starts the next item of this list`, fix)];
  });
}
