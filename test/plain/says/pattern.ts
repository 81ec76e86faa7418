/** A sentence that a kind may say, with holes in it, and what has to be true of what stands in them. */
import type { Statement } from '../../../src/values/statement.ts';
import { forms, type Form } from './read-english.ts';
import type { Raw } from './raw.ts';

/** What stood in a pattern's holes; '' where a part was left out. */
export type Said = Readonly<Record<string, string>>;
export type IsTrue = (said: Said, raw: Raw) => boolean;

export interface Pattern {
  readonly regex: (raw: Raw) => RegExp;
  readonly isTrue: IsTrue;
}

const compiled = new Map<string, RegExp>();

/** `{period period} stands at {value amount} so far( with {waiting count} still waiting)?`: holes with their form, all else as in a regular expression. */
export function patternText(text: string): RegExp {
  const known = compiled.get(text) ?? new RegExp(`^${holes(text)}\\.$`, 'u');
  compiled.set(text, known);
  return known;
}

const holes = (text: string): string =>
  text.replace(/\{(\w+) (\w+)\}/gu, (_, name: string, form: string) => `(?<${name}>${forms[form as Form]})`);

/** What is said of any metric in the same words. */
export const says = (text: string, isTrue: IsTrue): Pattern => ({ regex: () => patternText(text), isTrue });

/** What is said in the words that a company gave its metric. */
export const saysOf = (text: (raw: Raw) => string, isTrue: IsTrue): Pattern => ({
  regex: (raw) => patternText(text(raw)),
  isTrue,
});

export type Patterns = Readonly<Record<string, readonly Pattern[]>>;

/** A name as a pattern has it: its own brackets and bars are no holes. */
export const literal = (text: string): string => text.replaceAll("'", '’').replace(/[()|?[\].*+^$]/gu, '\\$&');

/** What a reader finds wrong with a sentence: it is none that its kind may say, or more than one; or it is not true. */
export function readerFinds(
  { kind, words }: Pick<Statement, 'kind' | 'words'>,
  raw: Raw,
  patterns: Patterns,
): string | null {
  const text = words.replaceAll('\u00a0', ' ');
  const found = (patterns[kind] ?? []).flatMap((pattern) => {
    const match = pattern.regex(raw).exec(text);
    return match ? [{ pattern, said: given(match.groups) }] : [];
  });
  const [one, other] = found;
  if (!one) return `${kind}: no pattern reads it: ${text}`;
  if (other) return `${kind}: ${found.length} patterns read it: ${text}`;
  return one.pattern.isTrue(one.said, raw) ? null : `${kind}: it is not true: ${text}`;
}

const given = (groups: Readonly<Record<string, string | undefined>> = {}): Said =>
  new Proxy(groups, { get: (all, name) => all[String(name)] ?? '' }) as Said;
