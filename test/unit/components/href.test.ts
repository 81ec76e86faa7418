import { expect, test } from 'vitest';
import { under } from '../../../src/components/href.ts';
import { markShape, markWord } from '../../../src/story/mark-words.ts';

test.each([
  ['/', '/vocabulary/', '/vocabulary/'],
  ['/repo/', '/vocabulary/#touch', '/repo/vocabulary/#touch'],
  ['/repo', '/', '/repo/'],
])('under %s the path %s is %s', (base, path, address) => {
  expect(under(base, path)).toBe(address);
});

test('a mark has a word and a shape; without a mark the word says why', () => {
  expect(markWord({ mark: 'slipping', why: null })).toBe('Slipping');
  expect(markWord({ mark: 'none', why: 'too few' })).toBe('Too few');
  expect(markShape({ mark: 'none', why: 'too few' })).toBe('none');
  expect(markShape({ mark: 'none', why: 'waiting for agreement' })).toBe('draft');
});
