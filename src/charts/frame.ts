import * as Plot from '@observablehq/plot';
import type { Scale } from '../values/figure.ts';
import { widthOf } from './place.ts';
import { wordsBox, type Box } from './room.ts';
import type { Size } from './sizes.ts';

/** A stretch of periods laid out on a drawing: where each stands, in pixels. */
export interface Frame {
  readonly size: Size;
  /** Below the rows of words above the plot: here its highest number may begin. */
  readonly roof: number;
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
/** Fewer columns than these stand together at the right end, beside the words of the newest one. */
const fewColumns = 4;
/** Words at the right never take more of the width. */
const mostAside = 0.5;

interface Layout {
  /** Only the newest one's state matters: a running period stands apart. */
  readonly points: readonly object[];
  readonly scale: Scale;
  readonly size: Size;
  /** Rows of words above the plot. */
  readonly rows?: number;
  /** Room left of the first and right of the last period, in parts of a step: half a column. */
  readonly pad?: number;
  /** How much room the words at the right end need at least. */
  readonly aside?: number;
}

/** From a stretch of numbers to a stretch of pixels; a stretch without a length stands in the middle. */
function linear([from, to]: readonly [number, number], [start, end]: readonly [number, number]) {
  return (value: number) => (from === to ? (start + end) / 2 : start + ((value - from) / (to - from)) * (end - start));
}

/** The first and the last place of the periods: one by itself stands at the end, where its words are. */
function placesOf(count: number, pad: number): [number, number] {
  const last = Math.max(count - 1, 0);
  const first = pad > 0 ? Math.min(0, last + 1 - fewColumns) : Math.min(0, last - 1);
  return [first - pad, last + pad];
}

export function frameOf({ points, scale, size, rows = 0, pad = 0, aside = 0 }: Layout): Frame {
  const right = size.width - Math.max(size.right, Math.min(aside, size.width * mostAside));
  const left = Math.max(size.left, ...scale.ticks.map(({ label }) => widthOf(label, size.text) + 8));
  const bottom = size.height - size.bottom;
  const roof = rows * (size.text + 4);
  const top = size.top + roof;
  const last = points.length - 1;
  const newest = points.at(-1);
  const runs = pad === 0 && last > 0 && newest !== undefined && 'state' in newest && newest.state === 'so far';
  const width = right - left;
  const beyond = runs ? Math.max(0, (clearance * last - width) / (width - clearance)) : 0;
  const [start, end] = placesOf(points.length, pad);
  const x = linear([start, end + beyond], [left, right]);
  return {
    size,
    roof,
    top,
    bottom,
    left,
    right,
    step: width / (end + beyond - start),
    x: (index) => x(runs && index === last ? index + beyond : index),
    y: linear([scale.from, scale.to], [bottom, top]),
    options: { width: size.width, height: size.height, ...identity },
  };
}

/** Marks are given in pixels. */
export const identity = { x: { type: 'identity' }, y: { type: 'identity' }, margin: 0 } as const;

export interface Label {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** Words at places in pixels. */
export const words = (labels: readonly Label[], className: string, textAnchor: 'start' | 'middle' | 'end' = 'start') =>
  Plot.text(labels, { x: 'x', y: 'y', text: 'text', className, textAnchor });

/** Where zero is, if the scale reaches it. */
export const zeroOf = ({ y }: Frame, { from, to }: Scale): number | null => (from <= 0 && to >= 0 ? y(0) : null);

const numbersOf = ({ y, size }: Frame, { ticks }: Scale): Label[] =>
  ticks.map(({ at, label }) => ({ x: 0, y: y(at) - size.text * 0.6, text: label }));

/** Grid lines with their numbers standing on them, and the line that the periods stand on. */
export function grid(frame: Frame, scale: Scale): Plot.Markish[] {
  const { y, right, bottom } = frame;
  const axis = zeroOf(frame, scale) ?? bottom;
  const lines = scale.ticks.map(({ at }) => ({ y: y(at) })).filter((line) => Math.abs(line.y - axis) > 0.5);
  return [
    Plot.ruleY(lines, { y: 'y', x1: 0, x2: right, className: 'grid' }),
    words(numbersOf(frame, scale), 'tick'),
    Plot.ruleY([axis], { x1: 0, x2: right, className: 'axis' }),
  ];
}

/** Where the numbers of the grid stand. */
export const gridBoxes = (frame: Frame, scale: Scale): Box[] =>
  numbersOf(frame, scale).map((label) => wordsBox(label, frame.size.text));
