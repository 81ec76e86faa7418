import { describe, expect, test } from 'vitest';
import { agreed, metricOf, problemsIn, problemsOf, promiseIn } from '../agreed.ts';

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

test("an earlier wording may have had none of what today's has", () => {
  const { wordings } = promiseIn([
    'promised by: sales',
    'promised to: marketing',
    'share of: qualified lead',
    'by: qualified',
    'kept when: [accepted has happened]',
    'counted in: time',
    'instead for: { its lead is an inbound lead: [accepted within 2 days of assigned] }',
    'except when: [assigned has not happened]',
    'target: at least 90%',
    'broken: below 80%',
    'history:',
    '  - { until: 2025-12-31, counted in: none, instead for: none, except when: none, target: none, broken: none }',
  ]);
  expect(wordings[0].exceptWhen).toHaveLength(1);
  expect(wordings[1]).toMatchObject({
    measure: { countedIn: null },
    keptWhen: [{ said: 'accepted has happened' }],
    instead: [],
    exceptWhen: [],
    target: null,
    broken: null,
  });
});

test('an earlier wording may differ in every key that is judged', () => {
  const { wordings } = promiseIn([
    'promised by: sales',
    'promised to: marketing',
    'share of: qualified lead',
    'by: qualified',
    'kept when: [accepted within 1 day of assigned]',
    'instead for: { its lead is an inbound lead: [accepted within 2 days of assigned] }',
    'target: at least 90%',
    'history:',
    '  - until: 2025-12-31',
    '    counted in: time',
    '    instead for: { its lead is an inbound lead: [accepted within 3 days of assigned] }',
    '    target: { at least: { 2025-10: 50% } }',
  ]);
  expect(wordings).toMatchObject([
    { measure: { countedIn: null }, instead: [{ keptWhen: [{ said: 'accepted within 2 days of assigned' }] }] },
    {
      measure: { countedIn: { field: 'time' } },
      instead: [{ keptWhen: [{ said: 'accepted within 3 days of assigned' }] }],
      target: { level: { level: 'listed', periods: new Map([['2025-10', 0.5]]) } },
    },
  ]);
});

test('what holds instead for some goes with what it stands in for: an exception that is new does not reach back', () => {
  const { wordings } = promiseIn([
    'promised by: sales',
    'promised to: marketing',
    'share of: qualified lead',
    'by: qualified',
    'kept when: [accepted within 1 day of assigned]',
    'instead for: { its lead is an inbound lead: [accepted within 4 days of assigned] }',
    'target: at least 90%',
    'history:',
    '  - { until: 2026-03-31, target: at least 85% }',
    '  - { until: 2025-12-31, kept when: [accepted within 2 days of assigned] }',
  ]);
  expect(wordings.map(({ instead }) => instead.length)).toEqual([1, 1, 0]);
});

describe("earlier wordings that do not go with today's", () => {
  test.each<readonly [lines: string[], problems: string[]]>([
    [
      [
        'promised by: sales',
        'promised to: marketing',
        'share of: qualified lead',
        'by: qualified',
        'kept when: [accepted has happened]',
        'history:',
        '  - until: 2025-12-31',
        '    count of: qualified lead',
      ],
      ['10:5  today it is "share of:", here "count of:"; make this a metric of its own'],
    ],
    [
      [
        'promised by: sales',
        'promised to: marketing',
        'share of: qualified lead',
        'by: qualified',
        'kept when: [accepted has happened]',
        'history:',
        '  - until: 2025-12-31',
        '    within: 5 days',
      ],
      ['10:5  "within:" does not go with "share of:"'],
    ],
    [
      [
        'promised by: sales',
        'promised to: marketing',
        'share of: qualified lead',
        'by: qualified',
        'kept when: [accepted has happened]',
        'history:',
        '  - until: 2025-12-31',
        '    by: assigned',
      ],
      [`10:5  I don't know "by:"`],
    ],
    [
      [
        'promised by: sales',
        'promised to: marketing',
        'share of: qualified lead',
        'by: qualified',
        'kept when: [accepted has happened]',
        'target: at least 90%',
        'history:',
        '  - until: 2025-12-31',
        '    target: at least 5%',
        '    broken: below 6%',
      ],
      ['12:13  "below 6%" lies on the good side of "at least 5%"'],
    ],
    [
      [
        'promised by: sales',
        'promised to: marketing',
        'share of: qualified lead',
        'by: qualified',
        'kept when: [accepted has happened]',
        'history:',
        '  - until: 2025-12-31',
        "    instead for: { it's lead is an inbound lead: [accepted has happened] }",
      ],
      [`10:20  "it's lead is an inbound lead": I don't know "it"; did you mean "its"?`],
    ],
    [
      [
        'promised by: sales',
        'promised to: marketing',
        'share of: qualified lead',
        'by: qualified',
        'kept when: [accepted has happened]',
        'history:',
        '  - until: 2025-12-31',
        '    counted in: qualified',
      ],
      ['10:17  "qualified" is a moment; a share is counted in a number or in money'],
    ],
    [
      [
        'promised by: sales',
        'promised to: marketing',
        "sum of: opportunity's amount",
        'by: created',
        'history:',
        '  - until: 2025-12-31',
        "    sum of: opportunity's probability",
      ],
      ['9:13  today it takes money, here a number; make this a metric of its own'],
    ],
  ])('%j', (lines, problems) => {
    expect(problemsIn('promise', lines)).toEqual(problems);
  });
});
