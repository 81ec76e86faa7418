/** Figures for the charts' pictures: small, with every word given. */
import type {
  BridgeFigure,
  BridgeStep,
  ColumnsFigure,
  EndLabels,
  LineFigure,
  MultiplesFigure,
  OutcomesFigure,
  Point,
  RankedFigure,
  SparkFigure,
} from '../../../src/values/figure.ts';
import type { MarkWord } from '../../../src/values/value.ts';

const two = (number: number) => String(number).padStart(2, '0');
const names = ['Jan', 'Feb', 'March', 'April', 'May', 'June', 'July', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'];

/** The first day of a month, counted from January 2025. */
export const monthOf = (index: number) => `${2025 + Math.floor(index / 12)}-${two((index % 12) + 1)}-01`;
const endOf = (index: number) => monthOf(index).replace(/01$/, '28');

export function pointsFrom(
  values: readonly (number | null)[],
  over: Partial<Point> & { last?: Partial<Point> } = {},
): Point[] {
  const { last, ...all } = over;
  return values.map((value, index): Point => ({
    from: monthOf(index), to: endOf(index), value, mark: 'kept', state: 'complete', old: false, says: `${names[index % 12]}: ${value}`, ...all,
    ...(index === values.length - 1 ? last : {}),
  })); // prettier-ignore
}

export const words = {
  title: 'Sales followed up 83% of October’s leads in time.',
  description: 'Share of leads, by month.',
};
const noEnds: EndLabels = { value: '', agreed: '', soFar: '' };
const tick = (index: number, now = false) => ({
  day: monthOf(index),
  label: index % 12 === 0 && !now ? `Jan ${2025 + index / 12}` : (names[index % 12] ?? ''),
  now,
});
const shares = { from: 0.5, to: 1, ticks: [0.5, 0.75, 1].map((at) => ({ at, label: `${at * 100}%` })) };
const counts = { from: 0, to: 30, ticks: [0, 10, 20, 30].map((at) => ({ at, label: String(at) })) };

export const line = (over: Partial<LineFigure> = {}): LineFigure => ({
  figure: 'line', ...words, scale: shares, days: [], points: [], levels: [], changes: [], usual: null, ends: noEnds, ...over,
}); // prettier-ignore
export const columns = (over: Partial<ColumnsFigure> = {}): ColumnsFigure => ({
  ...line(),
  scale: counts,
  ...over,
  figure: 'columns',
});

const year = [0.78, 0.8, 0.79, 0.84, 0.86, 0.9, 0.92, 0.91, 0.88, 0.83];
const whole = { from: monthOf(0), to: endOf(35), value: 0.9, label: 'agreed: 90%' };
const usual = { from: monthOf(1), to: endOf(11), lower: 0.72, upper: 0.96, centre: 0.84, label: 'usual range', outside: [], inRuns: [] }; // prettier-ignore
const slipping = { mark: 'slipping' } as const;
const ends = { value: '83%', agreed: 'agreed: 90%', soFar: '' };

export const lines: Record<string, LineFigure> = {
  'line, empty': line(),
  'line, one point': line({ points: pointsFrom([0.8]), days: [tick(0, true)], ends: { ...ends, value: '80%' } }),
  'line, slipping': line({ points: pointsFrom(year, { last: slipping }), levels: [whole], days: [tick(9, true), tick(0), tick(6)], ends }),
  'line, running': line({
    points: pointsFrom([...year, 0.8], { last: { state: 'so far', mark: 'none' } }), levels: [whole], days: [tick(9, true), tick(0)],
    ends: { ...ends, soFar: '80% so far' },
  }),
  'line, change of wording': line({
    points: [...pointsFrom(year.slice(0, 5), { old: true }), ...pointsFrom(year).slice(5)],
    levels: [{ ...whole, to: endOf(4), value: 0.8, label: 'agreed: 80%' }, { ...whole, from: monthOf(5) }],
    changes: [{ on: monthOf(5), before: 'within 2 business days', after: 'within 1 business day', since: 'since June 2025' }],
    days: [tick(9, true), tick(0)], ends,
  }),
  'line, maturing': line({
    points: [...pointsFrom(year.slice(0, 8)), ...pointsFrom(year, { state: 'open', mark: 'none' }).slice(8)], days: [tick(7, true)], ends,
  }),
  'line, usual range': line({
    points: pointsFrom([...year, 0.99, 0.95]), levels: [whole], days: [tick(11, true), tick(0)], ends: { ...ends, value: '95%' },
    usual: { ...usual, outside: [monthOf(10)], inRuns: [monthOf(5), monthOf(6), monthOf(11)] },
  }),
  'line, usual range past its scale': line({ points: pointsFrom(year), usual: { ...usual, lower: 0.4, upper: 1 } }),
  'line, gaps': line({ points: pointsFrom([0.8, null, 0.82, 0.84, null, null, 0.9]), days: [tick(6, true)], ends: { ...ends, value: '90%' } }),
}; // prettier-ignore

const level = { ...whole, value: 22, label: 'agreed: 22' };
export const allColumns: Record<string, ColumnsFigure> = {
  'columns, kept': columns({ points: pointsFrom([18, 20, 24, 19, 25]), levels: [level], days: [tick(4, true), tick(0)], ends: { value: '25', agreed: 'agreed: 22', soFar: '' } }),
  'columns, running': columns({
    points: pointsFrom([18, 20, 24, 19, 25, 6], { last: { state: 'so far', mark: 'none' } }), levels: [level], days: [tick(4, true)],
    ends: { value: '25', agreed: 'agreed: 22', soFar: '6 so far' },
  }),
  'columns, new target': columns({
    points: pointsFrom([18, 20, 24, 19, 25, 22]), days: [tick(5, true)],
    levels: [{ ...level, to: endOf(2), value: 18, label: 'agreed: 18' }, { ...level, from: monthOf(3) }], ends: { value: '22', agreed: 'agreed: 22', soFar: '' },
  }),
  'columns, usual range': columns({
    points: pointsFrom([18, 20, 24, 19, 28]), ends: { value: '28', agreed: '', soFar: '' },
    usual: { ...usual, from: monthOf(0), lower: 14, upper: 26, centre: 20, outside: [monthOf(4)], inRuns: [monthOf(2)] },
  }),
  'columns, negative': columns({
    points: pointsFrom([10, -4, 6], { last: { mark: 'broken' } }), scale: { from: -10, to: 10, ticks: [-10, 0, 10].map((at) => ({ at, label: String(at) })) },
  }),
}; // prettier-ignore

const outcome = (index: number, kept: number, missed: number, waiting = 0, old = false) => ({
  from: monthOf(index), to: endOf(index), kept, missed, waiting, old, says: `${kept} kept, ${missed} missed`,
}); // prettier-ignore
export const outcomes: OutcomesFigure = {
  figure: 'outcomes', ...words, scale: { ...counts, from: -9 }, days: [tick(3, true)],
  outcomes: [outcome(0, 20, 5, 0, true), outcome(1, 22, 8, 0, true), outcome(2, 24, 2), outcome(3, 19, 4), outcome(4, 5, 1, 6)],
  labels: { kept: 'in time', missed: 'late', waiting: 'waiting' },
}; // prettier-ignore

const bar = (name: string, value: number | null, mark: MarkWord, detail = '') => ({
  name,
  value,
  label: value === null ? 'not known' : `${value * 100}%`,
  detail,
  mark,
  few: detail.endsWith('of 5'),
});
export const ranked: RankedFigure = {
  figure: 'ranked', ...words, to: 1, fewLabel: 'Too few to judge', level: { value: 0.9, label: 'agreed: 90%' },
  bars: [bar('Webinar', 0.95, 'kept', '38 of 40'), bar('فعاليات', 0.8, 'slipping', '16 of 20'), bar('Not recorded', null, 'none'), bar('A name that is too long to stand beside its bar', 0.25, 'broken', '1 of 5')],
}; // prettier-ignore
export const twelveMembers: RankedFigure = {
  ...ranked, fewLabel: '', level: null, bars: Array.from({ length: 12 }, (_, index) => bar(`Member ${index + 1}`, (12 - index) / 16, 'none')),
}; // prettier-ignore
export const belowZero: RankedFigure = {
  ...ranked, fewLabel: '', level: null, to: 3, bars: [['Finance', 3], ['Energy', 0], ['Media', -2]].map(([name, value]) => bar(String(name), Number(value), 'none')),
}; // prettier-ignore

export const multiples: MultiplesFigure = {
  figure: 'multiples', ...words, scale: shares, days: [tick(9, true), tick(0)], levels: [{ ...whole, label: '90%' }],
  panels: ['Website', 'Webinar', 'Event'].map((name, index) => ({
    name, label: '83%', mark: (['kept', 'slipping', 'broken'] as const)[index] ?? 'none', points: pointsFrom(year.map((value) => value - index / 20)),
  })),
}; // prettier-ignore

const bridgeStep = (step: BridgeStep['step'], name: string, from: number, to: number, label: string): BridgeStep => ({
  step, name, from, to, label, unknown: name === 'Not explained',
}); // prettier-ignore
export const bridge: BridgeFigure = {
  figure: 'bridge', ...words, from: 0, to: 1600, broken: '',
  steps: [
    bridgeStep('level', 'At the start', 0, 1200, '€1,200'), bridgeStep('up', 'Opened', 1200, 1600, '+€400'), bridgeStep('still', 'Reopened', 1600, 1600, '€0'),
    bridgeStep('down', 'Lost', 1600, 1300, '−€300'), bridgeStep('down', 'Lowered', 1300, 1298, '−€2'), bridgeStep('up', 'Not explained', 1298, 1350, '+€52'),
    bridgeStep('level', 'At the end', 0, 1350, '€1,350'),
  ],
}; // prettier-ignore
export const brokenBridge: BridgeFigure = {
  ...bridge, from: 1150, broken: 'The bars begin at €1,150, not at zero',
}; // prettier-ignore

const spark = (over: Partial<SparkFigure> = {}): SparkFigure => ({
  figure: 'spark', ...words, points: pointsFrom([...year, 0.99, 0.95, 0.83]), changes: [], usual: null, ...over,
}); // prettier-ignore
export const sparks: Record<string, SparkFigure> = {
  'spark, usual range': spark({ usual: { ...usual, outside: [monthOf(10)], inRuns: [monthOf(5)] } }),
  'spark, maturing': spark({ points: [...pointsFrom(year.slice(0, 6)), ...pointsFrom([0.7, 0.6], { state: 'open', mark: 'none' })] }),
  'spark, change of wording': spark({
    points: [...pointsFrom(year.slice(0, 5), { old: true }), ...pointsFrom(year, { mark: 'none' }).slice(5)],
    changes: [{ on: monthOf(5), before: '', after: '', since: '' }],
  }),
  'spark, never moved': spark({ points: pointsFrom([2, 2, 2, 2]), usual: { ...usual, from: monthOf(0), lower: 0, upper: 5, centre: 2 } }),
  'spark, range far beyond': spark({ usual: { ...usual, lower: -9, upper: 9 } }),
}; // prettier-ignore
