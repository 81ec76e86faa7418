import { expect, test } from 'vitest';
import { bridgeFile, bridgeTable } from '../../../src/publish/api-bridge.ts';
import { sayProblem } from '../../../src/agreement/say-problem.ts';
import { bridgeGaps } from '../../../src/publish/bridge-gaps.ts';
import { bridgesOf } from '../../../src/publish/bridge.ts';
import type { Breakdown } from '../../../src/values/breakdown.ts';
import type { MetricValue } from '../../../src/values/value.ts';
import { metric, value } from './small-edition.ts';

const movement: Breakdown = {
  dimension: 'movement',
  cut: {
    cut: 'value',
    path: { from: 'stage change', links: [], field: 'to', type: { is: 'text' }, figure: false },
  },
  credit: null,
  clauseOf: null,
};
const money = { unit: { unit: 'money', currency: 'EUR' } } as const;
const balance = metric('open', { ...money, asOf: 'period end', by: null }, { measure: { measure: 'count' } });
const moving = metric('moves', { ...money, moves: 'open', breakdowns: [movement] });

const month = (slug: string, number: string, amount: number | null, member = ''): MetricValue =>
  value(slug, {
    grain: 'month',
    period: `2026-${number}`,
    from: `2026-${number}-01`,
    to: `2026-${number}-30`,
    dimension: member === '' ? '' : 'movement',
    member,
    value: amount,
  });

test('opening, movements and what is not explained come to the closing', () => {
  const [bridge] = bridgesOf([
    { metric: balance, values: [month('open', '10', 120_00), month('open', '09', 80_00)] },
    {
      metric: moving,
      values: [
        month('moves', '09', 80_00),
        month('moves', '09', 80_00, 'Opened'),
        month('moves', '10', 50_00, 'Opened'),
        month('moves', '10', -7_50, 'Lowered'),
      ],
    },
  ]);
  expect(bridge?.movements).toEqual(['Opened', 'Lowered']);
  expect(bridge?.periods).toMatchObject([
    { period: '2026-09', opening: 0, moved: [80_00, 0], notExplained: 0, closing: 80_00 },
    { period: '2026-10', opening: 80_00, moved: [50_00, -7_50], notExplained: -2_50, closing: 120_00 },
  ]);
});

test('what is not known makes the rest not known', () => {
  const [bridge] = bridgesOf([
    { metric: balance, values: [month('open', '09', null), month('open', '10', 5)] },
    { metric: moving, values: [month('moves', '09', 1, 'Opened')] },
  ]);
  expect(bridge?.periods.map(({ opening, notExplained }) => [opening, notExplained])).toEqual([
    [0, null],
    [null, null],
  ]);
});

test('there is none where the balance or what moves it is not counted', () => {
  expect(
    bridgesOf([
      { metric: balance, values: [] },
      { metric: moving, values: [month('moves', '09', 1, 'Opened')] },
    ]),
  ).toEqual([]);
  expect(bridgesOf([{ metric: moving, values: [month('moves', '09', 1, 'Opened')] }])).toEqual([]);
});

test('the API tells each step in major units', () => {
  const [bridge] = bridgesOf([
    { metric: balance, values: [month('open', '09', 80_50)] },
    { metric: moving, values: [month('moves', '09', 80_50, 'Opened')] },
  ]);
  const file = bridge && bridgeFile(bridge);
  expect(file).toMatchObject({ slug: 'moves', balance: 'open', movements: ['Opened'] });
  expect(file?.steps.map(({ step, movement, amount }) => [step, movement, amount])).toEqual([
    ['opening', '', 0],
    ['movement', 'Opened', 80.5],
    ['not explained', '', 0],
    ['closing', '', 80.5],
  ]);
  expect(bridge && bridgeTable(bridge).split('\r\n').slice(0, 3)).toEqual([
    'grain,period,from,to,status,step,movement,amount,unit',
    'month,2026-09,2026-09-01,2026-09-30,complete,opening,,0,EUR',
    'month,2026-09,2026-09-01,2026-09-30,complete,movement,Opened,80.5,EUR',
  ]);
});

test('what is left over is warned of, with the first period', () => {
  const values = [month('open', '09', 80_00), month('open', '10', 120_00), month('open', '11', 120_01)];
  const moved = [month('moves', '09', 80_00, 'Opened'), month('moves', '10', -1_234_50, 'Lowered')];
  expect(bridgeGaps([balance, moving], [...values, ...moved]).map(sayProblem)).toEqual([
    `${sayProblem({ ...moving.at, level: 'warning', says: '', fix: '' }).trimEnd()} "moves" leaves 1,274.50 EUR of "open" not explained in 2026-10, and something in 1 more month; write "rate on:" with the moment by which the balance takes its rate, such as "its opportunity's created"`,
  ]);
  expect(bridgeGaps([balance, moving], [month('open', '09', 80_00), ...moved.slice(0, 1)])).toEqual([]);
});
