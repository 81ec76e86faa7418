import { expect, test } from 'vitest';
import { alsoCounted } from '../../../../src/story/locale/en/trends.ts';

test('the headline page says how many it leaves out', () => {
  expect(alsoCounted(1)).toBe('Beside these, one more number is counted.');
  expect(alsoCounted(67)).toBe('Beside these, 67 more numbers are counted.');
});
