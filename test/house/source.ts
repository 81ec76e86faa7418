import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, posix } from 'node:path';
import ts from 'typescript';

/** A file of code: its path from the project's root, with forward slashes. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

/** A rule that does not hold, and where. */
export interface Fault {
  readonly file: string;
  readonly line: number;
  readonly says: string;
}

/** `src/story/finding.ts:12 says why`, as a terminal can open it. */
export function sayFault({ file, line, says }: Fault): string {
  return `${file}:${line} ${says}`;
}

/** All files below the named folders whose names end in one of the endings. */
export function readSources(root: string, folders: readonly string[], endings: readonly string[]): Source[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && endings.includes(extname(entry.name)))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => ({ path: file.slice(root.length).replaceAll('\\', '/').replace(/^\//, ''), text: read(file) })),
  );
}

function read(file: string): string {
  return readFileSync(file, 'utf8');
}

/** Each rule asks the same files: their syntax is found out once, which is most of the time of the rules. */
const nodesBySource = new WeakMap<Source, readonly ts.Node[]>();

/** Every node of a file's syntax, outer ones first. Of an Astro page that of the part between the fences, with the lines where it stands in the file. */
export function nodesOf(source: Source): readonly ts.Node[] {
  const known = nodesBySource.get(source);
  if (known) return known;
  const nodes = [...within(parse(source))];
  nodesBySource.set(source, nodes);
  return nodes;
}

function parse(source: Source): ts.SourceFile {
  const text = source.path.endsWith('.astro') ? fenced(source.text) : source.text;
  return ts.createSourceFile(source.path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
}

function fenced(text: string): string {
  const [, opening = '', inside = ''] = /^(\s*---)([\s\S]*?)\n---/.exec(text) ?? [];
  return opening.replace(/[^\n]/g, ' ') + inside;
}

function* within(node: ts.Node): Generator<ts.Node> {
  yield node;
  for (const child of node.getChildren()) yield* within(child);
}

/** The line that a node starts on, counted from 1. */
export function lineOf(node: ts.Node): number {
  const file = node.getSourceFile();
  return file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
}

export interface Import {
  /** As written: `../values/tree.ts`, `node:fs`. */
  readonly from: string;
  /** From the project's root where it is one of our files: `src/values/tree.ts`; else as written. */
  readonly target: string;
  readonly line: number;
}

/** What a file imports or exports from elsewhere, types and dynamic imports with a plain name included. */
export function importsOf(source: Source): Import[] {
  const found: Import[] = [];
  for (const node of nodesOf(source)) {
    const from = specifierOf(node);
    if (from === null) continue;
    const target = from.startsWith('.') ? posix.join(posix.dirname(source.path), from) : from;
    found.push({ from, target, line: lineOf(node) });
  }
  return found;
}

function specifierOf(node: ts.Node): string | null {
  let specifier: ts.Node | undefined;
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) specifier = node.moduleSpecifier;
  else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
    [specifier] = node.arguments;
  else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) specifier = node.argument.literal;
  return specifier && ts.isStringLiteralLike(specifier) ? specifier.text : null;
}
