const yes = new Set(['true', '1', 'yes', 'y', 't', 'x']);
const no = new Set(['false', '0', 'no', 'n', 'f', '']);

/** Reads a truth as CRMs write it; null for anything else. An empty cell is no. */
export function readYesNo(text: string): boolean | null {
  // As most CRMs write it, in every row.
  if (text === 'false') return false;
  if (text === 'true') return true;
  const word = text.toLowerCase();
  if (yes.has(word)) return true;
  return no.has(word) ? false : null;
}
