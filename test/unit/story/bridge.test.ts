import { expect, test } from 'vitest';
import { bridge as kind, bridgeSays } from '../../../src/story/statements/bridge.ts';
import { knownPeriod, movementsOf, newestOver } from '../../../src/story/bridge-steps.ts';
import { bridgeFigure, onOneAxis } from '../../../src/story/figures/bridge-figure.ts';
import { numbersOf } from '../../../src/story/numbers.ts';
import type { Bridge, BridgePeriod } from '../../../src/values/bridge.ts';
import { state } from '../../../src/story/statements/statement-kind.ts';
import { subjectOf } from '../../../src/story/subject.ts';
import { agreement, monthly, pipeline, reading } from './made-up.ts';

const balance = { ...pipeline, slug: 'open-pipeline', title: 'Open pipeline' };
const subject = { metric: balance, numbers: numbersOf(balance, agreement), today: '2026-11-09' };

/** Amounts in cents; `moved` as Won, Lost, Opened, Never. */
const october = (
  opening: number,
  moved: readonly (number | null)[],
  more: Partial<BridgePeriod> = {},
): BridgePeriod => {
  const closing = moved.reduce<number>((sum, amount) => sum + (amount ?? 0), opening);
  return {
    grain: 'month',
    period: '2026-10',
    from: '2026-10-01',
    to: '2026-10-31',
    status: 'complete',
    opening,
    moved,
    notExplained: 0,
    closing,
    ...more,
  };
};
const bridge = (...periods: readonly BridgePeriod[]): Bridge => ({
  metric: 'pipeline-movements',
  balance: 'open-pipeline',
  unit: balance.unit,
  periods,
  movements: ['Won', 'Lost', 'Opened', 'Never'],
});
const says = (period: BridgePeriod, title = 'Open pipeline') =>
  bridgeSays(bridge(period), period, { ...subject, metric: { ...balance, title } }).words;

test('a title tells by how much a balance went, and what moved it: what came in, less what went out, the largest first', () => {
  expect(says(october(1_000_000_00, [-234_000_00, -282_000_00, 416_000_00, 0]))).toBe(
    'In October the open pipeline shrank by 100,000 euros: 416,000 opened, less 282,000 lost and 234,000 won.',
  );
  expect(says(october(0, [0, 0, 1_640_000_00, 0]))).toBe(
    'In October the open pipeline grew by 1.64\u00a0million euros: 1.64\u00a0million opened.',
  );
  expect(says(october(500_00, [-100_00, -50_00, 0, 0]))).toBe(
    'In October the open pipeline shrank by 150 euros: 100 won and 50 lost.',
  );
});

test('where smaller movements are left out, the title says that it tells the main ones', () => {
  const period = october(1_000_00, [-200_00, -300_00, 400_00, 10_00]);
  expect(says(period)).toBe(
    'In October the open pipeline shrank by 90 euros: mainly 400 opened, less 300 lost and 200 won.',
  );
  expect(bridgeSays(bridge(period), period, subject).facts).toEqual({
    grain: 'month',
    period: '2026-10',
    opening: 1_000_00,
    closing: 910_00,
    change: -90_00,
    others: true,
    'moved: Opened': 400_00,
    'moved: Lost': -300_00,
    'moved: Won': -200_00,
  });
});

test('a balance that ended as it began, one that is not known, and what no movement tells', () => {
  expect(says(october(700_00, [-50_00, 0, 50_00, 0]))).toBe(
    'In October the open pipeline ended as it began, at 700 euros: 50 opened, less 50 won.',
  );
  expect(says(october(700_00, [0, 0, 0, 0]))).toBe('In October the open pipeline ended as it began, at 700 euros.');
  expect(says(october(700_00, [null, 0, 0, 0]))).toBe('What moved the open pipeline in October is not known.');
  expect(says(october(700_00, [0, 0, 50_00, 0], { notExplained: -20_00, closing: 730_00 }))).toBe(
    'In October the open pipeline grew by 30 euros: 50 opened, less 20 not explained.',
  );
});

test('a title in capitals keeps them, and one with many words leaves the movements to the drawing', () => {
  expect(says(october(0, [0, 0, 5_00, 0]), 'ARR of customers')).toBe(
    'In October the ARR of customers grew by 5 euros: 5 opened.',
  );
  const long = 'Worth of all deals that are open and expected to close before the year is over';
  expect(says(october(0, [-1_00, -1_00, 5_00, 0]), long)).toBe(
    'In October the worth of all deals that are open and expected to close before the year is over grew by 3 euros.',
  );
});

