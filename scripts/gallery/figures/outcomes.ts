import type { Outcome, OutcomesFigure } from '../../../src/values/figure.ts';
import type { Figures } from '../states.ts';
import { threeNotes } from './line.ts';
import { endOf, monthOf, nothing, scaleOf, tableOf, tick } from './over-time.ts';

type Counts = readonly [kept: number, missed: number, waiting?: number];

const outcome = ([kept, missed, waiting = 0]: Counts, index: number): Outcome => ({
  from: monthOf(index),
  to: endOf(index),
  kept,
  missed,
  waiting,
  old: false,
  says: `${monthOf(index).slice(0, 7)}: ${kept} in time, ${missed} late${waiting ? `, ${waiting} waiting` : ''}`,
});

const year: readonly Counts[] = [[20, 5], [22, 8], [24, 2], [19, 4], [21, 6], [23, 3], [25, 1], [18, 7], [22, 5], [24, 5]]; // prettier-ignore
const counts = scaleOf(-10, 30, [0, 10, 20, 30]);

const outcomes = (all: readonly Counts[], over: Partial<OutcomesFigure> = {}): OutcomesFigure => {
  const made = all.map(outcome);
  return {
    figure: 'outcomes', title: 'Of October’s 29 qualified leads, 24 were followed up in time.', description: 'Number of qualified leads, by month.',
    scale: counts, days: [tick(9, true), tick(0), tick(6)], outcomes: made, labels: { kept: 'in time', missed: 'late', waiting: 'waiting' },
    table: tableOf(made), ...over,
  }; // prettier-ignore
};

export const allOutcomes: Figures<OutcomesFigure> = {
  'as usual': outcomes(year),
  empty: outcomes([], { days: [], ...nothing }),
  'one point': outcomes([[20, 5]], { days: [tick(0, true)] }),
  running: outcomes([...year, [5, 1, 6]]),
  waiting: outcomes([...year.slice(0, 8), [18, 2, 6], [12, 1, 14]], { days: [tick(7, true), tick(0)] }),
  'waiting: all of them': outcomes([...year, [0, 0, 12]]),
  notes: outcomes(year, { notes: threeNotes }),
  'change of wording': outcomes(year, { outcomes: year.map(outcome).map((each, index) => ({ ...each, old: index < 5 })) }),
  huge: outcomes(year.map(([kept, missed]) => [kept * 51_000, missed * 51_000]), { scale: scaleOf(-500_000, 1_500_000, [0, 500_000, 1_000_000, 1_500_000], (count) => count.toLocaleString('en-GB')) }),
  tiny: outcomes([[1, 0], [0, 1], [2, 0], [0, 0], [1, 0]], { scale: scaleOf(-1, 2, [0, 1, 2]), days: [tick(4, true), tick(0)] }),
  'ten years': outcomes(Array.from({ length: 120 }, (_, index): Counts => year[(index * 7) % 10] ?? [0, 0]), {
    days: [tick(119, true), ...[0, 24, 48, 72, 96].map((index) => tick(index))],
  }),
}; // prettier-ignore
