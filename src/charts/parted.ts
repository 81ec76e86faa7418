import { widthOf } from './place.ts';
import type { Weight } from './widths.ts';
import { wrapped } from './wrapped.ts';

/** Where a text may be parted: after its colon, if it has one; else at any blank that does not tie a number to its unit. */
function cutsOf(text: string): readonly number[] {
  const colon = text.indexOf(': ');
  return colon > 0 ? [colon + 1] : [...text.matchAll(/ /g)].map(({ index }) => index);
}

/** Two lines of about one length where one would not fit (`€1,180,000` and `so far`), and more where two do not. */
export function parted(text: string, height: number, room: number, weight: Weight = 'regular'): string[] {
  const width = (line: string) => widthOf(line, height, weight);
  if (width(text) <= room) return [text];
  const pairs = cutsOf(text).map((cut) => [text.slice(0, cut), text.slice(cut + 1)]);
  const longest = (lines: readonly string[]) => Math.max(...lines.map(width));
  const best = pairs.toSorted((one, other) => longest(one) - longest(other))[0];
  return best && longest(best) <= room ? best : wrapped(text, height, room, text.length);
}

/** How much room a text needs if it is parted at every blank. */
export const widestWord = (text: string, height: number, weight: Weight = 'regular'): number =>
  Math.max(0, ...text.split(' ').map((word) => widthOf(word, height, weight)));
