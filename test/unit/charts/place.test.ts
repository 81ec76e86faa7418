import { expect, test } from 'vitest';
import { parted } from '../../../src/charts/parted.ts';
import { endLabel, fitting, spread, widthOf } from '../../../src/charts/place.ts';

const at = (y: number, text: string) => endLabel('rlabel', [text], y, 15);

test('labels that would overlap give way to the fixed one, the nearer way', () => {
  const fixed = at(100, 'agreed');
  const places = spread([fixed, at(96, 'above'), at(110, 'below')], fixed, 0, 200);
  expect(Object.fromEntries(places.map(({ lines, y }) => [lines[0], y]))).toEqual({
    agreed: 100,
    above: 82,
    below: 118,
  });
});

test('labels stay inside', () => {
  expect(spread([at(2, 'first')], null, 0, 200)[0]?.y).toBe(9);
  expect(spread([at(199, 'last')], null, 0, 200)[0]?.y).toBe(191);
});

test('words that are too wide are parted after their colon, else at a blank', () => {
  expect(parted('agreed: 90%', 15, 118)).toEqual(['agreed: 90%']);
  expect(parted('agreed: €1,180,000', 15, 90)).toEqual(['agreed:', '€1,180,000']);
  expect(parted('€1,180,000 so far', 15, 90)).toEqual(['€1,180,000', 'so far']);
});

test('widths are those of the site’s sans: what Chromium shows, to two pixels in a hundred', () => {
  const shown = { 'agreed: 90%': 77.4, 'within 2 business days': 139.9, '€1,180,000': 67.1, 'Webinar AV Tokyo': 111.5 };
  for (const [text, width] of Object.entries(shown)) {
    expect(widthOf(text, 15)).toBeGreaterThanOrEqual(width);
    expect(widthOf(text, 15)).toBeLessThan(width * 1.02 + 1);
  }
});

test('bold is wider; an accent adds nothing, a letter of China or Japan is as wide as high', () => {
  expect(widthOf('83%', 100, 'bold')).toBe(189);
  expect(widthOf('83%', 100)).toBe(182);
  expect(widthOf('Café', 100)).toBe(widthOf('Cafe', 100));
  expect(widthOf('Cafe\u0301', 100)).toBe(widthOf('Cafe', 100));
  expect(widthOf('東京', 15)).toBe(30);
  expect(widthOf('אירועים', 15)).toBeGreaterThan(50);
});

test('a name that is too long ends in an ellipsis and fits its room; no letter loses its accent', () => {
  const short = fitting('Enterprise, global accounts and partners', 15, 100);
  expect(short).toBe('Enterprise, gl…');
  expect(widthOf(short, 15)).toBeLessThanOrEqual(100);
  expect(fitting('Cafe\u0301 Cafe\u0301', 15, 44)).toBe('Cafe\u0301…');
  expect(fitting('שלום וברכה לכולם', 15, 60)).toMatch(/^שלום.*…$/);
  expect(fitting('Website', 15, 100)).toBe('Website');
});

test('labels without room for the fixed one’s place all give way, in the order of their heights', () => {
  const fixed = at(30, 'second');
  const placed = spread([fixed, at(28, 'first'), at(50, 'third')], fixed, 0, 54.01);
  const order = placed.toSorted((one, other) => one.y - other.y);
  expect(order.map(({ lines }) => lines[0])).toEqual(['first', 'second', 'third']);
  expect(order.every(({ y }, index) => index === 0 || y - (order[index - 1]?.y ?? 0) >= 17.9)).toBe(true);
});
