const amounts: Readonly<Record<string, string>> = {
  k: '1000',
  m: '1000000',
  mio: '1000000',
  mn: '1000000',
  bn: '1000000000',
  mrd: '1000000000',
};
const short = /(?<=\d)(\s*)(k|m|mn|mio|bn|mrd)\.?(?=\s*(?:[^\p{L}]|$))/iu;

/** Words that stand behind numbers for thousands or millions, with how much each is: `{ K: 1000 }`. */
export function shortWordsIn(texts: readonly string[]): Readonly<Record<string, string>> {
  const words = texts.flatMap((text) => short.exec(text)?.[2] ?? []);
  return Object.fromEntries(words.map((word) => [word, amounts[word.toLowerCase()] ?? '']));
}

/** A number without such a word. */
export function withoutShort(text: string): string {
  return text.replace(short, '');
}
