import * as Plot from '@observablehq/plot';
import type { DistributionBar } from '../values/figure-lengths.ts';
import type { DistributionFigure } from '../values/figure.ts';
import { columnsApart, drawApart } from './distribution-apart.ts';
import { flagged, type PlacedFlag } from './flags.ts';
import { frameOf, grid, words } from './frame.ts';
import { nothingKnown } from './nothing-known.ts';
import { widthOf } from './place.ts';
import type { Size } from './sizes.ts';
import { drawSvg } from './svg.ts';

/** A row of words above the plot. */
const rowOf = (text: number) => text + 5;
const mostTicks = 5;
/** What is not nothing can be seen. */
const least = 1.5;
/** A rule that would be shorter is left out: its words stand at what it points at. */
const shortest = 6;

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
    level && (level.value <= to || beyond) ? [{ x: x(level.value), text: level.label }] : [],
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
      return [
        {
          x1: x(bar.from) + air,
          x2: x(bar.to) - air,
          y1: Math.min(y(bar.count), y(0) - least),
          y2: y(0),
          says: bar.says,
        },
      ];
    });
    return Plot.rect(drawn, { x1: 'x1', x2: 'x2', y1: 'y1', y2: 'y2', title: 'says', className: classes[became] });
  });
}

/** All ticks of a scale of lengths, or every second one, or only the ends: as many as leave room for each other. */
function lengthTicks({ lengths }: DistributionFigure, { frame, x, columns }: Layout, size: Size): Plot.Markish[] {
  const { text, width } = size;
  const edge = columns.length > 0 ? frame.right + 10 : width;
  const ticks = lengths.ticks.slice(0, mostTicks).map(({ at, label }) => {
    const half = widthOf(label, text) / 2;
    return { at: x(at), x: Math.max(half, Math.min(x(at), edge - half)), y: frame.bottom + text, half, text: label };
  });
  const every = (step: number) => ticks.filter((_, index) => index % step === 0);
  const roomy = (some: typeof ticks) =>
    some.every(({ x: at, half }, index) => {
      const before = some[index - 1];
      return !before || before.x + before.half + 12 <= at - half;
    });
  const shown = [1, 2, ticks.length - 1, ticks.length].map(every).find(roomy) ?? [];
  return [
    Plot.ruleX(ticks, { x: 'at', y1: frame.bottom, y2: frame.bottom + 5, className: 'axis' }),
    words(shown, 'tick', 'middle'),
  ];
}

/** Rules through the columns, from below their words where these stand over them; one past the scale points at a column. */
function rulesOf(flags: readonly PlacedFlag[], { frame, beyond }: Layout, { text }: Size): Plot.Markish[] {
  const rules = flags.flatMap(({ x, start, row, width }) => {
    const top = row * rowOf(text);
    const over = start < x && x < start + width;
    const y1 = over ? top + text * 1.2 : top;
    const y2 = beyond && x === beyond.middle ? frame.y(beyond.count) - text * 1.3 : frame.bottom;
    if (y2 - y1 < shortest) return [];
    return ['edge', 'target'].map((className) => Plot.ruleX([x], { y1, y2, className }));
  });
  const labels = flags.map(({ start, row, text: said }) => ({
    x: start,
    y: row * rowOf(text) + text * 0.6,
    text: said,
  }));
  // The words come last: where a rule has no way but through them, they part it.
  return [...rules, words(labels, 'tlabel halo')];
}

/** How long it took, record by record, and apart from that what has no place on the scale. */
export function drawDistribution(figure: DistributionFigure, size: Size, id: string): string {
  const layout = layoutOf(figure, size);
  const { frame, columns } = layout;
  const known = columns.length > 0 || figure.bars.some(({ count }) => count > 0);
  const marks = [
    ...grid(frame, figure.counts),
    ...barsOf(figure, layout),
    ...drawApart(figure, columns, frame),
    Plot.ruleY([frame.bottom], { x1: 0, x2: frame.right, className: 'axis' }),
    ...lengthTicks(figure, layout, size),
    ...rulesOf(layout.flags, layout, size),
    ...(known ? [] : nothingKnown(frame, figure.empty)),
  ];
  return drawSvg({ ...frame.options, marks }, { ...figure, id, narrow: size.narrow });
}
