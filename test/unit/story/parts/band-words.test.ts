import { expect, test } from 'vitest';
import { memberInText } from '../../../../src/story/locale/en/parts.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

test('a band of amounts is named without the code of its currency', () => {
  expect(memberInText('below 10,000 EUR', 'worth', 'band')).toBe('worth below €10,000');
  expect(memberInText('from 10,000 EUR to below 1,500,000 EUR', 'worth', 'band', true)).toBe(
    'from €10,000 to below €1.5m',
  );
  expect(plain(memberInText('at least 5,000 CHF', 'worth', 'band', true))).toBe('at least 5,000 Swiss francs');
  expect(memberInText('from 20 to below 200', 'company size', 'band')).toBe('company size from 20 to below 200');
});
