import { Document, isCollection, isMap, isNode, isPair, isScalar, isSeq, parseDocument, type Pair } from 'yaml';

/** A team's yes, as a definition's file holds it under `agreed:`. */
export interface SaidSignature {
  readonly team: string;
  readonly by: string;
  readonly on: string;
  readonly how: string;
  readonly 'recorded by': string;
  readonly seal: string;
}

/**
 * The text of a definition's file with a team's yes in it, in place of what that team said before. All else stays as it is, to the byte;
 * comments inside `agreed:` stay with the signatures that they stand at.
 */
export function signed(text: string, signature: SaidSignature): string {
  const document = parseDocument(text);
  const pair = agreedIn(document);
  const start = pair && isNode(pair.key) ? pair.key.range?.[0] : undefined;
  if (!pair || start === undefined) return `${text.trimEnd()}\n${rendered(null, signature)}`;
  const lineEnd = text.indexOf('\n', endOf(pair) ?? start);
  const after = lineEnd < 0 ? '' : text.slice(lineEnd + 1);
  return text.slice(0, start) + rendered(pair.value, signature) + after;
}

function agreedIn({ contents }: Document): Pair | undefined {
  return isMap(contents) ? contents.items.find(({ key }) => isScalar(key) && key.value === 'agreed') : undefined;
}

/** Where the last thing in a node ends, blank lines below it not counted. */
function endOf(node: unknown): number | undefined {
  if (isPair(node)) return endOf(node.value) ?? endOf(node.key);
  if (isCollection(node) && !node.flow) return endOf(node.items.at(-1));
  return isNode(node) ? node.range?.[1] : undefined;
}

function rendered(list: unknown, signature: SaidSignature): string {
  const document = new Document({});
  const signatures = isSeq(list) ? list : document.createNode([]);
  const before = signatures.items.findIndex((item) => isMap(item) && item.get('team') === signature.team);
  signatures.items.splice(before < 0 ? signatures.items.length : before, 1, document.createNode(signature));
  signatures.flow = false;
  document.set('agreed', signatures);
  return document.toString({ lineWidth: 0 });
}
