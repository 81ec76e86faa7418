import { expect, test } from 'vitest';
import { funnelFigure } from '../../../../src/story/figures/funnel-figure.ts';

test('each step says how many of the step before came, and how many still may', () => {
  const figure = funnelFigure('Of July’s 249 leads 31 became customers.', [
    { name: 'Lead', value: 249, waiting: 0 },
    { name: 'Qualified lead', value: 154, waiting: 22 },
    { name: 'Customer', value: 31, waiting: 0 },
  ]);
  expect(figure?.steps.map(({ label, detail, mayComeLabel }) => [label, detail, mayComeLabel])).toEqual([
    ['249', '', ''],
    ['154', '62% of 249', '22 may still come'],
    ['31', '20% of 154', ''],
  ]);
  expect(figure?.to).toBe(249);
  expect(figure?.description).toBe('Lead 249; Qualified lead 154, 62% of 249; Customer 31, 20% of 154.');
  expect(figure?.table).toEqual({
    head: ['Step', 'Came here', 'Of the step before', 'May still come'],
    rows: [
      ['Lead', '249', '', ''],
      ['Qualified lead', '154', '62% of 249', '22'],
      ['Customer', '31', '20% of 154', ''],
    ],
  });
});

test('nearly all is not said as all, nor nearly none as none', () => {
  const shares = funnelFigure('Title.', [
    { name: 'A', value: 1000, waiting: 0 },
    { name: 'B', value: 998, waiting: 0 },
    { name: 'C', value: 2, waiting: 0 },
    { name: 'D', value: 0, waiting: 0 },
  ])?.steps.map(({ detail }) => detail);
  expect(shares).toEqual(['', '99.8% of 1,000', '0.2% of 998', '0% of 2']);
});

test('what is not known has no part of the step before, nor the step after it; one step is no way', () => {
  const figure = funnelFigure('Title.', [
    { name: 'A', value: 9, waiting: 0 },
    { name: 'B', value: null, waiting: 0 },
    { name: 'C', value: 3, waiting: 0 },
  ]);
  expect(figure?.steps.map(({ label, detail }) => [label, detail])).toEqual([
    ['9', ''],
    ['not known', ''],
    ['3', ''],
  ]);
  expect(funnelFigure('Title.', [{ name: 'A', value: 9, waiting: 0 }])).toBeNull();
});
