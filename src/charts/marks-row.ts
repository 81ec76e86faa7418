import * as Plot from '@observablehq/plot';
import type { MarksFigure, RecordMark } from '../values/figure-marks.ts';
import { foot } from './foot.ts';
import { frameOf, type Frame } from './frame.ts';
import { nothingKnown } from './nothing-known.ts';
import type { Size } from './sizes.ts';
import { drawSvg } from './svg.ts';

/** So many marks fill the row; fewer stand as close together, from its beginning on. */
const fullRow = 12;
/** In a table the row has no words, and fits itself. */
const closest = 16;
const radius = { mark: 6, newest: 8 } as const;

const symbols = { kept: 'circle', slipping: 'triangle', broken: 'square', none: 'circle', draft: 'circle' } as const;
/** A triangle looks larger than a disc of its area, and a ring has its line around it. */
const sized = { kept: 1, slipping: 0.92, broken: 0.96, none: 0.88, draft: 0.88 } as const;

/** Shapes so far apart that neighbours never touch. */
const radiusOf = (index: number, count: number, step: number) =>
  Math.min(index === count - 1 ? radius.newest : radius.mark, step * 0.42);

const shapeAt = (at: { x: number; y: number; says: string }, shape: RecordMark['shape'], r: number): Plot.Markish =>
  Plot.dot([at], {
    x: 'x', y: 'y', r: r * sized[shape], symbol: symbols[shape], title: 'says', className: `m-${shape}`,
  }); // prettier-ignore

/** Where the marks stand: from the left, all as far apart as twelve of them are in a full row. */
function rowFrame({ marks }: MarksFigure, size: Size): Frame {
  const frame = frameOf({ points: marks, scale: { from: 0, to: 1, ticks: [] }, size });
  const room = size.width - size.left - size.right;
  const most = size.bottom === 0 ? Math.min(closest + 4, room) : room / (fullRow - 1);
  const step = marks.length > 1 ? Math.min(most, room / (marks.length - 1)) : most;
  return { ...frame, left: size.left, right: size.width - size.right, step, x: (index) => size.left + index * step };
}

/** A promise's record, period by period. */
export function drawMarks(figure: MarksFigure, size: Size, id: string): string {
  const { marks, days } = figure;
  const frame = rowFrame(figure, size);
  const y = (size.height - size.bottom) / 2;
  const shapes = marks.map(({ shape, says }, index) =>
    shapeAt({ x: frame.x(index), y, says }, shape, radiusOf(index, marks.length, frame.step)),
  );
  const words = size.bottom > 0 ? foot(frame, days, marks, -1) : [];
  const empty = marks.length > 0 ? [] : nothingKnown({ ...frame, size }, figure.empty);
  return drawSvg({ ...frame.options, marks: [...shapes, ...words, ...empty] }, { ...figure, id, narrow: size.narrow });
}
