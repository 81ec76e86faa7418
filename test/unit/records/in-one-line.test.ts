import { expect, it } from 'vitest';
import { inOneLine, someOf, unbroken } from '../../../src/records/in-one-line.ts';

it("a file's own text stands in one line of a sentence, and is cut where it is long", () => {
  expect(inOneLine('Worth\r\r1\t2\u20283\u001b[31m')).toBe('Worth 1 2 3 [31m');
  expect(inOneLine('x'.repeat(1_000_000))).toBe(`${'x'.repeat(199)}…`);
  expect(unbroken('a\nb')).toBe('a b');
});

it('of many columns the first are named, and how many more there are', () => {
  expect(someOf(['Id', 'Na\nme'])).toBe('Id, Na me');
  expect(someOf(Array.from({ length: 20_000 }, (_, at) => `c${at}`)).slice(-23)).toBe('c28, c29 and 19970 more');
});
