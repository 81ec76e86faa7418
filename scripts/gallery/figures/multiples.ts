import type { MultiplesFigure, Panel, Point } from '../../../src/values/figure.ts';
import type { MarkWord } from '../../../src/values/value.ts';
import type { Figures } from '../states.ts';
import { oldUntil, shares, year } from './line.ts';
import { level, nothing, open, percent, pointsFrom, scaleOf, soFar, tick } from './over-time.ts';

const marks: readonly MarkWord[] = ['kept', 'slipping', 'broken'];
const sources = ['Website', 'Webinar', 'Event'];
const levels = [{ ...level(0.9, '90%'), label: '90%' }];
const days = [tick(9, true), tick(0)];

const newest = (points: readonly Point[]) => points.findLast(({ state }) => state === 'complete')?.value ?? 0;
const panel = (name: string, index: number, points: readonly Point[], label = percent(newest(points))) =>
  ({ name, label, mark: marks[index % 3] ?? 'none', points }) satisfies Panel;

const multiples = (panels: readonly Panel[], over: Partial<MultiplesFigure> = {}): MultiplesFigure => ({
  figure: 'multiples', title: 'Leads of events were followed up least in time.', description: 'Share of qualified leads by month, by source.',
  scale: shares, days, levels, panels,
  table: { head: ['Source', 'Newest'], rows: panels.map(({ name, label }) => [name, label]) }, ...over,
}); // prettier-ignore

/** The year's values, lower for each further panel. */
const lower = (index: number, values: readonly number[] = year) =>
  values.map((value) => Math.round((value + 0.08 - index * 0.06) * 100) / 100);
const each = (points: (index: number) => readonly Point[], names: readonly string[] = sources) =>
  names.map((name, index) => panel(name, index, points(index)));

const twelve = Array.from({ length: 12 }, (_, index) => `Industry ${index + 1}`);

export const allMultiples: Figures<MultiplesFigure> = {
  'as usual': multiples(each((index) => pointsFrom(lower(index)))),
  empty: multiples([], { days: [], ...nothing }),
  'one point': multiples(each((index) => pointsFrom(lower(index).slice(0, 1))), { days: [tick(0, true)] }),
  'not known': multiples([
    ...each((index) => pointsFrom(lower(index).map((value, at) => (at > 3 && at < 6 ? null : value)))),
    { name: 'Partner', label: 'not known', mark: 'none', points: pointsFrom(year.map(() => null)) },
  ]),
  running: multiples(each((index) => pointsFrom([...lower(index), 0.8], { last: soFar }))),
  maturing: multiples(each((index) => [...pointsFrom(lower(index)).slice(0, 8), ...pointsFrom(lower(index), open).slice(8)]), { days: [tick(7, true), tick(0)] }),
  waiting: multiples(each((index) => [...pointsFrom(lower(index)), ...pointsFrom([...lower(index), 0.88], open).slice(10), ...pointsFrom([...year, 0.88, 0.95], { last: soFar }).slice(11)])),
  'change of wording': multiples(each((index) => oldUntil(pointsFrom(lower(index)), 5))),
  'new target': multiples(each((index) => pointsFrom(lower(index))), { levels: [{ ...level(0.8, '80%', 0, 4), label: '80%' }, { ...level(0.9, '90%', 5), label: '90%' }] }),
  negative: multiples(sources.map((name, index) => panel(name, index, pointsFrom([4, -2, 3, -6 + index]), `−${6 - index}`)), { scale: scaleOf(-10, 10, [-10, 0, 10]), levels: [], days: [tick(3, true), tick(0)] }),
  huge: multiples(sources.map((name, index) => panel(name, index, pointsFrom([1.1e9, 1.3e9, 1.2e9 - index * 1e8]), '€1,204,398,000')), {
    scale: scaleOf(0, 1.5e9, [0, 1.5e9], (amount) => `€${amount / 1e9}bn`), levels: [{ ...level(1e9, ''), label: '€1bn' }], days: [tick(2, true), tick(0)],
  }),
  tiny: multiples(sources.map((name, index) => panel(name, index, pointsFrom([0, 0.0004, 0.0002 * index]), '0.02%')), {
    scale: scaleOf(0, 0.001, [0, 0.001], (share) => `${share * 100}%`), levels: [], days: [tick(2, true), tick(0)],
  }),
  'ten years': multiples(each((index) => pointsFrom(Array.from({ length: 120 }, (_, at) => 0.75 + 0.15 * Math.sin(at / 8 + index)))), { days: [tick(119, true), tick(0)] }),
  'twelve members': multiples(each((index) => pointsFrom(lower(index / 2)), twelve)),
  'right-to-left names': multiples(each((index) => pointsFrom(lower(index)), ['فعاليات ومعارض', 'סמינר מקוון', 'הורדת תוכן (PDF)'])),
  'long names': multiples(each((index) => pointsFrom(lower(index)), ['Everyone who came to one of our webinars', 'Donaudampfschifffahrtsgesellschaft', 'Event'])),
}; // prettier-ignore
