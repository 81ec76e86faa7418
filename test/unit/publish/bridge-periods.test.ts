import { expect, test } from 'vitest';
import { bridgePeriods, grainsOf } from '../../../src/publish/bridge-periods.ts';
import type { Bridge, BridgePeriod } from '../../../src/values/bridge.ts';
import { edition, metric } from './small-edition.ts';

const money = { unit: 'money', currency: 'EUR' } as const;
const balance = metric('open', { unit: money });
const { agreement } = edition([balance], []);

const period = (name: string, over: Partial<BridgePeriod>): BridgePeriod => ({
  grain: 'month',
  period: name,
  from: `${name}-01`,
  to: `${name}-28`,
  status: 'complete',
  notExplained: 0,
  opening: 0,
  moved: [0, 0, 0],
  closing: 0,
  ...over,
});
const bridge = (periods: readonly BridgePeriod[]): Bridge => ({
  metric: 'moves',
  balance: 'open',
  unit: money,
  movements: ['Won', 'Opened', 'Never'],
  periods,
});

const september = period('2026-09', { moved: [0, 900_00, 0], closing: 900_00 });
const october = period('2026-10', { opening: 900_00, moved: [-200_50, 1_000_00, 0], closing: 1_699_50 });

test('each period is a row, newest first: start, what came in, what went out, end', () => {
  const running = period('2026-11', { opening: 1_699_50, moved: [0, 0, 0], closing: 1_699_50, status: 'so far' });
  expect(bridgePeriods(agreement, balance, bridge([september, october, running]), 'month')).toEqual({
    columns: ['At the start', 'Opened', 'Won', 'At the end'],
    rows: [
      { head: 'November\u00a02026, so far', cells: ['€1,700', '€0', '€0', '€1,700'] },
      { head: 'October\u00a02026', cells: ['€900', '+€1,000', '−€201', '€1,700'] },
      { head: 'September\u00a02026', cells: ['€0', '+€900', '€0', '€900'] },
    ],
  });
});

test('what no movement tells of has a column where there is any, and what is not known is said to be so', () => {
  const odd = period('2026-10', { opening: 900_00, moved: [null, 100_00, 0], notExplained: null, closing: 1_000_00 });
  expect(bridgePeriods(agreement, balance, bridge([september, odd]), 'month')).toMatchObject({
    columns: ['At the start', 'Won', 'Opened', 'Not explained', 'At the end'],
    rows: [
      { cells: ['€900', 'not known', '+€100', 'not known', '€1,000'] },
      { cells: ['€0', '€0', '+€900', '€0', '€900'] },
    ],
  });
});

test('a bridge has the grains of its periods, and what lies ahead has no row', () => {
  const quarter = period('2026-09', { grain: 'quarter', period: 'FY2026-Q3' });
  const ahead = period('2026-12', { status: 'ahead' });
  const way = bridge([september, ahead, quarter]);
  expect(grainsOf(way)).toEqual(['month', 'quarter']);
  expect(bridgePeriods(agreement, balance, way, 'month').rows.map(({ head }) => head)).toEqual(['September\u00a02026']);
});
