import type { SparkFigure } from '../values/figure.ts';
import { markShape, newest } from './ends.ts';
import { frameOf } from './frame.ts';
import { hollow, linesOf } from './line.ts';
import type { Size } from './sizes.ts';
import { drawSvg } from './svg.ts';

/** A line of a row's height, without axes or words. */
export function drawSpark(figure: SparkFigure, size: Size, id: string): string {
  const { points, scale } = figure;
  const frame = frameOf({ points, scale, size });
  const index = newest(points);
  const last = points[index];
  const marks = [
    ...linesOf(frame, points, []),
    ...hollow(frame, points, false),
    ...(last && last.value !== null ? [markShape({ x: frame.x(index), y: frame.y(last.value) }, last.mark, 5)] : []),
  ];
  return drawSvg({ ...frame.options, marks }, { ...figure, id, narrow: size.narrow });
}
