import { widthOf } from './place.ts';
import type { Weight } from './widths.ts';
import { wrapped } from './wrapped.ts';

/**
 * Lines that fit where one would not: parted after a colon, else at the first blank (`€1,180,000` and `so far`), else wherever a line
 * is full.
 */
export function parted(text: string, height: number, room: number, weight: Weight = 'regular'): string[] {
  const fits = (line: string) => widthOf(line, height, weight) <= room;
  if (fits(text)) return [text];
  const colon = text.indexOf(': ') + 1;
  const cut = colon > 0 ? colon : text.indexOf(' ');
  const halves = cut > 0 ? [text.slice(0, cut), text.slice(cut + 1)] : [text];
  return halves.every(fits) ? halves : wrapped(text, height, room, text.length);
}

/** How much room a text needs if it is parted at every blank. */
export const widestWord = (text: string, height: number, weight: Weight = 'regular'): number =>
  Math.max(0, ...text.split(/\s+/).map((word) => widthOf(word, height, weight)));
