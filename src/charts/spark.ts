import * as Plot from '@observablehq/plot';
import type { Scale, SparkFigure } from '../values/figure.ts';
import type { MarkWord } from '../values/value.ts';
import { markShape, newest } from './ends.ts';
import { frameOf } from './frame.ts';
import { hollow, linesOf } from './line.ts';
import { nothingKnown } from './nothing-known.ts';
import type { Size } from './sizes.ts';
import { drawSvg } from './svg.ts';
import { leftUsual, usualBand, usualMiddle } from './usual.ts';

/** The usual range may take so many times the height of the line: past that, the line itself would be squeezed flat. */
const mostOfRange = 2.5;

/** From the least to the greatest value, and as far as the usual range reaches within reason. It has no words, so it needs no round ends. */
function scaleOf({ points, usual }: SparkFigure): Scale {
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]));
  const [least, greatest] = values.length > 0 ? [Math.min(...values), Math.max(...values)] : [0, 0];
  const reach = (greatest - least) * mostOfRange;
  const from = usual ? Math.min(least, Math.max(usual.lower, greatest - reach)) : least;
  const to = usual ? Math.max(greatest, Math.min(usual.upper, least + reach)) : greatest;
  return from < to ? { from, to, ticks: [] } : { from: from - 1, to: to + 1, ticks: [] };
}

/** Its mark, or a plain dot where there is none. */
const newestAs = (at: { readonly x: number; readonly y: number }, mark: MarkWord): Plot.Markish =>
  mark === 'none' ? Plot.dot([at], { x: 'x', y: 'y', r: 4, className: 'dot' }) : markShape(at, mark, 5);

/** A year of a number beside its name: the line with its usual range and its middle, what left the range, and the mark as its last point. */
export function drawSpark(figure: SparkFigure, size: Size, id: string): string {
  const { points, changes, usual } = figure;
  const frame = frameOf({ points, scale: scaleOf(figure), size });
  const wide = { ...frame, right: size.width };
  const index = newest(points);
  const last = points[index];
  const area = { ...frame, size, right: size.width - size.right };
  const known = points.some(({ value }) => value !== null);
  const at = last && last.value !== null ? { x: frame.x(index), y: frame.y(last.value) } : null;
  const marks = [
    ...usualBand(wide, usual, points),
    ...usualMiddle(wide, usual, points),
    ...linesOf(frame, points, changes),
    ...leftUsual(frame, usual && { ...usual, inRuns: [] }, points.slice(0, Math.max(index, 0))),
    ...hollow(frame, points, null),
    ...(at && last ? [newestAs(at, last.mark)] : []),
    ...(known ? [] : nothingKnown(area, figure.empty)),
  ];
  return drawSvg({ ...frame.options, marks }, { ...figure, id, narrow: true });
}
