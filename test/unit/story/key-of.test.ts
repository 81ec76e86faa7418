import { expect, test } from 'vitest';
import { findingOf } from '../../../src/story/finding-of.ts';
import { agreement, delivered, published, reading, row } from './made-up.ts';

test('a count that follows from other numbers says what it takes to keep it: nobody wins 4.47 deals', () => {
  const value = row(delivered, '2026-10', 3, { target: 4.47, broken: 3.58 });
  const finding = findingOf({
    metric: delivered,
    agreement,
    values: published(delivered, [value]),
    reading: reading(delivered),
  });
  expect(finding.key).toBe('Kept: at least 5. Slipping: 4. Broken: under 4.');
  expect(finding.agreed).toBe('agreed: at least 5');
  expect(finding.title.words).toBe('Marketing passed on 3 qualified leads in October, 2 fewer than it promised.');
});
