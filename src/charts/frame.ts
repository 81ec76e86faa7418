import * as Plot from '@observablehq/plot';
import type { DayTick, Point, Scale, WordingChange } from '../values/figure.ts';
import { widthOf } from './place.ts';
import type { Size } from './sizes.ts';

/** A stretch of periods laid out on a drawing: where each stands, in pixels. */
export interface Frame {
  readonly size: Size;
  readonly top: number;
  readonly bottom: number;
  /** Where the first period may stand: clear of the scale's numbers. */
  readonly left: number;
  readonly right: number;
  /** The distance of two neighbours. */
  readonly step: number;
  readonly x: (index: number) => number;
  readonly y: (value: number) => number;
  /** The scales of the same layout, for Plot. */
  readonly options: Plot.PlotOptions;
}

/** A ring of a running period stands at least so far past the last mark. */
const clearance = 17;

interface Layout {
  /** Only the newest one's state matters: a running period stands apart. */
  readonly points: readonly object[];
  readonly scale: Scale;
  readonly size: Size;
  /** Rows of words above the plot. */
  readonly rows?: number;
  /** Room left of the first and right of the last period, in parts of a step: half a column. */
  readonly pad?: number;
}

export function frameOf({ points, scale, size, rows = 0, pad = 0 }: Layout): Frame {
  const right = size.width - size.right;
  const left = Math.max(size.left, ...scale.ticks.map(({ label }) => widthOf(label, size.text) + 8));
  const bottom = size.height - size.bottom;
  const top = size.top + rows * (size.text + 4);
  const last = Math.max(points.length - 1, 1);
  const newest = points.at(-1);
  const runs = pad === 0 && newest !== undefined && 'state' in newest && newest.state === 'so far';
  const width = right - left;
  const beyond = runs ? Math.max(0, (clearance * last - width) / (width - clearance)) : 0;
  const domain: [number, number] = [-pad, last + pad + beyond];
  const x = { type: 'linear' as const, domain, range: [left, right] };
  const y = { type: 'linear' as const, domain: [scale.from, scale.to], range: [bottom, top] };
  const [xs, ys] = [Plot.scale({ x }), Plot.scale({ y })];
  return {
    size,
    top,
    bottom,
    left,
    right,
    step: width / (domain[1] - domain[0]),
    x: (index) => Number(xs?.apply(runs && index === last ? index + beyond : index)),
    y: (value) => Number(ys?.apply(value)),
    options: {
      width: size.width,
      height: size.height,
      x: { type: 'identity' },
      y: { type: 'identity' },
      margin: 0,
    },
  };
}

interface Label {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** Words at places in pixels. */
export const words = (labels: readonly Label[], className: string, textAnchor: 'start' | 'middle' | 'end' = 'start') =>
  Plot.text(labels, { x: 'x', y: 'y', text: 'text', className, textAnchor });

/** Grid lines with their numbers standing on them, and the line that the periods stand on. */
export function grid({ y, right, bottom, size }: Frame, scale: Scale): Plot.Markish[] {
  const at = scale.ticks.map((tick) => ({ ...tick, y: y(tick.at) }));
  const lines = at.filter((tick) => tick.y < bottom - 0.5);
  return [
    Plot.ruleY(lines, { y: 'y', x1: 0, x2: right, className: 'grid' }),
    words(
      at.map((tick) => ({ x: 0, y: tick.y - size.text * 0.6, text: tick.label })),
      'tick',
    ),
    Plot.ruleY([scale.from <= 0 ? y(0) : bottom], { x1: 0, x2: right, className: 'axis' }),
  ];
}

interface PlacedTick extends Label {
  readonly now: boolean;
}

/** Ticks that leave room for each other: the newest period's always stays. */
function roomyTicks(
  { x, size }: Frame,
  days: readonly DayTick[],
  points: readonly { readonly from: string }[],
): PlacedTick[] {
  const placed: PlacedTick[] = [];
  for (const { day, label, now } of days) {
    const index = points.findIndex(({ from }) => from === day);
    const half = widthOf(label, size.text) / 2;
    const at = Math.max(x(index), half);
    const free = placed.every((other) => Math.abs(other.x - at) > half + widthOf(other.text, size.text) / 2 + 14);
    if (index >= 0 && free) placed.push({ x: at, y: size.height - size.text * 0.7, text: label, now });
  }
  return placed;
}

/** The names of months or quarters below the plot, the newest one in bold. */
export function foot(
  frame: Frame,
  days: readonly DayTick[],
  points: readonly { readonly from: string }[],
): Plot.Markish[] {
  const ticks = roomyTicks(frame, days, points);
  return [
    Plot.ruleX(ticks, { x: 'x', y1: frame.bottom, y2: frame.bottom + 5, className: 'axis' }),
    words(
      ticks.filter(({ now }) => !now),
      'tick',
      'middle',
    ),
    words(
      ticks.filter(({ now }) => now),
      'tick now',
      'middle',
    ),
  ];
}

/** Rows of words above the plot that a change of wording needs. */
export const rowsFor = (changes: readonly WordingChange[], size: Size): number =>
  changes.length === 0 ? 0 : size.narrow ? 2 : 1;

/** A dotted rule where the way of counting changed, each side named above it. */
export function wordingRules(
  frame: Frame,
  changes: readonly WordingChange[],
  points: readonly Point[],
): Plot.Markish[] {
  const { size, x, bottom } = frame;
  return changes.slice(0, 1).flatMap(({ on, before, after, since }) => {
    const index = points.findIndex(({ from }) => from >= on);
    if (index < 1) return [];
    const at = (x(index - 1) + x(index)) / 2;
    const now = size.narrow ? after : `${after}, ${since}`;
    const high = size.text * 0.75;
    const low = size.narrow ? high + size.text * 1.2 : high;
    const left = Math.max(at - 7, widthOf(before, size.text));
    const right = Math.min(at + 7, size.width - widthOf(now, size.text));
    return [
      Plot.ruleX([at], { y1: low + (size.narrow ? size.text * 0.75 : 0), y2: bottom, className: 'change' }),
      words([{ x: left, y: high, text: before }], 'wording old', 'end'),
      words([{ x: right, y: low, text: now }], 'wording'),
    ];
  });
}
