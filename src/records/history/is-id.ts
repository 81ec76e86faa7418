/** Whether a text may be written down beside what was observed: an id, not somebody's name or address. */
export function isId(text: string): boolean {
  return text.length <= 100 && /^[\w:.-]*\d[\w:.-]*$/.test(text);
}
