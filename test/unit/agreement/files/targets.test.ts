import { describe, expect, test } from 'vitest';
import { metricIn, problemsIn } from '../agreed.ts';

describe('targets', () => {
  test('one that is spread over shorter periods takes its bound with it', () => {
    const lines = ['count of: lead', 'by: created', 'target: at least 1,200 a year, spread by business days'];
    expect(metricIn([...lines, 'broken: below 1,000 a year'])).toMatchObject({
      finest: 'month',
      wordings: [
        {
          target: { way: 'at least', level: { level: 'one', value: 1200, grain: 'year', spread: true } },
          broken: { way: 'at least', level: { level: 'one', value: 1000, grain: 'year', spread: true } },
        },
      ],
    });
  });

  test('what is broken may be a part of the target', () => {
    const { wordings } = metricIn([
      'count of: lead',
      'by: created',
      'target: at most 20 a month',
      'broken: above 125% of the target',
    ]);
    expect(wordings[0].broken).toEqual({
      way: 'at most',
      level: { level: 'part of target', part: 1.25 },
      said: 'above 125% of the target',
    });
  });
});

describe('targets and what is broken', () => {
  test.each<readonly [lines: string[], problems: string[]]>([
    [
      ['count of: lead', 'by: created', 'target: at least 5 a month', 'broken: below 6 a month'],
      ['7:9  "below 6 a month" lies on the good side of "at least 5 a month"'],
    ],
    [
      ['count of: lead', 'by: created', 'target: at least 5 a month', 'broken: above 4 a month'],
      ['7:9  "above 4 a month" lies on the good side of "at least 5 a month"'],
    ],
    [
      ['count of: lead', 'by: created', 'target: at least 5 a month', 'broken: below 4 a week'],
      ['7:9  "below 4 a week" is for another stretch of time than "at least 5 a month"'],
    ],
    [
      ['count of: lead', 'by: created', 'broken: below 4 a week'],
      ['6:9  "below 4 a week" breaks a promise that has no target; add "target:"'],
    ],
    [
      ['count of: lead', 'by: created', 'target: at least 5 a month', 'broken: below 120% of the target'],
      ['7:9  "below 120% of the target" lies on the good side of "at least 5 a month"'],
    ],
    [
      ['count of: lead', 'by: created', 'target: at least 5 a month', 'broken: above 80% of the target'],
      ['7:9  "above 80% of the target" lies on the good side of "at least 5 a month"'],
    ],
    [
      ['count of: lead', 'by: created', 'target: at least 5 a month', 'broken: below some of the target'],
      ['7:9  "below some of the target" is no part of the target; write it like "below 80% of the target"'],
    ],
    [
      ['count of: lead', 'by: created', 'target: at most 5 a month', 'broken: above 90% of the target'],
      ['7:9  "above 90% of the target" lies on the good side of "at most 5 a month"'],
    ],
    [
      ['count of: lead', 'by: created', 'target: at least 1,200, spread by business days'],
      [
        '6:9  "at least 1,200, spread by business days" has nothing to spread: only what adds up over time is spread, from a week, month, quarter or year; write it like "at least 22 a month"',
      ],
    ],
    [
      [
        'share of: qualified lead',
        'by: qualified',
        'kept when: [accepted has happened]',
        'target: at least 90%, spread by business days',
      ],
      [
        '7:9  "at least 90%, spread by business days" has nothing to spread: only what adds up over time is spread, from a week, month, quarter or year; write it like "at least 90%"',
      ],
    ],
    [
      ["count different: opportunity's account", 'by: created', 'target: at least 12 a year, spread by business days'],
      [
        '6:9  "at least 12 a year, spread by business days" has nothing to spread: only what adds up over time is spread, from a week, month, quarter or year; write it like "at least 22 a month"',
      ],
    ],
  ])('%j', (lines, problems) => {
    expect(problemsIn('metric', lines)).toEqual(problems);
  });
});
