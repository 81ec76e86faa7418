/** Letters of a file's own text that a sentence shows at most. */
const longestShown = 200;

/** What a file holds, as it is shown within a sentence: without the marks that would break its line, and cut where it is long. */
export function inOneLine(text: string): string {
  const line = unbroken(text.slice(0, 2 * longestShown));
  return line.length > longestShown ? `${line.slice(0, longestShown - 1)}…` : line;
}

/** A text without line ends and other marks that no reader sees. */
export function unbroken(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
}

/** Names of a file's columns, parted by commas: the first of them, and how many more there are. */
export function someOf(names: readonly string[], most = 30): string {
  const shown = names.slice(0, most).map(inOneLine).join(', ');
  return names.length > most ? `${shown} and ${names.length - most} more` : shown;
}
