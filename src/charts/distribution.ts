import * as Plot from '@observablehq/plot';
import type { DistributionBar, DistributionFigure, LengthsApart } from '../values/figure.ts';
import { flagged, type PlacedFlag } from './flags.ts';
import { frameOf, grid, words } from './frame.ts';
import { widthOf } from './place.ts';
import type { Size } from './sizes.ts';
import { drawSvg } from './svg.ts';
import { wrapped } from './wrapped.ts';

/** Between the scale and what stands apart from it, and between two columns of that. */
const gap = 22;
const most = 64;

/** A column that has no place on the scale. */
interface ApartColumn extends LengthsApart {
  readonly lines: readonly string[];
  readonly middle: number;
  readonly half: number;
  readonly hollow: boolean;
}

/** From the right edge inwards: as wide as their words, a column not wider than most. */
function columnsApart({ beyond, open }: DistributionFigure, { width, text, narrow }: Size) {
  let end = width;
  const columns = [{ ...open, hollow: true }, { ...beyond, hollow: false }].flatMap((each): ApartColumn[] => {
    if (each.count === 0) return [];
    const lines = wrapped(each.label, text, narrow ? 52 : 76, 2);
    const slot = Math.max(narrow ? 30 : 44, widthOf(each.amount, text) * 1.06, ...lines.map((line) => widthOf(line, text)));
    const middle = end - slot / 2;
    end -= slot + gap / 2;
    return [{ ...each, lines, middle, half: Math.min(slot, narrow ? 30 : most) / 2 }];
  }); // prettier-ignore
  return { columns, end: columns.length > 0 ? end + gap / 2 - gap : width };
}

/** Where things stand on a drawing, in pixels. */
function layoutOf(figure: DistributionFigure, size: Size) {
  const { columns, end } = columnsApart(figure, size);
  const feet = Math.max(1, ...columns.map(({ lines }) => lines.length));
  const bottom = size.bottom + (feet - 1) * (size.text + 3);
  const bare = frameOf({ points: [], scale: figure.counts, size });
  const { from, to } = figure.lengths;
  const at = (length: number) => bare.left + ((length - from) / (to - from || 1)) * (end - bare.left);
  const beyond = columns.find(({ hollow }) => !hollow);
  const x = (length: number) => (length <= to ? at(length) : (beyond?.middle ?? end));
  const levels = [figure.middle, figure.agreed].flatMap((level) =>
    level ? [{ x: x(level.value), text: level.label }] : [],
  );
  const flags = flagged(levels, size.width, size.text);
  const rows = flags.length === 0 ? 0 : 1 + Math.max(...flags.map(({ row }) => row));
  const inner = { ...size, right: 0, bottom, top: Math.max(size.top, rows * (size.text + 5) + 14) };
  return { frame: frameOf({ points: [], scale: figure.counts, size: inner }), x, end, columns, flags };
}
type Layout = ReturnType<typeof layoutOf>;

const classes = { kept: 'bar', plain: 'bar', missed: 'bar no' } as const satisfies Record<
  DistributionBar['became'],
  string
>;

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

/** What is longer is as what stands before it: past what was agreed, if that is known of single records. */
function apart({ bars }: DistributionFigure, { frame, columns }: Layout, { text }: Size): Plot.Markish[] {
  const judged = bars.some(({ became }) => became !== 'plain');
  return columns.flatMap(({ count, amount, says, lines, middle, half, hollow }) => {
    const top = frame.y(count);
    const inset = hollow ? 0.75 : 0;
    const column = { x1: middle - half + inset, x2: middle + half - inset, y1: top + inset, y2: frame.bottom, says };
    const foot = lines.map((line, index) => ({ x: middle, y: frame.bottom + text + index * (text + 3), text: line }));
    return [
      Plot.rect([column], { x1: 'x1', x2: 'x2', y1: 'y1', y2: 'y2', title: 'says', className: hollow ? 'bar wait' : judged ? 'bar no' : 'bar' }),
      words([{ x: middle, y: top - text * 0.6, text: amount }], 'barvalue halo', 'middle'),
      words(foot, 'ink', 'middle'),
    ];
  }); // prettier-ignore
}

/** Ticks that leave room for each other: the ends first. */
function lengthTicks({ lengths }: DistributionFigure, { frame, x, end }: Layout, { text }: Size): Plot.Markish[] {
  const [first, ...rest] = lengths.ticks.slice(0, 5);
  const last = rest.pop();
  const placed: { x: number; y: number; text: string }[] = [];
  for (const tick of [first, last, ...rest]) {
    if (!tick) continue;
    const half = widthOf(tick.label, text) / 2;
    const at = Math.max(half, Math.min(x(tick.at), end + gap / 2 - half));
    const free = placed.every((other) => Math.abs(other.x - at) > half + widthOf(other.text, text) / 2 + 12);
    if (free) placed.push({ x: at, y: frame.bottom + text, text: tick.label });
  }
  return [
    Plot.ruleX(lengths.ticks.slice(0, 5), { x: ({ at }: { at: number }) => x(at), y1: frame.bottom, y2: frame.bottom + 5, className: 'axis' }),
    words(placed, 'tick', 'middle'),
  ]; // prettier-ignore
}

function rulesOf(flags: readonly PlacedFlag[], { frame }: Layout, { text }: Size): Plot.Markish[] {
  return flags.flatMap(({ x, start, row, text: said }) => {
    const top = row * (text + 5);
    const reach = { y1: top, y2: frame.bottom };
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
  const marks = [
    ...grid(layout.frame, figure.counts),
    ...barsOf(figure, layout),
    ...apart(figure, layout, size),
    Plot.ruleY([layout.frame.bottom], { x1: 0, x2: layout.end, className: 'axis' }),
    ...lengthTicks(figure, layout, size),
    ...rulesOf(layout.flags, layout, size),
  ];
  return drawSvg({ ...layout.frame.options, marks }, { ...figure, id, narrow: size.narrow });
}
