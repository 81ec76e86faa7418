import * as Plot from '@observablehq/plot';
import type { ColumnsFigure, Point } from '../values/figure.ts';
import { endWords, markShape, newest } from './ends.ts';
import { foot, frameOf, grid, rowsFor, wordingRules, type Frame } from './frame.ts';
import { agreed } from './levels.ts';
import type { Size } from './sizes.ts';
import { drawSvg } from './svg.ts';
import { leftUsual, usualBand, usualEdges } from './usual.ts';

const classes = { complete: 'bar', open: 'bar wait', 'so far': 'bar wait' } as const satisfies Record<
  Point['state'],
  string
>;
const share = 0.62;

function bars(frame: Frame, points: readonly Point[]): Plot.Markish[] {
  const half = (frame.step * share) / 2;
  const drawn = points.flatMap(({ value, state, old, says }, index) => {
    if (value === null) return [];
    const className = old && state === 'complete' ? 'bar oldb' : classes[state];
    const [x, y, zero] = [frame.x(index), frame.y(value), frame.y(0)];
    return [{ x1: x - half, x2: x + half, y1: Math.min(y, zero), y2: Math.max(y, zero), says, className }];
  });
  return [...new Set(drawn.map(({ className }) => className))].map((className) =>
    Plot.rect(
      drawn.filter((bar) => bar.className === className),
      { x1: 'x1', x2: 'x2', y1: 'y1', y2: 'y2', title: 'says', className },
    ),
  );
}

/** A count or a sum over time: columns from zero, the running one hollow, the newest one that is over with its mark. */
export function drawColumns(figure: ColumnsFigure, size: Size, id: string): string {
  const { points, scale, changes, usual } = figure;
  const frame = frameOf({ points, scale, size, rows: rowsFor(changes, size), pad: 0.5 });
  const index = newest(points);
  const last = points[index];
  const marks = [
    ...usualBand(frame, usual, points),
    ...grid(frame, scale),
    ...bars(frame, points),
    ...foot(frame, figure.days, points),
    ...usualEdges(frame, usual, points),
    ...agreed(frame, figure.levels, points, true),
    ...leftUsual(frame, usual, points, { above: 16 }),
    ...wordingRules(frame, changes, points),
    ...(last && last.value !== null ? [markShape({ x: frame.x(index), y: frame.y(last.value) }, last.mark)] : []),
    ...endWords(frame, figure),
  ];
  return drawSvg({ ...frame.options, marks }, { ...figure, id, narrow: size.narrow });
}
