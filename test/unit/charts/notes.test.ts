import { expect, test } from 'vitest';
import { chartOf } from '../../../src/charts/chart-of.ts';
import type { SizeName } from '../../../src/charts/sizes.ts';
import type { LineFigure, NoteMark, Point } from '../../../src/values/figure.ts';

const months = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'];
const points = months.map((month, index): Point => ({
  from: `2026-${month}-01`, to: `2026-${month}-28`, value: 0.7 + (index % 4) / 20, mark: 'kept', state: 'complete', old: false, says: month,
})); // prettier-ignore
const shares = { from: 0.5, to: 1, ticks: [0.5, 0.75, 1].map((at) => ({ at, label: `${at * 100}%` })) };
const figure = (notes: readonly NoteMark[], over: Partial<LineFigure> = {}): LineFigure => ({
  figure: 'line', title: 'Title.', description: 'Description.', table: { head: [], rows: [] }, scale: shares, days: [], points, levels: [], changes: [], usual: null,
  ends: { value: '85%', agreed: '', soFar: '' }, notes, ...over,
}); // prettier-ignore
const note = (number: number, on: string): NoteMark => ({ number, on, says: `${on}: Two sellers left` });

interface Ring {
  readonly x: number;
  readonly y: number;
}
const ringsOf = (svg: string): Ring[] => {
  const [, group = ''] = /<g class="note">(.*?)<\/g>/.exec(svg) ?? [];
  return [...group.matchAll(/<circle[^>]*>/g)].map(([circle]) => ({
    x: Number(/ cx="([\d.]+)"/.exec(circle)?.[1]),
    y: Number(/ cy="([\d.]+)"/.exec(circle)?.[1]),
  }));
};
const sizes = ['page', 'off', 'pair on a phone'] as const satisfies readonly SizeName[];

test('a note is a ring with its number, and says what it is', () => {
  const svg = chartOf(figure([note(7, '2026-05-12')]), 'page', 'it');
  expect(ringsOf(svg)).toHaveLength(1);
  expect(svg).toContain('7, 2026-05-12: Two sellers left</title>');
  expect(svg).toMatch(/<text class="note-number"[^>]*>7<\/text>/);
});

test('it stands above the line, over its period', () => {
  const [ring] = ringsOf(chartOf(figure([note(1, '2026-04-30')]), 'page', 'it'));
  // April is the fourth of twelve between 44 and 944.
  expect(ring?.x).toBeCloseTo(44 + (3 / 11) * 900, 0);
  expect(ring?.y).toBeLessThan(20 + (1 - 0.85) * 2 * 294);
});

test.each(sizes)('five notes in two months keep clear of each other: %s', (size) => {
  const notes = ['2026-06-01', '2026-06-08', '2026-06-20', '2026-07-01', '2026-07-02'].map((on, at) =>
    note(at + 1, on),
  );
  const rings = ringsOf(chartOf(figure(notes), size, 'it'));
  expect(rings).toHaveLength(5);
  for (const [index, one] of rings.entries())
    for (const other of rings.slice(index + 1))
      expect(Math.max(Math.abs(one.x - other.x), Math.abs(one.y - other.y))).toBeGreaterThanOrEqual(18);
});

test('a note stays on its side of a change of wording', () => {
  const changes = [{ on: '2026-07-01', before: 'within 2 days', after: 'within 1 day', since: 'since July 2026' }];
  const border = 44 + (5.5 / 11) * 900;
  const [before, after] = ringsOf(
    chartOf(figure([note(1, '2026-06-30'), note(2, '2026-07-01')], { changes }), 'page', 'it'),
  );
  expect(before?.x).toBeLessThan(border);
  expect(after?.x).toBeGreaterThan(border);
});

test('a note from before the first period is not drawn; one after the last stands over the last', () => {
  const rings = ringsOf(chartOf(figure([note(1, '2025-12-31'), note(2, '2027-03-01')]), 'page', 'it'));
  expect(rings).toHaveLength(1);
  expect(rings[0]?.x).toBeCloseTo(944, 0);
});
