import { describe, expect, it } from 'vitest';
import { isMeant, shown, whyUnsafe } from '../../../../src/pull/places/remote-names.ts';

describe('a name that a place tells', () => {
  it('is meant by a pattern whose * stands for no slash', () => {
    expect(isMeant('WE_*.ZIP', 'WE_1.ZIP')).toBe(true);
    expect(isMeant('WE_*.ZIP', 'old/WE_1.ZIP')).toBe(false);
    expect(isMeant('*/2026.csv', 'costs/2026.csv')).toBe(true);
    expect(isMeant('a.b(1)*', 'axb(1)')).toBe(false);
  });

  it('is written to no disk where it climbs, hides or is no name', () => {
    for (const name of [
      '',
      '../a',
      'a/../b',
      '/a',
      '\\a',
      'C:a',
      'a\\b',
      'a//b',
      './a',
      'a/.b',
      'a\nb',
      'é'.repeat(101),
    ])
      expect(whyUnsafe(name), name).not.toBeNull();
    for (const name of ['Lead.csv', 'costs/2026 (1).csv', 'größe+1%.csv', 'a..b'])
      expect(whyUnsafe(name), name).toBeNull();
  });

  it('is shown without what a terminal would act on', () => {
    expect(shown('a\u001b[31m.csv')).toBe('"a\ufffd[31m.csv"');
  });
});
