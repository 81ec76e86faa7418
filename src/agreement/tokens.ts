/** A word of a sentence, or what stands in a word's place. `start` and `end` are offsets into the sentence. */
export interface Token {
  readonly is: 'word' | 'number' | 'day' | 'quoted' | 'comma' | "'s";
  /** As written; of what stands in quotes, what is inside. */
  readonly text: string;
  /** The text as words are compared: in lower case, with a plain apostrophe. */
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** The apostrophe, and the signs that editors, phones and other keyboards put in its place. */
const apostrophe = "['’‘ʼ´`′]";
const possessive = `${apostrophe}s(?=[\\s,]|$)`;

const forms: readonly (readonly [Token['is'], RegExp])[] = [
  ['quoted', /"(?:[^"]|"")*"/y],
  ['quoted', /[“”„][^“”„]*[“”]|«[^«»]*»|»[^«»]*«/y],
  ['day', /\d{4}-\d{2}-\d{2}(?=[\s,]|$)/y],
  ['number', /-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?=[\s,]|$)/y],
  ['comma', /,/y],
  ["'s", new RegExp(possessive, 'y')],
  ['quoted', /['‘‚][^'’‘‚]+['’‘](?=[\s,]|$)/y],
  ['word', new RegExp(`[^\\s,]+?(?=${possessive}|[\\s,]|$)`, 'y')],
];

/** Cuts a sentence into its words. Nothing is lost: what is no number, day or quotation is a word. */
export function tokensOf(sentence: string): Token[] {
  const tokens: Token[] = [];
  let from = sentence.length - sentence.trimStart().length;
  while (from < sentence.length) {
    const token = tokenAt(sentence, from);
    tokens.push(token);
    from = token.end;
    while (/\s/.test(sentence.charAt(from))) from += 1;
  }
  return tokens;
}

function tokenAt(sentence: string, start: number): Token {
  for (const [is, form] of forms) {
    form.lastIndex = start;
    const found = form.exec(sentence)?.[0];
    if (found === undefined) continue;
    const text = is === 'quoted' ? unquoted(found) : found;
    return { is, text, word: plainWord(text), start, end: start + found.length };
  }
  const text = sentence.slice(start);
  return { is: 'word', text, word: plainWord(text), start, end: sentence.length };
}

const unquoted = (text: string): string =>
  text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text.slice(1, -1);

const apostrophes = new RegExp(apostrophe, 'g');

/** A word as words are compared. */
export function plainWord(text: string): string {
  return text.toLowerCase().replace(apostrophes, "'");
}
