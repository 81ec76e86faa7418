import { expect, test } from 'vitest';
import { endLabel, parted, spread, widthOf } from '../../../src/charts/place.ts';

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
  expect(widthOf('ten', 10)).toBe(15);
});
