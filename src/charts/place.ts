/** Where words find room. Widths are estimates: no font is measured while a page is built. */

/** About how wide a text is: figures and small letters of the site's sans are half as wide as high. */
export const widthOf = (text: string, height: number): number => Math.ceil(text.length * height * 0.49);

/** A name longer than its column ends in an ellipsis; the table beside the chart has it whole. */
export function fitting(name: string, height: number, room: number): string {
  if (widthOf(name, height) <= room) return name;
  const letters = [...name];
  return `${letters
    .slice(0, Math.max(1, Math.floor(room / (height * 0.49)) - 1))
    .join('')
    .trimEnd()}…`;
}

/** Two lines where one would not fit: parted after a colon, else at the last blank but one that leaves both short. */
export function parted(text: string, height: number, room: number): string[] {
  if (widthOf(text, height) <= room) return [text];
  const cut = text.includes(': ') ? text.indexOf(': ') + 1 : text.indexOf(' ');
  return cut <= 0 ? [text] : [text.slice(0, cut), text.slice(cut + 1)];
}

export interface EndLabel {
  readonly lines: readonly string[];
  readonly role: 'vlabel' | 'tlabel' | 'rlabel' | 'ulabel';
  /** Where it should stand, and after `spread` where it stands: the middle of its first line. */
  readonly y: number;
  /** How far it reaches up from there, and down. */
  readonly above: number;
  readonly below: number;
}

/** A label of one or two lines, for text of a height. */
export function endLabel(role: EndLabel['role'], lines: readonly string[], y: number, height: number): EndLabel {
  const half = height * 0.6;
  return { role, lines, y, above: half, below: half + (lines.length - 1) * (height + 3) };
}

/**
 * Moves labels apart so that none overlaps; the one that is `fixed` never moves and the others give way, upwards or downwards
 * as they lie. All stay between `top` and `bottom`.
 */
export function spread(labels: readonly EndLabel[], fixed: EndLabel | null, top: number, bottom: number): EndLabel[] {
  const free = labels.filter((label) => label !== fixed);
  const placed: EndLabel[] = fixed ? [fixed] : [];
  for (const label of free) placed.push({ ...label, y: nearestRoom(label, placed, top, bottom) });
  return placed;
}

function nearestRoom({ y, above, below }: EndLabel, placed: readonly EndLabel[], top: number, bottom: number): number {
  const hair = 0.01;
  const fits = (at: number) =>
    at - above >= top - hair &&
    at + below <= bottom + hair &&
    placed.every((other) => at + below <= other.y - other.above + hair || at - above >= other.y + other.below - hair);
  const beside = placed.flatMap((other) => [other.y - other.above - below, other.y + other.below + above]);
  const candidates = [y, top + above, bottom - below, ...beside].filter(fits);
  return candidates.toSorted((one, other) => Math.abs(one - y) - Math.abs(other - y))[0] ?? y;
}
