/** Blanks that editors and web pages put in place of the plain one. */
const otherBlanks = /"[^"\n]*"|[\u00A0\u2007\u202F]/g;

/** Signs without a width, which nobody sees and which make another word of a word. */
const invisible = /[\u00AD\u200B\u200E\u200F\u2060\uFEFF]/g;

/**
 * The text of a file with plain blanks and line ends, where an editor or a phone made others of them; as long as before, so that every
 * place stays. What stands in double quotes stays as it is.
 */
export function withPlainSigns(text: string): string {
  return text.replace(/\r(?!\n)/g, '\n').replace(otherBlanks, (found) => (found.startsWith('"') ? found : ' '));
}

/** Where signs stand that nobody sees. */
export function invisibleSigns(text: string): number[] {
  return [...text.matchAll(invisible)].map(({ index }) => index);
}
