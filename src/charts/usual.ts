import * as Plot from '@observablehq/plot';
import type { Point, UsualRange } from '../values/figure.ts';
import type { Frame } from './frame.ts';

interface Stretch {
  readonly x1: number;
  readonly x2: number;
  readonly upper: number;
  readonly lower: number;
}

const within = (y: number, { top, bottom }: Frame) => Math.min(Math.max(y, top), bottom);

/** The range's stretch in pixels, as far as the drawing reaches: from half a step before its first period to the plot's right end. */
function stretchOf(frame: Frame, { from, lower, upper }: UsualRange, points: readonly Point[]): Stretch | null {
  const first = points.findIndex((point) => point.from >= from);
  if (first < 0) return null;
  const x1 = Math.max(frame.left - 8, frame.x(first) - frame.step / 2);
  return { x1, x2: frame.right, upper: within(frame.y(upper), frame), lower: within(frame.y(lower), frame) };
}

/** The usual range as a pale band. */
export function usualBand(frame: Frame, usual: UsualRange | null, points: readonly Point[]): Plot.Markish[] {
  const stretch = usual && stretchOf(frame, usual, points);
  return stretch ? [Plot.rect([stretch], { x1: 'x1', x2: 'x2', y1: 'upper', y2: 'lower', className: 'usual' })] : [];
}

/** Levels as thin lines over a stretch; what lies past the scale is left out. */
function rule(frame: Frame, stretch: Stretch, levels: readonly number[], className: string): Plot.Markish {
  const at = levels.map((level) => ({ ...stretch, y: frame.y(level) }));
  const seen = at.filter(({ y }) => y > frame.top - 0.5 && y < frame.bottom - 0.5);
  return Plot.ruleY(seen, { y: 'y', x1: 'x1', x2: 'x2', className });
}

/** Its middle as a dotted line. */
export function usualMiddle(frame: Frame, usual: UsualRange | null, points: readonly Point[]): Plot.Markish[] {
  const stretch = usual && stretchOf(frame, usual, points);
  return usual && stretch ? [rule(frame, stretch, [usual.centre], 'usual-middle')] : [];
}

/** Its edges as thin lines, its middle as a dotted one. */
export function usualEdges(frame: Frame, usual: UsualRange | null, points: readonly Point[]): Plot.Markish[] {
  const stretch = usual && stretchOf(frame, usual, points);
  if (!usual || !stretch) return [];
  return [
    rule(frame, stretch, [usual.upper, usual.lower], 'usual-edge'),
    rule(frame, stretch, [usual.centre], 'usual-middle'),
  ];
}

/** A diamond is high: these are the radii of discs of its area, and small where periods stand close. */
const large = ({ size, step }: Frame) => (size.narrow || step < 18 ? 3.4 : 5);
const small = ({ size, step }: Frame) => (size.narrow || step < 18 ? 2.4 : 3.6);

/** A diamond around a mark reaches so far up and down from its middle. */
const reach = 16;

interface Shapes {
  /** How far above its place a shape stands. */
  readonly above?: number;
  /** Which one has the shape of its mark, and a diamond around it. */
  readonly newest?: number;
}

/** Above the end of a column, and below the words above the plot. */
export const diamondAt = (frame: Frame, value: number, above: number): number =>
  Math.max(frame.roof + 9, frame.y(value) - above);

/** Periods that wobble does not explain: a diamond, filled where the period lies outside the range, hollow in a long run on one side. */
export function leftUsual(
  frame: Frame,
  usual: UsualRange | null,
  points: readonly Point[],
  { above = 0, newest = -1 }: Shapes = {},
): Plot.Markish[] {
  if (!usual) return [];
  /** Around the newest one's mark, or above that, as above a column, where a diamond around it would reach down into the words below. */
  const heightOf = (index: number, value: number) => {
    const y = frame.y(value);
    const around = index === newest && y + reach <= frame.bottom + 8;
    const high = above || (index === newest && !around ? reach : 0);
    return { around, y: high > 0 ? diamondAt(frame, value, high) : y };
  };
  const placed = (days: readonly string[]) =>
    points.flatMap(({ from, value, old }, index) =>
      value === null || old || !days.includes(from) ? [] : [{ x: frame.x(index), ...heightOf(index, value) }],
    );
  const diamonds = (days: readonly string[], r: number, className: string) => {
    const at = placed(days).filter(({ around }) => around === (className === 'left around'));
    return Plot.dot(at, { x: 'x', y: 'y', r, symbol: 'diamond', className });
  };
  return [
    diamonds(usual.inRuns, small(frame), 'left in-run'),
    diamonds(usual.outside, large(frame), 'left'),
    diamonds([...usual.outside, ...usual.inRuns], frame.size.narrow ? 9 : 10, 'left around'),
  ];
}

/** Where the range's name stands: in the middle of what is drawn of it. */
export const middleOf = (frame: Frame, { lower, upper }: UsualRange): number =>
  (within(frame.y(lower), frame) + within(frame.y(upper), frame)) / 2;
