import { expect, test } from 'vitest';
import { chartsInWords, measureCharts } from '../../../scripts/bench/charts.ts';
import { gallery } from '../../../scripts/gallery/gallery.ts';

test('tells of each form and of all how fast its charts are drawn and how heavy they are', () => {
  const few = gallery.filter(({ form, state }) => (form === 'spark' || form === 'funnel') && state === 'as usual');
  let milliseconds = 0;
  // Each look at this clock is 500 ms later: a form is drawn once while it is timed.
  const reports = measureCharts(few, () => (milliseconds += 500));
  expect(reports.map(({ form, figures, perSecond }) => [form, figures, perSecond])).toEqual([
    ['spark', 1, 4],
    ['funnel', 1, 6],
    [null, 2, 10],
  ]);
  for (const { phone } of reports) expect(phone.gzipped).toBeLessThan(phone.raw);
  const [, head = '', ...lines] = chartsInWords(reports).split('\n');
  expect(head.trim()).toMatch(/^figures in a second +phone +gzipped +heaviest +page /);
  expect(lines.map((line) => line.split(/ {2,}/).slice(0, 3))).toEqual([
    ['spark', '1', '4'],
    ['funnel', '1', '6'],
    ['all of them', '2', '10'],
  ]);
});
