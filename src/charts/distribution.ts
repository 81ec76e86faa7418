import * as Plot from '@observablehq/plot';
import type { DistributionBar, DistributionFigure } from '../values/figure.ts';
import { columnsApart, drawApart } from './distribution-apart.ts';
import { flagged, type PlacedFlag } from './flags.ts';
import { frameOf, grid, words } from './frame.ts';
import { widthOf } from './place.ts';
import type { Size } from './sizes.ts';
import { drawSvg } from './svg.ts';

/** A row of words above the plot. */
const rowOf = (text: number) => text + 5;
const mostTicks = 5;

/** Where things stand on a drawing, in pixels: it is as much higher as its words need rows. */
function layoutOf(figure: DistributionFigure, size: Size) {
  const { text } = size;
  const { columns, end } = columnsApart(figure, size);
  const { left } = frameOf({ points: [], scale: figure.counts, size });
  const { from, to } = figure.lengths;
  const beyond = columns.find(({ hollow }) => !hollow);
  const x = (length: number) =>
    length > to && beyond ? beyond.middle : left + ((Math.min(length, to) - from) / (to - from || 1)) * (end - left);
  const levels = [figure.middle, figure.agreed].flatMap((level) =>
    level ? [{ x: x(level.value), text: level.label }] : [],
  );
  const flags = flagged(levels, size.width, text);
  const rows = Math.max(0, ...flags.map(({ row }) => row + 1));
  const head = rows === 0 ? size.top : rows * rowOf(text) + text;
  const feet = Math.max(0, ...columns.map(({ lines }) => lines.length - 1)) * (text + 3);
  const inner = {
    ...size,
    height: size.height + head - size.top + feet,
    right: size.width - end,
    bottom: size.bottom + feet,
    top: head,
  };
  const frame = { ...frameOf({ points: [], scale: figure.counts, size: inner }), right: end };
  return { frame, x, columns, flags, beyond };
}
type Layout = ReturnType<typeof layoutOf>;

const classes = {
  kept: 'bar',
  plain: 'bar',
  missed: 'bar no',
} as const satisfies Record<DistributionBar['became'], string>;

function barsOf({ bars }: DistributionFigure, { frame: { y }, x }: Layout): Plot.Markish[] {
  return (['kept', 'plain', 'missed'] as const).map((became) => {
    const drawn = bars.flatMap((bar) => {
      if (bar.count === 0 || bar.became !== became) return [];
      const air = Math.min(1, (x(bar.to) - x(bar.from)) * 0.15) / 2;
      return [{ x1: x(bar.from) + air, x2: x(bar.to) - air, y1: y(bar.count), y2: y(0), says: bar.says }];
    });
    return Plot.rect(drawn, { x1: 'x1', x2: 'x2', y1: 'y1', y2: 'y2', title: 'says', className: classes[became] });
  });
}

/** Ticks that leave room for each other: the ends first. */
function lengthTicks({ lengths }: DistributionFigure, { frame, x, columns }: Layout, size: Size): Plot.Markish[] {
  const { text, width } = size;
  const ticks = lengths.ticks.slice(0, mostTicks);
  const edge = columns.length > 0 ? frame.right + 8 : width;
  const placed: { x: number; y: number; text: string }[] = [];
  for (const tick of [...ticks.slice(0, 1), ...ticks.slice(1).slice(-1), ...ticks.slice(1, -1)]) {
    const half = widthOf(tick.label, text) / 2;
    const at = Math.max(half, Math.min(x(tick.at), edge - half));
    const free = placed.every((other) => Math.abs(other.x - at) > half + widthOf(other.text, text) / 2 + 12);
    if (free) placed.push({ x: at, y: frame.bottom + text, text: tick.label });
  }
  const places = ticks.map(({ at }) => x(at));
  return [
    Plot.ruleX(places, { y1: frame.bottom, y2: frame.bottom + 5, className: 'axis' }),
    words(placed, 'tick', 'middle'),
  ];
}

/** Rules through the columns; one that is longer than the scale points at the column of what is. */
function rulesOf(flags: readonly PlacedFlag[], { frame, beyond }: Layout, { text }: Size): Plot.Markish[] {
  return flags.flatMap(({ x, start, row, text: said }) => {
    const top = row * rowOf(text);
    const bottom = beyond && x === beyond.middle ? frame.y(beyond.count) - text * 1.3 : frame.bottom;
    const reach = { y1: top, y2: Math.max(bottom, top + text) };
    return [
      Plot.ruleX([x], { ...reach, className: 'target-ring' }),
      Plot.ruleX([x], { ...reach, className: 'target' }),
      words([{ x: start, y: top + text * 0.6, text: said }], 'tlabel halo'),
    ];
  });
}

/** How long it took, record by record, and apart from that what has no place on the scale. */
export function drawDistribution(figure: DistributionFigure, size: Size, id: string): string {
  const layout = layoutOf(figure, size);
  const { frame, columns } = layout;
  const marks = [
    ...grid(frame, figure.counts),
    ...barsOf(figure, layout),
    ...drawApart(figure, columns, frame),
    Plot.ruleY([frame.bottom], { x1: 0, x2: frame.right, className: 'axis' }),
    ...lengthTicks(figure, layout, size),
    ...rulesOf(layout.flags, layout, size),
  ];
  return drawSvg({ ...frame.options, marks }, { ...figure, id, narrow: size.narrow });
}
