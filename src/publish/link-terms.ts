import type { Term } from '../values/agreement.ts';

/** A stretch of text, and the term that it names, if it names one. */
export interface Piece {
  readonly text: string;
  readonly term: Term | null;
}

/**
 * Cuts a text where it names terms of the vocabulary, in the singular or the plural, so that each can be a link. The longest name
 * wins (`qualified lead` over `lead`), whole words only, whatever their case. Put together, the pieces are the text again.
 */
export function linkTerms(text: string, terms: readonly Term[]): Piece[] {
  const byName = new Map(terms.flatMap((term) => [term.name, term.plural].map((name) => [name.toLowerCase(), term])));
  if (byName.size === 0) return [{ text, term: null }];
  const names = [...byName.keys()].sort((one, other) => other.length - one.length).map(escaped);
  const pieces: Piece[] = [];
  let from = 0;
  for (const found of text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])(?:${names.join('|')})(?![\\p{L}\\p{N}])`, 'giu'))) {
    if (found.index > from) pieces.push({ text: text.slice(from, found.index), term: null });
    pieces.push({ text: found[0], term: byName.get(found[0].toLowerCase()) ?? null });
    from = found.index + found[0].length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), term: null });
  return pieces;
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);
}
