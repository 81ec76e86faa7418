import type * as Plot from '@observablehq/plot';
import type { SlopeFigure } from '../values/figure.ts';
import { words } from './frame.ts';
import { parted } from './parted.ts';
import { widthOf } from './place.ts';
import type { Size } from './sizes.ts';

/** From one line of a name to the next, in heights of the text. */
const leading = 1.2;

type Names = readonly [before: readonly string[], after: readonly string[]];

/** What the sides are called: each in one line, or both parted where they do not fit beside each other. */
function namesOf({ sides: [before, after] }: SlopeFigure, { width, text }: Size, gap: number): Names {
  const [one, other] = [widthOf(before, text), widthOf(after, text, 'bold')];
  if (one + gap + other <= width) return [[before], [after]];
  const room = Math.min((width - gap) / 2, one - 1, other - 1);
  return [parted(before, text, room), parted(after, text, room, 'bold')];
}

/** How high the names of the sides are, with what parts them from the drawing below. */
export function sidesHeight(figure: SlopeFigure, size: Size, gap: number): number {
  const lines = Math.max(...namesOf(figure, size, gap).map((name) => name.length));
  return size.text * (2.2 + (lines - 1) * leading);
}

interface Sides {
  readonly left: number;
  readonly right: number;
  /** How far the names keep apart. */
  readonly leader: number;
}

/** What the sides are called, above their axes and clear of each other. */
export function sidesOf(figure: SlopeFigure, { left, right, leader }: Sides, size: Size): Plot.Markish[] {
  const { width, text } = size;
  const [before, after] = namesOf(figure, size, leader);
  const one = Math.max(...before.map((line) => widthOf(line, text))) / 2;
  const other = Math.max(...after.map((line) => widthOf(line, text, 'bold'))) / 2;
  const apart = one + leader + other;
  const second = Math.min(width - other, Math.max(right, Math.max(one, left) + apart));
  const first = Math.min(Math.max(one, left), second - apart);
  const placed = (lines: readonly string[], x: number) =>
    lines.map((line, index) => ({ x, y: text * (0.75 + index * leading), text: line }));
  return [words(placed(before, first), 'tick', 'middle'), words(placed(after, second), 'tick now', 'middle')];
}
