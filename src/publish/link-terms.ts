import { capital } from '../story/locale/en/forms.ts';
import type { Agreement } from '../values/agreement.ts';

/** What the vocabulary has an entry of: a term, a figure. A figure has no plural. Also the result of a metric, which has a page of its own. */
export interface Entry {
  readonly name: string;
  readonly plural?: string;
  readonly slug: string;
  /** Where a reader finds it, if not in the vocabulary. */
  readonly page?: string;
  /** What a reader gets to see in place of its name. */
  readonly shown?: string;
}

/** A stretch of text, and the entry that it names, if it names one. */
export interface Piece {
  readonly text: string;
  readonly term: Entry | null;
}

/** All that a text can link to. Of two entries of one name the first is meant. */
export const entriesOf = ({ terms, figures }: Pick<Agreement, 'terms' | 'figures'>): readonly Entry[] => [
  ...terms,
  ...figures,
];

/**
 * Cuts a text where it names terms or figures of the vocabulary, in the singular or the plural, so that each can be a link. The longest name
 * wins (`qualified lead` over `lead`), whole words only, as they are written or with a capital at the text's start: the
 * value `New Business` of a CRM is not the term `new business`. Put together, the pieces are the text again.
 */
export function linkTerms(text: string, entries: readonly Entry[]): Piece[] {
  // Looked for first, as most texts name few of them; at the start of a text its first letter may be a capital.
  const named = entries.flatMap((entry) =>
    [entry.name, entry.plural ?? entry.name].flatMap((name) =>
      text.includes(name.slice(1)) ? [[name, entry] as const] : [],
    ),
  );
  const byName = new Map(named.toReversed());
  if (byName.size === 0 || text === '') return [{ text, term: null }];
  const pieces: Piece[] = [];
  let from = 0;
  for (const found of text.matchAll(anyOf([...byName.keys()]))) {
    if (found.index > from) pieces.push({ text: text.slice(from, found.index), term: null });
    const term = byName.get(found[0]) ?? byName.get(found[0].charAt(0).toLowerCase() + found[0].slice(1));
    pieces.push({ text: found[0], term: term ?? null });
    from = found.index + found[0].length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), term: null });
  return pieces;
}

function anyOf(names: readonly string[]): RegExp {
  const longestFirst = names.toSorted((one, other) => other.length - one.length).map(escaped);
  const within = longestFirst.join('|');
  const atStart = longestFirst.map(capital).join('|');
  return new RegExp(`(?:^(?:${atStart})|(?<![\\p{L}\\p{N}])(?:${within}))(?![\\p{L}\\p{N}])`, 'gu');
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}
