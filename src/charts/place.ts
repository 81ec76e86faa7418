/** Where words find room. Widths are estimates: no font is measured while a page is built. */

/** About how wide a text is: figures and small letters of the site's sans are half as wide as high. */
export const widthOf = (text: string, height: number): number => Math.ceil(text.length * height * 0.49);

/** Two lines where one would not fit: parted after a colon, else at the last blank but one that leaves both short. */
export function parted(text: string, height: number, room: number): string[] {
  if (widthOf(text, height) <= room) return [text];
  const cut = text.includes(': ') ? text.indexOf(': ') + 1 : text.indexOf(' ');
  return cut <= 0 ? [text] : [text.slice(0, cut), text.slice(cut + 1)];
}

export interface EndLabel {
  readonly lines: readonly string[];
  readonly role: 'vlabel' | 'tlabel' | 'rlabel';
  /** Where it should stand, and after `spread` where it stands: the middle of its first line. */
  readonly y: number;
  /** The height of all its lines. */
  readonly height: number;
}

/**
 * Moves labels apart so that none overlaps; the one that is `fixed` never moves and the others give way, upwards or downwards
 * as they lie. All stay between `top` and `bottom`.
 */
export function spread(labels: readonly EndLabel[], fixed: EndLabel | null, top: number, bottom: number): EndLabel[] {
  const free = labels.filter((label) => label !== fixed).toSorted((one, other) => one.y - other.y);
  const placed: EndLabel[] = fixed ? [fixed] : [];
  for (const label of free) placed.push({ ...label, y: nearestRoom(label, placed, top, bottom) });
  return placed;
}

function nearestRoom({ y, height }: EndLabel, placed: readonly EndLabel[], top: number, bottom: number): number {
  const first = 9;
  const fits = (at: number) =>
    at - first >= top &&
    at - first + height <= bottom &&
    placed.every(
      (other) => at - first + height <= other.y - first + 0.01 || at - first >= other.y - first + other.height - 0.01,
    );
  const candidates = [y, ...placed.flatMap((other) => [other.y - height, other.y + other.height])];
  const room = candidates.filter(fits).toSorted((one, other) => Math.abs(one - y) - Math.abs(other - y));
  return room[0] ?? y;
}
