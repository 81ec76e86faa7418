import { expect, test } from 'vitest';
import { around, isFree, meets, runsThrough, wordsBox } from '../../../src/charts/room.ts';

const box = { x1: 10, y1: 10, x2: 20, y2: 20 };
const line = (x1: number, y1: number, x2: number, y2: number) => ({ x1, y1, x2, y2 });

test('a line runs through a box where any part of it lies inside', () => {
  expect(runsThrough(line(0, 15, 30, 15), box)).toBe(true);
  expect(runsThrough(line(12, 12, 14, 14), box)).toBe(true);
  expect(runsThrough(line(0, 0, 30, 30), box)).toBe(true);
  expect(runsThrough(line(15, 0, 15, 12), box)).toBe(true);
});

test('a line that ends before a box, or passes its corner, does not', () => {
  expect(runsThrough(line(0, 15, 9, 15), box)).toBe(false);
  expect(runsThrough(line(0, 25, 30, 25), box)).toBe(false);
  expect(runsThrough(line(0, 8, 8, 30), box)).toBe(false);
  expect(runsThrough(line(5, 0, 5, 30), box)).toBe(false);
});

test('boxes that only touch do not meet', () => {
  expect(meets(box, { x1: 20, y1: 10, x2: 30, y2: 20 })).toBe(false);
  expect(meets(box, { x1: 19, y1: 19, x2: 30, y2: 30 })).toBe(true);
});

test('clear of something means so many pixels away from it', () => {
  const taken = { boxes: [box], lines: [line(0, 40, 50, 40)] };
  expect(isFree(around({ x: 30, y: 15 }, 5), taken, 4)).toBe(true);
  expect(isFree(around({ x: 30, y: 15 }, 5), taken, 6)).toBe(false);
  expect(isFree(around({ x: 30, y: 33 }, 5), taken, 1)).toBe(true);
  expect(isFree(around({ x: 30, y: 33 }, 5), taken, 3)).toBe(false);
});

test('words stand around their middle, to the right of their place, around it or to the left', () => {
  expect(wordsBox({ x: 100, y: 50, text: '83%' }, 10)).toEqual({ x1: 100, x2: 119, y1: 44, y2: 56 });
  expect(wordsBox({ x: 100, y: 50, text: '83%' }, 10, 'middle')).toEqual({ x1: 90.5, x2: 109.5, y1: 44, y2: 56 });
  expect(wordsBox({ x: 100, y: 50, text: '83%' }, 10, 'end')).toEqual({ x1: 81, x2: 100, y1: 44, y2: 56 });
});