test('movements stand alike in every period: those that add, then those that take away, without those that never were', () => {
  const way = bridge(october(0, [-1_00, 0, 5_00, 0]), october(4_00, [0, -1_00, -2_00, 0]));
  expect(movementsOf(way)).toEqual([2, 0, 1]);
  const [first] = way.periods;
  expect(first && knownPeriod(way, first)?.moved).toEqual([
    { movement: 'Opened', amount: 5_00 },
    { movement: 'Won', amount: -1_00 },
    { movement: 'Lost', amount: 0 },
  ]);
});

test('the newest period that is over is told, not the one that runs', () => {
  const running = october(0, [0, 0, 1_00, 0], { period: '2026-11', status: 'so far' });
  expect(newestOver(bridge(october(0, [0, 0, 1_00, 0]), running), 'month')?.period).toBe('2026-10');
  expect(newestOver(bridge(running), 'quarter')).toBeNull();
});

test('each step of a drawing begins where the one before it ended', () => {
  const period = october(1_000_00, [-200_00, 0, 400_00, 0]);
  const figure = bridgeFigure(bridge(period, october(0, [0, -1_00, 0, 0])), period, subject);
  expect(figure?.steps.map(({ step, name, from, to, label }) => [step, name, from, to, label])).toEqual([
    ['level', 'At the start', 0, 1_000_00, '€1,000'],
    ['up', 'Opened', 1_000_00, 1_400_00, '+€400'],
    ['down', 'Won', 1_400_00, 1_200_00, '−€200'],
    ['still', 'Lost', 1_200_00, 1_200_00, '€0'],
    ['level', 'At the end', 0, 1_200_00, '€1,200'],
  ]);
  expect([figure?.from, figure?.to, figure?.broken]).toEqual([0, 1_400_00, '']);
  expect(figure?.description).toBe('At the start €1,000; Opened +€400; Won −€200; Lost €0; At the end €1,200.');
});

test('an axis that can’t begin at zero, as nothing would be seen, says where it does', () => {
  const period = october(1_000_000_00, [-5_000_00, 0, 10_000_00, 0]);
  const figure = bridgeFigure(bridge(period), period, subject);
  expect([figure?.from, figure?.to, figure?.broken]).toEqual([
    990_000_00,
    1_010_000_00,
    'The bars begin at €990,000, not at zero',
  ]);
});

test('what stands side by side has one axis, from zero if one of them begins there', () => {
  const small = october(1_000_000_00, [-5_000_00, 0, 10_000_00, 0]);
  const large = october(100_00, [0, 0, 900_00, 0]);
  const way = bridge(small, large);
  const figures = [small, large].flatMap((period) => bridgeFigure(way, period, subject) ?? []);
  expect(onOneAxis(figures).map(({ from, to, broken }) => [from, to, broken])).toEqual([
    [0, 1_010_000_00, ''],
    [0, 1_010_000_00, ''],
  ]);
});

test('what no movement tells of is a step of its own', () => {
  const period = october(700_00, [0, 0, 50_00, 0], { notExplained: -20_00, closing: 730_00 });
  const figure = bridgeFigure(bridge(period), period, subject);
  expect(figure?.steps.find(({ unknown }) => unknown)).toMatchObject({
    name: 'Not explained',
    label: '−€20',
    step: 'down',
  });
});

const about = (way: Bridge) =>
  subjectOf({ metric: balance, agreement, values: monthly(balance, [910_00]), reading: reading(balance), bridge: way });

test('of the balance it is said how it went through the newest month that is over, with what it was then and no other', () => {
  const period = october(1_000_00, [-200_00, -300_00, 400_00, 10_00]);
  const running = october(910_00, [0, 0, 1_00, 0], { period: '2026-11', status: 'so far' });
  const subject = about(bridge(period, running));
  const said = state(kind, subject);
  expect([said?.subject, said?.brief]).toEqual(['open-pipeline', 'shrank by 90 euros in October']);
  const facts = said?.facts ?? {};
  expect(kind.claims(facts, subject)).toEqual([{ about: 'value of open-pipeline in 2026-10', is: 910_00 }]);
  expect(kind.holds(facts, subject)).toBe(true);
  for (const wrong of [{ opening: 0 }, { closing: 1_00 }, { change: 90_00 }, { others: false }, { 'moved: Won': -1_00 }, { period: '2026-09' }])
    expect(kind.holds({ ...facts, ...wrong }, subject), JSON.stringify(wrong)).toBe(false);
  const smaller = Object.fromEntries(Object.entries(facts).filter(([name]) => name !== 'moved: Opened'));
  expect(kind.holds(smaller, subject)).toBe(false);
  expect(state(kind, about(bridge(october(700_00, [null, 0, 0, 0]))))).toBeNull();
}); // prettier-ignore

test('a balance that moved by less than is said of such amounts did not stay the same', () => {
  expect(says(october(1_000_00, [-26, 0, 0, 0]))).toBe('In October the open pipeline shrank by 0.26 euros: 0.26 won.');
});
