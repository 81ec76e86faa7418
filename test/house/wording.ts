import ts from 'typescript';
import { lineOf, nodesOf, type Fault, type Source } from './source.ts';

/** Where sentences are made, and the one folder in it that has their words. Of checks, what they find is said to who develops. */
const room = /^src\/story\//;
const mayHaveWords = /^src\/story\/(locale|check)\/|^src\/story\/check-/;

/** Two words with a blank between them: what stands alone may be a key. */
const twoWords = /\p{L}[\p{L}’',;:.!?-]*\s+(?:\S*\s)*\S*\p{L}/u;
const aWord = /\p{L}{2,}/u;

/**
 * Words that stand outside the folder of a language: string literals of two words or more, and templates that put words between blanks. Let through
 * is what nobody reads: names that the code compares, looks up by or calls a type, wherever the same name is used, and errors.
 */
export function wordsOutsideLocale(sources: readonly Source[]): Fault[] {
  const story = sources.filter(({ path }) => room.test(path) && path.endsWith('.ts'));
  const naming = sources.filter(({ path }) => /^src\/(story|values)\/.*\.ts$/.test(path));
  const names = new Set(naming.flatMap((source) => nodesOf(source).flatMap((node) => nameIn(node) ?? [])));
  return story.filter(({ path }) => !mayHaveWords.test(path)).flatMap((source) => wordsIn(source, names));
}

function wordsIn(source: Source, names: ReadonlySet<string>): Fault[] {
  const faults: Fault[] = [];
  for (const node of nodesOf(source)) {
    const words = wordsOf(node);
    if (words === null || names.has(words) || isError(node)) continue;
    faults.push({
      file: source.path,
      line: lineOf(node),
      says: `has the words "${words}": they belong into its locale`,
    });
  }
  return faults;
}

/** What a literal says, where those are words. */
function wordsOf(node: ts.Node): string | null {
  if (ts.isStringLiteralLike(node)) return twoWords.test(node.text) && !isImport(node) ? node.text : null;
  if (!ts.isTemplateExpression(node) || isName(node)) return null;
  const said = [node.head, ...node.templateSpans.map(({ literal }) => literal)].map(({ text }) => text);
  return said.some((text) => aWord.test(text) && /\s/u.test(text)) ? said.join('…') : null;
}

/** The text of a literal that stands where only the code reads it: a type, a key, the value of an enumeration, one side of a comparison. */
function nameIn(node: ts.Node): string | null {
  return ts.isStringLiteralLike(node) && isName(node) ? node.text : null;
}

/** What sentences are told apart by. */
const namedBy = new Set(['kind', 'about']);
const compares = new Set([
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
  ts.SyntaxKind.InKeyword,
]);

function isName(node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isLiteralTypeNode(parent) || ts.isCaseClause(parent) || ts.isElementAccessExpression(parent)) return true;
  if (ts.isBinaryExpression(parent)) return compares.has(parent.operatorToken.kind);
  if (ts.isArrayLiteralExpression(parent)) return isEnumeration(parent);
  if (!ts.isPropertyAssignment(parent)) return false;
  return parent.name === node || namedBy.has(parent.name.getText());
}

/** `['too early', 'too few'] as const` */
const isEnumeration = ({ parent }: ts.ArrayLiteralExpression): boolean =>
  ts.isAsExpression(parent) && parent.type.getText() === 'const';

const isImport = ({ parent }: ts.Node): boolean => ts.isImportDeclaration(parent);

/** Within `throw`, or a function that checks: nobody but who develops reads it. */
function isError(node: ts.Node): boolean {
  for (let at = node; at.parent; at = at.parent)
    if (ts.isThrowStatement(at) || (ts.isFunctionDeclaration(at) && at.name?.text.startsWith('check') === true))
      return true;
  return false;
}
