import { expect, test } from 'vitest';
import { cohortsShown } from '../../../src/publish/cohorts.ts';
import { stages } from '../story/cohort-company.ts';

test('the newest cohort that is ripe and the newest one that matures are drawn on one scale', () => {
  const shown = cohortsShown(stages());
  expect(shown?.drawn.map(({ heading, figure: { to } }) => [heading, to])).toEqual([
    ['First quarter of 2026: all have had their time', 100],
    ['Third quarter of 2026: still maturing', 100],
  ]);
  expect(shown?.drawn[1]?.figure.steps.map(({ label, detail, mayComeLabel }) => [label, detail, mayComeLabel])).toEqual(
    [
      ['80', '', ''],
      ['30', '55% of 55 so far', 'up to 25 more'],
      ['too early', '', 'up to 55 more'],
    ],
  );
  expect(shown?.drawn[1]?.ripens).toEqual([
    { stage: 'Good lead', when: 'on 29\u00a0November\u00a02026' },
    { stage: 'Customer', when: 'on 29\u00a0March\u00a02027' },
  ]);
});

test('each cohort has its row, the newest first: how many came, of all, of the stage before, in what time, and when all is known', () => {
  const shown = cohortsShown(stages());
  const told = shown?.rows.map(({ head, cells, known, pale }) => [
    head,
    ...cells.map(({ came, told: of, ofAll, ofBefore, time }) => [came, of, ofAll, ofBefore, time].join(' | ')),
    known,
    pale,
  ]);
  expect(told).toEqual([
    ['Fourth quarter of 2026, so far', '40 |  |  |  | ', 'too early |  |  |  | ', 'too early |  |  |  | ', 'not yet, it still runs', true],
    ['Third quarter of 2026', '80 |  |  |  | ', '30 | of 55 | 55% |  | ', 'too early |  |  |  | ', 'on 29\u00a0March\u00a02027', true],
    ['Second quarter of 2026', '90 |  |  |  | ', '50 |  | 56% |  | 3', '4 | of 30 | 13% |  | ', 'on 27\u00a0December\u00a02026', true],
    ['First quarter of 2026', '100 |  |  |  | ', '60 |  | 60% |  | 2.5', '12 |  | 12% | 20% | ', 'yes', false],
  ]); // prettier-ignore
});

test('periods that follow no cohort are left out, and that is said', () => {
  const shown = cohortsShown(stages(101));
  expect(shown?.rows).toHaveLength(3);
  expect(shown?.leftOut).toBe('One quarter is left out, for its stages do not count the same records on one way.');
  expect(cohortsShown([])).toBeNull();
});
