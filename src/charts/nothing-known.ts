import type * as Plot from '@observablehq/plot';
import { words } from './frame.ts';
import { parted } from './parted.ts';
import type { Size } from './sizes.ts';

/** Where words may stand, in pixels. */
interface Area {
  readonly size: Size;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Stands for the words where there is no room for them; the text alternative and the table say them. */
const noRoom = '–';

/** Where there is nothing to draw, the drawing says so in its middle. */
export function nothingKnown({ size, left, right, top, bottom }: Area, says: string | undefined): Plot.Markish[] {
  if (!says) return [];
  const step = size.text + 3;
  const parts = parted(says, size.text, right - left);
  const lines = parts.length > 1 && parts.length * step > size.height ? [noRoom] : parts;
  const first = (top + bottom) / 2 - ((lines.length - 1) * step) / 2;
  const labels = lines.map((text, index) => ({ x: (left + right) / 2, y: first + index * step, text }));
  return [words(labels, 'nothing halo', 'middle')];
}
