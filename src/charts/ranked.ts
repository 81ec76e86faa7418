import * as Plot from '@observablehq/plot';
import type { RankedFigure } from '../values/figure.ts';
import { markShape } from './ends.ts';
import { words } from './frame.ts';
import { widthOf } from './place.ts';
import type { Size } from './sizes.ts';
import { drawSvg } from './svg.ts';

const row = { desk: 36, phone: 40, stacked: 54 } as const;
const bar = 18;

/** Names longer than their column end in an ellipsis; the table beside the chart has them whole. */
function fitting(name: string, height: number, room: number): string {
  if (widthOf(name, height) <= room) return name;
  const letters = [...name];
  return `${letters
    .slice(0, Math.max(1, Math.floor(room / (height * 0.49)) - 1))
    .join('')
    .trimEnd()}…`;
}

interface Columns {
  /** Names stand above their bars, where they are too long to stand beside them on a phone. */
  readonly stacked: boolean;
  readonly bars: number;
  readonly right: number;
  readonly value: number;
}

/** Where the columns of a ranked chart begin: names, bars, values, details. */
function columnsOf({ bars }: RankedFigure, { width, text, narrow }: Size): Columns {
  const widest = (texts: readonly string[]) => Math.max(0, ...texts.map((each) => widthOf(each, text)));
  const names = widest(bars.map(({ name }) => name)) + 14;
  const stacked = narrow && names > width * 0.34;
  const details = widest(bars.map(({ detail }) => detail));
  const values = widest(bars.map(({ label }) => label)) * 1.06 + 30;
  const start = stacked ? 0 : Math.min(names, width * 0.3);
  const right = Math.max(width - values - (details > 0 ? details + 12 : 0), start + 40);
  return { stacked, bars: start, right, value: right + 28 };
}

/** Where things stand on a drawing, in pixels. */
function layoutOf(figure: RankedFigure, size: Size) {
  const columns = columnsOf(figure, size);
  const height = columns.stacked ? row.stacked : size.narrow ? row.phone : row.desk;
  const top = figure.level ? size.text + 12 : 4;
  return {
    ...columns,
    top,
    bottom: top + height * figure.bars.length,
    x: (amount: number) => columns.bars + (Math.max(0, amount) / figure.to) * (columns.right - columns.bars),
    /** The middle of a member's bar, and of its name. */
    y: (index: number) => top + height * index + (columns.stacked ? height - bar / 2 - 6 : height / 2),
    name: (index: number) => top + height * index + (columns.stacked ? size.text * 0.9 : height / 2),
  };
}
type Layout = ReturnType<typeof layoutOf>;

function barsOf({ bars }: RankedFigure, { x, y, bars: left }: Layout): Plot.Markish[] {
  return [false, true].map((few) => {
    const drawn = bars.flatMap((each, index) =>
      each.value === null || each.few !== few
        ? []
        : [{ x1: left, x2: x(each.value), y1: y(index) - bar / 2, y2: y(index) + bar / 2 }],
    );
    return Plot.rect(drawn, { x1: 'x1', x2: 'x2', y1: 'y1', y2: 'y2', className: few ? 'bar few' : 'bar' });
  });
}

function levelOf({ level }: RankedFigure, { x, top, bottom }: Layout, size: Size): Plot.Markish[] {
  if (!level) return [];
  const at = x(level.value);
  const half = widthOf(level.label, size.text) / 2;
  const label = { x: Math.max(half, Math.min(at, size.width - half)), y: size.text * 0.75, text: level.label };
  return [Plot.ruleX([at], { y1: top - 4, y2: bottom, className: 'target' }), words([label], 'tlabel', 'middle')];
}

/** Members of a breakdown, one below the other, with their values and counts at the right. */
export function drawRanked(figure: RankedFigure, size: Size, id: string): string {
  const layout = layoutOf(figure, size);
  const { bars } = figure;
  const { y, name, value, stacked, top, bottom } = layout;
  const room = stacked ? size.width : layout.bars - 12;
  const marks = [
    ...barsOf(figure, layout),
    Plot.ruleX([layout.bars], { y1: top, y2: bottom, className: 'axis' }),
    ...levelOf(figure, layout, size),
    words(
      bars.map((each, index) => ({ x: 0, y: name(index), text: fitting(each.name, size.text, room) })),
      stacked ? 'ink halo' : 'ink',
    ),
    ...bars.flatMap(({ mark }, index) =>
      mark === 'none' ? [] : [markShape({ x: value - 14, y: y(index) }, mark, 5.5)],
    ),
    words(
      bars.map(({ label }, index) => ({ x: value, y: y(index), text: label })),
      'barvalue',
    ),
    words(
      bars.map(({ detail }, index) => ({ x: size.width, y: y(index), text: detail })),
      'rlabel',
      'end',
    ),
  ];
  const identity = { type: 'identity' as const };
  const options = { width: size.width, height: bottom + 4, x: identity, y: identity, margin: 0 };
  return drawSvg({ ...options, marks }, { ...figure, id, narrow: size.narrow });
}
