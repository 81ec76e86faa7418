import * as Plot from '@observablehq/plot';
import type { MultiplesFigure, Panel } from '../values/figure.ts';
import { markShape, newest } from './ends.ts';
import { frameOf, words, type Frame } from './frame.ts';
import { agreed } from './levels.ts';
import { linesOf } from './line.ts';
import { widthOf } from './place.ts';
import type { Size } from './sizes.ts';
import { drawSvg } from './svg.ts';

const gap = 28;
const head = 28;
const panel = { height: 112, right: 42, bottom: 24 } as const;

interface Place {
  readonly left: number;
  readonly top: number;
}

/** A frame of one panel, moved to its place on the sheet. */
function panelFrame(figure: MultiplesFigure, points: Panel['points'], size: Size, width: number, place: Place): Frame {
  const inner = { ...size, width, height: panel.height, left: 4, right: panel.right, top: 12, bottom: panel.bottom };
  const frame = frameOf({ points, scale: { ...figure.scale, ticks: [] }, size: inner });
  return {
    ...frame,
    top: frame.top + place.top,
    bottom: frame.bottom + place.top,
    left: frame.left + place.left,
    right: frame.right + place.left,
    x: (index) => frame.x(index) + place.left,
    y: (value) => frame.y(value) + place.top,
  };
}

function drawPanel(
  figure: MultiplesFigure,
  { name, label, mark, points }: Panel,
  size: Size,
  width: number,
  place: Place,
): Plot.Markish[] {
  const frame = panelFrame(figure, points, size, width, { left: place.left, top: place.top + head });
  const index = newest(points);
  const last = points[index];
  const level = figure.levels.at(-1);
  const [low, high] = [figure.scale.ticks[0], figure.scale.ticks.at(-1)];
  const end = frame.right + 10;
  const first = points[0];
  const room = width - widthOf(label, size.text) - 36;
  const short =
    widthOf(name, size.text) <= room
      ? name
      : `${[...name].slice(0, Math.floor(room / (size.text * 0.49)) - 1).join('')}…`;
  return [
    words([{ x: place.left, y: place.top + 10, text: short }], 'name'),
    words([{ x: place.left + width, y: place.top + 10, text: label }], 'name', 'end'),
    ...(mark === 'none'
      ? []
      : [markShape({ x: place.left + width - widthOf(label, size.text) - 14, y: place.top + 10 }, mark, 5.5)]),
    Plot.ruleY([frame.bottom], { x1: place.left, x2: frame.right, className: 'axis' }),
    ...(high ? [Plot.ruleY([frame.y(high.at)], { x1: place.left, x2: frame.right, className: 'grid' })] : []),
    ...agreed(frame, figure.levels, points, true),
    words(
      [low, level ? { at: level.value, label: level.label } : high].flatMap((tick) =>
        tick ? [{ x: end, y: frame.y(tick.at), text: tick.label }] : [],
      ),
      'tick',
    ),
    ...linesOf(frame, points, []),
    ...(last && last.value !== null
      ? [markShape({ x: frame.x(index), y: frame.y(last.value) }, mark === 'none' ? last.mark : mark, 6)]
      : []),
    words(
      first
        ? [
            {
              x: place.left,
              y: frame.bottom + 13,
              text: figure.days.find(({ day }) => day === first.from)?.label ?? '',
            },
          ]
        : [],
      'tick',
    ),
    words(
      figure.days.filter(({ now }) => now).map((day) => ({ x: frame.right, y: frame.bottom + 13, text: day.label })),
      'tick now',
      'end',
    ),
  ];
}

/** The same small line for each member: its name, mark and value are the panel's title. */
export function drawMultiples(figure: MultiplesFigure, size: Size, id: string): string {
  const across = size.narrow ? 2 : Math.min(4, Math.max(2, figure.panels.length));
  const between = size.narrow ? 18 : gap;
  const width = (size.width - between * (across - 1)) / across;
  const rowHeight = head + panel.height + 14;
  const marks = figure.panels.flatMap((each, index) =>
    drawPanel(figure, each, size, width, {
      left: (index % across) * (width + between),
      top: Math.floor(index / across) * rowHeight,
    }),
  );
  const height = Math.ceil(figure.panels.length / across) * rowHeight;
  const options = {
    width: size.width,
    height,
    x: { type: 'identity' as const },
    y: { type: 'identity' as const },
    margin: 0,
  };
  return drawSvg({ ...options, marks }, { ...figure, id, narrow: size.narrow });
}
