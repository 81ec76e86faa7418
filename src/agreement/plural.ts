const sibilant = /(?:s|x|z|ch|sh)$/i;

/** The regular plural of a name, made at its last word: `pipeline entry`, `pipeline entries`. */
export function pluralOf(name: string): string {
  if (/[^aeiou]y$/i.test(name)) return `${name.slice(0, -1)}ies`;
  return sibilant.test(name) ? `${name}es` : `${name}s`;
}

/** The name with its article: `a touch`, `an inbound lead`. */
export function withArticle(name: string): string {
  const vowel = /^(?:[aeio]|u(?!ni|s[aei]|t[ei]))/i.test(name);
  return `${vowel ? 'an' : 'a'} ${name}`;
}
