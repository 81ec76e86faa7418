import type { LineFigure, NoteMark, Point, WordingChange } from '../../../src/values/figure.ts';
import type { Figures } from '../states.ts';
import {
  judged, level, monthOf, nothing, open, percent, pointsFrom, scaleOf, soFar, tableOf, tick, usualRange,
} from './over-time.ts'; // prettier-ignore

export const year = [0.78, 0.8, 0.79, 0.84, 0.86, 0.9, 0.92, 0.91, 0.88, 0.83];
export const shares = scaleOf(0.5, 1, [0.5, 0.75, 1], percent);
const noEnds = { value: '', agreed: '', soFar: '' };
const ends = { value: '83%', agreed: 'agreed: 90%', soFar: '' };
const levels = [level(0.9, '90%')];
const days = [tick(9, true), tick(0), tick(6)];

/** What is agreed last judges its points; a tenth below it is broken. */
export const line = (points: readonly Point[], over: Partial<LineFigure> = {}): LineFigure => {
  const agreed = over.levels?.at(-1)?.value;
  return {
    figure: 'line', title: 'Sales followed up 83% of October’s qualified leads in time.', description: 'Share of qualified leads, by month.',
    scale: shares, days: [], points: agreed === undefined ? points : judged(points, agreed, agreed * 0.9), levels: [], changes: [], usual: null,
    ends: noEnds, table: tableOf(points), ...over,
  }; // prettier-ignore
};

/** The same points, the first ones counted another way. */
export const oldUntil = (points: readonly Point[], index: number) =>
  points.map((point, at) => ({ ...point, old: at < index }));

export const change = (index: number, before: string, after: string, since = 'since June 2025'): WordingChange => ({
  on: monthOf(index),
  before,
  after,
  since,
});
const businessDay = change(5, 'within 2 business days', 'within 1 business day');

const note = (number: number, index: number, words: string): NoteMark => ({
  number,
  on: `${monthOf(index).slice(0, 8)}12`,
  says: `12 ${monthOf(index).slice(0, 7)}: ${words}`,
});
export const threeNotes = [
  note(1, 2, 'The form asks for the company’s size'),
  note(2, 3, 'Two sellers left'),
  note(3, 8, 'Trade fair'),
];

const changed = (points: readonly Point[], at: WordingChange): LineFigure =>
  line(oldUntil(points, 5), {
    levels: [level(0.8, '80%', 0, 4), level(0.9, '90%', 5)],
    changes: [at],
    days,
    ends,
  });

const decade = Array.from({ length: 120 }, (_, index) => 0.74 + 0.16 * Math.sin(index / 9) + ((index * 7) % 11) / 150);

export const lines: Figures<LineFigure> = {
  'as usual': line(pointsFrom(year), { levels, days, ends }),
  'as usual: with the year before behind it': line(pointsFrom(year, { last: { mark: 'none' } }), {
    days, ends: { ...ends, value: '83% 2026', agreed: '' },
    behind: { label: '2025', values: year.map((value, index) => (index === 4 ? null : value - 0.12 + (index % 3) / 20)), says: year.map((_, index) => `Month ${index + 1} of 2025`) },
  }),
  empty: line([], nothing),
  'one point': line(pointsFrom([0.8]), { days: [tick(0, true)], ends: { ...ends, value: '80%' } }),
  'not known': line(pointsFrom([0.8, null, 0.82, 0.84, null, null, 0.9]), { days: [tick(6, true), tick(0)], ends: { ...ends, value: '90%', agreed: '' } }),
  running: line(pointsFrom([...year, 0.8], { last: soFar }), { levels, days, ends: { ...ends, soFar: '80% so far' } }),
  maturing: line(
    [...pointsFrom(year.slice(0, 8)), ...pointsFrom(year, open).slice(8)],
    { levels, days: [tick(7, true), tick(0)], ends: { ...ends, value: '91%' } },
  ),
  waiting: line(
    [...pointsFrom(year), ...pointsFrom([...year, 0.88], open).slice(10), ...pointsFrom([...year, 0.88, 0.95], { last: soFar }).slice(11)],
    { levels, days, ends: { ...ends, soFar: '95% so far' } },
  ),
  notes: line(pointsFrom(year, { last: { mark: 'broken' } }), { levels, days, ends, notes: threeNotes }),
  'notes: with a change of wording': { ...changed(pointsFrom(year), businessDay), notes: threeNotes },
  'change of wording': changed(pointsFrom(year), businessDay),
  'change of wording: last month': line(oldUntil(pointsFrom(year), 9), {
    levels, days, ends, changes: [change(9, 'within 2 business days', 'within 1 business day', 'since October 2025')],
  }),
  'new target': line(pointsFrom(year), { levels: [level(0.8, '80%', 0, 4), level(0.9, '90%', 5)], days, ends }),
  'usual range': line(pointsFrom([...year, 0.99, 0.95]), {
    levels, days: [tick(11, true), tick(0), tick(6)], ends: { ...ends, value: '95%' },
    usual: usualRange(0.72, 0.96, { from: monthOf(1), outside: [monthOf(10)], inRuns: [monthOf(5), monthOf(6), monthOf(11)] }),
  }),
  'usual range: past the scale': line(pointsFrom(year), { days, ends, usual: usualRange(0.4, 1) }),
  'usual range: at the foot of the scale': line(pointsFrom([...year.slice(0, 9), 0.5]), {
    levels, days, ends: { ...ends, value: '50%' }, usual: usualRange(0.72, 0.96, { outside: [monthOf(9)] }),
  }),
  negative: line(pointsFrom([0.04, 0.02, -0.03, -0.08, 0.01], { last: { mark: 'none' } }), {
    scale: scaleOf(-0.1, 0.1, [-0.1, 0, 0.1], (share) => percent(share).replace('-', '−')), days: [tick(4, true), tick(0)],
    ends: { value: '1%', agreed: 'agreed: 5%', soFar: '' }, levels: [level(0.05, '5%')],
  }),
  huge: line(pointsFrom([1.18e11, 1.21e11, 1.4e11, 1.36e11, 1.29e11, 0.41e11], { last: soFar }), {
    scale: scaleOf(0, 1.5e11, [0, 0.5e11, 1e11, 1.5e11], (amount) => `€${amount / 1e11}bn`), days: [tick(4, true), tick(0)],
    ends: { value: '€1.29 billion', agreed: 'agreed: €1.3 billion', soFar: '€413 million so far' }, levels: [level(1.3e11, '€1.3 billion')],
  }),
  tiny: line(pointsFrom([0.0004, 0.0007, 0.0003, 0.0005], { last: { mark: 'none' } }), {
    scale: scaleOf(0, 0.001, [0, 0.0005, 0.001], (share) => `${share * 100}%`), days: [tick(3, true), tick(0)], ends: { value: '0.05%', agreed: 'agreed: 0.1%', soFar: '' },
    levels: [level(0.001, '0.1%')],
  }),
  'ten years': line(pointsFrom(decade), {
    levels: [level(0.7, '70%', 0, 59), level(0.9, '90%', 60)], days: [tick(119, true), ...[0, 24, 48, 72, 96].map((index) => tick(index))], ends: { ...ends, value: percent(decade.at(-1) ?? 0) },
  }),
  'right-to-left names': changed(pointsFrom(year), change(5, 'خلال يومي عمل', 'תוך יום עסקים אחד')),
  'long names': changed(
    pointsFrom(year),
    change(5, 'a touch by anyone of either team within 2 business days of assigned', 'a touch by the owner within 1 business day of assigned'),
  ),
}; // prettier-ignore
