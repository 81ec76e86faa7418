import * as Plot from '@observablehq/plot';
import type { DayTick } from '../values/figure.ts';
import { words, type Frame, type Label } from './frame.ts';
import { widthOf } from './place.ts';

interface PlacedTick extends Label {
  readonly now: boolean;
  /** Of the period itself: near an edge its words give way. */
  readonly at: number;
  readonly half: number;
}

/** Two names below a plot stand at least so far apart. */
const apart = 14;

/** Ticks that leave room for each other: the newest period's always stays. */
function roomyTicks(
  { x, size }: Frame,
  days: readonly DayTick[],
  points: readonly { readonly from: string }[],
): PlacedTick[] {
  const placed: PlacedTick[] = [];
  for (const { day, label, now } of days) {
    const index = points.findIndex(({ from }) => from === day);
    if (index < 0) continue;
    const half = widthOf(label, size.text, now ? 'bold' : 'regular') / 2;
    const middle = Math.max(half, Math.min(x(index), size.width - half));
    const free = placed.every((other) => Math.abs(other.x - middle) > half + other.half + apart);
    if (free) placed.push({ x: middle, y: size.height - size.text * 0.7, text: label, now, at: x(index), half });
  }
  return placed;
}

/** The names of months or quarters below the plot, the newest one in bold. `axis`: where the line is that the periods stand on. */
export function foot(
  frame: Frame,
  days: readonly DayTick[],
  points: readonly { readonly from: string }[],
  axis: number,
): Plot.Markish[] {
  const ticks = roomyTicks(frame, days, points);
  const named = (bold: boolean) => ticks.filter(({ now }) => now === bold);
  return [
    Plot.ruleX(Math.abs(axis - frame.bottom) < 1 ? ticks : [], {
      x: 'at',
      y1: frame.bottom,
      y2: frame.bottom + 5,
      className: 'axis',
    }),
    words(named(false), 'tick', 'middle'),
    words(named(true), 'tick now', 'middle'),
  ];
}
