import * as Plot from '@observablehq/plot';
import type { Level, Point } from '../values/figure.ts';
import { words, type Frame } from './frame.ts';
import { widthOf } from './place.ts';

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
  return { x1, x2: newest ? right : x(last) + step / 2, y: y(level.value), label: level.label };
}

/** The spot near a stretch where its label keeps clear of the line; null where it would stand in it. */
function calmest({ x, y, size, bottom }: Frame, { x1, x2, y: level, label }: Stretch, points: readonly Point[]) {
  const width = widthOf(label, size.text);
  const clear = size.text * 0.75;
  const room = (left: number, middle: number) =>
    Math.min(
      clear * 2,
      ...points.flatMap(({ value }, index) =>
        value === null || x(index) < left - 6 || x(index) > left + width + 6 ? [] : [Math.abs(y(value) - middle)],
      ),
    );
  const spots = [-1, 1, -1.9, 1.9, -2.8, 2.8, 3.7].flatMap((lines) =>
    Array.from({ length: 9 }, (_, part) => {
      const at = { x: x1 + (Math.max(0, x2 - x1 - width - 4) * part) / 8, y: level + lines * clear };
      return { ...at, room: at.y > bottom - clear ? 0 : room(at.x, at.y) - Math.abs(lines) };
    }),
  );
  const best = spots.toSorted((one, other) => other.room - one.room)[0];
  return best && best.room > clear * 0.8 ? best : null;
}

/**
 * What was agreed, as thin lines; the newest is named at the right end of the drawing, each earlier one on its own stretch
 * where its words find room. `solid`: columns stand below the values, and words only beside them.
 */
export function agreed(
  frame: Frame,
  levels: readonly Level[],
  points: readonly Point[],
  solid = false,
): Plot.Markish[] {
  const stretches = levels.map((level, index) => stretchOf(frame, level, points, index === levels.length - 1));
  const drawn = stretches.filter((stretch) => stretch !== null);
  const earlier = stretches.slice(0, -1).filter((stretch) => stretch !== null);
  const labels = earlier.flatMap((stretch) => {
    const fits = !solid && stretch.x2 - stretch.x1 > 40;
    const spot = fits ? calmest(frame, stretch, points) : null;
    return spot ? [{ x: spot.x, y: spot.y, text: stretch.label }] : [];
  });
  return [Plot.ruleY(drawn, { y: 'y', x1: 'x1', x2: 'x2', className: 'target' }), words(labels, 'tlabel halo')];
}
