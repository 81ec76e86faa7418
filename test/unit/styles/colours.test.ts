import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { line } from '../../../scripts/gallery/figures/line.ts';
import { pointsFrom } from '../../../scripts/gallery/figures/over-time.ts';
import { chartOf } from '../../../src/charts/chart-of.ts';
import { themeIn, themes } from '../../../src/charts/theme.ts';
import { distance, lightness, readers, seenBy } from './colour-blind.ts';

const base = readFileSync(new URL('../../../src/styles/base.css', import.meta.url), 'utf8');

type Pair = readonly [one: string, other: string];
const pairsOf = (names: readonly string[]): Pair[] =>
  names.flatMap((one, index) => names.slice(index + 1).map((other): Pair => [one, other]));

const marks = pairsOf(['kept', 'slipping', 'broken']);
/** Lines by today's wording, by an old one, and what was agreed. */
const lines = pairsOf(['accent', 'faded', 'ink']);
/** Bars of what was kept, of what was missed, and of what waits, which is hollow; and both by an old wording. */
const bars: readonly Pair[] = [...pairsOf(['accent', 'ink', 'paper']), ...pairsOf(['faded', 'soft', 'paper'])];

describe.each(themes)('in the %s theme', (theme) => {
  const colours = themeIn(base, theme);
  const colour = (name: string) => colours[`--${name}`] ?? `no --${name}`;
  const grey = ([one, other]: Pair) => Math.abs(lightness(colour(one)) - lightness(colour(other)));

  test.each(readers)('marks and lines are told apart by readers with %s', (reader) => {
    const near = (pairs: readonly Pair[], least: number) =>
      pairs.filter(([one, other]) => distance(seenBy(reader, colour(one)), seenBy(reader, colour(other))) < least);
    expect(near(marks, 25)).toEqual([]);
    expect(near(lines, 18)).toEqual([]);
  });

  test('bars differ in grey print: kept, missed and waiting', () => {
    expect(bars.slice(0, 3).filter((pair) => grey(pair) < 20)).toEqual([]);
    expect(bars.slice(3).filter((pair) => grey(pair) < 10)).toEqual([]);
    expect(lines.filter((pair) => grey(pair) < 15)).toEqual([]);
  });

  test('which marks are told in grey by their shape alone is known', () => {
    const byShape = { light: ['kept, slipping', 'kept, broken'], dark: ['kept, slipping'] };
    expect(marks.filter((pair) => grey(pair) < 15).map((pair) => pair.join(', '))).toEqual(byShape[theme]);
  });
});

test('every mark has a shape of its own', () => {
  const shapes = (['kept', 'slipping', 'broken', 'none'] as const).map((mark) => {
    const svg = chartOf(line(pointsFrom([0.8, 0.9], { last: { mark } })), 'pair', 'it');
    const [, drawn = ''] = new RegExp(`<g class="m-${mark}[^>]*>(<[^>]*>)`).exec(svg) ?? [];
    return `${drawn.replaceAll(/[-\d.]+/g, '')} ${mark === 'none' ? 'hollow' : 'full'}`;
  });
  expect(shapes.every((shape) => shape.startsWith('<'))).toBe(true);
  expect(new Set(shapes).size).toBe(4);
});

test('what readers see is worked out as published: grey stays grey, and red is a dark yellow without the green cones', () => {
  for (const reader of readers) expect(distance(seenBy(reader, '#808080'), '#808080')).toBeLessThan(1);
  expect(seenBy('deuteranopia', '#ff0000')).toBe('#a39000');
});
