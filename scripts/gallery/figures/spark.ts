import type { Point, SparkFigure } from '../../../src/values/figure.ts';
import type { Figures } from '../states.ts';
import { change, oldUntil, year } from './line.ts';
import { monthOf, nothing, open, pointsFrom, soFar, tableOf, usualRange } from './over-time.ts';

const spark = (points: readonly Point[], over: Partial<SparkFigure> = {}): SparkFigure => ({
  figure: 'spark', title: 'Leads followed up in time: 83%.', description: 'By month, since January 2025.', points, changes: [], usual: null,
  table: tableOf(points), ...over,
}); // prettier-ignore
const long = [...year, 0.99, 0.95, 0.83];

export const sparks: Figures<SparkFigure> = {
  'as usual': spark(pointsFrom(long)),
  empty: spark([], nothing),
  'one point': spark(pointsFrom([0.8])),
  'not known': spark(pointsFrom([0.8, 0.7, null, null, 0.9, 0.8])),
  running: spark(pointsFrom([...long, 0.7], { last: soFar })),
  maturing: spark([...pointsFrom(year.slice(0, 6)), ...pointsFrom(year, open).slice(6)]),
  waiting: spark([...pointsFrom(year), ...pointsFrom([...year, 0.88], open).slice(10), ...pointsFrom([...year, 0.88, 0.95], { last: soFar }).slice(11)]),
  'change of wording': spark(oldUntil(pointsFrom(year, { mark: 'none' }), 5), { changes: [change(5, '', '', '')] }),
  'usual range': spark(pointsFrom(long), { usual: usualRange(0.72, 0.96, { outside: [monthOf(10)], inRuns: [monthOf(5)] }) }),
  'usual range: far beyond the line': spark(pointsFrom(long), { usual: usualRange(-9, 9) }),
  negative: spark(pointsFrom([3, -2, 5, -6, -1], { last: { mark: 'broken' } })),
  huge: spark(pointsFrom([1.1e12, 1.4e12, 1.2e12], { last: { mark: 'slipping' } })),
  tiny: spark(pointsFrom([0.0003, 0.0001, 0.0002])),
  'tiny: it never moved': spark(pointsFrom([2, 2, 2, 2]), { usual: usualRange(0, 5, { centre: 2 }) }),
  'ten years': spark(pointsFrom(Array.from({ length: 120 }, (_, index) => 0.75 + 0.15 * Math.sin(index / 8)))),
}; // prettier-ignore
