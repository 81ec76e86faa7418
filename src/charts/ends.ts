import * as Plot from '@observablehq/plot';
import type { ColumnsFigure, LineFigure, Point } from '../values/figure.ts';
import type { MarkWord } from '../values/value.ts';
import { words, type Frame } from './frame.ts';
import { parted, widestWord } from './parted.ts';
import { endLabel, spread, widthOf, type EndLabel } from './place.ts';
import type { Taken } from './room.ts';
import type { Size } from './sizes.ts';
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

type Role = EndLabel['role'];
const styleOf = (role: Role, { loud, text }: Size) =>
  role === 'vlabel' ? ({ height: loud, weight: 'bold' } as const) : ({ height: text, weight: 'regular' } as const);

/** How much room words at the right end need at least: a number is never cut. */
export const asideFor = (texts: readonly (readonly [Role, string])[], size: Size): number =>
  Math.max(
    0,
    ...texts.map(([role, text]) => widestWord(text, styleOf(role, size).height, styleOf(role, size).weight) + aside),
  );

/** Words at the right end, beside a height in pixels. */
export function sideLabel({ size, right }: Frame, role: Role, text: string, at: number): EndLabel {
  const { height, weight } = styleOf(role, size);
  return endLabel(role, parted(text, height, size.width - right - aside, weight), at, height);
}

/** Labels at the right end, moved apart. The `fixed` one stays. */
export function sideWords(frame: Frame, labels: readonly EndLabel[], fixed: EndLabel | null) {
  const { size, right, roof, bottom } = frame;
  // Below them, the name of the newest period may reach past the plot.
  const placed = spread(labels, fixed, roof, bottom + size.bottom - size.text * 1.4);
  const marks = placed.map(({ role, lines, y, step }) =>
    words(
      lines.map((text, index) => ({ x: right + aside, y: y + index * step, text })),
      role,
    ),
  );
  const taken: Taken = {
    lines: [],
    boxes: placed.map(({ role, lines, y, above, below }) => {
      const { height, weight } = styleOf(role, size);
      const width = Math.max(...lines.map((text) => widthOf(text, height, weight)));
      return { x1: right + aside, x2: right + aside + width, y1: y - above, y2: y + below };
    }),
  };
  return { marks, taken };
}

type OverTime = LineFigure | ColumnsFigure;

/** How much room the words at the right end of a chart over time need at least. */
export const asideOf = (figure: OverTime, size: Size): number => {
  const { ends, usual } = figure;
  return asideFor(
    [
      ['vlabel', ends.value],
      ['tlabel', ends.agreed],
      ['rlabel', ends.soFar],
      ['ulabel', usual?.label ?? ''],
      ['rlabel', (figure.figure === 'line' && figure.behind?.label) || ''],
    ],
    size,
  );
};

/** The words at the right end: the newest value, what was agreed, where the running period stands, and the usual range's name. */
export function endWords(frame: Frame, figure: OverTime) {
  const { points, levels, ends, usual } = figure;
  const behind = figure.figure === 'line' ? figure.behind : undefined;
  const label = (role: Role, text: string, value: number | null | undefined): EndLabel[] =>
    text && value != null ? [sideLabel(frame, role, text, frame.y(value))] : [];
  const level = levels.at(-1);
  const last = points.at(-1);
  const agreed = label('tlabel', ends.agreed, level?.value);
  const labels = [
    ...agreed,
    ...label('vlabel', ends.value, points[newest(points)]?.value),
    ...label('rlabel', ends.soFar, last?.state === 'so far' ? last.value : null),
    ...label(
      'rlabel',
      behind?.label ?? '',
      behind?.values.findLast((value) => value !== null),
    ),
    ...(usual ? [sideLabel(frame, 'ulabel', usual.label, middleOf(frame, usual))] : []),
  ];
  return sideWords(frame, labels, agreed[0] ?? null);
}

/** More periods than these stand so close that a pointer tells none from its neighbours. */
const mostHovered = 150;

/** What a pointer over a period says. */
export function hover(frame: Frame, points: readonly Point[]): Plot.Markish {
  const known = points.flatMap(({ value, says }, index) =>
    value === null ? [] : [{ x: frame.x(index), y: frame.y(value), says }],
  );
  const told = known.length > mostHovered ? [] : known;
  return Plot.dot(told, { x: 'x', y: 'y', r: 8, title: 'says', className: 'hit' });
}
