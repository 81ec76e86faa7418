import { expect, test } from 'vitest';
import { chartOf } from '../../../src/charts/chart-of.ts';
import type { SizeName } from '../../../src/charts/sizes.ts';
import type { ColumnsFigure, LineFigure, Point } from '../../../src/values/figure.ts';

const monthOf = (index: number) => `${2015 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`;
const pointsFrom = (values: readonly (number | null)[], over: Partial<Point> = {}) =>
  values.map((value, index): Point => ({
    from: monthOf(index), to: monthOf(index).replace(/01$/, '28'), value, mark: 'kept', state: 'complete', old: false, says: 'it', ...over,
  })); // prettier-ignore
const scale = (from: number, to: number) => ({ from, to, ticks: [from, to].map((at) => ({ at, label: String(at) })) });
const line = (over: Partial<LineFigure>): LineFigure => ({
  figure: 'line', title: 'Title.', description: 'Description.', table: { head: [], rows: [] }, scale: scale(0, 10), days: [], points: [], levels: [], changes: [], usual: null,
  ends: { value: '', agreed: '', soFar: '' }, ...over,
}); // prettier-ignore
const columns = (over: Partial<ColumnsFigure>): ColumnsFigure => ({ ...line({}), ...over, figure: 'columns' });
const drawn = (figure: LineFigure | ColumnsFigure, size: SizeName = 'page') => chartOf(figure, size, 'it');
const changed = (index: number, before: string, after: string) => ({
  on: monthOf(index),
  before,
  after,
  since: `since ${index}`,
});

test('where no value is known, the drawing says so in the words that it is given', () => {
  const empty = 'Nothing is known yet.';
  expect(drawn(line({ empty, points: pointsFrom([null, null]) }))).toContain('>Nothing is known yet.</text>');
  expect(drawn(columns({ empty }))).toContain('>Nothing is known yet.</text>');
  expect(drawn(line({ empty, points: pointsFrom([1]) }))).not.toContain('Nothing');
});

test('one period stands at the right end, beside its words; a few columns do so together and are no blocks', () => {
  expect(drawn(line({ points: pointsFrom([5]) }))).toContain('cx="944"');
  const [, x = '', width = ''] =
    /<rect height="[\d.]+" width="([\d.]+)" y="[\d.]+" x="([\d.]+)"/.exec(
      drawn(columns({ points: pointsFrom([5]) })),
    ) ?? [];
  expect(Number(x)).toBe(56);
  expect(Number(width)).toBeGreaterThan(700);
});

test('a ripening column is lighter than one that runs', () => {
  expect(drawn(columns({ points: pointsFrom([5], { state: 'open' }) }))).toContain('class="bar wait young"');
  expect(drawn(columns({ points: pointsFrom([5], { state: 'so far' }) }))).toContain('class="bar wait"');
});

test('each of two changes of wording has its rule, and each stretch its name', () => {
  const changes = [changed(8, 'within 2 days', 'within 1 day'), changed(4, 'within 4 days', 'within 2 days')];
  const svg = drawn(line({ points: pointsFrom(Array(12).fill(5)), changes }));
  expect(svg.match(/<g class="change">.*?<\/g>/)?.[0].match(/<line/g)).toHaveLength(2);
  const names = [...svg.matchAll(/class="wording[^>]*>([^<]+)/g)].map(([, name]) => name);
  expect(names).toEqual(['within 4 days', 'within 2 days', 'within 1 day, since 8']);
});

test('on a phone the names of wordings that are too long for one row stand in two', () => {
  const changes = [changed(4, 'within 2 business days', 'within 1 business day')];
  const rows = (size: SizeName) => {
    const svg = drawn(line({ points: pointsFrom(Array(12).fill(5)), changes }), size);
    return new Set([...svg.matchAll(/class="wording[^>]*translate\([\d.]+,([\d.]+)\)/g)].map(([, y]) => y)).size;
  };
  expect([rows('page'), rows('pair on a phone')]).toEqual([1, 2]);
});

test('a value that is wide narrows the plot and is never cut', () => {
  const ends = { value: '€1,180,000,000', agreed: '', soFar: '' };
  expect(drawn(line({ points: pointsFrom([5, 6]), ends }), 'pair on a phone')).toContain('>€1,180,000,000</text>');
});

test('past 150 periods there is nothing for a pointer', () => {
  const many = (count: number) => drawn(line({ points: pointsFrom(Array(count).fill(5)) }));
  expect(many(150).match(/<title>/g)?.length).toBeGreaterThan(149);
  expect(many(151)).not.toContain('class="hit"');
});

test('a scale that never reaches zero has its axis at the bottom; columns below zero hang from it', () => {
  expect(drawn(line({ scale: scale(-10, -2), points: pointsFrom([-5, -3]) }))).toContain('y1="314"');
  expect(drawn(columns({ scale: scale(-10, 0), points: pointsFrom([-5]) }))).toMatch(
    /<rect height="147" width="56" y="20"/,
  );
});

test('one record of a million can be seen, none can not', () => {
  const huge = scale(0, 1_000_000);
  expect(drawn(columns({ scale: huge, points: pointsFrom([1]) }))).toMatch(/<rect height="1.5"/);
  expect(drawn(columns({ scale: huge, points: pointsFrom([0]) }))).toMatch(/<rect height="0"/);
});
