import { expect, test } from 'vitest';
import { gallery } from '../../../scripts/gallery/gallery.ts';
import { line } from '../../../scripts/gallery/figures/line.ts';
import { monthOf, pointsFrom } from '../../../scripts/gallery/figures/over-time.ts';
import { chartOf } from '../../../src/charts/chart-of.ts';
import type { RankedFigure } from '../../../src/values/figure.ts';

test('every drawing is a picture with a title and a description, ids of its own, and no colour in it', () => {
  for (const { figure, places } of gallery) {
    const svg = chartOf(figure, places[0], 'it');
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
  const svg = chartOf(line(pointsFrom([0.123456, 0.98765]), { title: 'From 0.123456' }), 'page', 'it');
  expect(svg).toContain('From 0.123456');
  expect(svg.match(/ (?:d|x|y|x1|x2|y1|y2|transform|width|height)="[^"]*\d\.\d\d/g)).toBeNull();
});

test('a name that could be markup stays a name', () => {
  const bars = [{ name: '<b>&"', value: 1, label: '1', detail: '', mark: 'none', few: false }] as const;
  const told = { title: '', description: '', table: { head: [], rows: [] } };
  const ranked: RankedFigure = { figure: 'ranked', ...told, to: 1, fewLabel: '', level: null, bars };
  const svg = chartOf(ranked, 'pair', 'it');
  expect(svg).toContain('&lt;b&gt;&amp;');
});

test('two years of months with every label weigh under ten kilobytes', () => {
  const points = pointsFrom(Array.from({ length: 25 }, (_, index) => 0.6 + (index % 7) / 20));
  const days = [0, 6, 12, 18].map((index) => ({ day: monthOf(index), label: 'Jan 2025', now: false }));
  for (const size of ['page', 'off', 'pair on a phone'] as const)
    expect(chartOf(line(points, { days }), size, 'it').length).toBeLessThan(10_000);
});
