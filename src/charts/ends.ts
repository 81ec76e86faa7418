import * as Plot from '@observablehq/plot';
import type { ColumnsFigure, LineFigure, Point } from '../values/figure.ts';
import type { MarkWord } from '../values/value.ts';
import { words, type Frame } from './frame.ts';
import { endLabel, parted, spread, type EndLabel } from './place.ts';
import { middleOf } from './usual.ts';

/** Words at the right end stand so far from the plot. */
export const aside = 10;

const symbols = { kept: 'circle', slipping: 'triangle', broken: 'square', none: 'circle' } as const satisfies Record<
  MarkWord,
  string
>;

/** A triangle looks larger than a disc of its area. */
const sized = { kept: 1, slipping: 0.86, broken: 1, none: 0.9 } as const satisfies Record<MarkWord, number>;

/** A mark as a bare shape, with a ring of paper around it. */
export function markShape(at: { readonly x: number; readonly y: number }, mark: MarkWord, r = 6.5): Plot.Markish {
  return Plot.dot([at], {
    x: 'x',
    y: 'y',
    r: r * sized[mark],
    symbol: symbols[mark],
    className: mark === 'none' ? 'm-none' : `m-${mark} m-ring`,
  });
}

/** The newest period that is over and known. */
export const newest = (points: readonly Point[]): number =>
  points.findLastIndex(({ state, value }) => state === 'complete' && value !== null);

/** The words at the right end: the newest value, what was agreed, where the running period stands, and the usual range's name. */
export function endWords(frame: Frame, { points, levels, ends, usual }: LineFigure | ColumnsFigure): Plot.Markish[] {
  const { size, y, right, bottom } = frame;
  const room = size.right - aside;
  const labelAt = (role: EndLabel['role'], text: string, at: number): EndLabel => {
    const height = role === 'vlabel' ? size.loud : size.text;
    return endLabel(role, parted(text, height, room), at, height);
  };
  const label = (role: EndLabel['role'], text: string, value: number | null | undefined): EndLabel[] => {
    return text && value != null ? [labelAt(role, text, y(value))] : [];
  };
  const level = levels.at(-1);
  const last = points.at(-1);
  const agreed = label('tlabel', ends.agreed, level?.value);
  const labels = [
    ...agreed,
    ...label('vlabel', ends.value, points[newest(points)]?.value),
    ...label('rlabel', ends.soFar, last?.state === 'so far' ? last.value : null),
    ...(usual ? [labelAt('ulabel', usual.label, middleOf(frame, usual))] : []),
  ];
  const placed = spread(labels, agreed[0] ?? null, 0, bottom + 12);
  return placed.map(({ role, lines, y: at }) =>
    words(
      lines.map((text, index) => ({ x: right + aside, y: at + index * (size.text + 3), text })),
      role,
    ),
  );
}

/** What a pointer over a period says. */
export const hover = (frame: Frame, points: readonly Point[]): Plot.Markish =>
  Plot.dot(
    points.flatMap(({ value, says }, index) =>
      value === null ? [] : [{ x: frame.x(index), y: frame.y(value), says }],
    ),
    { x: 'x', y: 'y', r: 8, title: 'says', className: 'hit' },
  );
