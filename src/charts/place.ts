/** Where words find room. No font is measured while a page is built: widths are those of the site's own sans. */
import { movedApart } from './apart.ts';
import { characterWidth, type Weight } from './widths.ts';

/** How wide a text of a height is, in pixels. */
export function widthOf(text: string, height: number, weight: Weight = 'regular'): number {
  let width = 0;
  for (const character of text) width += characterWidth(character, weight);
  return Math.ceil((width * height) / 1000);
}

/** What a reader takes for one letter: an accent or a joined picture is never cut from what it belongs to. */
const letters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A name longer than its column ends in an ellipsis; the table beside the chart has it whole. */
export function fitting(name: string, height: number, room: number, weight: Weight = 'regular'): string {
  if (widthOf(name, height, weight) <= room) return name;
  let kept = '';
  for (const { segment } of letters.segment(name)) {
    if (kept && widthOf(`${kept}${segment}…`, height, weight) > room) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

export interface EndLabel {
  readonly lines: readonly string[];
  readonly role: 'vlabel' | 'tlabel' | 'rlabel' | 'ulabel';
  /** Where it should stand, and after `spread` where it stands: the middle of its first line. */
  readonly y: number;
  /** How far it reaches up from there, and down. */
  readonly above: number;
  readonly below: number;
  /** From one of its lines to the next. */
  readonly step: number;
}

/** A label of one or more lines, for text of a height. */
export function endLabel(role: EndLabel['role'], lines: readonly string[], y: number, height: number): EndLabel {
  const half = height * 0.6;
  const step = height + 3;
  return { role, lines, y, above: half, below: half + (lines.length - 1) * step, step };
}

/**
 * Moves labels apart so that none overlaps; the one that is `fixed` never moves and the others give way, upwards or downwards
 * as they lie. All stay between `top` and `bottom`.
 */
export function spread(labels: readonly EndLabel[], fixed: EndLabel | null, top: number, bottom: number): EndLabel[] {
  const free = labels.filter((label) => label !== fixed);
  const placed: EndLabel[] = fixed ? [{ ...fixed, y: within(fixed, top, bottom) }] : [];
  for (const label of free) {
    const y = nearestRoom(label, placed, top, bottom);
    if (y === null) return stacked(labels, top, bottom);
    placed.push({ ...label, y });
  }
  return placed;
}

const within = ({ y, above, below }: EndLabel, top: number, bottom: number) =>
  Math.max(top + above, Math.min(y, bottom - below));

/** Where there is hardly room for all, none is fixed: they stand close, in the order of their heights. */
function stacked(labels: readonly EndLabel[], top: number, bottom: number): EndLabel[] {
  const sorted = labels.toSorted((one, other) => one.y - other.y);
  const wanted = sorted.map(({ y, above, below }) => ({ y: y + (below - above) / 2, height: above + below }));
  const middles = movedApart(wanted, top, bottom);
  return sorted.map((label, index) => ({ ...label, y: (middles[index] ?? label.y) - (label.below - label.above) / 2 }));
}

function nearestRoom(
  { y, above, below }: EndLabel,
  placed: readonly EndLabel[],
  top: number,
  bottom: number,
): number | null {
  const hair = 0.01;
  const fits = (at: number) =>
    at - above >= top - hair &&
    at + below <= bottom + hair &&
    placed.every((other) => at + below <= other.y - other.above + hair || at - above >= other.y + other.below - hair);
  const beside = placed.flatMap((other) => [other.y - other.above - below, other.y + other.below + above]);
  const candidates = [y, top + above, bottom - below, ...beside].filter(fits);
  return candidates.toSorted((one, other) => Math.abs(one - y) - Math.abs(other - y))[0] ?? null;
}
