import * as Plot from '@observablehq/plot';
import type { LineFigure, Point, WordingChange } from '../values/figure.ts';
import { endWords, hover, markShape, newest } from './ends.ts';
import { foot, frameOf, grid, rowsFor, wordingRules, type Frame } from './frame.ts';
import { agreed } from './levels.ts';
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

/** Stretches of known, comparable periods: a gap, a new wording, an open or a running period ends one. */
function runsOf({ x, y }: Frame, points: readonly Point[], changes: readonly WordingChange[]): Run[] {
  const runs: { old: boolean; places: Placed[] }[] = [];
  let joins = false;
  for (const [index, { value, state, old, from }] of points.entries()) {
    if (value === null || state !== 'complete') {
      joins = false;
      continue;
    }
    const place = { x: x(index), y: y(value) };
    const run = runs.at(-1);
    if (run && joins && run.old === old && !changes.some(({ on }) => on === from)) run.places.push(place);
    else runs.push({ old, places: [place] });
    joins = true;
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

/** Periods that run or ripen: hollow, never joined, on a dotted stem where the scale starts at zero. */
export function hollow(frame: Frame, points: readonly Point[], fromZero: boolean): Plot.Markish[] {
  const open = points.flatMap(({ value, state }, index) =>
    value === null || state === 'complete' ? [] : [{ x: frame.x(index), y: frame.y(value), young: state === 'open' }],
  );
  const rings = (young: boolean, className: string) =>
    Plot.dot(
      open.filter((ring) => ring.young === young),
      { x: 'x', y: 'y', r: 4.5, className },
    );
  return [
    ...(fromZero ? [Plot.ruleX(open, { x: 'x', y1: frame.y(0), y2: 'y', className: 'stem' })] : []),
    rings(false, 'hollow'),
    rings(true, 'hollow young'),
  ];
}

/** The distance between the newest value and what was agreed, where it is off. */
function gap(frame: Frame, figure: LineFigure): Plot.Markish[] {
  const index = newest(figure.points);
  const point = figure.points[index];
  const level = figure.levels.at(-1);
  if (!point || point.value === null || !level || (point.mark !== 'slipping' && point.mark !== 'broken')) return [];
  return [Plot.ruleX([frame.x(index)], { y1: frame.y(level.value), y2: frame.y(point.value), className: 'gap' })];
}

/** A share, a ratio or an average over time. */
export function drawLine(figure: LineFigure, size: Size, id: string): string {
  const { points, scale, changes, usual } = figure;
  const frame = frameOf({ points, scale, size, rows: rowsFor(changes, size) });
  const index = newest(points);
  const last = points[index];
  const marks = [
    ...usualBand(frame, usual, points),
    ...grid(frame, scale),
    ...foot(frame, figure.days, points),
    ...usualEdges(frame, usual, points),
    ...agreed(frame, figure.levels, points),
    ...wordingRules(frame, changes, points),
    ...linesOf(frame, points, changes),
    ...gap(frame, figure),
    ...hollow(frame, points, scale.from === 0),
    ...leftUsual(frame, usual, points, { newest: index }),
    ...(last && last.value !== null ? [markShape({ x: frame.x(index), y: frame.y(last.value) }, last.mark)] : []),
    ...endWords(frame, figure),
    hover(frame, points),
  ];
  return drawSvg({ ...frame.options, marks }, { ...figure, id, narrow: size.narrow });
}
