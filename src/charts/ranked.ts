import * as Plot from '@observablehq/plot';
import type { RankedFigure } from '../values/figure.ts';
import { markShape } from './ends.ts';
import { identity, words } from './frame.ts';
import { nothingKnown } from './nothing-known.ts';
import { fitting, widthOf } from './place.ts';
import type { Size } from './sizes.ts';
import { drawSvg } from './svg.ts';
import type { Weight } from './widths.ts';

const row = { desk: 36, phone: 40, stacked: 54 } as const;
const bar = 18;

interface Columns {
  /** Names and details stand above their bars, where beside them is no room. */
  readonly stacked: boolean;
  readonly bars: number;
  readonly right: number;
  readonly value: number;
  /** How long a name may be. */
  readonly room: number;
}

/** From the end of the longest bar to the values: a mark stands between. */
const beforeValue = 28;
const beforeDetail = 12;
/** Bars that may be no longer than this, in parts of the width, tell little. */
const least = 0.3;

/** Where the columns of a ranked chart begin: names, bars, values, details. */
function columnsOf({ bars }: RankedFigure, { width, text, narrow }: Size): Columns {
  const widest = (texts: readonly string[], weight: Weight = 'regular') =>
    Math.max(0, ...texts.map((each) => widthOf(each, text, weight)));
  const names = widest(bars.map(({ name }) => name)) + 14;
  const details = widest(bars.map(({ detail }) => detail));
  const values =
    widest(
      bars.map(({ label }) => label),
      'bold',
    ) + beforeValue;
  const aside = details > 0 ? details + beforeDetail : 0;
  // Without details there is room for longer names, and two that end in an ellipsis may look the same.
  const start = Math.min(names, width * (details > 0 ? 0.34 : 0.42));
  const stacked = (narrow && names > width * 0.34) || width - values - aside - start < width * least;
  if (stacked)
    return { stacked, bars: 0, right: width - values, value: width - values + beforeValue, room: width - aside };
  const right = width - values - aside;
  return { stacked, bars: start, right, value: right + beforeValue, room: start - beforeDetail };
}

/** Where things stand on a drawing, in pixels. */
function layoutOf(figure: RankedFigure, size: Size) {
  const columns = columnsOf(figure, size);
  const height = columns.stacked ? row.stacked : size.narrow ? row.phone : row.desk;
  const top = figure.level ? size.text + 12 : 4;
  const heading = figure.fewLabel ? size.text * 1.8 : 0;
  const start = (index: number) => top + height * index + (figure.bars[index]?.few ? heading : 0);
  const from = Math.min(0, ...figure.bars.map(({ value }) => value ?? 0));
  return {
    ...columns,
    top,
    bottom: top + height * figure.bars.length + heading,
    x: (amount: number) => columns.bars + ((amount - from) / (figure.to - from || 1)) * (columns.right - columns.bars),
    /** The middle of a member's bar, and of its name; where its row starts. */
    y: (index: number) => start(index) + (columns.stacked ? height - bar / 2 - 6 : height / 2),
    name: (index: number) => start(index) + (columns.stacked ? size.text * 0.9 : height / 2),
    start,
  };
}
type Layout = ReturnType<typeof layoutOf>;

function barsOf({ bars }: RankedFigure, { x, y }: Layout): Plot.Markish[] {
  return [false, true].map((few) => {
    const drawn = bars.flatMap((each, index) =>
      each.value === null || each.few !== few
        ? []
        : [
            {
              x1: x(Math.min(0, each.value)),
              x2: x(Math.max(0, each.value)),
              y1: y(index) - bar / 2,
              y2: y(index) + bar / 2,
            },
          ],
    );
    return Plot.rect(drawn, { x1: 'x1', x2: 'x2', y1: 'y1', y2: 'y2', className: few ? 'bar few' : 'bar' });
  });
}

/** A rule along the bars: in pieces where names or a heading stand between them. */
function ruleAlong(
  at: number,
  { bars, fewLabel }: RankedFigure,
  { stacked, top, bottom, y }: Layout,
  className: string,
): Plot.Markish {
  const pieces = bars.map((_, index) => ({ y1: y(index) - bar / 2 - 4, y2: y(index) + bar / 2 + 4 }));
  const whole = [{ y1: top, y2: bottom }];
  return Plot.ruleX(stacked || fewLabel ? pieces : whole, { x: () => at, y1: 'y1', y2: 'y2', className });
}

function levelOf(figure: RankedFigure, layout: Layout, size: Size): Plot.Markish[] {
  const { level } = figure;
  if (!level) return [];
  const at = layout.x(level.value);
  const half = widthOf(level.label, size.text) / 2;
  const label = { x: Math.max(half, Math.min(at, size.width - half)), y: size.text * 0.75, text: level.label };
  const rule = (className: string) => ruleAlong(at, figure, layout, className);
  return [rule('edge'), rule('target'), words([label], 'tlabel', 'middle')];
}

function fewHeading({ bars, fewLabel }: RankedFigure, { start }: Layout, { text }: Size): Plot.Markish[] {
  const first = bars.findIndex(({ few }) => few);
  return fewLabel && first >= 0 ? [words([{ x: 0, y: start(first) - text * 0.6, text: fewLabel }], 'rlabel')] : [];
}

/** Members of a breakdown, one below the other, with their values and counts at the right. */
export function drawRanked(figure: RankedFigure, size: Size, id: string): string {
  const layout = layoutOf(figure, size);
  const { bars } = figure;
  const { y, name, value, stacked, room } = layout;
  const bottom = Math.max(layout.bottom, bars.length > 0 ? 0 : size.height / 2);
  const area = { size, left: 0, right: size.width, top: 0, bottom };
  const marks = [
    ...barsOf(figure, layout),
    ruleAlong(layout.x(0), figure, layout, 'axis'),
    ...levelOf(figure, layout, size),
    ...fewHeading(figure, layout, size),
    words(
      bars.map((each, index) => ({ x: 0, y: name(index), text: fitting(each.name, size.text, room) })),
      'ink',
    ),
    ...bars.flatMap(({ mark }, index) =>
      mark === 'none' ? [] : [markShape({ x: value - 14, y: y(index) }, mark, 5.5)],
    ),
    words(
      bars.map(({ label }, index) => ({ x: value, y: y(index), text: label })),
      'barvalue',
    ),
    words(
      bars.map(({ detail }, index) => ({ x: size.width, y: stacked ? name(index) : y(index), text: detail })),
      'rlabel',
      'end',
    ),
    ...(bars.length > 0 ? [] : nothingKnown(area, figure.empty)),
  ];
  const options = { ...identity, width: size.width, height: bottom + 4 };
  return drawSvg({ ...options, marks }, { ...figure, id, narrow: size.narrow });
}
