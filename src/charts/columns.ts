import * as Plot from '@observablehq/plot';
import type { ColumnsFigure, Point } from '../values/figure.ts';
import { markShape, newest } from './ends.ts';
import { zeroOf, type Frame } from './frame.ts';
import { ground, rules, stageOf, wordsAbout } from './over-time.ts';
import { around, type Box } from './room.ts';
import type { Size } from './sizes.ts';
import { drawSvg } from './svg.ts';
import { diamondAt, leftUsual, usualBand, usualEdges } from './usual.ts';

const classes = { complete: 'bar', open: 'bar wait young', 'so far': 'bar wait' } as const satisfies Record<
  Point['state'],
  string
>;
/** A column takes this part of its step, and never more pixels: few columns are no blocks. */
const share = 0.62;
const widest = 56;
/** A diamond stands so far above its column, clear of the column's mark. */
const above = 16;

/** What is not nothing can be seen: so many pixels at least. */
const least = 1.5;

/** Half a column's width in pixels. */
export const halfColumn = (step: number, part = share): number => Math.min(step * part, widest) / 2;

/** Where a column ends, in pixels: if it is not zero itself, so far from zero that it is seen. */
export function seen(y: number, zero: number, value: number, atLeast = least): number {
  if (value === 0) return y;
  return value > 0 ? Math.min(y, zero - atLeast) : Math.max(y, zero + atLeast);
}

interface Bar extends Box {
  readonly says: string;
  readonly className: string;
}

function barsOf(frame: Frame, points: readonly Point[], zero: number): Bar[] {
  const half = halfColumn(frame.step);
  return points.flatMap(({ value, state, old, says }, index) => {
    if (value === null) return [];
    const className = old && state === 'complete' ? 'bar oldb' : classes[state];
    const [x, y] = [frame.x(index), seen(frame.y(value), zero, value)];
    return [{ x1: x - half, x2: x + half, y1: Math.min(y, zero), y2: Math.max(y, zero), says, className }];
  });
}

/** Columns of one look as one group. */
const grouped = (bars: readonly Bar[]): Plot.Markish[] =>
  [...new Set(bars.map(({ className }) => className))].map((className) =>
    Plot.rect(
      bars.filter((bar) => bar.className === className),
      { x1: 'x1', x2: 'x2', y1: 'y1', y2: 'y2', title: 'says', className },
    ),
  );

/** A count or a sum over time: columns from zero, the running one hollow, the newest one that is over with its mark. */
export function drawColumns(figure: ColumnsFigure, size: Size, id: string): string {
  const { points, scale, usual } = figure;
  const stage = stageOf(figure, size, 0.5);
  const { frame } = stage;
  const zero = zeroOf(frame, scale) ?? frame.bottom;
  const bars = barsOf(frame, points, zero);
  const index = newest(points);
  const last = points[index];
  const tip = last && last.value !== null ? { x: frame.x(index), y: frame.y(last.value) } : null;
  const left = points.flatMap(({ from, value }, at) =>
    value !== null && (usual?.outside.includes(from) || usual?.inRuns.includes(from))
      ? [around({ x: frame.x(at), y: diamondAt(frame, value, above) }, 8)]
      : [],
  );
  const taken = { boxes: [...bars, ...left, ...(tip ? [around(tip, 8)] : [])], lines: [] };
  const marks = [
    ...usualBand(frame, usual, points),
    ...usualEdges(frame, usual, points),
    ...ground(stage, figure),
    ...grouped(bars),
    Plot.ruleY([zero], { x1: 0, x2: frame.right, className: 'axis' }),
    ...rules(stage, true),
    ...leftUsual(frame, usual, points, { above }),
    ...(tip && last ? [markShape(tip, last.mark)] : []),
    ...wordsAbout(stage, figure, taken, (at) => frame.y(points[at]?.value ?? scale.from)),
  ];
  return drawSvg({ ...frame.options, marks }, { ...figure, id, narrow: size.narrow });
}
