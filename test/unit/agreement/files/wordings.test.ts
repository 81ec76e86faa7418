import { describe, expect, test } from 'vitest';
import { agreed, metricOf, problemsOf } from '../agreed.ts';

describe('history', () => {
  const promise = (history: string) => ({
    'slas/quick.yml': `
title: Quick
asks: Are we quick?
promised by: sales
promised to: marketing
share of: qualified lead
by: qualified
kept when: [accepted within 1 business day of assigned]
target: at least 90%
history:
${history}
`,
  });

  test('an older wording holds what differed from the one that came after it', () => {
    const history = `
  - until: 2024-12-31
    kept when: [accepted within 3 business days of assigned]
  - until: 2025-12-31
    target: at least 70%`;
    const { wordings } = metricOf(agreed(promise(history)), 'quick');
    expect(wordings.map(({ from, until, target }) => [from, until, target?.said])).toEqual([
      ['2026-01-01', null, 'at least 90%'],
      ['2025-01-01', '2025-12-31', 'at least 70%'],
      [null, '2024-12-31', 'at least 70%'],
    ]);
    expect(wordings[2]?.keptWhen).toMatchObject([{ said: 'accepted within 3 business days of assigned' }]);
    expect(wordings[1]?.keptWhen).toEqual(wordings[0].keptWhen);
  });

  test.each([
    [
      '  - { until: 2024-12-31 }\n  - { from: 2025-02-01, until: 2025-12-31 }',
      'agreement/slas/quick.yml:12:13  no wording holds from 2025-01-01 until 2025-01-31; start it on 2025-01-01, or leave "from:" away',
    ],
    [
      '  - { until: 2024-12-31 }\n  - { from: 2024-06-01, until: 2025-12-31 }',
      'agreement/slas/quick.yml:12:13  this wording overlaps the one before it, which holds until 2024-12-31; start it on 2025-01-01, or leave "from:" away',
    ],
    [
      '  - { until: 2024-12-31 }\n  - { until: 2024-12-31 }',
      'agreement/slas/quick.yml:12:14  two wordings end on 2024-12-31; one day has one wording',
    ],
    [
      '  - { until: 2024-12-31, share of: lead }',
      'agreement/slas/quick.yml:11:36  today it counts handovers, here leads; make this a metric of its own',
    ],
  ])('%s', (history, says) => {
    expect(problemsOf(promise(history))).toEqual([says]);
  });
});
