/** What is already on a drawing, so that words and notes keep clear of it. All in pixels. */
import { widthOf } from './place.ts';
import type { Weight } from './widths.ts';

export interface Box {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** Words and shapes as boxes, thin lines as the way from one end to the other. */
export interface Taken {
  readonly boxes: readonly Box[];
  readonly lines: readonly Box[];
}

export const allOf = (...taken: readonly Taken[]): Taken => ({
  boxes: taken.flatMap(({ boxes }) => boxes),
  lines: taken.flatMap(({ lines }) => lines),
});

/** The box of words whose middle stands at a height. */
export function wordsBox(
  { x, y, text }: { readonly x: number; readonly y: number; readonly text: string },
  height: number,
  anchor: 'start' | 'middle' | 'end' = 'start',
  weight: Weight = 'regular',
): Box {
  const width = widthOf(text, height, weight);
  const x1 = x - { start: 0, middle: width / 2, end: width }[anchor];
  return { x1, x2: x1 + width, y1: y - height * 0.6, y2: y + height * 0.6 };
}

/** The box around a place. */
export const around = ({ x, y }: { readonly x: number; readonly y: number }, reach: number): Box => ({
  x1: x - reach,
  x2: x + reach,
  y1: y - reach,
  y2: y + reach,
});

export const meets = (one: Box, other: Box): boolean =>
  one.x1 < other.x2 && other.x1 < one.x2 && one.y1 < other.y2 && other.y1 < one.y2;

/** Whether a line runs through a box: what is left of it when each side has cut off its part (Liang and Barsky 1984). */
export function runsThrough(line: Box, box: Box): boolean {
  let [from, to] = [0, 1];
  const [width, height] = [line.x2 - line.x1, line.y2 - line.y1];
  const sides = [
    [-width, line.x1 - box.x1],
    [width, box.x2 - line.x1],
    [-height, line.y1 - box.y1],
    [height, box.y2 - line.y1],
  ] as const;
  for (const [way, inside] of sides) {
    if (way === 0 && inside < 0) return false;
    if (way < 0) from = Math.max(from, inside / way);
    if (way > 0) to = Math.min(to, inside / way);
  }
  return from <= to;
}

/** Whether a box keeps clear of everything by so many pixels. */
export function isFree({ x1, y1, x2, y2 }: Box, { boxes, lines }: Taken, clear: number): boolean {
  const wide = { x1: x1 - clear, y1: y1 - clear, x2: x2 + clear, y2: y2 + clear };
  return !boxes.some((box) => meets(wide, box)) && !lines.some((line) => runsThrough(line, wide));
}
