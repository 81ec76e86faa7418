import { describe, expect, test } from 'vitest';
import { periodCalled } from '../../../../src/agreement/files/period-names.ts';
import { company } from '../../berlin-company.ts';
import { agreed, problemsOf } from '../agreed.ts';

const metrics = {
  'metrics/calls.yml': 'title: Calls\nasks: X?\nanswered by: sales\ncount of: opportunity\nby: created\nfinest: month\n',
  'metrics/kept.yml': 'title: Kept\nasks: X?\nanswered by: sales\nshare of: opportunity\nby: created\nfinest: quarter\nkept when: [amount is at least 5 EUR]\n',
}; // prettier-ignore

const note = (...lines: readonly string[]) => ({
  ...metrics,
  'notes/n.md': ['---', 'on: 2026-09-09', 'title: Decided', ...lines, '---', 'Why.', ''].join('\n'),
});
const noteIn = (...lines: readonly string[]) => agreed(note(...lines)).notes.find(({ slug }) => slug === 'n');
const problems = (...lines: readonly string[]) =>
  problemsOf(note(...lines)).map((line) => line.replace('agreement/notes/n.md:', ''));

const decision = ['decision:', '  owner: sales', '  due: 2026-10-01'];
const expecting = (metric: string, level: string, period: string) => [
  ...decision,
  '  expects:',
  `    metric: ${metric}`,
  `    to be: ${level}`,
  `    in: ${period}`,
];

describe('a note', () => {
  test('is a remark on everything, where it says no more', () => {
    expect(noteIn()).toMatchObject({ metrics: [], decision: null, review: false, text: 'Why.' });
  });

  test('holds minutes of a review', () => {
    expect(noteIn('review: yes')).toMatchObject({ review: true, metrics: [] });
  });

  test('holds a decision with its owner and its days', () => {
    expect(noteIn(...decision, '  done: 2026-09-30')?.decision).toEqual({
      owner: 'sales',
      due: '2026-10-01',
      done: '2026-09-30',
      expects: null,
    });
  });

  test('holds what a decision is expected to do, in the unit of its metric, and speaks of that metric', () => {
    expect(noteIn(...expecting('kept', 'at least 85%', 'FY2026-Q4'))).toMatchObject({
      metrics: ['kept'],
      decision: {
        done: null,
        expects: {
          metric: 'kept',
          way: 'at least',
          level: 0.85,
          said: 'at least 85%',
          period: { grain: 'quarter', name: 'FY2026-Q4', from: '2026-10-01', to: '2026-12-31' },
        },
      },
    });
    expect(noteIn(...expecting('calls', 'at most 5', '2026-09'), 'metrics: [kept]')?.metrics).toEqual(['kept']);
  });

  test('a company says how often it reviews', () => {
    const file = (says: string) => ({
      'company.yml': `name: X\ncurrency: EUR\ntime zone: UTC\ncalendar: office\n${says}`,
    });
    expect(agreed(file('')).company.reviewsEvery).toBeNull();
    expect(agreed(file('reviews: every month\n')).company.reviewsEvery).toEqual({ amount: 1, unit: 'months' });
    expect(agreed(file('reviews: every 2 weeks\n')).company.reviewsEvery).toEqual({ amount: 2, unit: 'weeks' });
    expect(agreed(file('reviews: every quarter\n')).company.reviewsEvery).toEqual({ amount: 3, unit: 'months' });
    expect(problemsOf(file('reviews: monthly\n'))).toEqual([
      `agreement/company.yml:5:10  I don't know "monthly"; write it like "every month", "every 2 weeks" or "every quarter"`,
    ]);
  });
});

describe('a decision that can’t be held to is told, with its place', () => {
  test.each([
    [['review: maybe'], [`4:9  I don't know "maybe"; expected yes or no`]],
    [['decision:', '  owner: slaes', '  due: 2026-10-01'], ['5:10  there is no team "slaes"; did you mean "sales"?']],
    [['decision:', '  owner: sales'], ['5:3  "due:" is missing']],
    [['decision:', '  owner: sales', '  due: soon'], ['6:8  "soon" is not a day; write it like 2026-01-31']],
    [
      ['decision:', '  owner: sales', '  due: 2026-09-01'],
      ['6:8  2026-09-01 lies before 2026-09-09, the day of the note; see which of the two is right'],
    ],
    [
      [...decision, '  done: 2026-09-08'],
      ['7:9  2026-09-08 lies before 2026-09-09, the day of the note; see which of the two is right'],
    ],
    [[...decision, '  who: me'], [`7:3  I don't know "who:"`]],
    [expecting('calls-made', 'at least 5', '2026-10'), ['8:13  there is no metric "calls-made"']],
    [
      expecting('calls', 'at least 85%', '2026-10'),
      ['9:12  "at least 85%" has no unit that fits; write it like "at least 22"'],
    ],
    [
      expecting('kept', 'about 85%', 'FY2026-Q4'),
      [`9:12  "about 85%" doesn't say on which side it lies; write it like "at least 90%"`],
    ],
    [
      expecting('calls', 'at least 5', 'October'),
      ['10:9  "October" is no period; write it like 2026-10, FY2026-Q4, FY2026, week-2026-10-05 or 2026-10-05'],
    ],
    [
      expecting('kept', 'at least 85%', '2026-10'),
      ['10:9  "2026-10" is a month, and kept is counted by the quarter; name a quarter'],
    ],
    [
      expecting('calls', 'at least 5', '2026-08'),
      ['10:9  "2026-08" was over by 2026-09-09, the day of the note; name a later period'],
    ],
  ])('%j', (lines, told) => {
    expect(problems(...lines)).toEqual(told);
  });
});

test('a period’s name stands for its days, in a fiscal year too', () => {
  const days = (name: string, fiscalYearStarts = 1) => {
    const period = periodCalled(name, { ...company, fiscalYearStarts });
    return period && [period.from, period.to];
  };
  expect(days('2026-02')).toEqual(['2026-02-01', '2026-02-28']);
  expect(days('2026-12')).toEqual(['2026-12-01', '2026-12-31']);
  expect(days('week-2026-10-05')).toEqual(['2026-10-05', '2026-10-11']);
  expect(days('2026-10-05')).toEqual(['2026-10-05', '2026-10-05']);
  expect(days('FY2026-Q3')).toEqual(['2026-07-01', '2026-09-30']);
  expect(days('FY2026-Q1', 4)).toEqual(['2025-04-01', '2025-06-30']);
  expect(days('FY2026-Q4', 4)).toEqual(['2026-01-01', '2026-03-31']);
  expect(days('FY2026', 4)).toEqual(['2025-04-01', '2026-03-31']);
  expect(days('someday')).toBeNull();
});
