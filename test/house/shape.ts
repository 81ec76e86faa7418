import ts from 'typescript';
import { lineOf, nodesOf, type Fault, type Source } from './source.ts';

/** Past this many lines a file holds more than one thing. */
export const longest = 300;

/** All wording of a language stands in one folder; a file of it is as long as its sentences are many. */
const mayBeLong = /^src\/story\/locale\//;

/** Files that a tool reads by their default export. */
const mayExportDefault = ['astro.config.mjs', 'test/vitest.config.ts', 'src/content.config.ts'];

/** Names that say nothing of what a file holds. */
const emptyNames = /(^|[-/.])(utils?|helpers?|common|misc|manager|index)\.ts$/;

/** A file's length, its name and what was left in it to be done: for code of any kind. */
export function outOfShape(source: Source): Fault[] {
  const faults: Fault[] = [];
  const say = (line: number, says: string) => faults.push({ file: source.path, line, says });
  const lines = source.text.split('\n');
  const length = lines.at(-1) === '' ? lines.length - 1 : lines.length;
  if (length > longest && !mayBeLong.test(source.path))
    say(longest + 1, `has ${length} lines, over ${longest}: part it by what it holds`);
  if (emptyNames.test(source.path)) say(1, 'is named for no thing: name a file for what it holds');
  for (const [index, line] of lines.entries()) {
    if (leftToDo.test(line)) say(index + 1, 'leaves something to be done: do it, or write an issue');
  }
  return faults;
}

/** The customary words, written so that this file does not hold them. */
const leftToDo = /\b(TO(?:DO)|FIX(?:ME)|X{3})\b/;

/** Default exports, files or lines that only hand on what another file exports, and `any`. */
export function outOfHabit(source: Source): Fault[] {
  const faults: Fault[] = [];
  for (const node of nodesOf(source)) {
    const says = habitBroken(node, source.path);
    if (says) faults.push({ file: source.path, line: lineOf(node), says });
  }
  return faults;
}

function habitBroken(node: ts.Node, path: string): string | null {
  if (node.kind === ts.SyntaxKind.AnyKeyword) return 'says any: say unknown at the door, and the exact type inside';
  if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
    return `hands on ${node.moduleSpecifier.getText()}: import it from where it is`;
  }
  if (isDefaultExport(node) && !mayExportDefault.includes(path)) return 'exports by default: give it its name';
  return null;
}

function isDefaultExport(node: ts.Node): boolean {
  if (ts.isExportAssignment(node)) return true;
  if (!ts.isFunctionDeclaration(node) && !ts.isClassDeclaration(node) && !ts.isInterfaceDeclaration(node)) return false;
  return (node.modifiers ?? []).some((modifier) => modifier.kind === ts.SyntaxKind.DefaultKeyword);
}
