import { describe, expect, it } from 'vitest';
import { diceOf, lotOf } from '../../../scripts/sample/chance.ts';
import { salesforceId, suffixOf } from '../../../scripts/sample/salesforce-id.ts';

describe('seeded chance', () => {
  it('throws the same for the same keys and something else for others', () => {
    const throws = (...keys: number[]): number[] => {
      const dice = diceOf(...keys);
      return Array.from({ length: 5 }, () => dice.next());
    };
    expect(throws(7, 1)).toEqual(throws(7, 1));
    expect(throws(7, 1)).not.toEqual(throws(1, 7));
  });

  it.each([1, 2, 3, 25, 1000])('draws each of %i lots once', (size) => {
    const lots = Array.from({ length: size }, (_, index) => lotOf(index, size, 99));
    expect(lots.sort((a, b) => a - b)).toEqual(Array.from({ length: size }, (_, index) => index));
  });

  it('writes ids of 18 characters, no two alike, whose last three tell capitals apart', () => {
    const ids = Array.from({ length: 5000 }, (_, number) => salesforceId('lead', number));
    expect(new Set(ids.map((id) => id.toLowerCase())).size).toBe(5000);
    expect(ids.every((id) => /^00Q[A-Za-z0-9]{15}$/.test(id))).toBe(true);
    // Salesforce's own example of an id in both forms.
    expect(suffixOf('001D000000IqhSL')).toBe('IAZ');
  });
});
