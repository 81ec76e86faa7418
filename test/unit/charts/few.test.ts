import { expect, test } from 'vitest';
import { chartOf } from '../../../src/charts/chart-of.ts';
import type { LineFigure, Point } from '../../../src/values/figure.ts';

const point = (month: number, few: boolean): Point => ({
  from: `2026-0${month}-01`,
  to: `2026-0${month}-28`,
  value: month / 10,
  mark: 'none',
  state: 'complete',
  old: false,
  few,
  says: '',
});
const figure = (few: boolean): LineFigure => ({
  figure: 'line',
  title: '',
  description: '',
  scale: { from: 0, to: 1, ticks: [] },
  days: [],
  points: [1, 2, 3, 4].map((month) => point(month, few)),
  levels: [],
  changes: [],
  usual: null,
  ends: { value: '', agreed: '', soFar: '' },
  empty: '',
  table: { head: [], rows: [] },
});

test('no line joins points of few records', () => {
  expect(chartOf(figure(false), 'page', 'many')).toMatch(/class="line"/);
  const drawn = chartOf(figure(true), 'page', 'few');
  expect(drawn).not.toMatch(/class="line"/);
  expect(drawn.match(/class="dot"/g)).toHaveLength(4);
});
