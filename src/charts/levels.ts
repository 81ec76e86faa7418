import * as Plot from '@observablehq/plot';
import type { Level, Point } from '../values/figure.ts';
import { words, type Frame, type Label } from './frame.ts';
import { widthOf } from './place.ts';
import { isFree, wordsBox, type Taken } from './room.ts';

interface Stretch {
  readonly x1: number;
  readonly x2: number;
  readonly y: number;
  readonly label: string;
}

/** A level's stretch in pixels: half a step to either side of its periods; the newest one to the plot's right end. */
function stretchOf(
  { x, y, step, left, right }: Frame,
  level: Level,
  points: readonly Point[],
  newest: boolean,
): Stretch | null {
  const inside = points.flatMap(({ from, to }, index) => (from >= level.from && to <= level.to ? [index] : []));
  const [first, last] = [inside[0], inside.at(-1)];
  if (first === undefined || last === undefined) return null;
  const x1 = Math.max(left - 8, x(first) - step / 2);
  return { x1, x2: newest ? right : Math.min(right, x(last) + step / 2), y: y(level.value), label: level.label };
}

/** A stretch shorter than this has no words of its own. */
const shortest = 40;
/** The spots for a label, in lines above (negative) or below its stretch, the nearest first. */
const beside = [-1, 1, -1.9, 1.9, -2.8, 2.8, 3.7];
const parts = 12;

/** The spot near a stretch where its label keeps clear of everything; null where there is none. */
function calmest({ size, roof, bottom }: Frame, { x1, x2, y, label }: Stretch, taken: Taken): Label | null {
  const line = size.text * 0.75;
  const spare = Math.max(0, x2 - x1 - widthOf(label, size.text) - 4);
  const spots = beside.flatMap((lines) =>
    Array.from({ length: parts + 1 }, (_, part) => ({
      x: x1 + (spare * part) / parts,
      y: y + lines * line,
      text: label,
    })),
  );
  const inside = spots.filter((spot) => spot.y > roof + line && spot.y < bottom - line);
  // Rather a calm spot than a near one, rather a near one than none.
  const found = [8, 2].map((clear) => inside.find((spot) => isFree(wordsBox(spot, size.text), taken, clear)));
  return found.find((spot) => spot !== undefined) ?? null;
}

/** What was agreed, laid out: the newest is named at the right end of the drawing. */
export interface Agreed {
  readonly stretches: readonly Stretch[];
  readonly taken: Taken;
}

export function agreedOf(frame: Frame, levels: readonly Level[], points: readonly Point[]): Agreed {
  const all = levels.map((level, index) => stretchOf(frame, level, points, index === levels.length - 1));
  const stretches = all.filter((stretch) => stretch !== null);
  return { stretches, taken: { boxes: [], lines: stretches.map(({ x1, x2, y }) => ({ x1, x2, y1: y, y2: y })) } };
}

/** What was agreed, as thin lines. `edged`: over columns, from which paper parts them. */
export function agreedRules({ stretches }: Agreed, edged = false): Plot.Markish[] {
  const rule = (className: string) => Plot.ruleY(stretches, { y: 'y', x1: 'x1', x2: 'x2', className });
  return stretches.length === 0 ? [] : [...(edged ? [rule('edge')] : []), rule('target')];
}

/** Each earlier level by name, on its own stretch where its words find room: they keep clear of what is taken and of each other. */
export function earlierNames(
  frame: Frame,
  { stretches }: Agreed,
  taken: Taken,
): { readonly marks: Plot.Markish[]; readonly taken: Taken } {
  const labels: Label[] = [];
  for (const stretch of stretches.slice(0, -1).toReversed()) {
    const boxes = [...taken.boxes, ...labels.map((label) => wordsBox(label, frame.size.text))];
    const spot = stretch.x2 - stretch.x1 > shortest ? calmest(frame, stretch, { ...taken, boxes }) : null;
    if (spot) labels.push(spot);
  }
  const boxes = labels.map((label) => wordsBox(label, frame.size.text));
  return { marks: [words(labels, 'tlabel halo')], taken: { boxes, lines: [] } };
}
