/** Words as a reader counts them: what blanks part, kept-together ones too. */
export const wordsIn = (text: string): number => text.split(/[\s\u00a0]+/u).filter(Boolean).length;

/** No sentence of ours is longer. */
export const mostWords = 25;
