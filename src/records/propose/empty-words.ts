const words =
  /^(?:[-–—.]+|select|-+\s?(?:none|select|please select)\s?-+|please select|n\/a|#n\/a|n\.a\.|null|none|nil|nan|undefined|\(blank\)|\(no value\)|\(none\)|keine angabe|k\. ?a\.)$/i;
const idColumn = /(?:^|[_\s.])id(?:__c)?$|[a-z]Id(?:__c)?$|ID$/u;

/** Texts of a column that stand for no value at all, each once. A 0 is one only where ids stand. */
export function emptyWordsIn(column: string, texts: readonly string[]): string[] {
  const found = new Set<string>();
  const holdsIds = idColumn.test(column);
  for (const text of texts) if (words.test(text) || (holdsIds && /^0+$/.test(text))) found.add(text);
  return [...found];
}
