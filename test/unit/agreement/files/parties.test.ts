import { describe, expect, test } from 'vitest';
import { problemsIn, promiseIn } from '../agreed.ts';

const accepted = ['share of: qualified lead', 'by: qualified', 'kept when: [accepted has happened]'];

describe('parties', () => {
  test.each([
    ['partners', 'marketing'],
    ['marketing', 'partners'],
    ['[sales, marketing]', 'partners'],
  ])('%s may promise something to %s', (by, to) => {
    const { promise, calendar } = promiseIn([`promised by: ${by}`, `promised to: ${to}`, ...accepted]);
    expect(promise?.to).toEqual([to]);
    expect(calendar).toBe('office');
  });

  test('who does not keep a promise may be paused', () => {
    const { promise } = promiseIn([
      'promised by: partners',
      'promised to: marketing',
      ...accepted,
      "break down by: { partner: its partner's name }",
      'target: at least 80%',
      'if broken: we talk about it',
      'pause: { who: partner, below: 70%, for: 2 months }',
    ]);
    expect(promise).toEqual({
      by: ['partners'],
      to: ['marketing'],
      ifBroken: ['we talk about it'],
      pause: { dimension: 'partner', below: 0.7, periods: 2, grain: 'month', said: 'partner below 70% for 2 months' },
    });
  });
});

describe('parties and what belongs to them', () => {
  test.each<readonly [lines: string[], problems: string[]]>([
    [
      [
        'promised by: partner',
        'promised to: marketing',
        'share of: qualified lead',
        'by: qualified',
        'kept when: [accepted has happened]',
      ],
      ['3:14  there is no team "partner"; did you mean "partners"?'],
    ],
    [
      [
        'promised by: salesteam',
        'promised to: marketing',
        'share of: qualified lead',
        'by: qualified',
        'kept when: [accepted has happened]',
      ],
      ['3:14  there is no team "salesteam"; there are marketing, sales, partners'],
    ],
    [
      [
        'promised by: sales',
        'promised to: sales',
        'share of: qualified lead',
        'by: qualified',
        'kept when: [accepted has happened]',
      ],
      ['4:14  "sales" promises it to itself; a promise has two parties'],
    ],
    [
      [
        'promised by: sales',
        'promised to: marketing',
        'share of: qualified lead',
        'by: qualified',
        'kept when: [accepted has happened]',
        'answered by: sales',
      ],
      ['8:14  who promises it answers for it; leave "answered by:" away'],
    ],
    [
      ['promised by: sales', 'share of: qualified lead', 'by: qualified', 'kept when: [accepted has happened]'],
      ['3:14  "promised to:" is missing; name the other team, or let both promise it'],
    ],
    [
      [
        'promised by: sales',
        'promised to: marketing',
        'share of: qualified lead',
        'by: qualified',
        'kept when: [accepted has happened]',
        "break down by: { partner: its partner's name }",
        'pause: { who: partners, below: 70%, for: 2 months }',
      ],
      ['9:15  there is no dimension "partners"; did you mean "partner"?'],
    ],
    [
      [
        'promised by: sales',
        'promised to: marketing',
        'share of: qualified lead',
        'by: qualified',
        'kept when: [accepted has happened]',
        "break down by: { partner: its partner's name }",
        'pause: { who: partner, below: 70%, for: 2 moons }',
      ],
      ['9:41  "2 moons" is no number of periods; write it like "2 months"'],
    ],
    [
      [
        'promised by: sales',
        'promised to: marketing',
        'share of: qualified lead',
        'by: qualified',
        'kept when: [accepted has happened]',
        "break down by: { partner: its partner's name }",
        'pause: { who: partner, below: 70, for: 2 weeks }',
      ],
      [
        '9:31  "70" has no unit that fits; write it like "90%"',
        '9:40  nothing finer than a month is counted; change "finest:"',
      ],
    ],
    [
      [
        'promised by: sales',
        'promised to: marketing',
        'share of: qualified lead',
        'by: qualified',
        'kept when: [accepted has happened]',
        "break down by: { partner: its partner's name }",
        'target: at most 20%',
        'pause: { who: partner, below: 10%, for: 2 months }',
      ],
      ['10:31  "below 10%" is the good side of "at most 20%"; who stays below keeps the promise'],
    ],
  ])('%j', (lines, problems) => {
    expect(problemsIn('promise', lines)).toEqual(problems);
  });
});
