import type { ColumnsFigure, Point } from '../../../src/values/figure.ts';
import type { Figures } from '../states.ts';
import { change, line, oldUntil, threeNotes } from './line.ts';
import { level, monthOf, nothing, open, pointsFrom, scaleOf, soFar, tick, usualRange } from './over-time.ts';

const counts = scaleOf(0, 30, [0, 10, 20, 30]);
const year = [18, 20, 24, 19, 25, 21, 17, 23, 26, 25];
const ends = { value: '25', agreed: 'agreed: 22', soFar: '' };
const levels = [level(22, '22')];
const days = [tick(9, true), tick(0), tick(6)];

const columns = (points: readonly Point[], over: Partial<ColumnsFigure> = {}): ColumnsFigure => ({
  ...line(points, { levels: over.levels ?? [] }), title: 'Marketing handed over 25 qualified leads in October.', description: 'Number of qualified leads, by month.',
  scale: counts, ...over, figure: 'columns',
}); // prettier-ignore

const changed = (before: string, after: string) =>
  columns(oldUntil(pointsFrom(year), 5), {
    levels: [level(18, '18', 0, 4), level(22, '22', 5)],
    changes: [change(5, before, after)],
    days,
    ends,
  });

const decade = Array.from({ length: 120 }, (_, index) => 15 + Math.round(9 * Math.sin(index / 7)) + ((index * 5) % 6));

export const allColumns: Figures<ColumnsFigure> = {
  'as usual': columns(pointsFrom(year), { levels, days, ends }),
  empty: columns([], nothing),
  'one point': columns(pointsFrom([18], { last: { mark: 'slipping' } }), { levels, days: [tick(0, true)], ends: { ...ends, value: '18' } }),
  'not known': columns(pointsFrom([18, 20, null, null, 25]), { days: [tick(4, true), tick(0)], ends: { ...ends, agreed: '' } }),
  running: columns(pointsFrom([...year, 6], { last: soFar }), { levels, days, ends: { ...ends, soFar: '6 so far' } }),
  maturing: columns([...pointsFrom(year.slice(0, 8)), ...pointsFrom(year, open).slice(8)], { levels, days: [tick(7, true), tick(0)], ends: { ...ends, value: '23' } }),
  waiting: columns([...pointsFrom(year), ...pointsFrom([...year, 24, 5], open).slice(10, 11), ...pointsFrom([...year, 24, 5], { last: soFar }).slice(11)], {
    levels, days, ends: { ...ends, soFar: '5 so far' },
  }),
  notes: columns(pointsFrom(year, { last: { mark: 'broken' } }), { levels, days, ends, notes: threeNotes }),
  'change of wording': changed('a score of 50', 'a score of 60'),
  'new target': columns(pointsFrom(year), { levels: [level(18, '18', 0, 4), level(22, '22', 5)], days, ends }),
  'usual range': columns(pointsFrom([...year.slice(0, 9), 29]), {
    days, ends: { ...ends, value: '29', agreed: '' }, usual: usualRange(14, 27, { outside: [monthOf(9)], inRuns: [monthOf(2), monthOf(4)] }),
  }),
  negative: columns(pointsFrom([10, -4, 6], { last: { mark: 'broken' } }), {
    scale: scaleOf(-10, 10, [-10, 0, 10]), days: [tick(2, true), tick(0)], ends: { value: '6', agreed: 'agreed: 8', soFar: '' }, levels: [level(8, '8')],
  }),
  'negative: all of it': columns(pointsFrom([-3, -7, -9], { last: { mark: 'none' } }), {
    scale: scaleOf(-10, 0, [-10, -5, 0]), days: [tick(2, true), tick(0)], ends: { value: '−9', agreed: '', soFar: '' },
  }),
  huge: columns(pointsFrom([9.1e8, 11e8, 12.3e8, 10.4e8, 3.2e8], { last: soFar }), {
    scale: scaleOf(0, 1.5e9, [0, 0.5e9, 1e9, 1.5e9], (amount) => `€${(amount / 1e6).toLocaleString('en-GB')}m`), days: [tick(3, true), tick(0)],
    levels: [level(1.18e9, '€1,180,000,000')], ends: { value: '€1,043,560,000', agreed: 'agreed: €1,180,000,000', soFar: '€320,104,000 so far' },
  }),
  tiny: columns(pointsFrom([1, 0, 2, 1, 0], { last: { mark: 'none' } }), {
    scale: scaleOf(0, 2, [0, 1, 2]), days: [tick(4, true), tick(0)], ends: { value: '0', agreed: 'agreed: 1', soFar: '' }, levels: [level(1, '1')],
  }),
  'ten years': columns(pointsFrom(decade), {
    levels: [level(12, '12', 0, 59), level(22, '22', 60)], days: [tick(119, true), ...[0, 24, 48, 72, 96].map((index) => tick(index))], ends: { ...ends, value: String(decade.at(-1)) },
  }),
  'right-to-left names': changed('خمسون نقطة على الأقل', 'לפחות שישים נקודות'),
  'long names': changed('a score of at least 50 in the old tool of marketing', 'a score of at least 60 and a company of at least 20 people'),
}; // prettier-ignore
