import { expect, test } from 'vitest';
import { binEdges } from '../../../src/measure/length-bins.ts';

const edges = (least: number, high: number, most = high, whole = false): number[] =>
  binEdges({ least, high, most, whole });

test('bins have one round width, and are as few as fourteen', () => {
  expect(edges(0.2, 13.5)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]);
  expect(edges(0.2, 14.5)).toEqual([0, 2, 4, 6, 8, 10, 12, 14, 16]);
  expect(edges(3, 110)).toEqual([0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120]);
});

test('what is longer than nearly all stands apart, where it does not fit', () => {
  expect(edges(0.2, 13.5, 400).at(-1)).toBe(14);
  expect(edges(0.2, 9.5, 13.9)).toEqual(edges(0.2, 13.9));
});

test('whole lengths get bins of whole ones', () => {
  expect(edges(0, 3, 3, true)).toEqual([0, 1, 2, 3, 4]);
  expect(edges(0, 0, 0, true)).toEqual([0, 1]);
});

test('lengths below zero have bins too', () => {
  expect(edges(-4, 5)).toEqual([-4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6]);
  expect(edges(-3, -3, -3, true)).toEqual([-3, -2]);
});

test('long ones that are much alike begin where they begin', () => {
  expect(edges(300, 310)).toEqual([300, 301, 302, 303, 304, 305, 306, 307, 308, 309, 310, 311]);
  expect(edges(3.7, 3.7)).toEqual([3.7, 3.8]);
});

test('ends are no finer than anyone would say them', () => {
  expect(edges(-0.00028, -0.00028)).toEqual([-0.001, 0]);
});

test('ends are said without what is left behind the last digit', () => {
  expect(edges(0, 0.35)).toEqual([0, 0.03, 0.06, 0.09, 0.12, 0.15, 0.18, 0.21, 0.24, 0.27, 0.3, 0.33, 0.36]);
});
