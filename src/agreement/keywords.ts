/** Words that sentences are made of. A name with one of them in it could not be told from a sentence. */
const anywhere = new Set(
  'is has where and or within its before after contains comes differs starts times divided plus minus else'.split(
    ' ',
  ),
);

/** The word of a name that a sentence would take for its own; null where there is none. */
export function keywordIn(name: string): string | null {
  const words = name.toLowerCase().split(/\s+/);
  if (words[0] === 'the' || name.toLowerCase() === 'now') return words[0] ?? null;
  return words.find((word) => anywhere.has(word) || /["',:]/.test(word)) ?? null;
}
