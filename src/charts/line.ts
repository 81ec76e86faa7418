import * as Plot from '@observablehq/plot';
import type { LineFigure, Point, WordingChange } from '../values/figure.ts';
import { hover, markShape, newest } from './ends.ts';
import { zeroOf, type Frame } from './frame.ts';
import { ground, rules, stageOf, wordsAbout } from './over-time.ts';
import { around, type Box, type Taken } from './room.ts';
import type { Size } from './sizes.ts';
import { drawSvg } from './svg.ts';
import { leftUsual, usualBand, usualEdges } from './usual.ts';

interface Placed {
  readonly x: number;
  readonly y: number;
}
interface Run {
  readonly old: boolean;
  readonly places: readonly Placed[];
}

/** Stretches of known, comparable periods: a gap, a new wording, an open or a running period ends one; a point of few records is one by itself. */
function runsOf({ x, y }: Frame, points: readonly Point[], changes: readonly WordingChange[]): Run[] {
  const runs: { old: boolean; places: Placed[] }[] = [];
  let joins = false;
  for (const [index, { value, state, old, from, few = false }] of points.entries()) {
    if (value === null || state !== 'complete') {
      joins = false;
      continue;
    }
    const place = { x: x(index), y: y(value) };
    const run = runs.at(-1);
    if (run && joins && !few && run.old === old && !changes.some(({ on }) => on === from)) run.places.push(place);
    else runs.push({ old, places: [place] });
    joins = !few;
  }
  return runs;
}

/** The line itself, broken where its numbers do not compare; a lone point is a dot. */
export function linesOf(frame: Frame, points: readonly Point[], changes: readonly WordingChange[]): Plot.Markish[] {
  return runsOf(frame, points, changes).map(({ old, places }) => {
    const className = old ? 'line old' : 'line';
    return places.length === 1
      ? Plot.dot(places, { x: 'x', y: 'y', r: 2.5, className: old ? 'dot old' : 'dot' })
      : Plot.line(places, { x: 'x', y: 'y', className });
  });
}

/** Periods that run or ripen: hollow, never joined, on a dotted stem from zero where the scale reaches it. */
export function hollow(frame: Frame, points: readonly Point[], zero: number | null): Plot.Markish[] {
  const open = points.flatMap(({ value, state }, index) =>
    value === null || state === 'complete' ? [] : [{ x: frame.x(index), y: frame.y(value), young: state === 'open' }],
  );
  const rings = (young: boolean, className: string) =>
    Plot.dot(
      open.filter((ring) => ring.young === young),
      { x: 'x', y: 'y', r: 4.5, className },
    );
  return [
    ...(zero === null ? [] : [Plot.ruleX(open, { x: 'x', y1: zero, y2: 'y', className: 'stem' })]),
    rings(false, 'hollow'),
    rings(true, 'hollow young'),
  ];
}

/** The distance between the newest value and what was agreed, where it is off. */
function gapOf(frame: Frame, figure: LineFigure): Box | null {
  const index = newest(figure.points);
  const point = figure.points[index];
  const level = figure.levels.at(-1);
  if (!point || point.value === null || !level || (point.mark !== 'slipping' && point.mark !== 'broken')) return null;
  return { x1: frame.x(index), x2: frame.x(index), y1: frame.y(level.value), y2: frame.y(point.value) };
}
const gap = (at: Box | null): Plot.Markish[] =>
  at ? [Plot.ruleX([at], { x: 'x1', y1: 'y1', y2: 'y2', className: 'gap' })] : [];

/** The line behind, broken where nothing is known; a pointer over it says what it is. */
function behindOf(frame: Frame, { behind }: LineFigure): Plot.Markish[] {
  if (!behind) return [];
  const places = behind.values.map((value, index) => ({
    x: frame.x(index),
    y: value === null ? null : frame.y(value),
  }));
  const known = behind.values.flatMap((value, index) =>
    value === null ? [] : [{ x: frame.x(index), y: frame.y(value), says: behind.says[index] ?? '' }],
  );
  return [
    Plot.line(places, { x: 'x', y: 'y', className: 'line context' }),
    Plot.dot(known, { x: 'x', y: 'y', r: 6, title: 'says', className: 'hit' }),
  ];
}

/** Where the line, its marks and its rings are: words keep clear of them. */
function takenBy(frame: Frame, figure: LineFigure): Taken {
  const { points, changes, usual } = figure;
  const runs = runsOf(frame, points, changes).map(({ places }) => places);
  const lines = runs.flatMap((places) =>
    places.slice(1).map((to, index) => {
      const from = places[index] ?? to;
      return { x1: from.x, y1: from.y, x2: to.x, y2: to.y };
    }),
  );
  const left = new Set([...(usual?.outside ?? []), ...(usual?.inRuns ?? [])]);
  const last = newest(points);
  const boxes = points.flatMap(({ value, state, from, few }, index) =>
    value !== null && (few || state !== 'complete' || index === last || left.has(from))
      ? [around({ x: frame.x(index), y: frame.y(value) }, 8)]
      : [],
  );
  const gone = gapOf(frame, figure);
  return { lines: gone ? [...lines, gone] : lines, boxes };
}

/** A share, a ratio or an average over time. */
export function drawLine(figure: LineFigure, size: Size, id: string): string {
  const { points, scale, changes, usual } = figure;
  const stage = stageOf(figure, size);
  const { frame } = stage;
  const index = newest(points);
  const last = points[index];
  const marks = [
    ...usualBand(frame, usual, points),
    ...ground(stage, figure),
    ...usualEdges(frame, usual, points),
    ...rules(stage),
    ...behindOf(frame, figure),
    ...linesOf(frame, points, changes),
    ...gap(gapOf(frame, figure)),
    ...hollow(frame, points, zeroOf(frame, scale)),
    ...leftUsual(frame, usual, points, { newest: index }),
    ...(last && last.value !== null ? [markShape({ x: frame.x(index), y: frame.y(last.value) }, last.mark)] : []),
    hover(frame, points),
    ...wordsAbout(stage, figure, takenBy(frame, figure), (at) => frame.y(points[at]?.value ?? scale.from)),
  ];
  return drawSvg({ ...frame.options, marks }, { ...figure, id, narrow: size.narrow });
}
