import { expect, test } from 'vitest';
import { yearsFigure } from '../../../../src/story/figures/years-figure.ts';
import { subjectOf } from '../../../../src/story/subject.ts';
import type { Metric } from '../../../../src/values/agreement.ts';
import type { MetricValue } from '../../../../src/values/value.ts';
import { agreement, delivered, feedback, monthly, published, reading } from '../made-up.ts';

/** The months with the years that they lie in, as measured. */
const withYears = (months: readonly MetricValue[]): MetricValue[] => {
  const years = [...new Set(months.map(({ from }) => from.slice(0, 4)))];
  const [any] = months;
  return any
    ? [...months, ...years.map((year): MetricValue => ({ ...any, grain: 'year', period: `FY${year}`, from: `${year}-01-01`, to: `${year}-12-31`, status: 'complete' }))]
    : [];
}; // prettier-ignore

const about = (metric: Metric, months: readonly MetricValue[]) =>
  subjectOf({ metric, agreement, values: published(metric, withYears(months)), reading: reading(metric) });
const counts = Array.from({ length: 22 }, (_, index) => index + 1);

test('the months of this year stand on those of the last, number beside number', () => {
  const figure = yearsFigure(about(delivered, monthly(delivered, counts)));
  expect(figure).toMatchObject({ figure: 'line', behind: { label: '2025' }, ends: { value: '22 2026' } });
  expect(figure?.points.map(({ value }) => value)).toEqual(counts.slice(12));
  expect(figure?.behind?.values).toEqual(counts.slice(0, 10));
  expect(figure?.table.head).toEqual(['Month', '2026', '2025']);
  expect(figure?.table.rows.at(-1)).toEqual(['October', '22', '10']);
});

test('a share stands with its counts, and one of few records is told but not drawn', () => {
  const shares = Array.from({ length: 22 }, (_, index): [number, number] => (index === 0 ? [3, 4] : [17, 20]));
  const figure = yearsFigure(about(feedback, monthly(feedback, shares)));
  expect(figure?.table.head).toEqual(['Month', '2026', 'Counts', '2025', 'Counts']);
  expect(figure?.table.rows[0]).toEqual(['January', '85%', '17 of 20', '75%', '3 of 4']);
  expect(figure?.behind?.values.slice(0, 2)).toEqual([null, 0.85]);
});

test('without a year before, or with one month of a year, there is nothing to hold against it', () => {
  expect(yearsFigure(about(delivered, monthly(delivered, counts.slice(0, 8))))).toBeNull();
  expect(yearsFigure(about(delivered, monthly(delivered, [])))).toBeNull();
});
