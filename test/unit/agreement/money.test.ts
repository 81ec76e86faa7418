import { expect, test } from 'vitest';
import { minorOf, sayMoney } from '../../../src/agreement/money.ts';

test.each([
  [180_000, 'EUR', 18_000_000, '180,000 EUR'],
  [12.5, 'EUR', 1250, '12.50 EUR'],
  [-0.05, 'EUR', -5, '-0.05 EUR'],
  [1.005, 'EUR', 101, '1.01 EUR'],
  [1200, 'JPY', 1200, '1,200 JPY'],
])('%d %s is %d in minor units', (amount, currency, minor, said) => {
  expect(minorOf(amount, currency)).toBe(minor);
  expect(sayMoney(minor, currency)).toBe(said);
});
