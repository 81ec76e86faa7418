import { expect, test } from 'vitest';
import { chartOf } from '../../../src/charts/chart-of.ts';
import type { SizeName } from '../../../src/charts/sizes.ts';
import type { Figure } from '../../../src/values/figure.ts';
import {
  allColumns,
  belowZero,
  bridge,
  brokenBridge,
  line,
  lines,
  monthOf,
  multiples,
  outcomes,
  pointsFrom,
  ranked,
  sparks,
  twelveMembers,
} from './figures.ts';

const drawings: [string, Figure, SizeName][] = [
  ...Object.entries(lines).map(([name, figure]): [string, Figure, SizeName] => [name, figure, 'pair']),
  ...Object.entries(allColumns).map(([name, figure]): [string, Figure, SizeName] => [name, figure, 'pair']),
  ...Object.entries(sparks).map(([name, figure]): [string, Figure, SizeName] => [name, figure, 'row']),
  ['outcomes', outcomes, 'pair'],
  ['ranked', ranked, 'pair'],
  ['ranked, twelve members', twelveMembers, 'pair on a phone'],
  ['multiples', multiples, 'page'],
  ['bridge', bridge, 'pair'],
  ['bridge, axis not from zero', brokenBridge, 'pair'],
  ['bridge on a phone', bridge, 'pair on a phone'],
  ['ranked, below zero', belowZero, 'pair'],
  ['line on a phone, change of wording', lines['line, change of wording'] ?? line(), 'pair on a phone'],
  ['line on a phone, usual range', lines['line, usual range'] ?? line(), 'page on a phone'],
  ['columns on a phone, running', allColumns['columns, running'] ?? line(), 'pair on a phone'],
  ['multiples on a phone', multiples, 'page on a phone'],
];

/** One element a line, so that a difference shows where it is. */
const readable = (svg: string) => `${svg.replaceAll('><', '>\n<')}\n`;

for (const [name, figure, size] of drawings)
  test(`${name} is drawn as it was`, async () => {
    const file = `./drawings/${name.replaceAll(', ', '--').replaceAll(' ', '-')}.svg`;
    await expect(readable(chartOf(figure, size, 'it'))).toMatchFileSnapshot(file);
  });

test('every drawing is a picture with a title and a description, ids of its own, and no colour in it', () => {
  for (const [, figure, size] of drawings) {
    const svg = chartOf(figure, size, 'it');
    expect(svg).toMatch(/^<svg [^>]*role="img"/);
    expect(svg).toContain('aria-labelledby="it-title it-desc"');
    expect(svg).toContain(`<title id="it-title">${figure.title}</title>`);
    expect(svg).toContain(`<desc id="it-desc">${figure.description}</desc>`);
    expect(svg).toContain('xmlns="http://www.w3.org/2000/svg"');
    expect([...svg.matchAll(/ id="([^"]+)"/g)].every(([, id]) => id?.startsWith('it'))).toBe(true);
    expect(svg).not.toMatch(/ (?:fill|stroke|style|aria-label|font-family)="/);
    expect(svg).not.toMatch(/NaN|undefined|<style/);
  }
});

test('coordinates have one decimal, words keep theirs', () => {
  const svg = chartOf(line({ points: pointsFrom([0.123456, 0.98765]), title: 'From 0.123456' }), 'page', 'it');
  expect(svg).toContain('From 0.123456');
  expect(svg.match(/ (?:d|x|y|x1|x2|y1|y2|transform|width|height)="[^"]*\d\.\d\d/g)).toBeNull();
});

test('a name that could be markup stays a name', () => {
  const svg = chartOf(
    { ...ranked, bars: [{ name: '<b>&"', value: 1, label: '1', detail: '', mark: 'none', few: false }] },
    'pair',
    'it',
  );
  expect(svg).toContain('&lt;b&gt;&amp;');
});

test('two years of months with every label weigh under ten kilobytes', () => {
  const points = pointsFrom(Array.from({ length: 25 }, (_, index) => 0.6 + (index % 7) / 20));
  const days = [0, 6, 12, 18].map((index) => ({ day: monthOf(index), label: 'Jan 2025', now: false }));
  for (const size of ['page', 'off', 'pair on a phone'] as const)
    expect(chartOf(line({ points, days }), size, 'it').length).toBeLessThan(10_000);
});
