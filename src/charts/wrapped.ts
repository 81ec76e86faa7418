import { fitting, widthOf } from './place.ts';
import type { Weight } from './widths.ts';

/** A name in at most so many lines, parted at blanks; what is still too long for the last one ends in an ellipsis. */
export function wrapped(
  name: string,
  height: number,
  room: number,
  most: number,
  weight: Weight = 'regular',
): string[] {
  if (most <= 1 || widthOf(name, height, weight) <= room) return [fitting(name, height, room, weight)];
  const blanks = [...name.matchAll(/ +/g)].map(({ index }) => index);
  const cut = blanks.findLast((at) => widthOf(name.slice(0, at), height, weight) <= room);
  if (!cut) return [fitting(name, height, room, weight)];
  return [name.slice(0, cut), ...wrapped(name.slice(cut).trimStart(), height, room, most - 1, weight)];
}

/** The same lines around a height: where each one's middle stands. */
export const linesAround = (lines: readonly string[], middle: number, height: number) =>
  lines.map((text, index) => ({ y: middle + (index - (lines.length - 1) / 2) * (height + 3), text }));
