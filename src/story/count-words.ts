/** Words as a reader counts them: what blanks part, kept-together ones too. */
export const wordsIn = (text: string): number => text.split(/[\s\u00a0]+/u).filter(Boolean).length;

/** No sentence of ours is longer. */
export const mostWords = 25;

/** Beside a metric's name there is room for so many. */
export const mostBriefWords = 9;

/** The first of several wordings that is brief; the last one where none is. */
export const briefest = (wordings: readonly string[]): string =>
  wordings.find((words) => wordsIn(words) <= mostBriefWords) ?? wordings.at(-1) ?? '';
