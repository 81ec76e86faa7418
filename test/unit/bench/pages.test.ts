import { expect, test } from 'vitest';
import { openingInWords } from '../../../scripts/bench/opening.ts';
import { pagesInWords, sizesUpTo } from '../../../scripts/bench/pages.ts';
import { widened } from '../../../scripts/bench/widened.ts';
import { edition, metric, value } from '../publish/small-edition.ts';

test('sites are built for the metrics that there are, and for more up to the most that is asked for', () => {
  expect(sizesUpTo(2000, 77)).toEqual([77, 500, 1000, 2000]);
  expect(sizesUpTo(500, 77)).toEqual([77, 500]);
  expect(sizesUpTo(2000, 800)).toEqual([800, 1000, 2000]);
});

test('a wider edition has the same metrics again under names of their own, and the same first page', () => {
  const small = edition(
    [metric('a', { headline: 1 }), metric('b'), metric('c')],
    [value('a'), value('b', { value: 0.5 }), value('c')],
  );
  const wide = widened(small, 8);
  expect(wide.metrics.map((one) => one.metric.slug)).toEqual(['a', 'b', 'c', 'a-2', 'b-2', 'c-2', 'a-3', 'b-3']);
  expect(wide.agreement.metrics).toHaveLength(8);
  expect(wide.metrics.filter((one) => one.metric.headline !== null)).toHaveLength(1);
  expect(wide.metrics[7]?.values[0]).toMatchObject({ metric: 'b-3', value: 0.5 });
});

test('the table tells how fast pages are built, in how much memory, and whether a page takes longer on a larger site', () => {
  const words = pagesInWords([
    { metrics: 77, pages: 100, charts: 900, pictures: 250, milliseconds: 20_000, megabytes: 400, perSecond: { pages: 5, charts: 45 }, ratio: 1 },
    { metrics: 500, pages: 520, charts: 4000, pictures: 1500, milliseconds: 130_000, megabytes: 512.4, perSecond: { pages: 4, charts: 30.8 }, ratio: 1.25 },
  ]); // prettier-ignore
  const [, , one, other] = words.split('\n').map((line) => line.trim().split(/ {2,}/));
  expect(one).toEqual(['77', '100', '900', '250', '20.0', '5.0', '45', '400', '1.00 x']);
  expect(other).toEqual(['500', '520', '4,000', '1,500', '130.0', '4.0', '31', '512', '1.25 x']);
});

test('the table of opening has the middle of the tries', () => {
  const words = openingInWords([{ page: '/', lastChart: 0.804, requests: 5, kilobytes: 80.4, performance: 100 }]);
  expect(words.split('\n').at(-1)?.trim().split(/ {2,}/)).toEqual(['/', '0.80 s', '5', '80', '100']);
});
