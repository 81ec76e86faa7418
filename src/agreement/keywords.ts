/** Words that sentences are made of. A name with one of them in it could not be told from a sentence. */
const anywhere = new Set(
  'is has where and or within between its before after contains comes differs starts times divided plus minus else'.split(
    ' ',
  ),
);

/** Words that say something alone: as a name they need quotes, or `its`. */
const alone = new Set(['now', 'yes', 'no']);

/** Whether the word says something alone, and so is no name. */
export function saysAlone(word: string): boolean {
  return alone.has(word.toLowerCase());
}

/** The word of a name that a sentence would take for its own; null where there is none. */
export function keywordIn(name: string): string | null {
  const words = name.toLowerCase().split(/\s+/);
  if (words[0] === 'the' || saysAlone(name)) return words[0] ?? null;
  // `entered Proposal` and `last entered Proposal` are moments of a record's history.
  if (/^(?:last )?entered /.test(words.join(' '))) return 'entered';
  return words.find((word) => anywhere.has(word) || /["',:]/.test(word)) ?? null;
}
